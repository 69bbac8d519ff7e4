/* write: a draft as plan.xml, laid out as people lay it out. Every slice that is written is taken at that moment: what has not come by
   here, and is in nobody else's hands, is left over. */
#include <string.h>
#include "base/markup.h"
#include "base/utf8.h"
#include "desk/draft.h"
#include "plan/wordlist.h"

enum { INDENT = 2, WIDTH = 118 };

struct writer {
    struct draft *draft;
    struct buf *out;
    unsigned depth;
    const char *place; /* the sheet's id, or the element above */
};

/* What stands where the source has nothing and the plan must have something; a question asks for it. */
static const char UNKNOWN[] = "未記入";
static const char SHEETS_TITLE[] = "取組み内容";

static void indent(struct writer *writer)
{
    for (unsigned i = 0; i < writer->depth * INDENT; i++)
        buf_char(writer->out, ' ');
}

static void open_tag(struct writer *writer, const char *tag)
{
    indent(writer);
    buf_printf(writer->out, "<%s>\n", tag);
    writer->depth++;
}

static void close_tag(struct writer *writer, const char *tag)
{
    writer->depth--;
    indent(writer);
    buf_printf(writer->out, "</%s>\n", tag);
}

static void empty_tag(struct writer *writer, const char *tag)
{
    indent(writer);
    buf_printf(writer->out, "<%s/>\n", tag);
}

static const char *place_in(struct writer *writer, const char *element)
{
    if (!*writer->place) return element;
    return arena_printf(writer->draft->arena, "%s/%s", writer->place, element);
}

static unsigned width_of(uint32_t c)
{
    return utf8_is_japanese(c) ? 2 : 1;
}

/* The text, its lines parted by <br/>; a long one goes on in the next line of the file, between two Japanese characters only, since
   there the reader takes the break away again. Returns nothing; `column` is where it begins. */
static void put_text(struct writer *writer, const char *text, unsigned column)
{
    uint32_t last = 0;
    while (*text) {
        const char *here = text;
        uint32_t c = utf8_next(&text);
        bool breaks = column >= WIDTH && utf8_is_japanese(last) && utf8_is_japanese(c) && last != 0x3000 && c != 0x3000;
        if (breaks) {
            buf_char(writer->out, '\n');
            for (column = 0; column < (writer->depth + 1) * INDENT; column++)
                buf_char(writer->out, ' ');
        }
        if (c == '\n')
            buf_str(writer->out, "<br/>");
        else
            markup_bytes(writer->out, here, (size_t)(text - here));
        column += width_of(c);
        last = c;
    }
}

static void put_element(struct writer *writer, const char *tag, const char *text)
{
    indent(writer);
    buf_printf(writer->out, "<%s>", tag);
    put_text(writer, text, writer->depth * INDENT + (unsigned)strlen(tag) + 2);
    size_t name = strcspn(tag, " ");
    buf_printf(writer->out, "</%.*s>\n", (int)name, tag);
}

/* A name; UNKNOWN where there is none and `needed`. */
static void put_name(struct writer *writer, const char *tag, struct passage name, bool needed)
{
    if (!name.count && !needed) return;
    put_element(writer, tag, name.count ? passage_text(writer->draft->arena, name) : UNKNOWN);
    passage_take(writer->draft->source, name, FATE_WRITTEN, place_in(writer, tag));
}

/* The lines of a field. A list that lost its line breaks has its marks behind full stops and blanks. */
static char *prose_text(struct writer *writer, struct passage prose)
{
    static const char STOP[] = "。", MARK[] = "・";
    struct buf text = {0};
    for (unsigned i = 0; i < prose.count; i++)
        for (struct slice rest = prose.slice[i], line; slice_line_next(&rest, &line);) {
            if (text.size) buf_char(&text, '\n');
            const char *all = slice_text(writer->draft->arena, line);
            bool list = !strncmp(all, MARK, sizeof MARK - 1);
            for (const char *p = all; *p; p++) {
                bool parts = list && *p == ' ' && p - all >= 3 && !memcmp(p - 3, STOP, 3) &&
                             !strncmp(p + 1, MARK, sizeof MARK - 1);
                buf_char(&text, parts ? '\n' : *p);
            }
        }
    char *kept = arena_strndup(writer->draft->arena, buf_text(&text), text.size);
    buf_free(&text);
    return kept;
}

