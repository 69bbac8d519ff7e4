/* entry_year: what a year's actuals say, and the grades they came to. */
#include <string.h>
#include "base/buf.h"
#include "diff/entry.h"
#include "progress/words.h"

static const char THOUSANDS[] = "千円";

/* Of what is being listed. */
struct sheet_list {
    struct entries *entries;
    int year;
};

static void add(const struct sheet_list *list, enum entry_form form, const char *field, const char *part,
                const char *text)
{
    entry_add(list->entries, (struct entry){.form = form,
                                            .document = DIFFERENCE_REPORT,
                                            .field = field,
                                            .part = part,
                                            .year = list->year,
                                            .text = text});
}

static void add_lines(const struct sheet_list *list, const char *field, const char *part, const struct field *text)
{
    add(list, ENTRY_TEXT, field, part, entry_lines(list->entries->arena, text));
}

static void add_opinions(const struct sheet_list *list, const struct opinion *opinion, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        add_lines(list, "opinion", opinion[i].by, &opinion[i].text);
        add_lines(list, "response", opinion[i].by, &opinion[i].response);
    }
}

/* ---- the whole file ---- */

void entry_year(struct entries *entries, const struct actuals *actuals)
{
    const struct sheet_list list = {entries, actuals->year};
    struct arena *arena = entries->arena;
    add(&list, ENTRY_WORDS, "as-of", NULL, date_text(arena, actuals->as_of));
    if (actuals->has_published) add(&list, ENTRY_WORDS, "published", NULL, date_text(arena, actuals->published));
    add_lines(&list, "overview", NULL, &actuals->overview);
    add_opinions(&list, actuals->opinion, actuals->opinions);
}

/* ---- an actual ---- */

static void put_part(struct buf *buf, const char *text)
{
    if (!text || !*text) return;
    if (buf->size) buf_str(buf, "、");
    buf_str(buf, text);
}

static void put_state(struct buf *buf, const char *word, int in, const struct entries *entries)
{
    if (!word) return;
    buf_printf(buf, "（%s", word);
    if (in) buf_printf(buf, "、%s", year_label(entries->year_kind, entries->arena, in));
    buf_str(buf, "）");
}

/* As a reader sees it: 調査を実施、1,200件（一部達成）. */
static const char *said(const struct entries *entries, const struct actual *actual)
{
    struct buf buf = {0};
    if (!actual->steps) put_part(&buf, actual->value.text);
    for (unsigned i = 0; i < actual->steps; i++) {
        put_part(&buf, actual->step[i].text);
        put_state(&buf, words_state(actual->step[i].declared, actual->step[i].own_state), 0, entries);
    }
    if (actual->has_number) put_part(&buf, actual->number.text);
    put_state(&buf, words_state(actual->declared, actual->own_state), actual->in, entries);
    const char *text = arena_strndup(entries->arena, buf.data ? buf.data : "", buf.size);
    buf_free(&buf);
    return text;
}

/* A cell that is nothing but a value is compared as one. */
static bool is_plain(const struct actual *actual)
{
    return !actual->steps && !actual->has_number && !words_state(actual->declared, actual->own_state);
}

static void add_actual(const struct sheet_list *list, const struct actual *actual, unsigned number)
{
    struct arena *arena = list->entries->arena;
    const char *status = words_certainty(actual->certainty);
    const char *months = actual->months ? arena_printf(arena, "%uか月", actual->months) : NULL;
    const struct {
        const char *field, *text;
    } WORDS[] = {
        {"status",        status          },
        {"actual-as-of",  actual->as_of   },
        {"actual-source", actual->source  },
        {"evidence",      actual->evidence},
        {"why",           actual->why     },
        {"decision",      actual->decision},
        {"months",        months          },
    };
    if (!number) return;
    entry_add(list->entries, (struct entry){.form = ENTRY_VALUE,
                                            .document = DIFFERENCE_REPORT,
                                            .field = "actual",
                                            .indicator = number,
                                            .year = list->year,
                                            .text = said(list->entries, actual),
                                            .value = is_plain(actual) ? &actual->value : NULL});
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        entry_add(list->entries, (struct entry){.form = ENTRY_WORDS,
                                                .document = DIFFERENCE_REPORT,
                                                .field = WORDS[i].field,
                                                .indicator = number,
                                                .year = list->year,
                                                .text = WORDS[i].text});
}

