/* fields: see fields.h. */
#include "plan/fields.h"
#include <string.h>

static const struct field_kind PLAN_KINDS[] = {
#define PLAN_FIELD(id, element, label, name, ...) {FIELD_##id, element, label, name},
#define PLAN_OWN(own) {.id = FIELD_##own},
#include "plan/fields.def"
};
static const struct field_kind YEAR_KINDS[] = {
#define YEAR_FIELD(id, element, label, name, ...) {FIELD_##id, element, label, name},
#define YEAR_OWN(own) {.id = FIELD_##own},
#include "plan/fields.def"
};
const struct field_kinds FIELDS_OF_PLAN = {sizeof PLAN_KINDS / sizeof *PLAN_KINDS, PLAN_KINDS};
const struct field_kinds FIELDS_OF_YEAR = {sizeof YEAR_KINDS / sizeof *YEAR_KINDS, YEAR_KINDS};

const struct field *fields_text(const struct form_fields *fields, enum field_id id)
{
    static const struct field NOTHING = {0};
    for (unsigned i = 0; i < fields->count; i++)
        if (fields->field[i].id == id) return &fields->field[i].text;
    return &NOTHING;
}

const char *fields_column(struct arena *arena, const struct form_field *field)
{
    return field->unit ? arena_printf(arena, "%s（%s）", field->name, field->unit) : field->name;
}
