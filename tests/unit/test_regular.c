/* test_regular: whatever spans a template writes, the table that layout and tags see is a whole rectangle, and no text of it is lost. */
#include "documents.h"
#include "document/box.h"
#include "document/element.h"
#include "document/regular.h"

enum { WIDEST = REGULAR_MAX_COLUMNS + 1 };

/* ---- an independent look at a table ---- */

static unsigned span(const xmlNode *cell, const char *name)
{
    const char *text = element_attr(cell, name);
    return *text ? (unsigned)atoi(text) : 1;
}

/* The columns of a part that is a whole rectangle: in every row each column is taken once, and no span leaves the part. -1: it is
   none. */
static int width_of(const xmlNode *part)
{
    static unsigned left[2 * WIDEST];
    unsigned width = 0, rows = 0;
    memset(left, 0, sizeof left);
    for (const xmlNode *tr = element_first(part); tr; tr = element_next(tr->next), rows++) {
        unsigned column = 0;
        for (const xmlNode *cell = element_first(tr); cell; cell = element_next(cell->next)) {
            while (left[column])
                column++;
            unsigned end = column + span(cell, "colspan");
            if (end > REGULAR_MAX_COLUMNS) return -1;
            for (; column < end; column++) {
                if (left[column]) return -1; /* two cells would lie here */
                left[column] = span(cell, "rowspan");
            }
        }
        while (left[column])
            column++;
        if (!rows) width = column;
        if (column != width) return -1;
        for (unsigned c = 0; c < WIDEST; c++)
            left[c] -= left[c] > 0;
    }
    for (unsigned c = 0; c < WIDEST; c++)
        if (left[c]) return -1;
    return (int)width;
}

static unsigned cells_of(xmlDoc *doc)
{
    return (unsigned)number_of(doc, "count(//td|//th)");
}

/* Makes the tables of `text` regular and looks at them; the caller frees the document. */
static xmlDoc *regular(const char *text)
{
    xmlDoc *doc = parsed(text);
    struct arena *arena = arena_new();
    xmlChar *before = xmlNodeGetContent(xmlDocGetRootElement(doc));
    regular_tables(arena, xmlDocGetRootElement(doc));
    xmlChar *after = xmlNodeGetContent(xmlDocGetRootElement(doc));
    assert_string_equal((const char *)before, (const char *)after);
    xmlFree(before);
    xmlFree(after);
    const xmlNode *table = node_of(doc, "//table");
    const struct box *box = box_find(table);
    assert_non_null(box);
    for (const xmlNode *part = element_first(table); part; part = element_next(part->next))
        if (element_first(part)) assert_int_equal(width_of(part), box->columns);
    assert_int_equal(cells_of(doc), box->cells);
    box_clear(xmlDocGetRootElement(doc));
    arena_free(arena);
    return doc;
}

static void becomes(const char *rows, int columns, unsigned cells)
{
    char text[2048];
    snprintf(text, sizeof text, "<document><table><tbody>%s</tbody></table></document>", rows);
    xmlDoc *doc = regular(text);
    assert_int_equal(width_of(node_of(doc, "//tbody")), columns);
    assert_int_equal(cells_of(doc), cells);
    xmlFreeDoc(doc);
}

/* ---- chosen tables ---- */

static void spans_and_holes(void **state)
{
    (void)state;
    becomes("<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>", 2, 4);
    becomes("<tr><td rowspan='9'>a</td><td>b</td></tr><tr><td>c</td></tr>", 2, 3);             /* beyond the table */
    becomes("<tr><td>a</td><td rowspan='2'>b</td></tr><tr><td colspan='3'>c</td></tr>", 2, 3); /* into a taken column */
    becomes("<tr><td>a</td></tr><tr><td>b</td><td>c</td><td>d</td></tr>", 3, 6);               /* holes are filled */
    becomes("<tr/><tr><td>a</td></tr><tr></tr>", 1, 1);                                        /* empty rows go */
    becomes("<tr><td rowspan='3'>a</td></tr><tr/><tr><td>b</td></tr>", 2, 3);            /* and count for no span */
    becomes("<tr><td colspan='0' rowspan='-1'>a</td><td colspan='x'>b</td></tr>", 2, 2); /* nonsense is 1 */
    becomes("<tr><td colspan='99999999999999999999'>a</td></tr>", REGULAR_MAX_COLUMNS, 1);
    becomes("<tr/>", 0, 0);
}