/* ---- the rest of a sheet ---- */

static void add_survey(const struct sheet_list *list, const struct survey *survey, unsigned number)
{
    struct arena *arena = list->entries->arena;
    if (!number) return;
    entry_add(list->entries,
              (struct entry){.form = ENTRY_WORDS,
                             .document = DIFFERENCE_REPORT,
                             .field = "survey",
                             .indicator = number,
                             .year = list->year,
                             .text = arena_printf(arena, "%s、%u人", date_text(arena, survey->date), survey->n)});
}

static void add_effect(const struct sheet_list *list, const struct effect *effect)
{
    struct arena *arena = list->entries->arena;
    const char *unit = effect->category->unit,
               *category = arena_printf(arena, "%s、%s", effect->category->name, words_effect_kind(effect));
    add(list, ENTRY_WORDS, "effect", category, entry_amount(arena, effect->amount, unit));
    if (effect->has_planned)
        add(list, ENTRY_WORDS, "effect-planned", category, entry_amount(arena, effect->planned, unit));
    if (effect->has_cost) add(list, ENTRY_WORDS, "effect-cost", category, entry_amount(arena, effect->cost, unit));
    add(list, ENTRY_WORDS, "effect-rule", category, effect->rule);
}

static void add_fields(const struct sheet_list *list, const struct form_fields *fields)
{
    for (unsigned i = 0; i < fields->count; i++) {
        const struct form_field *field = &fields->field[i];
        bool own = field->id == FIELD_OWN;
        add_lines(list, own ? "extra" : field->element, own ? field->name : NULL, &field->text);
    }
}

void entry_sheet(struct entries *entries, const struct sheet_year *sheet, int year, const unsigned *number)
{
    const struct sheet_list list = {entries, year};
    for (unsigned i = 0; i < sheet->actuals; i++)
        add_actual(&list, &sheet->actual[i], number[sheet->actual[i].indicator]);
    for (unsigned i = 0; i < sheet->surveys; i++)
        add_survey(&list, &sheet->survey[i], number[sheet->survey[i].indicator]);
    add(&list, ENTRY_WORDS, "progress", NULL, sheet->pace ? sheet->pace->word : NULL);
    add_fields(&list, &sheet->fields);
    for (unsigned i = 0; i < sheet->evaluations; i++) {
        add(&list, ENTRY_WORDS, "evaluation-grade", sheet->evaluation[i].by, sheet->evaluation[i].grade);
        add(&list, ENTRY_WORDS, "evaluation-why", sheet->evaluation[i].by, sheet->evaluation[i].why);
        add_lines(&list, "evaluation", sheet->evaluation[i].by, &sheet->evaluation[i].text);
    }
    add(&list, ENTRY_WORDS, "direction", NULL, sheet->direction);
    if (sheet->has_cost) add(&list, ENTRY_WORDS, "cost", NULL, entry_amount(entries->arena, sheet->cost, THOUSANDS));
    for (unsigned i = 0; i < sheet->costs; i++)
        add(&list, ENTRY_WORDS, "cost", sheet->source[i].source,
            entry_amount(entries->arena, sheet->source[i].amount, THOUSANDS));
    for (unsigned i = 0; i < sheet->effects; i++)
        add_effect(&list, &sheet->effect[i]);
    add_opinions(&list, sheet->opinion, sheet->opinions);
}

void entry_grade(struct entries *entries, const struct progress *progress, unsigned ordinal, int year)
{
    const struct sheet_list list = {entries, year};
    const struct initiative_progress *initiative = &progress->initiative[ordinal];
    for (unsigned i = 0; i < progress->years; i++) {
        const struct verdict *verdict = &initiative->year[i].verdict;
        if (progress->year_of[i] != year) continue;
        bool graded = verdict->outcome == OUTCOME_GRADED;
        add(&list, ENTRY_WORDS, "grade", NULL,
            graded ? progress->judgement->grades[verdict->grade].name : words_outcome(verdict->outcome));
    }
}
