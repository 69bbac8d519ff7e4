/* shown_sheets: the sheets of initiatives, from a heading with an initiative's number to the next of its rank: tables, figures, texts. */
#include <string.h>
#include "base/buf.h"
#include "verify/shown_private.h"

struct sheet_read {
    bool there;
    unsigned from, to; /* its parts */
};

/* ---- where they are ---- */

static void find_sheets(const struct shown *shown, struct sheet_read *sheet)
{
    unsigned level = 0;
    int now = -1;
    for (unsigned i = 0; i < shown->reading->parts; i++) {
        const struct part_read *part = &shown->reading->part[i];
        bool heading = part->kind == PART_OF_HEADING;
        if (heading && part->level <= level) now = -1;
        int found = heading && now < 0 ? shown_initiative(shown, part->text) : -1;
        if (found >= 0 && !sheet[found].there) {
            sheet[found] = (struct sheet_read){.there = true, .from = i};
            now = found;
            level = part->level;
        }
        if (now >= 0) sheet[now].to = i + 1;
    }
}

/* ---- texts ---- */

/* The kinds of texts: the fields of every form by their own numbers, among them FIELD_OWN, and what else a sheet shows. */
enum { TEXT_EVALUATION = FIELD_IDS, TEXT_DEPARTMENT, TEXT_DEFINITION, TEXTS };

struct texts {
    const struct shown *shown;
    const struct initiative_progress *one;
    const char *whole; /* the sheet's text, solid */
    long place;
    unsigned *met; /* of each kind: texts that were found; NULL: only count */
    const bool *wanted;
};

/* The first round counts what is found; the second tells what is missing of a kind that the document shows at all. */
static void want_text(const struct texts *texts, unsigned kind, const char *name, const char *text)
{
    struct finding *finding = texts->shown->finding;
    const char *solid = text_solid(finding->arena, text);
    if (!*solid) return;
    bool found = text_find(texts->whole, solid) != NULL;
    if (texts->met) {
        texts->met[kind] += found;
        return;
    }
    if (!texts->wanted[kind]) return;
    const struct spot spot = shown_spot(texts->shown, texts->place, texts->one->initiative->code);
    finding_fine(finding, found, &spot, name, text, "");
}

static void want_field(const struct texts *texts, unsigned kind, const char *name, const struct field *field)
{
    for (unsigned i = 0; i < field->count; i++)
        for (unsigned k = 0; k < field->blocks[i].count; k++)
            want_text(texts, kind, name, field->blocks[i].text[k]);
}

/* A field that the body added stands below its own heading. */
static void want_fields(const struct texts *texts, const struct form_fields *fields)
{
    for (unsigned i = 0; i < fields->count; i++) {
        const struct form_field *field = &fields->field[i];
        if (field->id == FIELD_OWN && field->text.count) want_text(texts, field->id, field->name, field->label);
        want_field(texts, field->id, field->name, &field->text);
    }
}

static void want_year(const struct texts *texts, const struct initiative_year *year)
{
    const struct sheet_year *sheet = year->sheet;
    if (!sheet) return;
    want_fields(texts, &sheet->fields);
    for (unsigned i = 0; i < sheet->evaluations; i++)
        want_field(texts, TEXT_EVALUATION, "評価", &sheet->evaluation[i].text);
}

/* A page of the site has all years, a report its own. */
static void want_all(const struct texts *texts)
{
    const struct initiative *initiative = texts->one->initiative;
    const struct progress *progress = texts->shown->truth->progress;
    enum shown_kind kind = texts->shown->kind;
    want_fields(texts, &initiative->fields);
    want_text(texts, TEXT_DEPARTMENT, "担当課", expect_departments(texts->shown->finding->arena, initiative));
    for (unsigned i = 0; i < initiative->indicators; i++)
        want_text(texts, TEXT_DEFINITION, "数値の定義", initiative->indicator[i].definition);
    for (unsigned i = 0; i < progress->years; i++)
        if (kind == SHOWN_SHEET || (kind == SHOWN_REPORT && progress->year_of[i] == progress->year))
            want_year(texts, &texts->one->year[i]);
}

