/* data: the order of the files, and what they are made of. */
#include "data/data.h"
#include "data/columns.h"
#include "data/record.h"
#include "data/tables.h"

static unsigned (*const TABLE[COLUMNS_FILES])(const struct source *source, struct buf *out) = {
    [COLUMNS_INDICATORS] = tables_indicators, [COLUMNS_INITIATIVES] = tables_initiatives,
    [COLUMNS_TALLIES] = tables_tallies,       [COLUMNS_EFFECTS] = tables_effects,
    [COLUMNS_OPINIONS] = tables_opinions,
};

static bool is_optional(enum columns_file file)
{
    return file == COLUMNS_EFFECTS || file == COLUMNS_OPINIONS;
}

/* One year with made-up numbers makes all of it a sample, as in the report. */
static bool has_sample(const struct source *source)
{
    for (unsigned i = 0; i < source->history->years; i++)
        if (source->history->year[i]->sample) return true;
    return false;
}

/* Every row says its year: it is worded once. */
static const char *const *eras(const struct source *source)
{
    const struct progress *progress = source->progress;
    const char **era = arena_array(source->arena, progress->years, sizeof *era);
    for (unsigned i = 0; i < progress->years; i++)
        era[i] = year_label(source->plan->year_kind, source->arena, progress->year_of[i]);
    return era;
}

static unsigned make(struct source *source, struct data_file *files)
{
    bool made[COLUMNS_FILES] = {false};
    unsigned count = 0;
    source->era = eras(source);
    source->sample = has_sample(source);
    source->note = source->sample ? "見本（架空の数値）" : "";
    for (enum columns_file file = 0; file < COLUMNS_FILES; file++) {
        struct buf content = {0};
        made[file] = TABLE[file](source, &content) || !is_optional(file);
        if (made[file])
            files[count++] = (struct data_file){columns_file_name(file), content};
        else
            buf_free(&content);
    }
    files[count] = (struct data_file){.name = "columns.csv"};
    columns_csv(source, made, &files[count++].content);
    files[count] = (struct data_file){.name = "data.json"};
    record_json(source, &files[count++].content);
    return count;
}

unsigned data_make(const struct plan *plan, const struct history *history, const struct progress *progress,
                   struct data_file *files)
{
    static const struct history NOTHING = {0};
    struct source source = {.plan = plan, .history = history, .progress = progress, .arena = arena_new()};
    struct progress *before = NULL;
    struct diag *diag = NULL;
    if (!progress) { /* as of the year before the plan, when nothing is due */
        diag = diag_new();
        source.history = &NOTHING;
        source.progress = before = progress_new(plan, &NOTHING, plan->first - 1, diag);
    }
    unsigned count = make(&source, files);
    progress_free(before);
    diag_free(diag);
    arena_free(source.arena);
    return count;
}
