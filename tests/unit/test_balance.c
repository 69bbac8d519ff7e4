/* test_balance: where pages end: no remnant on the last, no heading at the foot, no row alone; and all of it ends. */
#include "laying.h"

static const double LEAST = 90; /* points: of a master that says nothing else */

/* ---- pages of every height ---- */

static struct master *the_master(struct bench *b)
{
    return (struct master *)print_master(b->print, "a4");
}

/* The master as the looks say it, whatever a test did to it. */
static int master_as_it_was(void **state)
{
    struct master *master = the_master(*state);
    master->height = 842;
    master->least = LEAST;
    return 0;
}

static bool is_text(const struct placed *p)
{
    return p->artifact == ARTIFACT_NONE && (p->kind == PLACED_LINE || p->kind == PLACED_DRAWING);
}

/* From the upper margin to the lowest text. */
static double filled(const struct page *page)
{
    double lowest = page->master->top;
    for (unsigned k = 0; k < page->count; k++)
        if (is_text(&page->placed[k])) lowest = fmax(lowest, page->placed[k].y + page->placed[k].height);
    return lowest - page->master->top;
}

static struct laid lay_plain(struct bench *b, const char *body)
{
    struct buf page = {0};
    buf_printf(&page, "<page title='t'>%s</page>", body);
    struct laid laid = lay(b, buf_text(&page));
    buf_free(&page);
    return laid;
}

/* ---- the last page ---- */

static void last_page_is_no_remnant(void **state)
{
    static const char *const PART[][3] = {
        {"",                                                               "<p>文</p>",                     ""                                    },
        {"<p>",                                                            SENTENCE,                         "</p>"                                },
        {"<ul>",                                                           "<li>" SENTENCE SENTENCE "</li>", "</ul>"                               },
        {"<table><thead><tr><th scope='col'>頭</th></tr></thead><tbody>", "<tr><td>" SENTENCE "</td></tr>",
         "</tbody></table>"                                                                                                                        },
        {"<div class='columns'><div>",                                     "<p>" SENTENCE "</p>",            "</div><div><p>短い</p></div></div>"},
    };
    unsigned over = 0;
    for (unsigned times = 10; times < 90; times++)
        for (size_t i = 0; i < sizeof PART / sizeof *PART; i++) {
            struct buf body = {0};
            buf_str(&body, PART[i][0]);
            repeat(&body, PART[i][1], times);
            buf_str(&body, PART[i][2]);
            struct laid laid = lay_plain(*state, buf_text(&body));
            const struct pages *pages = laid.pages;
            assert_int_equal(count_lost(&laid), 0);
            assert_int_equal(count_below_margin(pages), 0);
            assert_int_equal(laid.figures.forced, 0);
            over += pages->count > 1;
            /* the text: least counts a cell's padding with it */
            if (pages->count > 1) assert_true(filled(&pages->page[pages->count - 1]) >= LEAST - 10.01);
            laid_free(&laid);
            buf_free(&body);
        }
    assert_true(over > 100);
}

/* The same without a least height leaves remnants: the test above can fail. */
static void without_a_least_height_there_are_remnants(void **state)
{
    unsigned remnants = 0;
    the_master(*state)->least = 0;
    for (unsigned times = 10; times < 90; times++) {
        struct buf body = {0};
        repeat(&body, "<p>文</p>", times);
        struct laid laid = lay_plain(*state, buf_text(&body));
        remnants += laid.pages->count > 1 && filled(&laid.pages->page[laid.pages->count - 1]) < LEAST - 10;
        laid_free(&laid);
        buf_free(&body);
    }
    assert_true(remnants > 3);
}

static bool same_pages(const struct pages *a, const struct pages *b)
{
    bool same = a->count == b->count;
    for (unsigned i = 0; same && i < a->count; i++) {
        same = a->page[i].count == b->page[i].count;
        for (unsigned k = 0; same && k < a->page[i].count; k++)
            same = fabs(a->page[i].placed[k].y - b->page[i].placed[k].y) < 0.01;
    }
    return same;
}

/* A drawing that fills nine tenths of the page, and three lines after it of which one fits: the other two would need the drawing
   with them, and this page would be left with the line before it. */
static void what_cannot_be_balanced_stays_as_it_is(void **state)
{
    static const char BODY[] =
        "<p>前</p><figure><chart class='tall' kind='bars' alt='図'><series role='target' name='目標'>"
        "<point at='R8' value='1'>1</point></series></chart></figure><p>一</p><p>二</p><p>三</p>";
    struct laid balanced = lay_plain(*state, BODY);
    the_master(*state)->least = 0;
    struct laid plain = lay_plain(*state, BODY);
    assert_int_equal(plain.pages->count, 2);
    assert_true(same_pages(balanced.pages, plain.pages));
    laid_free(&balanced);
    laid_free(&plain);
}

