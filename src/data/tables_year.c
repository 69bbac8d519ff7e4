/* tables_year: tallies.csv, effects.csv, opinions.csv: what the years that were reported brought. */
#include <string.h>
#include "data/columns.h"
#include "data/tables.h"
#include "progress/number.h"
#include "progress/words.h"

/* ---- tallies.csv ---- */

struct count {
    const char *result;
    unsigned initiatives;
    bool graded;
    unsigned measured;
};

static void put_count(const struct source *source, struct csv *csv, int year, const struct tally *tally,
                      const struct count *count)
{
    columns_plan(source, csv);
    columns_year(source, csv, year);
    csv_text(csv, source_tally_by(tally));
    csv_text(csv, source_tally_name(source, tally));
    csv_text(csv, count->result);
    csv_integer(csv, count->initiatives);
    if (count->graded) {
        csv_integer(csv, count->measured);
        csv_integer(csv, count->initiatives - count->measured);
    } else {
        csv_number(csv, NULL);
        csv_number(csv, NULL);
    }
    csv_integer(csv, tally->denominator);
    csv_text(csv, source->note);
    csv_end(csv);
}

static unsigned put_tally(const struct source *source, struct csv *csv, int year, const struct tally *tally)
{
    const struct judgement *judgement = source->progress->judgement;
    unsigned rows = judgement->count;
    for (unsigned i = 0; i < judgement->count; i++) {
        struct count count = {judgement->grades[i].name, tally->graded[i], true, tally->measured[i]};
        put_count(source, csv, year, tally, &count);
    }
    for (enum outcome i = OUTCOME_GRADED + 1; i < OUTCOME_NOT_DUE; i++) {
        if (!source->progress->occurs[i]) continue;
        struct count count = {words_outcome(i), tally->outcome[i], false, 0};
        put_count(source, csv, year, tally, &count);
        rows++;
    }
    return rows;
}

unsigned tables_tallies(const struct source *source, struct buf *out)
{
    const struct progress *progress = source->progress;
    struct csv csv = {.out = out};
    unsigned rows = 0;
    columns_start(source, &csv, COLUMNS_TALLIES);
    for (unsigned i = 0; i < progress->years; i++) {
        unsigned tallies = 0;
        if (!source_file(source, progress->year_of[i])) continue;
        const struct tally *tally = progress_tally(progress, progress->year_of[i], &tallies);
        for (unsigned k = 0; k < tallies; k++)
            rows += put_tally(source, &csv, progress->year_of[i], &tally[k]);
    }
    return rows;
}

/* ---- effects.csv ---- */

static void put_whole(const struct source *source, struct csv *csv, bool given, int64_t amount)
{
    csv_number(csv, given ? number_plain(source->arena, (struct decimal){amount, 0}) : NULL);
}

static void put_effect(const struct source *source, struct csv *csv, const struct initiative *initiative, int year,
                       const struct effect *effect)
{
    columns_plan(source, csv);
    csv_text(csv, initiative->code);
    csv_text(csv, initiative->name);
    csv_text(csv, source_departments(source, initiative));
    columns_year(source, csv, year);
    csv_text(csv, effect->category->name);
    csv_text(csv, words_effect_kind(effect));
    bool thousands = !strcmp(effect->category->unit, "千円");
    put_whole(source, csv, thousands, effect->amount);
    put_whole(source, csv, thousands && effect->has_planned, effect->planned);
    put_whole(source, csv, thousands && effect->has_cost, effect->cost);
    csv_text(csv, effect->rule);
    csv_text(csv, source->note);
    csv_text(csv, effect->category->unit);
    put_whole(source, csv, true, effect->amount);
    put_whole(source, csv, effect->has_planned, effect->planned);
    put_whole(source, csv, effect->has_cost, effect->cost);
    csv_end(csv);
}

unsigned tables_effects(const struct source *source, struct buf *out)
{
    const struct progress *progress = source->progress;
    struct csv csv = {.out = out};
    unsigned rows = 0;
    columns_start(source, &csv, COLUMNS_EFFECTS);
    for (unsigned i = 0; i < progress->initiatives; i++)
        for (unsigned k = 0; k < progress->years; k++) {
            const struct initiative_year *year = &progress->initiative[i].year[k];
            for (unsigned n = 0; year->sheet && n < year->sheet->effects; n++, rows++)
                put_effect(source, &csv, progress->initiative[i].initiative, year->year, &year->sheet->effect[n]);
        }
    return rows;
}

/* ---- opinions.csv ---- */

/* `initiative` NULL: of the year as a whole. */
static unsigned put_opinions(const struct source *source, struct csv *csv, int year,
                             const struct initiative *initiative, const struct opinion *opinion, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        columns_plan(source, csv);
        columns_year(source, csv, year);
        csv_text(csv, initiative ? initiative->code : NULL);
        csv_text(csv, initiative ? initiative->name : NULL);
        csv_text(csv, opinion[i].by);
        csv_text(csv, source_date(source, opinion[i].date));
        csv_text(csv, source_field(source, &opinion[i].text));
        csv_text(csv, source_field(source, &opinion[i].response));
        csv_text(csv, source->note);
        csv_end(csv);
    }
    return count;
}

unsigned tables_opinions(const struct source *source, struct buf *out)
{
    const struct progress *progress = source->progress;
    struct csv csv = {.out = out};
    unsigned rows = 0;
    columns_start(source, &csv, COLUMNS_OPINIONS);
    for (unsigned i = 0; i < progress->years; i++) {
        int year = progress->year_of[i];
        const struct actuals *file = source_file(source, year);
        if (file) rows += put_opinions(source, &csv, year, NULL, file->opinion, file->opinions);
        for (unsigned k = 0; k < progress->initiatives; k++) {
            const struct initiative_progress *one = &progress->initiative[k];
            const struct sheet_year *sheet = one->year[i].sheet;
            if (sheet) rows += put_opinions(source, &csv, year, one->initiative, sheet->opinion, sheet->opinions);
        }
    }
    return rows;
}
