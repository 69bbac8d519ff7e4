/* test_tags: what each element is in the structure tree, by where it stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <string.h>
#include "document/box.h"
#include "document/element.h"
#include "document/tags.h"

static const char DOCUMENT[] =
    "<document lang='ja'><page><header><p id='head'>a</p></header><aside class='mark' id='mark'>b</aside>"
    "<h1 id='h1'>c</h1><section id='section'><h2 id='h2'>d</h2></section>"
    "<div id='div'><p id='p'>e<strong id='strong'>f</strong><span id='span'>g</span><span lang='en' "
    "id='english'>h</span>"
    "<a href='#p' id='a'>i</a><abbr title='x' id='abbr'>j</abbr><br id='br'/><ruby id='ruby'>t<rt "
    "id='rt'>u</rt></ruby></p></div><div lang='en' "
    "id='quote'><p>k</p></div>"
    "<nav class='toc' id='nav'><h2 id='toc-h2'>l</h2><ol id='toc'><li id='toci'><a href='#p' "
    "id='toc-a'>m</a></li></ol></nav>"
    "<nav class='links'><ol id='links'><li id='links-li'>n</li></ol></nav><ul id='ul'><li id='li'>o</li></ul>"
    "<table id='table'><caption id='caption'>p</caption><thead id='thead'><tr id='tr'><th id='th'>q</th></tr></thead>"
    "<tbody id='tbody'><tr><td id='td'>r</td></tr></tbody></table>"
    "<details id='details'><summary id='summary'>t</summary><p>u<time id='time'>v</time></p></details>"
    "<nav id='web-nav' class='toc' label='x'><ul id='web-toc'><li id='web-toci'>w</li></ul></nav>"
    "<figure id='figure'><figcaption id='figcaption'>s</figcaption><chart id='chart'/></figure></page></document>";

static const struct {
    const char *id, *name;
} EXPECTED[] = {
    {"head",       ""       },
    {"mark",       ""       },
    {"h1",         "H1"     },
    {"section",    "Sect"   },
    {"h2",         "H2"     },
    {"div",        ""       },
    {"p",          "P"      },
    {"strong",     ""       },
    {"span",       ""       },
    {"english",    "Span"   },
    {"a",          "Link"   },
    {"abbr",       "Span"   },
    {"br",         ""       },
    {"ruby",       "Ruby"   },
    {"rt",         "RT"     },
    {"quote",      "Div"    },
    {"nav",        ""       },
    {"toc-h2",     "H2"     },
    {"toc",        "TOC"    },
    {"toci",       "TOCI"   },
    {"toc-a",      "Link"   },
    {"links",      "L"      },
    {"links-li",   "LI"     },
    {"ul",         "L"      },
    {"li",         "LI"     },
    {"table",      "Table"  },
    {"caption",    "Caption"},
    {"thead",      "THead"  },
    {"tr",         "TR"     },
    {"th",         "TH"     },
    {"tbody",      "TBody"  },
    {"td",         "TD"     },
    {"details",    ""       },
    {"summary",    "P"      },
    {"time",       ""       },
    {"web-nav",    ""       },
    {"web-toc",    "TOC"    },
    {"web-toci",   "TOCI"   },
    {"figure",     "Figure" },
    {"figcaption", "Caption"},
    {"chart",      ""       },
};

static const xmlNode *by_id(const xmlNode *node, const char *id)
{
    if (!strcmp(element_attr(node, "id"), id)) return node;
    for (const xmlNode *child = element_first(node); child; child = element_next(child->next)) {
        const xmlNode *found = by_id(child, id);
        if (found) return found;
    }
    return NULL;
}

static int up(void **state)
{
    *state = xmlReadMemory(DOCUMENT, (int)strlen(DOCUMENT), "test", NULL, 0);
    return *state ? 0 : 1;
}

static int down(void **state)
{
    xmlFreeDoc(*state);
    return 0;
}

static void test_roles(void **state)
{
    const xmlNode *root = xmlDocGetRootElement(*state);
    assert_string_equal(role_name(role_of(root)), "Document");
    assert_string_equal(role_name(role_of(element_first(root))), "Sect");
    assert_int_equal(role_of(by_id(root, "h1")->children), ROLE_NONE); /* text has no role */
    for (size_t i = 0; i < sizeof EXPECTED / sizeof *EXPECTED; i++) {
        const xmlNode *element = by_id(root, EXPECTED[i].id);
        assert_non_null(element);
        assert_string_equal(role_name(role_of(element)), EXPECTED[i].name);
    }
}

/* Every role has a name, and no two the same: the table follows the list. */
static void test_names(void **state)
{
    (void)state;
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++) {
        assert_non_null(role_name((enum role)role));
        for (int other = ROLE_NONE; other < role; other++)
            assert_string_not_equal(role_name((enum role)role), role_name((enum role)other));
    }
}

static void test_boxes(void **state)
{
    struct arena *arena = arena_new();
    xmlNode *root = xmlDocGetRootElement(*state);
    const xmlNode *text = by_id(root, "h1")->children;
    assert_null(box_find(text));
    struct box *box = box_of(arena, text);
    assert_int_equal(box->element, -1);
    assert_int_equal(box->slot, -1);
    assert_int_equal(box->page, -1);
    assert_int_equal(box->columns, 0);
    assert_ptr_equal(box_of(arena, text), box);
    assert_ptr_equal(box_find(text), box);
    box_clear(root);
    assert_null(box_find(text));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_boxes),
    };
    return cmocka_run_group_tests(tests, up, down);
}
