/* twins: sheets that say the same: indicators with the same targets, fields that repeat another sheet's, a challenge that speaks of another
   sheet's subject. Texts are compared by their triples of characters; which pairs are compared at all, a sketch of each text says, so
   that the cost grows with the texts and not with their pairs. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "check/rules.h"
#include "check/sheets.h"

/* --- indicators --- */

/* What makes an indicator: its definition and all its targets. */
static const char *indicator_key(const struct check *check, const struct indicator *indicator)
{
    const char *key = sheets_plain(check, indicator->definition);
    for (unsigned t = 0; t < indicator->targets; t++)
        key = arena_printf(check->scratch, "%s\n%s", key, sheets_plain(check, indicator->target[t].value.text));
    return key;
}

static void check_indicators(const struct check *check, const struct sheet_of *sheet, unsigned count)
{
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < count; i++)
        for (unsigned k = 0; k < sheet[i].initiative->indicators; k++) {
            const struct indicator *own = &sheet[i].initiative->indicator[k];
            const char *key = indicator_key(check, own);
            const struct initiative *other = g_hash_table_lookup(seen, key);
            if (!other)
                g_hash_table_insert(seen, (gpointer)key, (gpointer)sheet[i].initiative);
            else if (other != sheet[i].initiative)
                DIAG_ABOUT(check->diag, CHECK_TWIN_INDICATOR, sheet[i].initiative->id, check->plan->file, own->line,
                           sheet[i].initiative->id, own->definition, other->id);
        }
    g_hash_table_destroy(seen);
}

/* --- texts --- */

enum { SKETCH = 8, TEXT_LEAST = 30, BUCKET_MOST = 64 };
static const double ALIKE = 0.8; /* share of triples that two texts have in common */

struct told {
    const struct initiative *initiative;
    const char *name, *label; /* action, 取組み内容 */
    const char *text, *plain;
    long line;
    unsigned triples;
    uint32_t *triple; /* hashes, ascending, each once */
};

static int by_value(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

static uint32_t mix(uint32_t h, uint32_t c)
{
    h = (h ^ c) * 0x9E3779B1U;
    return h ^ h >> 15;
}

static void read_triples(const struct check *check, struct told *told)
{
    unsigned length = (unsigned)g_utf8_strlen(told->plain, -1);
    if (length < TEXT_LEAST) return;
    told->triple = arena_array(check->scratch, length, sizeof *told->triple);
    const char *a = told->plain, *b = g_utf8_next_char(a), *c = g_utf8_next_char(b);
    for (; *c; a = b, b = c, c = g_utf8_next_char(c))
        told->triple[told->triples++] = mix(mix(mix(0, g_utf8_get_char(a)), g_utf8_get_char(b)), g_utf8_get_char(c));
    qsort(told->triple, told->triples, sizeof *told->triple, by_value);
    unsigned kept = 0;
    for (unsigned i = 0; i < told->triples; i++)
        if (!kept || told->triple[kept - 1] != told->triple[i]) told->triple[kept++] = told->triple[i];
    told->triples = kept;
}

static double share_alike(const struct told *one, const struct told *other)
{
    unsigned both = 0, i = 0, k = 0;
    while (i < one->triples && k < other->triples) {
        uint32_t a = one->triple[i], b = other->triple[k];
        both += a == b;
        i += a <= b;
        k += b <= a;
    }
    unsigned all = one->triples + other->triples - both;
    return all ? (double)both / all : 0;
}

static void tell_alike(const struct check *check, const struct told *one, const struct told *before)
{
    const char *about = arena_printf(check->scratch, "%s/%s", one->initiative->id, one->name);
    const char *line = sheets_line(check, before->line), *brief = sheets_brief(check, one->text, 30);
    if (!strcmp(one->plain, before->plain))
        DIAG_ABOUT(check->diag, CHECK_TEXT_REPEATED, about, check->plan->file, one->line, one->initiative->id,
                   one->label, before->initiative->id, before->label, line, brief);
    else
        DIAG_ABOUT(check->diag, CHECK_TEXT_ALIKE, about, check->plan->file, one->line, one->initiative->id, one->label,
                   before->initiative->id, before->label, line, brief);
}

/* The first text before it that says the same; the sketch's values are buckets of texts. */
static const struct told *find_alike(GHashTable *buckets, const struct told *told)
{
    const struct told *best = NULL;
    double most = ALIKE;
    for (unsigned s = 0; s < SKETCH && s < told->triples; s++) {
        const GPtrArray *bucket = g_hash_table_lookup(buckets, GUINT_TO_POINTER(told->triple[s]));
        for (unsigned i = 0; bucket && i < bucket->len; i++) {
            const struct told *other = bucket->pdata[i];
            double share = other->initiative != told->initiative ? share_alike(told, other) : 0;
            if (share < most || (best && share <= most)) continue;
            most = share;
            best = other;
        }
    }
    return best;
}

static void put_into_buckets(GHashTable *buckets, struct told *told)
{
    for (unsigned s = 0; s < SKETCH && s < told->triples; s++) {
        gpointer key = GUINT_TO_POINTER(told->triple[s]);
        GPtrArray *bucket = g_hash_table_lookup(buckets, key);
        if (!bucket) g_hash_table_insert(buckets, key, bucket = g_ptr_array_new());
        if (bucket->len < BUCKET_MOST) g_ptr_array_add(bucket, told);
    }
}

static void free_bucket(gpointer bucket)
{
    g_ptr_array_free(bucket, TRUE);
}

static void check_texts(const struct check *check, const struct sheet_of *sheet, unsigned count)
{
    GHashTable *buckets = g_hash_table_new_full(NULL, NULL, NULL, free_bucket);
    for (unsigned i = 0; i < count; i++) {
        const struct initiative *one = sheet[i].initiative;
        const struct {
            const char *name, *label;
            const struct field *field;
        } FIELDS[] = {
            {"current",   "現状",          &one->current  },
            {"challenge", "課題",          &one->challenge},
            {"action",    "取組み内容", &one->action   },
        };
        for (size_t f = 0; f < sizeof FIELDS / sizeof *FIELDS; f++) {
            struct told *told = arena_alloc(check->scratch, sizeof *told);
            const char *text = sheets_field(check, FIELDS[f].field);
            *told = (struct told){.initiative = one,
                                  .name = FIELDS[f].name,
                                  .label = FIELDS[f].label,
                                  .text = text,
                                  .plain = sheets_plain(check, text),
                                  .line = FIELDS[f].field->line};
            read_triples(check, told);
            const struct told *before = find_alike(buckets, told);
            if (before) tell_alike(check, told, before);
            put_into_buckets(buckets, told);
        }
    }
    g_hash_table_destroy(buckets);
}

/* --- subjects --- */

enum {
    SUBJECT_LEAST = 5
}; /* pairs of kanji that a challenge has in common with another sheet, and none with its own */

static bool is_kanji(gunichar c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

/* Calls for each pair of kanji that stand side by side. */
static void each_pair(const char *text, void (*visit)(void *, gpointer), void *self)
{
    gunichar before = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_kanji(before) && is_kanji(c)) visit(self, GUINT_TO_POINTER((before & 0xFFFF) << 16 | (c & 0xFFFF)));
        before = c;
    }
}

