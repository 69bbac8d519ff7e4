# The plan and the report of every municipality below CITIES, each from its own input only. make keeps the cores busy, so each program uses one.
#   make -j2 -f tests/bench/municipalities.mk GYOKAKU=build/gyokaku CITIES=build/bench/cities
GYOKAKU = build/gyokaku
CITIES  = build/bench/cities
INPUT   = $(wildcard $(CITIES)/*/plan.xml)

all: $(INPUT:%/plan.xml=%/out/plan.pdf) $(INPUT:%/plan.xml=%/out/report.pdf)
%/out/plan.pdf: %/plan.xml $(GYOKAKU)
	@mkdir -p $(@D) && $(GYOKAKU) -q -j 1 --input $* -o $(@D) plan
%/out/report.pdf: %/plan.xml %/actuals/2026.xml %/actuals/2027.xml $(GYOKAKU)
	@mkdir -p $(@D) && $(GYOKAKU) -q -j 1 --input $* -o $(@D) report
.PHONY: all