static void put_prose(struct writer *writer, const char *tag, struct passage prose)
{
    if (!prose.count) {
        empty_tag(writer, tag);
        return;
    }
    put_element(writer, tag, prose_text(writer, prose));
    passage_take(writer->draft->source, prose, FATE_WRITTEN, place_in(writer, tag));
}

/* A comment must not hold two hyphens in a row (XML 1.0, 2.5). */
static void put_questions(struct writer *writer, const struct list *questions)
{
    for (unsigned i = 0; i < questions->count; i++) {
        const struct question *question = questions->item[i];
        const char *text = diag_filled(writer->draft->arena, question->id, question->args);
        indent(writer);
        buf_str(writer->out, "<!-- 質問");
        if (question->line) buf_printf(writer->out, "（%ld行目）", question->line);
        buf_str(writer->out, "：");
        for (; *text; text++) {
            buf_char(writer->out, *text);
            if (text[0] == '-' && (text[1] == '-' || !text[1])) buf_char(writer->out, ' ');
        }
        buf_str(writer->out, " -->\n");
    }
}

/* ---- the front ---- */

static void put_head(struct writer *writer)
{
    struct draft *draft = writer->draft;
    put_questions(writer, &draft->questions);
    put_name(writer, "title", draft->title, true);
    put_name(writer, "municipality", draft->municipality, true);
    put_element(writer, "state", word_plan_state(!draft->decided));
    passage_take(draft->source, draft->state, FATE_WRITTEN, "state");
    struct date date = draft->date.year ? draft->date : (struct date){.year = draft->first, .month = 4};
    indent(writer);
    buf_printf(writer->out, "<date>%04d-%02d</date>\n", date.year, date.month);
    passage_take(draft->source, draft->date_text, FATE_CONVERTED, "date");
    indent(writer);
    buf_printf(writer->out, "<period first=\"%d\" last=\"%d\"/>\n", draft->first, draft->last);
}

/* policies="2 3 4": those that the table shows, unless it shows all. */
static void put_outline(struct writer *writer, const struct draft_part *part)
{
    struct draft *draft = writer->draft;
    struct buf numbers = {0};
    unsigned shown = 0;
    for (unsigned i = 0; i < draft->policies.count; i++) {
        const struct draft_policy *policy = draft->policies.item[i];
        bool there = false;
        for (unsigned j = 0; j < part->outline.count; j++)
            there |= passage_same(policy->name, ((struct outline_policy *)part->outline.item[j])->name);
        if (!there) continue;
        buf_printf(&numbers, "%s%u", shown++ ? " " : "", policy->number);
    }
    indent(writer);
    buf_str(writer->out, "<outline");
    if (shown && shown < draft->policies.count) markup_attribute(writer->out, "policies", buf_text(&numbers));
    if (part->head.count) markup_attribute(writer->out, "head", passage_text(draft->arena, part->head));
    buf_str(writer->out, "/>\n");
    passage_take(draft->source, part->head, FATE_WRITTEN, "outline/@head");
    buf_free(&numbers);
}

static void put_part(struct writer *writer, const struct draft_part *part)
{
    static const char *const TAG[] = {[DRAFT_TEXT] = "p",
                                      [DRAFT_POLICIES] = "policies",
                                      [DRAFT_VIEWPOINTS] = "viewpoints",
                                      [DRAFT_SHEETS] = "sheets"};
    if (part->kind == DRAFT_OUTLINE)
        put_outline(writer, part);
    else if (part->kind == DRAFT_TEXT)
        put_prose(writer, TAG[part->kind], part->text);
    else
        empty_tag(writer, TAG[part->kind]);
}

