/* charges: see charges.h; and their reading. */
#include "plan/charges.h"
#include <string.h>
#include "base/utf8.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

const char *charges_in(const struct initiative *initiative, int year)
{
    for (unsigned i = 0; i < initiative->charges && !initiative->charge[i].other; i++) {
        const struct charge *charge = &initiative->charge[i];
        if ((!charge->from || year >= charge->from) && (!charge->to || year <= charge->to)) return charge->name;
    }
    return initiative->charges ? initiative->charge[0].name : "";
}

const char *charges_text(struct arena *arena, const struct initiative *initiative, const char *const *said)
{
    const char *text = "";
    for (unsigned i = 0; i < initiative->charges; i++) {
        const struct charge *charge = &initiative->charge[i];
        const char *name = said ? said[i] : charge->name;
        bool bare = !i && !*charge->note;
        text = bare ? name : arena_printf(arena, "%s%s%s%s", text, i ? "、" : "", name, charge->note);
    }
    return text;
}

/* --- reading --- */

static const char IN_CHARGE[] = "主管";

/* What is said behind the name, each part where there is one: its role, its former name, its years. */
static const char *note_of(struct reader *reader, const struct charge *charge, const char *role, const char *former)
{
    struct arena *arena = reader->arena;
    const char *from = charge->from ? year_label(reader->year_kind, arena, charge->from) : NULL;
    const char *to = charge->to ? year_label(reader->year_kind, arena, charge->to) : NULL;
    const char *part[] = {
        role,
        former ? arena_printf(arena, "旧 %s", former) : NULL,
        from && to ? arena_printf(arena, "%sから%sまで", from, to)
        : from     ? arena_printf(arena, "%sから", from)
        : to       ? arena_printf(arena, "%sまで", to)
                   : NULL,
    };
    const char *text = "";
    for (size_t i = 0; i < sizeof part / sizeof *part; i++)
        if (part[i]) text = arena_printf(arena, "%s%s%s", text, *text ? "、" : "", part[i]);
    return *text ? arena_printf(arena, "（%s）", text) : "";
}

static struct charge charge_of(struct reader *reader, const struct plan *plan, const char *name, const char *role,
                               int from, int to)
{
    struct charge charge = {.name = name, .other = role != NULL, .from = from, .to = to};
    const char *former = NULL;
    for (unsigned i = 0; i < plan->departments; i++) {
        const struct department *listed = &plan->department[i];
        if (!strcmp(listed->name, name)) {
            former = NULL;
            charge.name = name;
            break;
        }
        if (!listed->was || strcmp(listed->was, name) != 0) continue;
        former = name;
        charge.name = listed->name;
    }
    charge.note = note_of(reader, &charge, role, former);
    return charge;
}

/* Those of the attribute, parted by blanks of either width. */
static unsigned read_names(struct reader *reader, const struct plan *plan, const char *list, struct charge *out)
{
    unsigned count = 0;
    const char *start = NULL;
    for (const char *p = list, *at = p;; at = p) {
        uint32_t c = *p ? utf8_halfwidth(utf8_next(&p)) : 0;
        bool blank = c == ' ' || c == '\t' || c == 0;
        if (start && blank)
            out[count++] =
                charge_of(reader, plan, arena_strndup(reader->arena, start, (size_t)(at - start)), NULL, 0, 0);
        if (blank)
            start = NULL;
        else if (!start)
            start = at;
        if (!c) return count;
    }
}

static struct charge read_element(struct reader *reader, const xmlNode *node, const char *known,
                                  const struct plan *plan)
{
    const char *name = text_of(reader, node, arena_printf(reader->arena, "%sの担当課", known));
    const char *role = text_attribute(reader, node, "role", arena_printf(reader->arena, "%sの担当課の役割", known));
    int from = read_year(node, "from"), to = read_year(node, "to");
    if (from && to && from > to)
        DIAG(reader->diag, CHARGE_ORDER, reader->file, xmlGetLineNo(node), known, name,
             arena_printf(reader->arena, "%d", from), arena_printf(reader->arena, "%d", to));
    return charge_of(reader, plan, name, role && strcmp(role, IN_CHARGE) != 0 ? role : NULL, from, to);
}

void read_charges(struct reader *reader, const xmlNode *node, const char *known, const struct plan *plan,
                  struct initiative *out)
{
    const char *list = text_attribute(reader, node, "department", arena_printf(reader->arena, "%sの主管課", known));
    unsigned elements = nodes_count(node, "department"), others = 0;
    struct charge *charge = arena_array(reader->arena, (list ? strlen(list) : 0) + elements, sizeof *charge);
    struct charge *other = arena_array(reader->arena, elements, sizeof *other);
    if (list) out->charges = read_names(reader, plan, list, charge);
    for (const xmlNode *child = nodes_first(node, "department"); child; child = nodes_next(child)) {
        struct charge one = read_element(reader, child, known, plan);
        if (one.other)
            other[others++] = one;
        else
            charge[out->charges++] = one;
    }
    if (!out->charges && !xmlHasProp(node, BAD_CAST "department"))
        DIAG(reader->diag, INITIATIVE_DEPARTMENT, reader->file, xmlGetLineNo(node), known);
    for (unsigned i = 0; i < others; i++)
        charge[out->charges++] = other[i];
    out->charge = charge;
}