static void spans_stay_in_their_part(void **state)
{
    (void)state;
    xmlDoc *doc =
        regular("<document><table><thead><tr><th rowspan='5'>a</th><th>b</th></tr></thead><tbody><tr><td>c</td>"
                "<td rowspan='2'>d</td></tr></tbody><tbody><tr><td>e</td></tr></tbody></table></document>");
    assert_int_equal((int)number_of(doc, "count(//@rowspan)"), 0);
    assert_int_equal((int)number_of(doc, "count(//tbody[2]/tr/td)"), 2);
    xmlFreeDoc(doc);
}

static void too_many_columns(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_str(&text, "<document><table><tbody><tr>");
    for (int i = 0; i < REGULAR_MAX_COLUMNS + 500; i++)
        buf_str(&text, "<td/>");
    buf_str(&text, "</tr></tbody></table></document>");
    xmlDoc *doc = regular(buf_text(&text));
    assert_int_equal(cells_of(doc), REGULAR_MAX_COLUMNS);
    xmlFreeDoc(doc);
    buf_free(&text);
}

/* ---- random tables ---- */

/* The same tables on every run: a linear congruential generator (Knuth, The Art of Computer Programming 2, 3.3.4). */
static unsigned draw(uint64_t *seed, unsigned below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*seed >> 33) % below;
}

static void add_random_part(struct buf *text, uint64_t *seed, const char *part)
{
    buf_printf(text, "<%s>", part);
    for (unsigned row = 0, rows = 1 + draw(seed, 6); row < rows; row++) {
        buf_str(text, "<tr>");
        for (unsigned cell = 0, cells = draw(seed, 6); cell < cells; cell++)
            buf_printf(text, "<td colspan='%u' rowspan='%u'>%u</td>", draw(seed, 4), draw(seed, 5), draw(seed, 100));
        buf_str(text, "</tr>");
    }
    buf_printf(text, "</%s>", part);
}

static void random_tables(void **state)
{
    enum { TABLES = 200 };
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < TABLES; i++) {
        struct buf text = {0};
        buf_str(&text, "<document><table>");
        if (draw(&seed, 2)) add_random_part(&text, &seed, "thead");
        for (unsigned part = 0, parts = 1 + draw(&seed, 3); part < parts; part++)
            add_random_part(&text, &seed, "tbody");
        buf_str(&text, "</table></document>");
        xmlFreeDoc(regular(buf_text(&text)));
        buf_free(&text);
    }
}

/* The look itself sees a table that is none. */
static void irregular_tables_are_seen(void **state)
{
    static const char *const IRREGULAR[] = {
        "<tbody><tr><td rowspan='2'/><td/></tr><tr><td/><td/></tr></tbody>",
        "<tbody><tr><td/></tr><tr><td/><td/></tr></tbody>",
        "<tbody><tr><td rowspan='2'/></tr></tbody>",
        "<tbody><tr><td/><td rowspan='2'/></tr><tr><td colspan='2'/></tr></tbody>",
    };
    (void)state;
    for (size_t i = 0; i < sizeof IRREGULAR / sizeof *IRREGULAR; i++) {
        xmlDoc *doc = parsed(IRREGULAR[i]);
        assert_int_equal(width_of(xmlDocGetRootElement(doc)), -1);
        xmlFreeDoc(doc);
    }
}

int main(void)
{
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(spans_and_holes),           cmocka_unit_test(spans_stay_in_their_part),
        cmocka_unit_test(too_many_columns),          cmocka_unit_test(random_tables),
        cmocka_unit_test(irregular_tables_are_seen),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
