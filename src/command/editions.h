/* editions: an edition of the input, wherever it lies, read for a comparison. */
#ifndef GYOKAKU_EDITIONS_H
#define GYOKAKU_EDITIONS_H
#include "diff/diff.h"
#include "command/job.h"

/* Owned: freed by editions_free. */
struct edition_input {
    struct plan *plan;
    struct history *history;
    struct progress *progress;
};

/* Reads `name`: the day of a publication (input/published/DAY), a folder with plan.xml and maybe actuals, or a plan alone; of this last, or with
   `plan_only`, nothing but the plan. Warnings were told when it was published, and are left out; errors go to `diag`: false. */
bool editions_read(struct job *job, const char *name, bool plan_only, struct edition_input *out, struct diag *diag);
/* Does `name` stand for a plan alone? */
bool editions_is_plan(struct job *job, const char *name);
struct diff_edition editions_view(const struct edition_input *input);
void editions_free(struct edition_input *input);

/* The day of the newest publication before `published` (NULL: of all) in input/published, as its folder is called; "" if there is none. */
enum { EDITIONS_DAY = 16 };
/* 2027-09-10, 2027-09 or 2027: what the folder of that day is called. */
void editions_day(struct date date, char day[EDITIONS_DAY]);
void editions_newest(struct job *job, const struct date *published, char day[EDITIONS_DAY]);
#endif