/* A page that is asked for holds what it is asked to hold, and no line from before; a remnant before it is balanced. */
static void asked_for_breaks_are_kept(void **state)
{
    for (unsigned lines = 1; lines < 70; lines++) {
        struct buf body = {0};
        repeat(&body, "<p>文</p>", lines);
        repeat(&body, "<h2 class='new'>新</h2><p>文</p>", 3);
        struct laid laid = lay_plain(*state, buf_text(&body));
        unsigned count = laid.pages->count;
        assert_int_equal(count_lost(&laid), 0);
        assert_true(count >= 4);
        for (unsigned i = 0; i < 3; i++)
            assert_true(filled(&laid.pages->page[count - 1 - i]) < 50);
        if (count > 4) assert_true(filled(&laid.pages->page[count - 4]) >= LEAST - 0.01);
        laid_free(&laid);
        buf_free(&body);
    }
}

/* ---- headings ---- */

/* On which page each text node and each chart begins, from 1. */
static GHashTable *begins(const struct pages *pages)
{
    GHashTable *on = g_hash_table_new(NULL, NULL);
    for (unsigned i = pages->count; i-- > 0;)
        for (unsigned k = 0; k < pages->page[i].count; k++) {
            const struct placed *p = &pages->page[i].placed[k];
            if (!is_text(p)) continue;
            if (p->kind == PLACED_DRAWING)
                g_hash_table_insert(on, (void *)p->illustration->chart, GUINT_TO_POINTER(i + 1));
            for (unsigned s = 0; p->kind == PLACED_LINE && s < p->content->spans; s++)
                g_hash_table_insert(on, (void *)p->content->span[s].node, GUINT_TO_POINTER(i + 1));
        }
    return on;
}

struct walk {
    GHashTable *on;
    const xmlNode *leader; /* what stands for the leading element, and must not be parted from what follows */
    unsigned parted;
};

/* Text by text through the document: a heading, a caption, a head row and whatever follows it begin on one page. */
static void walk_texts(struct walk *w, const xmlNode *node, const xmlNode *leading)
{
    bool leads = element_heading(node) || element_is(node, "caption") || element_is(node, "figcaption") ||
                 element_is(node, "thead");
    if (leads) leading = node;
    unsigned page = GPOINTER_TO_UINT(g_hash_table_lookup(w->on, node));
    if (page) {
        if (w->leader) w->parted += GPOINTER_TO_UINT(g_hash_table_lookup(w->on, w->leader)) != page;
        w->leader = leading ? node : NULL;
    }
    if (element_is(node, "chart")) return;
    for (const xmlNode *child = node->children; child; child = child->next)
        walk_texts(w, child, leading);
}

static unsigned count_parted(const struct laid *laid)
{
    struct walk w = {.on = begins(laid->pages)};
    const xmlNode *root = xmlDocGetRootElement(laid->document);
    if (!root)
        fail();
    else
        walk_texts(&w, root, NULL);
    g_hash_table_destroy(w.on);
    return w.parted;
}

static void put_table(struct buf *body, uint32_t *seed)
{
    if (pick(seed, 2))
        buf_str(body, "<table><caption>表の題</caption><thead><tr><th scope='col'>頭</th><th "
                      "scope='col'>頭</th></tr></thead><tbody>");
    else
        buf_str(body, "<table class='year'><tbody>");
    for (unsigned r = 2 + pick(seed, 12); r > 0; r--) {
        buf_str(body, "<tr><th scope='row'>行</th><td>");
        repeat(body, SENTENCE, pick(seed, 5) ? pick(seed, 4) : 25);
        buf_str(body, "文</td></tr>");
    }
    buf_str(body, "</tbody></table>");
}