static void add_pair(void *set, gpointer pair)
{
    g_hash_table_add(set, pair);
}

/* Of what a sheet is about: its names, its item, its indicators, its action. */
static GHashTable *subject_of(const struct check *check, const struct sheet_of *sheet)
{
    GHashTable *set = g_hash_table_new(NULL, NULL);
    each_pair(sheet->initiative->name, add_pair, set);
    each_pair(sheet->item->name, add_pair, set);
    for (unsigned k = 0; k < sheet->initiative->indicators; k++)
        each_pair(sheet->initiative->indicator[k].definition, add_pair, set);
    each_pair(sheets_field(check, &sheet->initiative->action), add_pair, set);
    return set;
}

struct common {
    GHashTable *subject, *counted;
    unsigned count;
};
static void count_pair(void *self, gpointer pair)
{
    struct common *common = self;
    if (g_hash_table_contains(common->subject, pair) && g_hash_table_add(common->counted, pair)) common->count++;
}
static unsigned pairs_in_common(const char *text, GHashTable *subject)
{
    struct common common = {subject, g_hash_table_new(NULL, NULL), 0};
    each_pair(text, count_pair, &common);
    g_hash_table_destroy(common.counted);
    return common.count;
}

/* Only names of the same policy are asked: words of another department's field occur everywhere. */
static void check_subject(const struct check *check, const struct sheet_of *all, GHashTable *const *subject,
                          unsigned count, unsigned index)
{
    const struct initiative *own = all[index].initiative;
    const char *text = sheets_field(check, &own->challenge);
    unsigned most = 0, best = index;
    if (g_utf8_strlen(text, -1) < TEXT_LEAST || pairs_in_common(text, subject[index])) return;
    for (unsigned i = 0; i < count; i++) {
        unsigned common = all[i].policy == all[index].policy ? pairs_in_common(text, subject[i]) : 0;
        if (common <= most) continue;
        most = common;
        best = i;
    }
    if (most >= SUBJECT_LEAST)
        DIAG_ABOUT(check->diag, CHECK_SUBJECT, arena_printf(check->scratch, "%s/challenge", own->id), check->plan->file,
                   own->challenge.line, own->id, sheets_brief(check, text, 30), own->name, all[best].initiative->id,
                   all[best].initiative->name);
}

static void check_subjects(const struct check *check, const struct sheet_of *sheet, unsigned count)
{
    GHashTable **subject = arena_array(check->scratch, count + 1, sizeof *subject);
    for (unsigned i = 0; i < count; i++)
        subject[i] = subject_of(check, &sheet[i]);
    for (unsigned i = 0; i < count; i++)
        check_subject(check, sheet, subject, count, i);
    for (unsigned i = 0; i < count; i++)
        g_hash_table_destroy(subject[i]);
}

void twins_check(const struct check *check)
{
    unsigned count;
    const struct sheet_of *sheet = sheets_all(check, &count);
    check_indicators(check, sheet, count);
    check_texts(check, sheet, count);
    check_subjects(check, sheet, count);
}
