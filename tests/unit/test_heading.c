/* test_heading: the heading that pages which go on set again: where it stands, that it is an artifact, and what gives it up. */
#include "laying.h"

/* The line that is repeated on a page, as its text; NULL: there is none. `*line` is where it stands. */
static const char *repeated(const struct page *page, const struct placed **line)
{
    for (unsigned k = 0; k < page->count; k++) {
        *line = &page->placed[k];
        if ((*line)->kind == PLACED_LINE && (*line)->artifact == ARTIFACT_REPEAT)
            return (*line)->content->paragraph->text;
    }
    return NULL;
}

/* The upper edge of the first text that is none. */
static double first_text(const struct page *page)
{
    double top = INFINITY;
    for (unsigned k = 0; k < page->count; k++) {
        const struct placed *p = &page->placed[k];
        if (p->kind == PLACED_LINE && p->artifact == ARTIFACT_NONE) top = fmin(top, p->y);
    }
    return top;
}

static struct laid lay_long(struct bench *b, const char *class, const char *heading)
{
    struct buf page = {0};
    buf_printf(&page, "<page class='%s' title='t'><h1>%s</h1>", class, heading);
    for (unsigned i = 0; i < 60; i++)
        buf_str(&page, "<p>" SENTENCE "</p>");
    buf_str(&page, "</page>");
    struct laid laid = lay(b, buf_text(&page));
    buf_free(&page);
    assert_true(laid.pages->count > 1);
    return laid;
}

static void every_page_but_the_first_repeats_it(void **state)
{
    struct laid laid = lay_long(*state, "slide", "8つの取組が<strong>未達成</strong>");
    const struct placed *line = NULL;
    assert_null(repeated(&laid.pages->page[0], &line));
    for (unsigned i = 1; i < laid.pages->count; i++) {
        const struct page *page = &laid.pages->page[i];
        assert_string_equal(repeated(page, &line), "8つの取組が未達成（続き）");
        assert_true(fabs(line->y - page->master->top) < 0.01);
        assert_true(fabs(first_text(page) - (line->y + 28 + 12)) < 0.01); /* its leading and the space after it */
    }
    laid_free(&laid);
}

/* What is below it still ends above the margin. */
static void nothing_leaves_the_page(void **state)
{
    struct laid laid = lay_long(*state, "slide", "題");
    for (unsigned i = 0; i < laid.pages->count; i++) {
        const struct page *page = &laid.pages->page[i];
        assert_false(page->overfull);
        for (unsigned k = 0; k < page->count; k++)
            assert_true(page->placed[k].y + page->placed[k].height <=
                        page->master->height - page->master->bottom + 0.01);
    }
    laid_free(&laid);
}

static void not_without_being_asked(void **state)
{
    struct laid laid = lay_long(*state, "chapter", "題");
    const struct placed *line = NULL;
    for (unsigned i = 0; i < laid.pages->count; i++)
        assert_null(repeated(&laid.pages->page[i], &line));
    laid_free(&laid);
}

/* Taller than two fifths of the page: the page is for what goes on. */
static void a_tall_one_is_given_up(void **state)
{
    struct buf heading = {0};
    for (unsigned i = 0; i < 10; i++)
        buf_str(&heading, SENTENCE);
    struct laid laid = lay_long(*state, "slide", buf_text(&heading));
    const struct placed *line = NULL;
    for (unsigned i = 0; i < laid.pages->count; i++)
        assert_null(repeated(&laid.pages->page[i], &line));
    buf_free(&heading);
    laid_free(&laid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_but_the_first_repeats_it),
        cmocka_unit_test(nothing_leaves_the_page),
        cmocka_unit_test(not_without_being_asked),
        cmocka_unit_test(a_tall_one_is_given_up),
    };
    return cmocka_run_group_tests_name("heading", tests, bench_up, bench_down);
}
