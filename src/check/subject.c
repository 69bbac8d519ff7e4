/* subject: a field that speaks of another sheet's subject: it has none of the words of its own sheet's names, and many of another's.
   A word is a run of katakana or letters, or two kanji side by side, so that nobody has to know where kanji words end. */
#include <glib.h>
#include <string.h>
#include "base/utf8.h"
#include "check/prose.h"
#include "check/rules.h"
#include "check/script.h"

enum {
    WORDS_LEAST = 5,  /* of another sheet's name, in the field */
    SHEETS_MOST = 64, /* that have a word in their names before it is too common to say anything */
    WORDS_MOST = 4096 /* of one text */
};

/* Words as numbers; which sheets have them in their names. */
struct subjects {
    const struct check *check;
    GHashTable *number;  /* word → 1 + its place in `sheets` */
    GPtrArray *sheets;   /* GArray of unsigned */
    unsigned *met, *own; /* for each word: the last text that had it; the last sheet whose own it is */
    unsigned common;     /* words that more sheets have are passed over */
};

/* The next word at or behind *p, which moves behind its first kanji, or behind the run; false: there is none. */
static bool next_word(const char **p, const char **word, size_t *length)
{
    while (**p) {
        const char *start = *p, *next = start;
        enum script script = script_of(utf8_next(&next));
        *p = next;
        if (script != SCRIPT_KANJI && script != SCRIPT_KATAKANA && script != SCRIPT_LATIN) continue;
        unsigned letters = 1;
        for (const char *end = next; *end && script_of(utf8_next(&next)) == script; end = next) {
            letters++;
            if (script == SCRIPT_KANJI) break;
            *p = next;
        }
        if (letters < 2) continue;
        *word = start;
        *length = (size_t)((script == SCRIPT_KANJI ? next : *p) - start);
        return true;
    }
    return false;
}

static unsigned number_of(struct subjects *subjects, const char *word, size_t length, bool add)
{
    char *key = g_strndup(word, length);
    unsigned number = GPOINTER_TO_UINT(g_hash_table_lookup(subjects->number, key));
    if (!number && add) {
        number = subjects->sheets->len + 1;
        g_hash_table_insert(subjects->number, key, GUINT_TO_POINTER(number));
        g_ptr_array_add(subjects->sheets, g_array_new(FALSE, FALSE, sizeof(unsigned)));
        return number;
    }
    g_free(key);
    return number;
}

static void add_name(struct subjects *subjects, const char *name, unsigned sheet)
{
    const char *word;
    size_t length;
    while (next_word(&name, &word, &length)) {
        unsigned number = number_of(subjects, word, length, true);
        GArray *list = g_ptr_array_index(subjects->sheets, number - 1);
        bool has = list->len && g_array_index(list, unsigned, list->len - 1) == sheet;
        if (!has && list->len <= SHEETS_MOST) g_array_append_val(list, sheet);
    }
}

/* --- a field --- */

static void mark_own(struct subjects *subjects, const char *text, unsigned sheet)
{
    const char *word;
    size_t length;
    while (next_word(&text, &word, &length)) {
        unsigned number = number_of(subjects, word, length, false);
        if (number) subjects->own[number - 1] = sheet + 1;
    }
}

/* How many different words of its names each sheet has in the text; false: it has one of its own. */
static bool count_words(struct subjects *subjects, const struct prose *prose, unsigned index, unsigned *shared)
{
    const char *word, *text = prose->text;
    size_t length;
    for (unsigned words = 0; words < WORDS_MOST && next_word(&text, &word, &length); words++) {
        unsigned number = number_of(subjects, word, length, false);
        if (!number || subjects->met[number - 1] == index + 1) continue;
        subjects->met[number - 1] = index + 1;
        const GArray *list = g_ptr_array_index(subjects->sheets, number - 1);
        if (subjects->own[number - 1] == prose->sheet + 1) return false;
        for (unsigned i = 0; list->len <= subjects->common && i < list->len; i++)
            shared[g_array_index(list, unsigned, i)]++;
    }
    return true;
}

static void check_field(struct subjects *subjects, const struct prose_sheet *sheet, unsigned sheets,
                        const struct prose *prose, unsigned index, unsigned *shared)
{
    memset(shared, 0, sheets * sizeof *shared);
    if (!count_words(subjects, prose, index, shared)) return;
    unsigned best = prose->sheet;
    for (unsigned i = 0; i < sheets; i++)
        if (sheet[i].group != sheet[prose->sheet].group && shared[i] > shared[best]) best = i;
    if (shared[best] < WORDS_LEAST) return;
    const struct check *check = subjects->check;
    const struct initiative *own = sheet[prose->sheet].initiative, *other = sheet[best].initiative;
    DIAG_ABOUT(check->diag, CHECK_SUBJECT, prose->about, check->plan->file, prose->line, prose->where, own->name,
               other->code, other->name, prose_number(check, other->line));
}

static bool is_asked(const struct prose *prose)
{
    return !strcmp(prose->name, "challenge") || !strcmp(prose->name, "action") || !strcmp(prose->name, "goal");
}

static void check_fields(struct subjects *subjects, const struct prose_sheet *sheet, unsigned sheets)
{
    unsigned count, marked = sheets;
    const struct prose *prose = prose_list(subjects->check, &count);
    struct arena *arena = subjects->check->scratch;
    unsigned *shared = arena_array(arena, sheets, sizeof *shared);
    subjects->met = arena_array(arena, subjects->sheets->len, sizeof *subjects->met);
    subjects->own = arena_array(arena, subjects->sheets->len, sizeof *subjects->own);
    for (unsigned i = 0; i < count; i++) {
        const struct prose_sheet *own = &sheet[prose[i].sheet];
        if (!is_asked(&prose[i])) continue;
        if (marked != prose[i].sheet) {
            marked = prose[i].sheet;
            mark_own(subjects, own->initiative->name, marked);
            if (own->group) mark_own(subjects, own->group->name, marked);
            for (unsigned j = 0; j < own->initiative->indicators; j++)
                mark_own(subjects, own->initiative->indicator[j].definition, marked);
        }
        check_field(subjects, sheet, sheets, &prose[i], i, shared);
    }
}

static void free_list(gpointer list)
{
    g_array_free(list, TRUE);
}

void subject_check(const struct check *check)
{
    unsigned sheets;
    const struct prose_sheet *sheet = prose_sheets(check, &sheets);
    struct subjects subjects = {
        .check = check,
        .number = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .sheets = g_ptr_array_new_with_free_func(free_list),
        .common = sheets / 3 < SHEETS_MOST ? sheets / 3 : SHEETS_MOST,
    };
    for (unsigned i = 0; i < sheets; i++) {
        add_name(&subjects, sheet[i].initiative->name, i);
        if (sheet[i].group) add_name(&subjects, sheet[i].group->name, i);
    }
    check_fields(&subjects, sheet, sheets);
    g_ptr_array_free(subjects.sheets, TRUE);
    g_hash_table_destroy(subjects.number);
}
