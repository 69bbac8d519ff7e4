/* read_fields: the running texts of a sheet, those of every form and the body's own. */
#include <string.h>
#include "plan/nodes.h"
#include "plan/read_private.h"

/* ---- a field with a unit ---- */

/* A plain number, with △ or - before it if it is below zero. */
static bool number_of(struct arena *arena, const char *text, struct decimal *out)
{
    static const char *const MINUS[] = {"△", "▲", "-", "－"};
    struct value value = {0};
    size_t sign = 0;
    for (size_t i = 0; i < sizeof MINUS / sizeof *MINUS && !sign; i++)
        if (!strncmp(text, MINUS[i], strlen(MINUS[i]))) sign = strlen(MINUS[i]);
    if (value_parse(arena, text + sign, &value) != VALUE_FINE || value.kind != VALUE_NUMBER || value.approximate)
        return false;
    *out = value.number;
    if (sign) out->units = -out->units;
    return true;
}

/* 1,234.50: the digits after the point are kept. */
static const char *grouped(struct arena *arena, struct decimal number)
{
    enum { GROUP = 3, MOST = 48 };
    char text[MOST];
    size_t at = sizeof text;
    uint64_t rest = number.units < 0 ? (uint64_t)-number.units : (uint64_t)number.units;
    text[--at] = 0;
    for (int digit = 0; rest || digit <= number.scale; digit++) {
        int whole = digit - number.scale;
        if (number.scale && !whole) text[--at] = '.';
        if (whole > 0 && whole % GROUP == 0) text[--at] = ',';
        text[--at] = (char)('0' + rest % 10);
        rest /= 10;
    }
    return arena_printf(arena, "%s%s", number.units < 0 ? "△" : "", text + at);
}

static struct field one_line(struct arena *arena, const char *text, long line)
{
    struct block *block = arena_alloc(arena, sizeof *block);
    const char **only = arena_array(arena, 1, sizeof *only);
    *only = text;
    *block = (struct block){.count = 1, .text = only};
    return (struct field){.count = 1, .blocks = block, .line = line};
}

/* Nothing but a number, which is shown with its unit. An empty one stays empty. */
static void read_number_field(struct reader *reader, const xmlNode *node, const char *place, struct form_field *field)
{
    const xmlNode *paragraph = nodes_first(node, "p");
    const char *text = text_of(reader, paragraph ? paragraph : node, place);
    long line = xmlGetLineNo(node);
    bool more = nodes_first(node, "ul") || nodes_count(node, "p") > 1;
    if (!*text && !more) return;
    if (more || !number_of(reader->arena, text, &field->number)) {
        DIAG(reader->diag, FIELD_NUMBER, reader->file, line, place, text, field->unit);
        return;
    }
    const char *number = grouped(reader->arena, field->number);
    field->text = one_line(reader->arena, arena_printf(reader->arena, "%s%s", number, field->unit), line);
}

/* ---- the lists ---- */

static struct form_field read_own(struct reader *reader, const xmlNode *node, const char *owner)
{
    const char *name = text_attribute(reader, node, "name", arena_printf(reader->arena, "%s欄の見出し", owner));
    if (!name) name = "";
    const char *place = arena_printf(reader->arena, "%s%s", owner, name);
    struct form_field field = {
        .id = FIELD_OWN,
        .label = name,
        .name = name,
        .unit = text_attribute(reader, node, "unit", arena_printf(reader->arena, "%sの単位", place)),
    };
    if (field.unit)
        read_number_field(reader, node, place, &field);
    else
        field.text = text_field(reader, node, place);
    field.text.line = xmlGetLineNo(node);
    return field;
}

static unsigned read_own_fields(struct reader *reader, const xmlNode *parent, const char *owner, struct form_field *out)
{
    unsigned count = 0;
    for (const xmlNode *node = nodes_first(parent, "field"); node; node = nodes_next(node))
        out[count++] = read_own(reader, node, owner);
    return count;
}

static struct form_field read_known(struct reader *reader, const xmlNode *parent, const struct field_kind *kind,
                                    const char *owner)
{
    return (struct form_field){
        .id = kind->id,
        .element = kind->element,
        .label = kind->label,
        .name = kind->name,
        .text = text_field(reader, nodes_first(parent, kind->element),
                           arena_printf(reader->arena, "%s%s", owner, kind->name)),
    };
}

struct form_fields read_fields(struct reader *reader, const xmlNode *parent, const struct field_kinds *kinds,
                               const char *owner)
{
    struct form_field *field = arena_array(reader->arena, kinds->count + nodes_count(parent, "field"), sizeof *field);
    unsigned count = 0;
    for (unsigned i = 0; i < kinds->count; i++)
        if (kinds->kind[i].id == FIELD_OWN)
            count += read_own_fields(reader, parent, owner, field + count);
        else
            field[count++] = read_known(reader, parent, &kinds->kind[i], owner);
    return (struct form_fields){count, field};
}
