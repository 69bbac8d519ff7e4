/* actuals: input/actuals/YEAR.xml → one struct a year. The file's frame and what stands for the whole year; sheets are read by
   actuals_sheet.c and held against the plan by actuals_check.c. Knows nothing of grades and rates. */
#include "plan/actuals.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "base/xml.h"
#include "plan/actuals_private.h"
#include "plan/conform.h"
#include "plan/groups.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

enum { FILE_LARGEST = 32 << 20, YEAR_DIGITS = 4, YEAR_BEGINS = 4 /* April */ };
static const char SUFFIX[] = ".xml";

/* --- dates --- */

static long last_day(struct date date)
{
    return ((long)date.year * 100 + (date.month ? date.month : 12)) * 100 + (date.day ? date.day : 31);
}

static long first_day(struct date date)
{
    return ((long)date.year * 100 + (date.month ? date.month : 1)) * 100 + (date.day ? date.day : 1);
}

bool actuals_before(struct date a, struct date b)
{
    return a.year && b.year && last_day(a) < first_day(b);
}

static struct date beginning(const struct year_reader *year)
{
    return (struct date){year->year, YEAR_BEGINS, 1};
}

void actuals_check_date(struct year_reader *year, struct date date, const char *what, long line)
{
    struct arena *arena = year->reader.arena;
    if (year->year && actuals_before(date, beginning(year)))
        TELL_YEAR(year, DATE_EARLY, line, what, date_text(arena, date), year->label);
    if (actuals_before(year->published, date))
        TELL_YEAR(year, DATE_LATE, line, what, date_text(arena, date), date_text(arena, year->published));
}

static void check_frame(struct year_reader *year, const xmlNode *root)
{
    struct arena *arena = year->reader.arena;
    const struct plan *plan = year->plan;
    long line = xmlGetLineNo(root);
    if (year->year && (year->year < plan->first || year->year > plan->last))
        TELL_YEAR(year, YEAR_OUTSIDE, line, year->label, year_label(plan->year_kind, arena, plan->first),
                  year_label(plan->year_kind, arena, plan->last));
    if (year->year && actuals_before(year->as_of, beginning(year)))
        TELL_YEAR(year, AS_OF_EARLY, line, date_text(arena, year->as_of), year->label);
    if (actuals_before(year->published, year->as_of))
        TELL_YEAR(year, PUBLISHED_EARLY, line, date_text(arena, year->published), date_text(arena, year->as_of));
}

/* --- what stands for the whole year --- */

const char *actuals_quoted(struct arena *arena, const char *const *names, unsigned count)
{
    struct buf list = {0};
    for (unsigned i = 0; i < count; i++) {
        buf_str(&list, "「");
        buf_str(&list, names[i]);
        buf_str(&list, "」");
    }
    const char *copy = arena_strdup(arena, buf_text(&list));
    buf_free(&list);
    return copy;
}

const struct opinion *actuals_opinions(struct year_reader *year, const xmlNode *parent, const char *owner,
                                       unsigned *count)
{
    struct reader *reader = &year->reader;
    const char *field = arena_printf(reader->arena, "%s意見", owner);
    struct opinion *opinion = arena_array(reader->arena, nodes_count(parent, "opinion"), sizeof *opinion);
    *count = 0;
    for (const xmlNode *node = nodes_first(parent, "opinion"); node; node = nodes_next(node)) {
        const char *by = text_attribute(reader, node, "by", arena_printf(reader->arena, "%sを述べた人", field));
        struct opinion *own = &opinion[(*count)++];
        *own = (struct opinion){
            .by = by ? by : "",
            .date = read_date(node, "date"),
            .text = text_field(reader, nodes_first(node, "text"), field),
            .response =
                text_field(reader, nodes_first(node, "response"), arena_printf(reader->arena, "%sへの対応", field)),
        };
        actuals_check_date(year, own->date, field, xmlGetLineNo(node));
    }
    return opinion;
}

/* A correction may point at an initiative and one of its indicators. */
static void check_correction(struct year_reader *year, const struct correction *correction)
{
    struct arena *arena = year->reader.arena;
    long line = correction->line;
    if (actuals_before(correction->date, year->published))
        TELL_YEAR(year, CORRECTION_EARLY, line, date_text(arena, correction->date), date_text(arena, year->published));
    if (!correction->ref) return;
    bool many = false;
    unsigned ordinal = groups_refer(year->plan, correction->ref, &many);
    if (ordinal == year->plan->initiatives) {
        if (many)
            TELL_YEAR(year, SHEET_AMBIGUOUS, line, correction->ref);
        else
            TELL_YEAR(year, CORRECTION_REF, line, correction->ref);
        return;
    }
    const struct initiative *initiative = &year->plan->initiative[ordinal];
    const char **id = arena_array(arena, initiative->indicators, sizeof *id);
    for (unsigned i = 0; correction->indicator && i < initiative->indicators; i++) {
        id[i] = initiative->indicator[i].id;
        if (!strcmp(id[i], correction->indicator)) return;
    }
    if (correction->indicator)
        TELL_YEAR(year, CORRECTION_INDICATOR, line, initiative->code, correction->indicator,
                  actuals_quoted(arena, id, initiative->indicators));
}