static void put_heading(struct writer *writer, const char *tag, const struct draft_heading *heading)
{
    open_tag(writer, tag);
    writer->place = tag;
    if (heading->invented)
        put_element(writer, "title", SHEETS_TITLE);
    else
        put_name(writer, "title", heading->title, true);
    put_name(writer, "toc-title", heading->contents, false);
    for (unsigned i = 0; i < heading->parts.count; i++)
        put_part(writer, heading->parts.item[i]);
    for (unsigned i = 0; i < heading->sections.count; i++)
        put_heading(writer, "section", heading->sections.item[i]);
    close_tag(writer, tag);
}

static void put_viewpoint(struct writer *writer, const struct draft_viewpoint *viewpoint)
{
    unsigned number = viewpoint->numbered.number;
    writer->place = arena_printf(writer->draft->arena, "視点%u", number);
    slice_take(writer->draft->source, viewpoint->numbered.mark, FATE_GENERATED, writer->place);
    open_tag(writer, arena_printf(writer->draft->arena, "viewpoint number=\"%u\"", number));
    put_name(writer, "name", viewpoint->name, true);
    put_prose(writer, "p", viewpoint->text);
    close_tag(writer, "viewpoint");
}

/* ---- policies, items, sheets ---- */

/* The names of departments, a blank between them; what parted them in the source is converted. */
static char *departments_text(struct writer *writer, struct passage department)
{
    static const char *const MARKS[] = {"、", "，", "／", "/", ",", "\u3000", " ", "\n"};
    struct buf text = {0};
    for (unsigned i = 0; i < department.count; i++) {
        const char *p = slice_bytes(department.slice[i]), *end = p + slice_size(department.slice[i]);
        if (text.size) buf_char(&text, ' ');
        while (p < end) {
            size_t mark = 0;
            for (unsigned j = 0; j < sizeof MARKS / sizeof *MARKS && !mark; j++)
                if ((size_t)(end - p) >= strlen(MARKS[j]) && !memcmp(p, MARKS[j], strlen(MARKS[j])))
                    mark = strlen(MARKS[j]);
            unsigned at = (unsigned)(p - department.slice[i].cell->text);
            struct slice sign = {department.slice[i].cell, at, at + (unsigned)mark};
            if (mark) slice_take(writer->draft->source, sign, FATE_CONVERTED, place_in(writer, "@department"));
            if (mark && text.size && text.data[text.size - 1] != ' ') buf_char(&text, ' ');
            if (!mark) buf_char(&text, *p);
            p += mark ? mark : 1;
        }
    }
    while (text.size && text.data[text.size - 1] == ' ')
        text.size--;
    char *kept = arena_strndup(writer->draft->arena, buf_text(&text), text.size);
    buf_free(&text);
    return *kept ? kept : arena_strdup(writer->draft->arena, UNKNOWN);
}

static void put_targets(struct writer *writer, const struct draft_sheet *sheet, const struct draft_indicator *indicator)
{
    struct draft *draft = writer->draft;
    for (int year = sheet->from; year <= sheet->to; year++) {
        const struct draft_target *target = NULL;
        for (unsigned i = 0; i < indicator->targets.count; i++) {
            const struct draft_target *other = indicator->targets.item[i];
            if (other->year == year) target = other;
        }
        put_element(writer, arena_printf(draft->arena, "target year=\"%d\"", year),
                    target ? passage_text(draft->arena, target->text) : UNKNOWN);
        if (target) passage_take(draft->source, target->text, FATE_WRITTEN, place_in(writer, "target"));
    }
}

static void put_indicator(struct writer *writer, const struct draft_sheet *sheet,
                          const struct draft_indicator *indicator)
{
    open_tag(writer, "indicator");
    put_questions(writer, &indicator->questions);
    put_name(writer, "definition", indicator->definition, true);
    put_targets(writer, sheet, indicator);
    close_tag(writer, "indicator");
}

static void open_sheet(struct writer *writer, const struct draft_sheet *sheet)
{
    struct draft *draft = writer->draft;
    indent(writer);
    buf_printf(writer->out, "<initiative number=\"%u\"", sheet->number);
    markup_attribute(writer->out, "department", departments_text(writer, sheet->department));
    passage_take(draft->source, sheet->department, FATE_WRITTEN, place_in(writer, "@department"));
    if (sheet->from != draft->first) buf_printf(writer->out, " from=\"%d\"", sheet->from);
    if (sheet->to != draft->last) buf_printf(writer->out, " to=\"%d\"", sheet->to);
    buf_str(writer->out, ">\n");
    writer->depth++;
}