static const char *whole_text(const struct shown *shown, const struct sheet_read *sheet)
{
    struct buf text = {0};
    for (unsigned i = sheet->from; i < sheet->to; i++) {
        const struct part_read *part = &shown->reading->part[i];
        buf_str(&text, part->text);
        for (unsigned k = 0; part->grid && k < part->grid->cells; k++)
            buf_str(&text, part->grid->cell[k].text);
        buf_char(&text, '\n');
    }
    const char *kept = arena_strndup(shown->finding->arena, buf_text(&text), text.size);
    buf_free(&text);
    return kept;
}

/* ---- numbers ---- */

static void check_numbers(const struct shown *shown, const struct numbers *const *sets, size_t count, long place,
                          const char *where, const char *text)
{
    struct finding *finding = shown->finding;
    const char *unknown = numbers_unknown(sets, count, text, finding->arena, &finding->compared);
    if (!unknown) return;
    const struct spot spot = shown_spot(shown, place, where);
    FINDING(finding, VERIFY_NUMBER, &spot, unknown);
}

/* What is drawn in a figure runs together, and has its scale: shown_figures looks at that. */
static void check_part(const struct shown *shown, const struct numbers *const *sets, size_t count,
                       const struct part_read *part, const char *where)
{
    bool figure = part->kind == PART_OF_FIGURE;
    check_numbers(shown, sets, count, part->place, where, figure ? part->alt : part->said);
    for (unsigned i = 0; part->grid && i < part->grid->cells; i++)
        check_numbers(shown, sets, count, part->grid->cell[i].place, where, part->grid->cell[i].said);
}

/* A sentence that counts results. */
static bool counts_results(const struct shown *shown, const struct part_read *part)
{
    const struct judgement *judgement = shown->truth->progress->judgement;
    bool words = part->kind == PART_OF_TEXT || part->kind == PART_OF_HEADING;
    return words && text_find(part->text, judgement->grades[0].name) && text_find(part->text, "取組");
}

/* The year's result as the heading of all: it says nothing but counts of all, and no number of the templates. */
static bool is_headline(const struct shown *shown, const struct part_read *part)
{
    if (shown->kind != SHOWN_REPORT && shown->kind != SHOWN_START && shown->kind != SHOWN_COUNTS) return false;
    const char *year = year_label(shown->truth->plan->year_kind, shown->finding->arena, shown->truth->progress->year);
    return part->kind == PART_OF_HEADING && part->level == 1 && counts_results(shown, part) &&
           text_find(part->text, year);
}

static void check_outside(const struct shown *shown, const struct part_read *part)
{
    const struct known *known = shown->known;
    int own = shown->kind == SHOWN_SHEET ? shown_own(shown) : -1;
    const struct numbers *const OWN[] = {known->wording, own >= 0 ? known->initiative[own] : known->everything};
    const struct numbers *const ALL[] = {known->wording, known->everything, known->counts, known->some};
    const struct numbers *const COUNTS[] = {known->whole, known->wording};
    bool headline = is_headline(shown, part);
    const char *where = part->kind == PART_OF_TABLE && *part->text ? part->text : "文章";
    if (own >= 0)
        check_part(shown, OWN, sizeof OWN / sizeof *OWN, part, where);
    else if (headline ||
             (shown->kind == SHOWN_REPORT && counts_results(shown, part))) /* pages have policies' counts, too */
        check_part(shown, COUNTS, headline ? 1 : 2, part, where);
    else
        check_part(shown, ALL, sizeof ALL / sizeof *ALL - (shown->kind != SHOWN_PAPER), part, where);
}

/* ---- a sheet ---- */

