/* Several threads: jobs whose results come in order whatever happens, and pages that do not depend on how many threads made them. */
#include "documents.h"
#include <glib.h>
#include <unistd.h>
#include "base/crew.h"
#include "document/box.h"
#include "document/facts.h"
#include "document/regular.h"
#include "document/template.h"
#include "layout/layout.h"
#include "layout/show.h"
#include "plan/plan.h"

/* ---- jobs ---- */

enum { JOBS = 500, AHEAD = 7 };
struct errand {
    unsigned taken, most_waiting, stop_after;
    gint made, dropped;
    bool in_order;
};

static void *square(void *self, unsigned worker, unsigned index)
{
    struct errand *errand = self;
    (void)worker;
    if (index % 13 == 0) g_usleep(200); /* some take longer: others overtake them */
    g_atomic_int_inc(&errand->made);
    return GUINT_TO_POINTER(index * index + 1);
}

static bool take(void *self, unsigned index, void *result)
{
    struct errand *errand = self;
    unsigned made = (unsigned)g_atomic_int_get(&errand->made);
    errand->in_order &= index == errand->taken && GPOINTER_TO_UINT(result) == index * index + 1;
    errand->most_waiting = MAX(errand->most_waiting, made - errand->taken);
    return ++errand->taken < errand->stop_after;
}

static void drop(void *self, void *result)
{
    struct errand *errand = self;
    (void)result;
    g_atomic_int_inc(&errand->dropped);
}

static struct errand run(unsigned threads, unsigned count, unsigned stop_after)
{
    struct errand errand = {.in_order = true, .stop_after = stop_after};
    crew_run(threads, &(struct crew_work){&errand, count, AHEAD, square, take, drop});
    return errand;
}

static void results_come_in_order(void **state)
{
    (void)state;
    for (unsigned threads = 0; threads < 5; threads++) {
        struct errand errand = run(threads, JOBS, JOBS + 1);
        assert_int_equal(errand.taken, JOBS);
        assert_true(errand.in_order);
        assert_true(errand.most_waiting <= AHEAD);
        assert_int_equal(errand.dropped, 0);
    }
}

static void nothing_to_do_is_done(void **state)
{
    (void)state;
    assert_int_equal(run(3, 0, 1).taken, 0);
    assert_int_equal(run(3, 1, 2).taken, 1);
}

static void a_refusal_ends_it(void **state)
{
    (void)state;
    for (unsigned threads = 0; threads < 4; threads++) {
        struct errand errand = run(threads, JOBS, 100);
        assert_int_equal(errand.taken, 100);
        assert_int_equal(errand.made, 100 + errand.dropped);
    }
}

/* ---- pages ---- */

struct shown {
    GPtrArray *page; /* its text */
};

static bool show_page(void *self, unsigned index, const struct page *page)
{
    struct shown *shown = self;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct page copy = *page;
    struct pages one = {.count = 1, .page = &copy};
    show_pages(&one, out);
    fclose(out);
    while (shown->page->len <= index)
        g_ptr_array_add(shown->page, NULL);
    assert_null(shown->page->pdata[index]);
    shown->page->pdata[index] = text;
    return true;
}

static void assert_same_pages(const struct shown *shown, const struct pages *pages)
{
    assert_int_equal(shown->page->len, pages->count);
    for (unsigned i = 0; i < pages->count; i++) {
        struct shown whole = {g_ptr_array_new_with_free_func(free)};
        show_page(&whole, 0, &pages->page[i]);
        assert_string_equal(shown->page->pdata[i], whole.page->pdata[0]);
        g_ptr_array_free(whole.page, TRUE);
    }
}

static void pages_do_not_depend_on_threads(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct fonts *fonts = fonts_new("fonts", diag);
    struct print *print = print_read("templates", fonts, diag);
    struct typesetter *typesetter = typesetter_new(fonts);
    struct plan *plan = plan_read("input/plan.xml", diag);
    xmlDoc *facts = facts_plan(plan), *document = template_apply("templates", "plan.xsl", facts, diag);
    struct arena *arena = arena_new();
    regular_tables(arena, xmlDocGetRootElement(document));
    struct pages *pages = layout_pages(arena, document, print, typesetter, NULL, diag);
    assert_non_null(pages);
    assert_true(pages->count > 30);
    for (unsigned threads = 0; threads < 4; threads++) {
        struct shown shown = {g_ptr_array_new_with_free_func(free)};
        struct layout_looks looks = {print, typesetter, threads};
        struct layout_sink sink = {&shown, show_page};
        struct layout_figures figures;
        struct arena *boxes = arena_new();
        box_clear(xmlDocGetRootElement(document));
        regular_tables(boxes, xmlDocGetRootElement(document));
        assert_true(layout_stream(boxes, document, &looks, &sink, &figures, diag));
        assert_int_equal(figures.pages, pages->count);
        assert_int_equal(figures.fitting, 31);
        assert_same_pages(&shown, pages);
        box_clear(xmlDocGetRootElement(document));
        arena_free(boxes);
        g_ptr_array_free(shown.page, TRUE);
    }
    pages_free(pages);
    xmlFreeDoc(document);
    arena_free(arena);
    xmlFreeDoc(facts);
    plan_free(plan);
    typesetter_free(typesetter);
    print_free(print);
    fonts_free(fonts);
    diag_free(diag);
}

/* ---- what threads hand on ---- */

static void arenas_and_messages_are_handed_on(void **state)
{
    (void)state;
    struct arena *arena = arena_new(), *other = arena_new();
    char *kept = arena_strdup(other, "残る"), *big = arena_alloc(other, 1 << 20);
    size_t size = arena_size(other);
    arena_adopt(arena, other);
    assert_string_equal(kept, "残る");
    big[0] = 'x';
    assert_int_equal(arena_size(arena), size);
    arena_clear(arena);
    char *again = arena_alloc(arena, 64);
    for (int i = 0; i < 64; i++)
        assert_int_equal(again[i], 0);
    arena_free(arena);

    struct diag *diag = diag_new(), *from = diag_new();
    DIAG(from, LAYOUT_OVERFULL, NULL, 0, "12", "題");
    DIAG(diag, LAYOUT_OVERFULL, NULL, 0, "11", "題");
    diag_merge(diag, from);
    diag_free(from);
    char *messages = messages_of(diag);
    assert_non_null(strstr(messages, "11"));
    assert_true(strstr(messages, "12") > strstr(messages, "11"));
    assert_int_equal(diag_count(diag, SEVERITY_WARNING) + diag_count(diag, SEVERITY_ERROR), 2);
    free(messages);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_come_in_order),
        cmocka_unit_test(nothing_to_do_is_done),
        cmocka_unit_test(a_refusal_ends_it),
        cmocka_unit_test(pages_do_not_depend_on_threads),
        cmocka_unit_test(arenas_and_messages_are_handed_on),
    };
    return cmocka_run_group_tests_name("crew", tests, NULL, NULL);
}
