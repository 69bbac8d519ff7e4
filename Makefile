# gyokaku
#   make          the program, and input/schema/*.rng for XML editors
#   make report   output/*.pdf from input/; installs what the machine lacks     make install   program, templates, sample
#   make test     every check, judges included                                    make golden    shows and rewrites what is pinned
#   make bench    time, memory and bytes, beside Typst          make unit, asan, lint, format, picture, clean
B      = build
PREFIX = /usr/local
SHARE  = $(PREFIX)/share/gyokaku
CC     = gcc
CFLAGS = -O2 -g
WERROR = -Werror
WARN   = -Wall -Wextra -Wpedantic -Wshadow -Wconversion $(WERROR)
PKG    = libxml-2.0 libxslt libexslt pangoft2 pangocairo cairo libpng harfbuzz harfbuzz-subset fontconfig glib-2.0 lcms2 libxxhash jansson libzip
# Only what reads published files back needs these: a program of its own, so that all others start without them.
PKG_VERIFY = poppler-glib
ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 $(WARN) $(CFLAGS) -Isrc $(PKG_CFLAGS)
LDLIBS     = $(PKG_LIBS) -lhpdf -ldeflate -lz -lm
LDLIBS_VERIFY = $(PKG_VERIFY_LIBS) -lcsv $(LDLIBS)