static void put_field(struct writer *writer, const struct draft_field *field)
{
    struct buf tag = {0};
    buf_str(&tag, "field");
    markup_attribute(&tag, "name", passage_text(writer->draft->arena, field->name));
    passage_take(writer->draft->source, field->name, FATE_WRITTEN, place_in(writer, "field/@name"));
    put_element(writer, buf_text(&tag), prose_text(writer, field->text));
    passage_take(writer->draft->source, field->text, FATE_WRITTEN, place_in(writer, "field"));
    buf_free(&tag);
}

static void put_sheet(struct writer *writer, const struct draft_sheet *sheet)
{
    static const char *const TAG[DRAFT_FIELDS] = {
#define PLAN_FIELD(id, element, ...) element,
#include "plan/fields.def"
    };
    static const struct draft_indicator NONE = {0};
    writer->place = sheet->id;
    open_sheet(writer, sheet);
    put_questions(writer, &sheet->questions);
    put_name(writer, "name", sheet->name, true);
    if (sheet->outside_outline)
        empty_tag(writer, "outline-name");
    else
        put_name(writer, "outline-name", sheet->outline_name, false);
    if (sheet->item_differs) put_name(writer, "item-name", sheet->item, false);
    for (unsigned i = 0; i < DRAFT_FIELDS; i++)
        if (sheet->has_field[i]) put_prose(writer, TAG[i], sheet->field[i]);
    for (unsigned i = 0; i < sheet->fields.count; i++)
        put_field(writer, sheet->fields.item[i]);
    for (unsigned i = 0; i < sheet->indicators.count; i++)
        put_indicator(writer, sheet, sheet->indicators.item[i]);
    if (!sheet->indicators.count) put_indicator(writer, sheet, &NONE);
    close_tag(writer, "initiative");
}

static void put_item(struct writer *writer, const struct draft_policy *policy, const struct draft_item *item)
{
    struct arena *arena = writer->draft->arena;
    writer->place = arena_printf(arena, "%u-%u", policy->number, item->number);
    open_tag(writer, arena_printf(arena, "item number=\"%u\"", item->number));
    put_name(writer, "name", item->name, true);
    put_name(writer, "outline-name", item->outline, false);
    for (unsigned i = 0; i < item->sheets.count; i++) {
        buf_char(writer->out, '\n');
        put_sheet(writer, item->sheets.item[i]);
    }
    close_tag(writer, "item");
}

static void put_policy(struct writer *writer, const struct draft_policy *policy)
{
    struct arena *arena = writer->draft->arena;
    writer->place = arena_printf(arena, "%u", policy->number);
    buf_char(writer->out, '\n');
    open_tag(writer, arena_printf(arena, "policy number=\"%u\"", policy->number));
    put_name(writer, "name", policy->name, true);
    if (policy->approach.count) put_prose(writer, "approach", policy->approach);
    for (unsigned i = 0; i < policy->items.count; i++) {
        buf_char(writer->out, '\n');
        put_item(writer, policy, policy->items.item[i]);
    }
    close_tag(writer, "policy");
}

void write_plan(struct draft *draft, struct buf *out)
{
    struct writer writer = {.draft = draft, .out = out, .place = ""};
    buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plan version=\"1\" xml:lang=\"ja\">\n");
    writer.depth = 1;
    put_head(&writer);
    for (unsigned i = 0; i < draft->chapters.count; i++) {
        buf_char(out, '\n');
        put_heading(&writer, "chapter", draft->chapters.item[i]);
    }
    if (draft->viewpoints.count) buf_char(out, '\n');
    for (unsigned i = 0; i < draft->viewpoints.count; i++)
        put_viewpoint(&writer, draft->viewpoints.item[i]);
    for (unsigned i = 0; i < draft->policies.count; i++)
        if (((struct draft_policy *)draft->policies.item[i])->items.count) put_policy(&writer, draft->policies.item[i]);
    buf_str(out, "</plan>\n");
}