/* Blocks of which a heading is never the last. */
static void put_blocks(struct buf *body, uint32_t *seed, unsigned count, unsigned depth)
{
    enum { PARAGRAPH, LONG, LIST, TABLE, FIGURE, BOX, COLUMNS, KINDS };
    for (; count > 0; count--) {
        if (!pick(seed, 3)) buf_str(body, "<h2>見出し</h2>");
        if (!pick(seed, 4)) buf_str(body, "<h3>小見出し</h3>");
        switch (pick(seed, depth ? KINDS : BOX)) {
        case PARAGRAPH:
            buf_str(body, "<p>" SENTENCE "</p>");
            break;
        case LONG:
            buf_str(body, "<p>");
            repeat(body, SENTENCE, 1 + pick(seed, 9));
            buf_str(body, "</p>");
            break;
        case LIST:
            buf_str(body, "<ul>");
            repeat(body, "<li>" SENTENCE "</li>", 1 + pick(seed, 6));
            buf_str(body, "</ul>");
            break;
        case TABLE:
            put_table(body, seed);
            break;
        case FIGURE:
            buf_str(body, "<figure><figcaption>図の題</figcaption><chart class='framed' kind='bars' alt='図'><series "
                          "role='target' "
                          "name='目標'><point at='R8' value='1'>1</point></series></chart></figure>");
            break;
        case BOX:
            buf_str(body, "<div class='box'>");
            put_blocks(body, seed, 1 + pick(seed, 3), depth - 1);
            buf_str(body, "</div>");
            break;
        default:
            buf_str(body, "<div class='columns'><div>");
            put_blocks(body, seed, 1 + pick(seed, 3), depth - 1);
            buf_str(body, "</div><div>");
            put_blocks(body, seed, 1 + pick(seed, 2), depth - 1);
            buf_str(body, "</div></div>");
        }
    }
}

static void headings_are_never_parted_from_what_follows(void **state)
{
    uint32_t seed = 20260401;
    unsigned forced = 0, pages = 0;
    for (unsigned n = 0; n < 400; n++) {
        struct buf body = {0};
        the_master(*state)->height = 420 + pick(&seed, 423);
        put_blocks(&body, &seed, 2 + pick(&seed, 12), 1);
        struct laid laid = lay_plain(*state, buf_text(&body));
        assert_int_equal(count_lost(&laid), 0);
        assert_int_equal(count_below_margin(laid.pages), 0);
        unsigned parted = count_parted(&laid);
        if (parted && !laid.figures.forced)
            fail_msg("document %u, %g points high: %u parted\n%s", n, the_master(*state)->height, parted,
                     buf_text(&body));
        forced += laid.figures.forced > 0;
        pages += laid.pages->count;
        laid_free(&laid);
        buf_free(&body);
    }
    assert_true(pages > 800);
    assert_int_equal(forced, 0);
}

/* ---- rows ---- */

/* The fewest body rows of the only table on any page. */
static unsigned fewest_rows(const struct pages *pages)
{
    unsigned fewest = UINT32_MAX;
    for (unsigned i = 0; i < pages->count; i++) {
        unsigned rows = 0;
        for (unsigned k = 0; k < pages->page[i].count; k++) {
            const struct placed *p = &pages->page[i].placed[k];
            rows += p->kind == PLACED_LINE && is_text(p) && element_is(p->content->span->node->parent, "td");
        }
        if (rows && rows < fewest) fewest = rows;
    }
    return fewest;
}

static void short_rows_are_not_alone(void **state)
{
    the_master(*state)->least = 0; /* not for its sake */
    for (unsigned before = 0; before < 40; before++)
        for (unsigned rows = 4; rows < 12; rows++) {
            struct buf body = {0};
            repeat(&body, "<p>文</p>", before);
            buf_str(&body, "<h2>題</h2><table><thead><tr><th scope='col'>頭</th></tr></thead><tbody>");
            repeat(&body, "<tr><td>行</td></tr>", rows);
            buf_str(&body, "</tbody></table>");
            struct laid laid = lay_plain(*state, buf_text(&body));
            assert_in_range(fewest_rows(laid.pages), 2, rows);
            assert_int_equal(count_parted(&laid), 0);
            laid_free(&laid);
            buf_free(&body);
        }
}

/* ---- the checks themselves ---- */

static void checks_see_what_is_wrong(void **state)
{
    struct laid laid = lay_plain(*state, "<h2>題</h2><p>文</p><h2 class='new'>新</h2><p>文</p>");
    assert_int_equal(count_parted(&laid), 0);
    struct page *page = &laid.pages->page[0], *next = &laid.pages->page[1];
    assert_int_equal(page->count, 2);
    next->placed[next->count - 1] = page->placed[--page->count]; /* onto the page after its heading's */
    assert_int_equal(count_parted(&laid), 1);
    laid_free(&laid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(last_page_is_no_remnant, master_as_it_was),
        cmocka_unit_test_setup(without_a_least_height_there_are_remnants, master_as_it_was),
        cmocka_unit_test_setup(what_cannot_be_balanced_stays_as_it_is, master_as_it_was),
        cmocka_unit_test_setup(asked_for_breaks_are_kept, master_as_it_was),
        cmocka_unit_test_setup(headings_are_never_parted_from_what_follows, master_as_it_was),
        cmocka_unit_test_setup(short_rows_are_not_alone, master_as_it_was),
        cmocka_unit_test_setup(checks_see_what_is_wrong, master_as_it_was),
    };
    return cmocka_run_group_tests_name("balance", tests, bench_up, bench_down);
}