SRC  = $(wildcard src/*/*.c)
OBJ  = $(SRC:%.c=$(B)/%.o)
UNIT = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))
C_FILES = $(wildcard src/*.[ch] src/*/*.[ch] tests/*/*.[ch])

MAKEFLAGS += --no-print-directory
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += --jobs=$(shell nproc 2>/dev/null || echo 2)
endif

program: $(B)/gyokaku input/schema/plan.rng
# What the files of input/ may hold, for XML editors: the program writes it from the table that its reader goes by.
input/schema/plan.rng: $(B)/gyokaku
	@$(B)/gyokaku -q schema
$(B)/gyokaku: $(B)/src/main.o $(B)/libgyokaku.a $(B)/gyokaku-verify
	@echo "  LINK $@"
	@$(CC) $(CFLAGS) -o $@ $(filter-out %-verify,$^) $(LDLIBS)
$(B)/gyokaku-verify: $(B)/src/main-verify.o $(B)/libgyokaku.a
	@echo "  LINK $@"
	@$(CC) $(CFLAGS) -o $@ $^ $(LDLIBS_VERIFY)
$(B)/src/main-verify.o: src/main.c build/flags.mk
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -DGYOKAKU_VERIFY -MMD -MP -c -o $@ $<
$(B)/libgyokaku.a: $(OBJ)
	@rm -f $@ && ar rcs $@ $^
$(B)/%.o: %.c build/flags.mk
	@mkdir -p $(@D)
	@echo "  CC   $<"
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(B)/unit/%: tests/unit/%.c $(B)/libgyokaku.a | build/schema/made
	@mkdir -p $(@D)
	@echo "  TEST $<"
	@$(CC) $(ALL_CFLAGS) -MMD -MP -o $@ $< $(B)/libgyokaku.a $(LDLIBS_VERIFY) -lcmocka

# The contracts of templates/, written by hand in the compact form, in the form that libxml2 reads: for tests alone. Each brings along
# those that it includes.
CONTRACTS = facts-site facts-charts facts-diff document print theme
build/schema/made: $(wildcard templates/schema/*.rnc)
	@mkdir -p $(@D)
	@set -e; for contract in $(CONTRACTS); do trang templates/schema/$$contract.rnc $(@D)/$$contract.rng; done
	@touch $@

# Where the installed templates and fonts are; only main.c is told, and compiled again when it changes.
$(B)/src/main.o $(B)/src/main-verify.o: ALL_CFLAGS += -DGYOKAKU_DATADIR='"$(SHARE)"'
$(B)/src/main.o $(B)/src/main-verify.o: $(B)/share
$(B)/share: FORCE
	@mkdir -p $(@D)
	@echo '$(SHARE)' | cmp -s - $@ || echo '$(SHARE)' >$@

# The flags come from pkg-config, which may have to be installed first: a file made by a rule, read in, and looked at by every
# run (some 30 ms). It is rewritten, and all objects with it, only when it changes.
ifneq ($(MAKECMDGOALS),clean)
include build/flags.mk
endif
build/flags.mk: FORCE
	@tools/packages.sh build
	@pkg-config --print-errors --exists $(PKG) $(PKG_VERIFY)
	@mkdir -p build
	@{ echo "PKG_CFLAGS = $$(pkg-config --cflags $(PKG) $(PKG_VERIFY) | sed 's/-I/-isystem /g')"; \
	   echo "PKG_LIBS = $$(pkg-config --libs $(PKG))"; echo "PKG_VERIFY_LIBS = $$(pkg-config --libs $(PKG_VERIFY))"; } >$@.$$PPID
	@cmp -s $@.$$PPID $@ && rm $@.$$PPID || mv $@.$$PPID $@

report: program
	@$(B)/gyokaku all
	@echo "output/に、plan.pdf（計画書）、report.pdf（評価報告書）、briefing.pdfとmatrix.pdf（議会説明資料と一覧）、charts/（図）、site/（ウェブのページ）ができました。"

test:
	@tools/packages.sh test
	@tools/judges.sh
	@$(MAKE) program asan-build tsan-build
	@tests/all.sh

unit: $(UNIT)
	@set -e; for t in $^; do $$t; done

# The same under AddressSanitizer and UBSan, in a folder of its own.
ASAN = B=build/asan CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all -Wno-format-truncation'
asan:
	@$(MAKE) $(ASAN) unit build/asan/gyokaku
asan-build:
	@$(MAKE) $(ASAN) unit-build build/asan/gyokaku
unit-build: $(UNIT)

# The program under ThreadSanitizer.
tsan-build:
	@$(MAKE) B=build/tsan CFLAGS='-O1 -g -fsanitize=thread' build/tsan/gyokaku

# Prints figures and judges nothing; without perf or Typst it says so and goes on.
bench: $(B)/gyokaku
	@tools/packages.sh bench || echo "計測に使う道具の一部がないまま進みます。"
	@tests/bench/run.py --json $(B)/bench.json

golden: $(B)/gyokaku
	@tests/golden/run.sh --rewrite

install: program
	install -D -m 755 -t $(DESTDIR)$(PREFIX)/bin $(B)/gyokaku $(B)/gyokaku-verify
	mkdir -p $(DESTDIR)$(SHARE)
	cp -R --no-preserve=mode,ownership templates fonts input $(DESTDIR)$(SHARE)/

# The picture in README.md: the upper part of a sheet of the sample.
PICTURE = -f 14 -r 110 -x 0 -y 0 -W 910 -H 960
picture: report
	@mkdir -p docs
	pdftoppm -png -singlefile $(PICTURE) output/report.pdf docs/sheet

format:
	clang-format -i $(C_FILES)
LINT = $(SRC:%.c=$(B)/lint/%.ok) $(B)/lint/src/main.ok
lint: $(LINT)
format-check:
	@for file in $(C_FILES); do clang-format $$file | cmp -s - $$file || { echo "make format would change $$file"; bad=1; }; done; [ -z "$$bad" ]
$(B)/lint/%.ok: %.c .clang-tidy
	@mkdir -p $(@D)
	@clang-tidy --quiet --warnings-as-errors='*' $< -- $(ALL_CFLAGS) -Wno-sign-conversion 2>$@.said && touch $@ || { grep -v ' generated' $@.said; exit 1; }

clean:
	rm -rf build
FORCE:
.DELETE_ON_ERROR:
.PHONY: program report test unit unit-build asan asan-build tsan-build bench golden install picture format format-check lint clean FORCE
-include $(OBJ:.o=.d) $(B)/src/main.d $(B)/src/main-verify.d $(UNIT:=.d)
