/* own: see own.h. */
#include "plan/own.h"
#include <stdlib.h>
#include <string.h>

/* Columns while they are found, in the order in which they are first met. */
struct finding_own {
    struct arena *arena;
    struct own_column *column;
    unsigned count, capacity;
};

static void add_own(struct finding_own *own, const struct form_fields *fields)
{
    for (unsigned i = 0; i < fields->count; i++) {
        const struct form_field *field = &fields->field[i];
        if (field->id != FIELD_OWN) continue;
        const char *name = fields_column(own->arena, field);
        unsigned k = 0;
        while (k < own->count && strcmp(own->column[k].name, name) != 0)
            k++;
        if (k < own->count) continue;
        GROW(own->column, own->count, own->capacity);
        own->column[own->count++] = (struct own_column){name, field->unit != NULL};
    }
}

static struct own_columns kept(struct finding_own *own)
{
    struct own_column *column = arena_array(own->arena, own->count, sizeof *column);
    if (own->count) memcpy(column, own->column, own->count * sizeof *column);
    free(own->column);
    return (struct own_columns){own->count, column};
}

struct own_columns own_of_plan(const struct plan *plan, struct arena *arena)
{
    struct finding_own own = {.arena = arena};
    for (unsigned i = 0; i < plan->initiatives; i++)
        add_own(&own, &plan->initiative[i].fields);
    return kept(&own);
}

struct own_columns own_of_years(const struct history *history, struct arena *arena)
{
    struct finding_own own = {.arena = arena};
    for (unsigned i = 0; history && i < history->years; i++)
        for (unsigned k = 0; k < history->year[i]->sheets; k++)
            add_own(&own, &history->year[i]->sheet[k].fields);
    return kept(&own);
}
