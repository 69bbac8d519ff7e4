/* shown: see shown.h. The pages as such: their marks and their numbers. */
#include "verify/shown.h"
#include <glib.h>
#include <string.h>
#include "progress/words.h"
#include "verify/shown_private.h"

static const char SAMPLE[] = "見本";
enum { LONGEST_MARK = 15 }; /* characters: 見本（架空の数値） */

struct spot shown_spot(const struct shown *shown, long place, const char *where)
{
    struct arena *arena = shown->finding->arena;
    const char *file = shown->reading->file;
    if (!shown->reading->paged) return (struct spot){file, place, where};
    if (place > 0) where = arena_printf(arena, "%ldページの%s", place, where);
    return (struct spot){.file = file, .where = where};
}

int shown_year(const struct shown *shown, const char *head)
{
    const struct progress *progress = shown->truth->progress;
    for (unsigned i = 0; i < progress->years; i++)
        if (text_holds(head, year_label(shown->truth->plan->year_kind, shown->finding->arena, progress->year_of[i])))
            return (int)i;
    return -1;
}

/* Also not as a part of a longer one: 1-1 in 1-1-1. */
static bool holds_code(const char *text, const char *code)
{
    size_t length = strlen(code);
    for (const char *at = strstr(text, code); at; at = strstr(at + 1, code)) {
        bool before = at > text && (g_ascii_isalnum(at[-1]) || at[-1] == '-');
        if (!before && !g_ascii_isalnum(at[length]) && at[length] != '-') return true;
    }
    return false;
}

/* The code, not as a part of a longer one, and right behind it the name. */
static bool holds_both(const struct shown *shown, const char *text, const struct initiative *initiative)
{
    struct arena *arena = shown->finding->arena;
    size_t length = strlen(initiative->code);
    for (const char *at = strstr(text, initiative->code); at; at = strstr(at + 1, initiative->code)) {
        bool part = at > text && (g_ascii_isalnum(at[-1]) || at[-1] == '-');
        if (part || at[length] != *initiative->name) continue;
        const char *name = text_solid(arena, initiative->name);
        if (!strncmp(at + length, name, strlen(name))) return true;
    }
    return false;
}

/* A code like 1-1-1 tells an initiative by itself, any other only with its name; so does 2-2-2 right before AIの…. */
static bool tells(const struct shown *shown, const char *head, const struct initiative *initiative)
{
    bool plain = !initiative->own_code && strchr(initiative->code, '-');
    return (plain && holds_code(head, initiative->code)) || holds_both(shown, head, initiative);
}

int shown_initiative(const struct shown *shown, const char *head)
{
    const struct progress *progress = shown->truth->progress;
    for (unsigned i = 0; i < progress->initiatives; i++)
        if (tells(shown, head, progress->initiative[i].initiative)) return (int)i;
    return -1;
}

int shown_own(const struct shown *shown)
{
    const struct progress *progress = shown->truth->progress;
    for (unsigned i = 0; i < progress->initiatives; i++)
        if (!strcmp(progress->initiative[i].initiative->id, shown->initiative)) return (int)i;
    return -1;
}

/* ---- results ---- */

/* The text behind one sign that is no letter. */
static const char *without_sign(const char *text)
{
    gunichar first = *text ? g_utf8_get_char(text) : 0;
    return first && !g_unichar_isalnum(first) ? g_utf8_next_char(text) : text;
}

bool shown_any_result(const struct shown *shown, const char *cell)
{
    const struct judgement *judgement = shown->truth->progress->judgement;
    const char *word = without_sign(cell);
    for (unsigned i = 0; i < judgement->count; i++)
        if (text_equal(word, judgement->grades[i].name)) return true;
    for (enum outcome i = OUTCOME_GRADED + 1; i < OUTCOME_NOT_DUE; i++)
        if (text_equal(word, words_outcome(i))) return true;
    return false;
}

/* Is the result the last in the cell, behind its sign? Slides have a milestone above it. */
static bool ends_with_result(const char *cell, const char *word)
{
    size_t length = strlen(cell), behind = strlen(word);
    if (behind >= length) return false;
    const char *tail = cell + length - behind, *before = g_utf8_find_prev_char(cell, tail);
    return before && !g_unichar_isalnum(g_utf8_get_char(before)) && text_equal(tail, word);
}

bool shown_is_result(const struct shown *shown, const char *cell, const char *word)
{
    if (*word) {
        const char *solid = text_solid(shown->finding->arena, word);
        return text_equal(without_sign(cell), solid) || (shown->kind == SHOWN_PAPER && ends_with_result(cell, solid));
    }
    return !*cell || !shown_any_result(shown, cell) ||
           text_equal(without_sign(cell), words_outcome(OUTCOME_NOT_APPLICABLE));
}

