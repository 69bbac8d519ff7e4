/* schema: one file for each kind of file that input/ holds. */
#include "command/schema.h"
#include <stdio.h>
#include <stdlib.h>
#include "plan/schema.h"

enum { LONGEST_NAME = 32 };

void schema_write(struct job *job)
{
    char *folder = file_join(job->options->input, "schema", "");
    struct outputs *outputs = outputs_new(folder);
    for (int kind = 0; kind < ROOT_COUNT; kind++) {
        struct buf text = {0};
        char name[LONGEST_NAME];
        snprintf(name, sizeof name, "%s.rng", ELEMENTS_ROOT[kind].name);
        schema_put((enum root)kind, &text);
        outputs_add(outputs, name, &text);
    }
    outputs_commit(outputs, job->diag);
    outputs_free(outputs);
    free(folder);
}