static const struct actuals *convert(struct year_reader *year, const xmlNode *root)
{
    struct arena *arena = year->reader.arena;
    struct actuals *actuals = arena_alloc(arena, sizeof *actuals);
    year->year = read_year(root, "year");
    year->label = year->year ? year_label(year->plan->year_kind, arena, year->year) : "";
    year->as_of = read_date(root, "as-of");
    year->published = read_date(root, "published");
    check_frame(year, root);
    *actuals = (struct actuals){
        .file = year->reader.file,
        .year = year->year,
        .as_of = year->as_of,
        .has_published = year->published.year != 0,
        .published = year->published,
        .sample = read_choice(root, "sample", (const char *const[]){"no", "yes", NULL}) == 1,
        .overview =
            text_field(&year->reader, nodes_first(root, "overview"), arena_printf(arena, "%sの総括", year->label)),
    };
    actuals->opinion = actuals_opinions(year, root, arena_printf(arena, "%sの", year->label), &actuals->opinions);
    actuals->sheet = actuals_sheets(year, root, &actuals->sheets);
    actuals->correction = read_corrections(&year->reader, root, year->plan, &actuals->corrections);
    for (unsigned i = 0; i < actuals->corrections; i++)
        check_correction(year, &actuals->correction[i]);
    actuals->text = text_list(&year->reader);
    actuals->texts = year->reader.texts;
    actuals->readings = text_readings(&year->reader);
    return actuals;
}

/* --- the folder --- */

/* The years that have a file. */
struct found {
    int *year;
    unsigned count, capacity;
};

/* 2026 of "2026.xml"; 0 of any other name. */
static int year_of_name(const char *name)
{
    struct date date;
    char digits[YEAR_DIGITS + 1] = "";
    if (strlen(name) != YEAR_DIGITS + strlen(SUFFIX) || strcmp(name + YEAR_DIGITS, SUFFIX) != 0) return 0;
    memcpy(digits, name, YEAR_DIGITS);
    return date_parse(digits, &date) ? date.year : 0;
}

static int by_year(const void *left, const void *right)
{
    const int *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* False: the folder cannot be looked at, which was told. Files whose names begin with a point are other programs' own. */
static bool find_years(struct arena *arena, const char *folder, int last, struct found *found, struct diag *diag)
{
    DIR *directory = opendir(folder);
    if (!directory && errno == ENOENT) return true;
    if (!directory) {
        DIAG(diag, FILE_UNREADABLE, folder, 0, strerror(errno));
        return false;
    }
    for (const struct dirent *entry = readdir(directory); entry; entry = readdir(directory)) {
        int year = year_of_name(entry->d_name);
        if (entry->d_name[0] == '.' || (last && year > last)) continue;
        if (!year) {
            DIAG_ABOUT(diag, HISTORY_IGNORED, entry->d_name, arena_printf(arena, "%s/%s", folder, entry->d_name), 0,
                       NULL);
            continue;
        }
        GROW(found->year, found->count, found->capacity);
        found->year[found->count++] = year;
    }
    closedir(directory);
    if (found->count) qsort(found->year, found->count, sizeof *found->year, by_year);
    return true;
}

/* One file; NULL when it could not be read at all. */
static const struct actuals *read_file(struct year_reader *year, int of_name)
{
    const struct actuals *actuals = NULL;
    xmlDoc *document = xml_read(year->reader.file, FILE_LARGEST, year->reader.diag);
    if (document && conform_check(document, ROOT_actuals, year->reader.file, year->reader.diag)) {
        const xmlNode *root = xmlDocGetRootElement(document);
        actuals = convert(year, root);
        if (actuals->year && actuals->year != of_name)
            TELL_YEAR(year, YEAR_OF_FILE, xmlGetLineNo(root), arena_printf(year->reader.arena, "%d%s", of_name, SUFFIX),
                      arena_printf(year->reader.arena, "%d", actuals->year));
    }
    text_free(&year->reader);
    xmlFreeDoc(document);
    return actuals;
}

static void read_years(struct history *history, const char *folder, const struct plan *plan, const struct found *found,
                       struct diag *diag)
{
    const struct actuals **year = arena_array(history->arena, found->count, sizeof(const struct actuals *));
    history->year = year;
    for (unsigned i = 0; i < found->count; i++) {
        const char *file = arena_printf(history->arena, "%s/%d%s", folder, found->year[i], SUFFIX);
        struct year_reader reader = {
            .reader = {.arena = history->arena, .file = file, .diag = diag},
            .plan = plan,
            .before = history->year,
            .years_before = history->years,
        };
        const struct actuals *actuals = read_file(&reader, found->year[i]);
        if (actuals) year[history->years++] = actuals;
    }
}

struct history *history_read(const char *folder, const struct plan *plan, int last, struct diag *diag)
{
    unsigned before = diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE);
    struct arena *arena = arena_new();
    struct history *history = arena_alloc(arena, sizeof *history);
    struct found found = {0};
    history->arena = arena;
    if (find_years(arena, folder, last, &found, diag)) read_years(history, folder, plan, &found, diag);
    free(found.year);
    if (diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE) == before) return history;
    history_free(history);
    return NULL;
}

void history_free(struct history *history)
{
    if (history) arena_free(history->arena);
}

const struct sheet_year *history_sheet(const struct history *history, int year, unsigned initiative)
{
    const struct actuals *actuals = NULL;
    for (unsigned i = 0; i < history->years; i++)
        if (history->year[i]->year == year) actuals = history->year[i];
    if (!actuals) return NULL;
    /* In the order of initiatives, each at most once. */
    unsigned low = 0, high = actuals->sheets;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (actuals->sheet[middle].initiative < initiative)
            low = middle + 1;
        else
            high = middle;
    }
    return low < actuals->sheets && actuals->sheet[low].initiative == initiative ? &actuals->sheet[low] : NULL;
}