/* ---- pages ---- */

/* Is there a line with this mark and little else? A sentence that has the word is no mark. */
static bool has_mark(struct arena *arena, const char *text, const char *mark)
{
    gchar **lines = g_strsplit(text, "\n", -1);
    bool found = false;
    for (gchar **line = lines; *line && !found; line++) {
        const char *solid = text_solid(arena, *line);
        found = text_find(solid, mark) && g_utf8_strlen(solid, -1) <= LONGEST_MARK;
    }
    g_strfreev(lines);
    return found;
}

static void check_mark(const struct shown *shown, unsigned index, const char *mark, bool wanted)
{
    const struct reading_page *page = &shown->reading->page[index];
    struct arena *arena = shown->finding->arena;
    if (!wanted) return;
    shown->finding->compared++;
    if (has_mark(arena, page->text, mark)) return;
    const struct spot spot = shown_spot(shown, 0, arena_printf(arena, "%uページ", index + 1));
    FINDING(shown->finding, VERIFY_MARK, &spot, mark);
}

/* 12 of －12－; NULL: the line is no page number. */
static const char *folio_of(struct arena *arena, const char *line)
{
    const char *solid = text_solid(arena, line), *start = without_sign(solid);
    const char *end = solid + strlen(solid);
    if (start == solid || *start == '\0') return NULL;
    const char *last = g_utf8_find_prev_char(start, end);
    if (!last || g_unichar_isalnum(g_utf8_get_char(last))) return NULL;
    size_t length = (size_t)(last - start);
    bool number = length && (strspn(start, "0123456789") >= length || strspn(start, "ivxlc") >= length);
    return number ? arena_strndup(arena, start, length) : NULL;
}

/* The number that is printed is the one that the viewer shows: else a page was taken out or put in. */
static void check_folio(const struct shown *shown, unsigned index)
{
    const struct reading_page *page = &shown->reading->page[index];
    struct arena *arena = shown->finding->arena;
    gchar **lines = g_strsplit(page->text, "\n", -1);
    const char *folio = NULL;
    for (gchar **line = lines; *line; line++) {
        const char *one = folio_of(arena, *line);
        bool right = folio && !strcmp(folio, page->label); /* (1) in a text looks like one, too */
        if (one && !right) folio = one;
    }
    g_strfreev(lines);
    if (!folio) return;
    const struct spot spot = shown_spot(shown, 0, arena_printf(arena, "%uページ", index + 1));
    finding_same(shown->finding, &spot, "ページ番号", page->label, folio);
}

static void check_pages(const struct shown *shown)
{
    const struct truth *truth = shown->truth;
    bool sample = truth->plan->sample || (shown->kind != SHOWN_PLAN && truth->sample);
    for (unsigned i = 0; i < shown->reading->pages; i++) {
        check_mark(shown, i, SAMPLE, sample);
        check_mark(shown, i, word_plan_state(true), truth->plan->draft);
        if (shown->kind != SHOWN_PAPER) check_folio(shown, i); /* a slide's number stands in a line of words */
    }
}

/* Each page of a PDF, the page of the site. */
static void check_html_marks(const struct shown *shown)
{
    const struct truth *truth = shown->truth;
    const struct {
        const char *mark;
        bool wanted;
    } MARK[] = {
        {SAMPLE,                truth->plan->sample || truth->sample},
        {word_plan_state(true), truth->plan->draft                  }
    };
    for (size_t i = 0; i < sizeof MARK / sizeof *MARK; i++) {
        bool found = false;
        for (unsigned k = 0; k < shown->reading->parts && !found; k++)
            found = shown->reading->part[k].kind == PART_OF_TEXT &&
                    has_mark(shown->finding->arena, shown->reading->part[k].text, MARK[i].mark);
        shown->finding->compared += MARK[i].wanted;
        const struct spot spot = shown_spot(shown, 0, "ページ");
        if (MARK[i].wanted && !found) FINDING(shown->finding, VERIFY_MARK, &spot, MARK[i].mark);
    }
}

void shown_check(const struct shown *shown)
{
    if (shown->reading->paged)
        check_pages(shown);
    else
        check_html_marks(shown);
    const struct progress *progress = shown->truth->progress;
    struct arena *arena = shown->finding->arena;
    struct shown_met met = {.tally = arena_array(arena, progress->tallies + 1, sizeof(bool)),
                            .initiative = arena_array(arena, progress->initiatives + 1, sizeof(bool))};
    for (unsigned i = 0; i < shown->reading->parts && shown->kind != SHOWN_PLAN; i++)
        if (shown->reading->part[i].kind == PART_OF_TABLE) shown_table(shown, &shown->reading->part[i], &met);
    shown_tables_end(shown, &met);
    shown_sheets(shown);
}