static void check_sheet(const struct shown *shown, const struct initiative_progress *one,
                        const struct sheet_read *sheet)
{
    const struct numbers *const sets[] = {shown->known->initiative[one->ordinal], shown->known->wording};
    const struct part_read *heading = &shown->reading->part[sheet->from];
    struct arena *arena = shown->finding->arena;
    const char *id = one->initiative->code;
    const struct spot spot = shown_spot(shown, heading->place, id);
    unsigned indicator = 0;
    struct years_tables tables = {0};
    bool named = text_find(heading->text, text_solid(arena, one->initiative->name)) != NULL;
    finding_fine(shown->finding, named, &spot, "主な取組み", one->initiative->name, heading->text);
    for (unsigned i = sheet->from; i < sheet->to; i++) {
        const struct part_read *part = &shown->reading->part[i];
        check_part(shown, sets, sizeof sets / sizeof *sets, part, id);
        if (part->kind != PART_OF_TABLE || indicator == one->indicators) continue;
        if (!shown_takes_years(shown, &tables, part)) continue;
        shown_years(shown, one, indicator++, &tables);
        shown_years_free(&tables);
    }
    shown_years_free(&tables);
    for (; indicator < one->indicators; indicator++) {
        const struct spot lost =
            shown_spot(shown, heading->place, arena_printf(arena, "%sの年度の表（指標%u）", id, indicator + 1));
        FINDING(shown->finding, VERIFY_ROW_MISSING, &lost, NULL);
    }
    if (shown->kind != SHOWN_PLAN) shown_figures(shown, one, sheet->from, sheet->to);
}

static void check_texts(const struct shown *shown, const struct sheet_read *sheet)
{
    const struct progress *progress = shown->truth->progress;
    unsigned met[TEXTS] = {0};
    bool wanted[TEXTS];
    for (int round = 0; round < 2; round++) {
        for (unsigned k = 0; k < TEXTS; k++)
            wanted[k] = shown->kind == SHOWN_SHEET || met[k] > 0;
        for (unsigned i = 0; i < progress->initiatives; i++) {
            if (!sheet[i].there) continue;
            const struct texts texts = {.shown = shown,
                                        .one = &progress->initiative[i],
                                        .whole = whole_text(shown, &sheet[i]),
                                        .place = shown->reading->part[sheet[i].from].place,
                                        .met = round ? NULL : met,
                                        .wanted = wanted};
            want_all(&texts);
        }
    }
}

/* A plan shows its sheets only where a chapter asks for them. */
static bool plan_has_sheets(const struct plan *plan)
{
    for (unsigned i = 0; i < plan->chapters; i++) {
        const struct chapter *chapter = &plan->chapter[i];
        if (plan_holds_sheets(chapter->part, chapter->parts)) return true;
        for (unsigned k = 0; k < chapter->sections; k++)
            if (plan_holds_sheets(chapter->section[k].part, chapter->section[k].parts)) return true;
    }
    return false;
}

static bool is_wanted(const struct shown *shown, const struct initiative_progress *one)
{
    if (shown->kind == SHOWN_SHEET) return text_equal(one->initiative->id, shown->initiative);
    if (shown->kind == SHOWN_PLAN) return plan_has_sheets(shown->truth->plan);
    return shown->kind == SHOWN_REPORT;
}

void shown_sheets(const struct shown *shown)
{
    const struct progress *progress = shown->truth->progress;
    struct sheet_read *sheet = arena_array(shown->finding->arena, progress->initiatives + 1, sizeof *sheet);
    bool *inside = arena_array(shown->finding->arena, shown->reading->parts + 1, sizeof *inside);
    bool sheets = shown->kind == SHOWN_PLAN || shown->kind == SHOWN_REPORT || shown->kind == SHOWN_SHEET;
    if (sheets) find_sheets(shown, sheet);
    for (unsigned i = 0; sheets && i < progress->initiatives; i++) {
        const struct initiative_progress *one = &progress->initiative[i];
        const struct spot spot =
            shown_spot(shown, 0, arena_printf(shown->finding->arena, "%sのシート", one->initiative->code));
        if (sheet[i].there) check_sheet(shown, one, &sheet[i]);
        if (!sheet[i].there && is_wanted(shown, one)) FINDING(shown->finding, VERIFY_ROW_MISSING, &spot, NULL);
        for (unsigned k = sheet[i].from; k < sheet[i].to; k++)
            inside[k] = true;
    }
    for (unsigned i = 0; i < shown->reading->parts; i++)
        if (!inside[i]) check_outside(shown, &shown->reading->part[i]);
    if (sheets) check_texts(shown, sheet);
}
