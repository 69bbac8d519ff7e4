/* test_chart: whatever the data, no text of a chart touches another or leaves the frame, nothing is drawn outside, ticks are round,
   bars stand on zero, the newest actual value is there. Random charts come from a generator with a fixed seed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>
#include <libxml/parser.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/buf.h"
#include "chart/axis.h"
#include "chart/chart.h"
#include "chart/data.h"
#include "random_chart.h"

static const double SMALLEST = 6.5, ASCENT = 0.88, DESCENT = 0.12, ROUNDING = 0.02, OUTSIDE = 1;

/* Every name has a colour of its own, so that a drawing's marks can be told apart. */
#define THEME \
    "<theme version='1'><color name='ink' value='#010101'/><color name='soft' value='#020202'/><color name='paper' " \
    "value='#ffffff'/>" \
    "<color name='rule' value='#030303'/><color name='hair' value='#040404'/><color name='deep' value='#050505'/>" \
    "<color name='actual' value='#060606'/><color name='target' value='#070707'/><color name='met' value='#080808'/>" \
    "<color name='met-tint' value='#e0e0e1'/><color name='near' value='#090909'/><color name='near-tint' " \
    "value='#e0e0e2'/>" \
    "<color name='unmet' value='#0a0a0a'/><color name='unmet-tint' value='#e0e0e3'/><face name='text' family='BIZ " \
    "UDPGothic'/></theme>"
#define PRINT \
    "<print version='1'><master name='a4' width='595' height='842' top='60' right='48' bottom='54' left='48' " \
    "header='30' " \
    "footer='36' numbering='decimal'/><style of='document' face='text' size='8' leading='11' color='ink'/></print>"

/* ---- a bench ---- */

struct bench {
    struct diag *diag;
    struct fonts *fonts;
    struct print *print;
    struct typesetter *typesetter;
};

static void write_file(const char *folder, const char *name, const char *text)
{
    char *path = g_build_filename(folder, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_free(path);
}

static void remove_file(const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL);
    unlink(path);
    g_free(path);
}

static int bench_up(void **state)
{
    struct bench *b = calloc(1, sizeof *b);
    char *folder = g_dir_make_tmp("chart-XXXXXX", NULL);
    write_file(folder, "theme.xml", THEME);
    write_file(folder, "print.xml", PRINT);
    b->diag = diag_new();
    b->fonts = fonts_new("fonts", b->diag);
    b->print = b->fonts ? print_read(folder, b->fonts, b->diag) : NULL;
    remove_file(folder, "theme.xml");
    remove_file(folder, "print.xml");
    rmdir(folder);
    g_free(folder);
    if (!b->print) {
        diag_print(b->diag, stderr, false);
        return 1;
    }
    b->typesetter = typesetter_new(b->fonts);
    *state = b;
    return 0;
}

static int bench_down(void **state)
{
    struct bench *b = *state;
    typesetter_free(b->typesetter);
    print_free(b->print);
    fonts_free(b->fonts);
    diag_free(b->diag);
    free(b);
    return 0;
}

struct drawn {
    struct arena *arena;
    struct drawing *drawing;
};

static struct drawn draw_at_least(struct bench *b, const char *xml, double width, double height, double size,
                                  double smallest)
{
    const struct style style = {.family = "BIZ UDPGothic", .size = size, .leading = size * 1.4};
    const struct chart_looks looks = {b->print, b->typesetter, &style, smallest};
    xmlDoc *document = xmlReadMemory(xml, (int)strlen(xml), "t", NULL, 0);
    assert_non_null(document);
    struct drawn drawn = {.arena = arena_new()};
    drawn.drawing = chart_draw(drawn.arena, xmlDocGetRootElement(document), &looks, width, height);
    xmlFreeDoc(document);
    return drawn;
}

static struct drawn draw(struct bench *b, const char *xml, double width, double height, double size)
{
    return draw_at_least(b, xml, width, height, size, 0);
}

static void drawn_free(struct drawn *drawn)
{
    drawing_free(drawn->drawing);
    arena_free(drawn->arena);
}

/* ---- looking at a drawing ---- */

struct rectangle {
    double left, top, right, bottom;
};

static double width_of(struct bench *b, const struct drawing *drawing, const struct draw *text)
{
    struct arena *arena = arena_new();
    uint32_t length = (uint32_t)strlen(text->text);
    struct run run = {
        .to = length, .style = {.family = drawing->family, .bold = text->bold, .size = text->size}
    };
    const struct shaped *shaped = typeset_shape(b->typesetter, arena, text->text, length, &run, 1);
    double width = typeset_lines(b->typesetter, arena, shaped, &(struct measure){0})->line[0].width;
    arena_free(arena);
    return width;
}

static struct rectangle text_box(struct bench *b, const struct drawing *drawing, const struct draw *text)
{
    double width = width_of(b, drawing, text), x = text->point[0].x, y = text->point[0].y;
    if (text->anchor == ANCHOR_MIDDLE) x -= width / 2;
    if (text->anchor == ANCHOR_END) x -= width;
    return (struct rectangle){x, y - ASCENT * text->size, x + width, y + DESCENT * text->size};
}

static bool overlap(struct rectangle a, struct rectangle b)
{
    return a.left < b.right - ROUNDING && b.left < a.right - ROUNDING && a.top < b.bottom - ROUNDING &&
           b.top < a.bottom - ROUNDING;
}

static bool sticks_out(const struct drawing *drawing, struct rectangle r, double tolerance)
{
    return r.left < -tolerance || r.top < -tolerance || r.right > drawing->width + tolerance ||
           r.bottom > drawing->height + tolerance;
}

static bool path_is_inside(const struct drawing *drawing, const struct draw *path)
{
    for (unsigned i = 0; i < path->points; i++) {
        struct point p = path->point[i];
        if (!isfinite(p.x) || !isfinite(p.y) || sticks_out(drawing, (struct rectangle){p.x, p.y, p.x, p.y}, OUTSIDE))
            return false;
    }
    return true;
}

static struct rectangle path_box(const struct draw *path)
{
    struct rectangle box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (unsigned i = 0; i < path->points; i++) {
        box.left = fmin(box.left, path->point[i].x);
        box.right = fmax(box.right, path->point[i].x);
        box.top = fmin(box.top, path->point[i].y);
        box.bottom = fmax(box.bottom, path->point[i].y);
    }
    return box;
}

/* Is something filled over the text after it was set? */
static bool is_covered(const struct drawing *drawing, unsigned text, struct rectangle box)
{
    for (unsigned i = text + 1; i < drawing->count; i++) {
        const struct draw *draw = &drawing->draw[i];
        if (draw->kind == DRAW_PATH && draw->filled && overlap(box, path_box(draw))) return true;
    }
    return false;
}

/* What is wrong with a drawing, or NULL. */
static const char *fault_of(struct bench *b, const struct drawing *drawing)
{
    struct rectangle *box = calloc(drawing->count + 1, sizeof *box);
    unsigned boxes = 0;
    const char *fault = NULL;
    for (unsigned i = 0; i < drawing->count && !fault; i++) {
        const struct draw *draw = &drawing->draw[i];
        if (draw->kind != DRAW_TEXT) {
            if (!path_is_inside(drawing, draw)) fault = "a path leaves the frame";
            continue;
        }
        struct rectangle here = text_box(b, drawing, draw);
        if (draw->size < SMALLEST) fault = "a text is too small";
        if (!*draw->text) fault = "a text is empty";
        if (sticks_out(drawing, here, ROUNDING)) fault = "a text leaves the frame";
        if (is_covered(drawing, i, here)) fault = "a text lies under a mark";
        for (unsigned k = 0; k < boxes && !fault; k++)
            if (overlap(here, box[k])) fault = "two texts overlap";
        box[boxes++] = here;
    }
    free(box);
    return fault;
}

static bool has_text(const struct drawing *drawing, const char *text)
{
    for (unsigned i = 0; i < drawing->count; i++)
        if (drawing->draw[i].kind == DRAW_TEXT && !strcmp(drawing->draw[i].text, text)) return true;
    return false;
}

static unsigned dashed_paths(const struct drawing *drawing)
{
    unsigned count = 0;
    for (unsigned i = 0; i < drawing->count; i++)
        count += drawing->draw[i].kind == DRAW_PATH && drawing->draw[i].dashed;
    return count;
}

/* ---- any number of bars and shares ---- */

enum { MOST_BARS = 30, MOST_SHARES = 8, MOST_COUNT = 1000 };

/* Shares as the templates make them: grades from the best to the worst, then those without one; `wanted[n]`: how many counts say n. */
static void put_shares(struct dice *dice, struct buf *xml, unsigned bars, unsigned shares, unsigned *wanted)
{
    buf_str(xml, "<chart kind='stacked' alt='x'>");
    for (unsigned i = 0; i < shares; i++) {
        const char *role = i + 1 == shares ? "none" : !i ? "met" : i + 2 == shares ? "unmet" : "near";
        buf_printf(xml, "<series role='%s' name='判定の%c'>", role, 'A' + (char)i);
        for (unsigned k = 1; k <= bars; k++) {
            unsigned count = roll(dice, 3) ? roll(dice, roll(dice, 3) ? 12 : MOST_COUNT) : 0;
            buf_printf(xml, "<point at='基本方針%u' value='%u'>%u</point>", k, count, count);
            wanted[count]++;
        }
        buf_str(xml, "</series>");
    }
    buf_str(xml, "</chart>");
}

static struct drawn draw_as_high_as_wanted(struct bench *b, const char *xml, double width, double height, double size,
                                           double smallest)
{
    const struct style style = {.family = "BIZ UDPGothic", .size = size, .leading = size * 1.4};
    xmlDoc *document = xmlReadMemory(xml, (int)strlen(xml), "t", NULL, 0);
    double wanted = chart_height(xmlDocGetRootElement(document), &style, smallest, height);
    xmlFreeDoc(document);
    return draw_at_least(b, xml, width, wanted, size, smallest);
}

/* Every count above zero stands in the chart once: from one to thirty bars, of two to seven grades and the rest. */
static void test_no_count_is_left_out(void **state)
{
    enum { CHARTS = 900 };
    for (unsigned seed = 1; seed <= CHARTS; seed++) {
        struct dice dice = {seed * 2862933555777941757U + 3037000493U};
        for (int i = 0; i < 8; i++)
            roll(&dice, 2);
        struct buf xml = {0};
        unsigned wanted[MOST_COUNT] = {0}, bars = 1 + roll(&dice, MOST_BARS), shares = 3 + roll(&dice, MOST_SHARES - 2);
        put_shares(&dice, &xml, bars, shares, wanted);
        struct drawn drawn = draw_as_high_as_wanted(*state, buf_text(&xml), 430 + roll(&dice, 400), 146, 8.5, 0);
        const char *fault = fault_of(*state, drawn.drawing);
        for (unsigned i = 0; i < drawn.drawing->count; i++) {
            const struct draw *d = &drawn.drawing->draw[i];
            if (d->kind == DRAW_TEXT && g_ascii_isdigit(*d->text)) wanted[atoi(d->text)]--;
        }
        for (unsigned i = 1; i < MOST_COUNT && !fault; i++)
            if (wanted[i]) fault = "a count is not there";
        if (fault) print_message("seed %u: %s\n", seed, buf_text(&xml));
        if (fault) fail_msg("%s", fault);
        buf_free(&xml);
        drawn_free(&drawn);
    }
}

/* A frame that is high enough is not touched; what has no rows is never made higher. */
static void test_height_follows_the_rows(void **state)
{
    static const struct style STYLE = {.family = "BIZ UDPGothic", .size = 8.5};
    (void)state;
    double before = 0;
    for (unsigned bars = 1; bars <= MOST_BARS; bars++) {
        struct buf xml = {0};
        struct dice dice = {7};
        unsigned wanted[MOST_COUNT] = {0};
        put_shares(&dice, &xml, bars, 4, wanted);
        xmlDoc *document = xmlReadMemory(buf_text(&xml), (int)xml.size, "t", NULL, 0);
        xmlNode *chart = xmlDocGetRootElement(document);
        double height = chart_height(chart, &STYLE, 0, 146);
        assert_true(bars <= 8 ? fabs(height - 146) < 1e-9 : height > before);
        before = height;
        xmlSetProp(chart, (const xmlChar *)"kind", (const xmlChar *)"bars");
        assert_true(fabs(chart_height(chart, &STYLE, 0, 146) - 146) < 1e-9);
        xmlFreeDoc(document);
        buf_free(&xml);
    }
}

/* How a share looks in grey: whether it is dark, and what is drawn on it, from its upper left corner. The caller frees it. */
static char *grey_looks(const struct drawing *drawing, unsigned share)
{
    struct rectangle box = path_box(&drawing->draw[share]);
    enum { DARK = 128 };
    GString *said = g_string_new(drawing->draw[share].fill.red < DARK ? "dark" : "light");
    for (unsigned i = share + 1; i < drawing->count; i++) {
        const struct draw *on = &drawing->draw[i];
        struct rectangle here = path_box(on);
        if (on->kind != DRAW_PATH || on->points > (on->filled ? 4U : 2U)) continue;
        if (here.left < box.left - 0.1 || here.right > box.right + 0.1 || here.bottom > box.bottom + 0.1) continue;
        g_string_append_printf(said, " %.1f,%.1f-%.1f,%.1f", on->point[0].x - box.left, on->point[0].y - box.top,
                               on->point[on->points - 1].x - box.left, on->point[on->points - 1].y - box.top);
    }
    return g_string_free(said, FALSE);
}

/* The shares of one chart differ without their colours. */
static void check_shares_differ(struct bench *b, const char *const *role, unsigned count)
{
    enum { MOST = 8 };
    struct buf xml = {0};
    buf_str(&xml, "<chart kind='stacked' alt='x'>");
    for (unsigned i = 0; i < count; i++)
        buf_printf(&xml, "<series role='%s' name='%u'><point at='全体' value='1'/></series>", role[i], i);
    buf_str(&xml, "</chart>");
    struct drawn drawn = draw(b, buf_text(&xml), 499, 146, 8.5);
    char *looks[MOST];
    unsigned shares = 0;
    double left = -INFINITY;
    for (unsigned i = 0; i < drawn.drawing->count; i++) {
        const struct draw *d = &drawn.drawing->draw[i];
        struct rectangle box = path_box(d);
        /* a bar is thicker than what is in the legend, and its shares go from left to right */
        if (d->kind != DRAW_PATH || !d->filled || box.bottom - box.top < 15 || box.right - box.left < 40) continue;
        if (!(box.left > left + 10)) continue;
        left = box.left;
        assert_true(shares < MOST);
        looks[shares++] = grey_looks(drawn.drawing, i);
    }
    assert_int_equal(shares, count);
    for (unsigned i = 0; i < shares; i++)
        for (unsigned k = 0; k < i; k++)
            assert_string_not_equal(looks[i], looks[k]);
    for (unsigned i = 0; i < shares; i++)
        g_free(looks[i]);
    buf_free(&xml);
    drawn_free(&drawn);
}

static void test_seven_shares_differ(void **state)
{
    static const char *const TONES[] = {"met", "met2", "near", "near2", "near3", "unmet2", "unmet", "none"};
    static const char *const TURNS[] = {"met", "met", "near", "near", "near", "unmet", "unmet"};
    check_shares_differ(*state, TONES, sizeof TONES / sizeof *TONES);
    check_shares_differ(*state, TURNS, sizeof TURNS / sizeof *TURNS);
}

/* ---- random charts ---- */

static void test_random_charts(void **state)
{
    enum { CHARTS = 6000 };
    unsigned with_newest = 0, texts = 0;
    for (uint64_t seed = 1; seed <= CHARTS; seed++) {
        struct random_chart chart;
        random_new(&chart, seed);
        struct drawn drawn = draw(*state, buf_text(&chart.xml), chart.width, chart.height, chart.size);
        const char *fault = fault_of(*state, drawn.drawing);
        if (!fault && chart.newest && chart.width >= 160 && chart.height >= 90) {
            with_newest++;
            bool there = has_text(drawn.drawing, chart.newest);
            char *unit = strstr(chart.newest, "件");
            if (!there && unit && strstr(buf_text(&chart.xml), "unit='件'")) { /* which stands above the axis */
                *unit = '\0';
                there = has_text(drawn.drawing, chart.newest);
            }
            if (!there) fault = "the newest actual value is not there";
        }
        if (fault)
            print_message("seed %u: %s: %.0f × %.0f at %.0f: %s\n", (unsigned)seed, fault, chart.width, chart.height,
                          chart.size, buf_text(&chart.xml));
        if (fault) fail_msg("%s", fault);
        for (unsigned i = 0; i < drawn.drawing->count; i++)
            texts += drawn.drawing->draw[i].kind == DRAW_TEXT;
        drawn_free(&drawn);
        random_free(&chart);
    }
    assert_true(with_newest > CHARTS / 20);
    assert_true(texts > CHARTS * 5);
}

/* The checks of the test above see what they are there for. */
static void test_faults_are_seen(void **state)
{
    static const struct {
        const char *text;
        double x, y, size;
        const char *fault;
    } PLANTED[] = {
        {"98.61%", 103, 52,  8, "two texts overlap"      },
        {"98.61%", 180, 50,  8, "a text leaves the frame"},
        {"98.61%", 20,  103, 8, "a text leaves the frame"},
        {"98.61%", 20,  20,  6, "a text is too small"    },
        {"98.61%", 20,  20,  8, NULL                     },
    };
    for (size_t i = 0; i < sizeof PLANTED / sizeof *PLANTED; i++) {
        struct arena *arena = arena_new();
        struct drawing *drawing = drawing_new(arena, 200, 100, "BIZ UDPGothic");
        drawing_text(drawing, (struct point){100, 50}, "98.60%", (struct draw){.size = 8});
        drawing_text(drawing, (struct point){PLANTED[i].x, PLANTED[i].y}, PLANTED[i].text,
                     (struct draw){.size = PLANTED[i].size});
        const char *fault = fault_of(*state, drawing);
        if (PLANTED[i].fault)
            assert_string_equal(fault, PLANTED[i].fault);
        else
            assert_null(fault);
        drawing_line(drawing, (struct point){0, 0}, (struct point){202, 0}, (struct draw){.stroked = true});
        assert_non_null(fault_of(*state, drawing));
        drawing_free(drawing);
        arena_free(arena);
    }
}

/* ---- ticks ---- */

static void test_tick_table(void **state)
{
    (void)state;
    static const struct {
        double low, high;
        unsigned intervals;
        const char *unit, *ticks;
    } CASE[] = {
        {0,     9,         5, "社",    "0 2 4 6 8 10"                        },
        {0,     1,         5, "件",    "0 0.2 0.4 0.6 0.8 1.0"               },
        {98.4,  98.9,      5, "%",      "98.4 98.5 98.6 98.7 98.8 98.9"       },
        {98.52, 98.61,     5, "%",      "98.52 98.54 98.56 98.58 98.60 98.62" },
        {0,     110000,    5, "件",    "0 5万 10万 15万"                  },
        {0,     12000,     5, "件",    "0 5,000 10,000 15,000"               },
        {0,     230000000, 5, "円",    "0 0.5億 1.0億 1.5億 2.0億 2.5億"},
        {0,     1e12,      5, "円",    "0 0.2兆 0.4兆 0.6兆 0.8兆 1.0兆"},
        {0,     110000,    5, "千円", "0 50,000 100,000 150,000"            },
        {-2.5,  14.5,      5, "億円", "△5 0 5 10 15"                      },
        {-30,   -10,       2, "件",    "△30 △20 △10"                   },
        {0,     0,         5, "件",    "0 0.2 0.4 0.6 0.8 1.0"               },
        {50,    50,        2, "件",    "45 50 55"                            },
        {0,     0.001,     5, "",       "0 0.0002 0.0004 0.0006 0.0008 0.0010"},
        {0,     3,         3, "団体", "0 1 2 3"                             },
    };
    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        struct arena *arena = arena_new();
        struct axis axis = axis_over(CASE[i].low, CASE[i].high, CASE[i].intervals);
        struct buf all = {0};
        for (int64_t tick = axis.first; tick <= axis.last; tick++) {
            if (all.size) buf_char(&all, ' ');
            buf_str(&all, axis_text(arena, &axis, tick, CASE[i].unit));
        }
        assert_string_equal(buf_text(&all), CASE[i].ticks);
        buf_free(&all);
        arena_free(arena);
    }
}

static void test_ticks_cover(void **state)
{
    (void)state;
    struct dice dice = {88172645463325252U};
    for (unsigned i = 0; i < 20000; i++) {
        double scale = pow(10, (int)roll(&dice, 16) - 3);
        double low = ((double)roll(&dice, 2001) - 1000) / 1000 * scale, high = low + roll(&dice, 1000) / 1000.0 * scale;
        unsigned intervals = 2 + roll(&dice, 6);
        struct axis axis = axis_over(low, high, intervals);
        assert_true(axis.mantissa == 1 || axis.mantissa == 2 || axis.mantissa == 5);
        assert_true(axis.last > axis.first && axis.last - axis.first <= (int64_t)intervals + 1);
        double step = axis_value(&axis, axis.first + 1) - axis_value(&axis, axis.first);
        assert_true(axis_value(&axis, axis.first) <= low + step * 1e-5);
        assert_true(axis_value(&axis, axis.last) >= high - step * 1e-5);
        assert_true(axis_share(&axis, low) >= 0 && axis_share(&axis, high) <= 1);
    }
}

/* ---- what is drawn ---- */

#define BARS(points) \
    "<chart kind='bars' unit='億円' alt='x'><series role='target' name='目標'><point at='R8' " \
    "value='40'>40億円</point></series>" \
    "<series role='actual' name='実績'>" points "</series></chart>"

/* Solid bars below the legend, as they stand. */
static unsigned solid_bars(const struct drawing *drawing, struct rectangle *bar)
{
    static const double LEGEND = 16;
    unsigned count = 0;
    for (unsigned i = 0; i < drawing->count; i++) {
        const struct draw *d = &drawing->draw[i];
        if (d->kind != DRAW_PATH || !d->filled || d->fill.red != 6 || d->points != 4 || d->point[0].y < LEGEND)
            continue;
        bar[count++] = (struct rectangle){d->point[0].x, d->point[0].y, d->point[2].x, d->point[2].y};
    }
    return count;
}

static double base_line(const struct drawing *drawing)
{
    for (unsigned i = 0; i < drawing->count; i++) {
        const struct draw *d = &drawing->draw[i];
        if (d->kind == DRAW_PATH && d->points == 2 && d->stroked && d->stroke.red == 1) return d->point[0].y;
    }
    fail_msg("no base line");
    return 0;
}

static void test_bars_stand_on_zero(void **state)
{
    struct drawn drawn = draw(*state,
                              BARS("<point at='R8' value='30'>30億円</point><point at='R9' value='-10'>△10億円</point>"
                                   "<point at='R10' value='0'>0億円</point><point at='R11' value='15'>15億円</point>"),
                              290, 118, 8);
    struct rectangle bar[8];
    assert_int_equal(solid_bars(drawn.drawing, bar), 3);
    double base = base_line(drawn.drawing), unit = (bar[0].bottom - bar[0].top) / 30;
    assert_true(unit > 0);
    assert_true(fabs(bar[0].bottom - base) < 1e-9 && fabs(bar[2].bottom - base) < 1e-9 &&
                fabs(bar[1].top - base) < 1e-9);
    assert_true(fabs((bar[1].bottom - bar[1].top) / 10 - unit) < 1e-9);
    assert_true(fabs((bar[2].bottom - bar[2].top) / 15 - unit) < 1e-9);
    assert_true(has_text(drawn.drawing, "0億円") && has_text(drawn.drawing, "（億円）") &&
                has_text(drawn.drawing, "目標"));
    assert_true(has_text(drawn.drawing, "△20"));
    drawn_free(&drawn);
}

/* A newest value that is wider than the whole chart is shortened, not left out. */
static void test_newest_is_never_left_out(void **state)
{
    struct drawn drawn = draw(
        *state,
        BARS("<point at='R8' value='30'>約30億円（令和9年5月末の速報であり、決算の確定後に改める見込みの額）</point>"),
        160, 90, 8);
    bool there = false;
    for (unsigned i = 0; i < drawn.drawing->count; i++) {
        const struct draw *d = &drawn.drawing->draw[i];
        there |=
            d->kind == DRAW_TEXT && g_str_has_prefix(d->text, "約30億円（令和9年") && g_str_has_suffix(d->text, "…");
    }
    assert_true(there);
    assert_null(fault_of(*state, drawn.drawing));
    drawn_free(&drawn);
}

/* Bars never obey from and to: they would lie. */
static void test_bars_ignore_from(void **state)
{
    struct drawn drawn =
        draw(*state,
             "<chart kind='bars' from='90' to='120' alt='x'><series role='target' name='目標'><point at='R8' "
             "value='100'>100</point>"
             "</series><series role='actual' name='実績'><point at='R8' value='50'>50</point></series></chart>",
             290, 118, 8);
    struct rectangle bar[8];
    assert_int_equal(solid_bars(drawn.drawing, bar), 1);
    assert_true(fabs(bar[0].bottom - base_line(drawn.drawing)) < 1e-9);
    assert_true(has_text(drawn.drawing, "0"));
    drawn_free(&drawn);
}

#define NARROW(kind, projection) \
    "<chart kind='" kind "' from='98.4' to='98.9' unit='%' note='縦軸は0から始まりません' alt='x'>" \
    "<series role='target' name='目標'><point at='R8' value='98.60'>98.60%</point><point at='R9' " \
    "value='98.65'>98.65%</point>" \
    "<point at='R10' value='98.70'>98.70%</point></series><series role='actual' name='実績'><point at='R8' " \
    "value='98.52'>98.52%</point>" \
    "<point at='R9' value='98.61'>98.61%</point></series>" projection "</chart>"

static void test_narrow_bands_say_so(void **state)
{
    static const char *const TEXT[] = {"縦軸は0から始まりません",
                                       "（%）",
                                       "98.60%",
                                       "98.65%",
                                       "98.70%",
                                       "98.52%",
                                       "98.61%",
                                       "目標",
                                       "実績",
                                       "R8",
                                       "R9",
                                       "R10",
                                       "98.4"};
    struct drawn drawn = draw(*state, NARROW("dots", ""), 290, 118, 8);
    for (size_t i = 0; i < sizeof TEXT / sizeof *TEXT; i++)
        assert_true(has_text(drawn.drawing, TEXT[i]));
    drawn_free(&drawn);
}

/* Dashed from the last actual value on; nothing is dashed without a projection but the base of a cut axis. */
static void test_projection_is_dashed(void **state)
{
    struct drawn without = draw(*state, NARROW("line", ""), 290, 118, 8);
    struct drawn with = draw(
        *state,
        NARROW("line", "<series role='projection' name='推計'><point at='R10' value='98.74'>98.74%</point></series>"),
        290, 118, 8);
    assert_int_equal(dashed_paths(without.drawing), 1);
    assert_int_equal(dashed_paths(with.drawing), 3);
    const struct draw *last = NULL;
    struct point dot = {0, 0};
    for (unsigned i = 0; i < with.drawing->count; i++) {
        const struct draw *d = &with.drawing->draw[i];
        if (d->kind == DRAW_PATH && d->dashed && d->stroke.red == 6) last = d;
        if (d->kind == DRAW_PATH && d->points == 2 && d->stroke.red == 6 && !d->dashed) dot = d->point[1];
    }
    assert_non_null(last);
    assert_int_equal(last->points, 2);
    assert_true(fabs(last->point[0].x - dot.x) < 1e-9 && fabs(last->point[0].y - dot.y) < 1e-9);
    drawn_free(&without);
    drawn_free(&with);
}

static unsigned paths_like(const struct drawing *drawing, unsigned points, unsigned char fill)
{
    unsigned count = 0;
    for (unsigned i = 0; i < drawing->count; i++) {
        const struct draw *d = &drawing->draw[i];
        count += d->kind == DRAW_PATH && d->points == points && d->filled && d->fill.red == fill;
    }
    return count;
}

/* Each state has a shape of its own: a square, a diamond, a hollow triangle; hatching; three dots. */
static void test_states_have_shapes(void **state)
{
    struct drawn drawn = draw(*state,
                              "<chart kind='strip' alt='x'><series role='plan' name='段階'><point at='R8' "
                              "state='met'>研究</point><point at='R9' "
                              "state='near'>検討</point><point at='R10' state='unmet'>方針決定</point><point at='R11' "
                              "state='unreported'>導入</point>"
                              "<point at='R12' state='none'/></series></chart>",
                              290, 118, 8);
    assert_int_equal(paths_like(drawn.drawing, 4, 8), 1);   /* met */
    assert_int_equal(paths_like(drawn.drawing, 4, 9), 1);   /* near */
    assert_int_equal(paths_like(drawn.drawing, 3, 255), 1); /* unmet, hollow */
    assert_int_equal(paths_like(drawn.drawing, 4, 2), 3);   /* unreported */
    unsigned hatching = 0;
    for (unsigned i = 0; i < drawn.drawing->count; i++)
        hatching += drawn.drawing->draw[i].points == 2 && drawn.drawing->draw[i].stroke.red == 3;
    assert_true(hatching > 10);
    drawn_free(&drawn);
}

static void test_an_arrow_goes_through(void **state)
{
    struct drawn drawn = draw(*state,
                              "<chart kind='strip' alt='x'><series role='plan' name='段階'><point at='R8' "
                              "state='met'>導入</point><point at='R9' state=''>→</point>"
                              "<point at='R10' state=''>→</point></series></chart>",
                              290, 118, 8);
    assert_false(has_text(drawn.drawing, "→"));
    assert_int_equal(paths_like(drawn.drawing, 4, 5), 2); /* its shaft, cell by cell */
    assert_int_equal(paths_like(drawn.drawing, 3, 5), 1); /* one head, at its end */
    drawn_free(&drawn);
}

/* A milestone is cut into lines and not shortened while three lines are enough. */
static void test_milestones_wrap(void **state)
{
    struct drawn drawn = draw(
        *state,
        "<chart kind='strip' alt='x'><series role='plan' name='段階'><point at='R8' "
        "state='met'>改定案の作成、内部・外部調整</point><point at='R9' state=''>"
        "方針</point><point at='R10' state=''/><point at='R11' state=''/><point at='R12' state=''/></series></chart>",
        290, 118, 8);
    struct buf all = {0};
    for (unsigned i = 0; i < drawn.drawing->count; i++)
        if (drawn.drawing->draw[i].kind == DRAW_TEXT) buf_str(&all, drawn.drawing->draw[i].text);
    assert_non_null(strstr(buf_text(&all), "改定案の作成、内部・外部調整"));
    assert_null(strstr(buf_text(&all), "…"));
    buf_free(&all);
    drawn_free(&drawn);
}

/* Points meet by what they say of the axis, not by their number. */
static void test_points_meet_in_columns(void **state)
{
    (void)state;
    static const char XML[] = "<chart kind='line' alt='x'><series role='target' name='t'><point at='R8' "
                              "value='1'>1</point><point at='R10' value='3'>3</point></series>"
                              "<series role='actual' name='a'><point at='R9' value='2'>2</point><point at='R10' "
                              "value='nan'>x</point></series></chart>";
    xmlDoc *document = xmlReadMemory(XML, (int)strlen(XML), "t", NULL, 0);
    struct arena *arena = arena_new();
    const struct data *data = data_read(arena, xmlDocGetRootElement(document));
    assert_int_equal(data->columns, 3);
    unsigned r9 = !strcmp(data->at[0], "R9") ? 0 : 1;
    assert_string_equal(data->at[r9], "R9");
    assert_string_equal(data->at[2], "R10");
    assert_false(data->series[0].datum[r9].given);
    assert_true(data->series[1].datum[r9].has_value);
    assert_true(data->series[1].datum[2].given && !data->series[1].datum[2].has_value);
    assert_int_equal(data_newest(data), r9);
    arena_free(arena);
    xmlFreeDoc(document);
}

static double smallest_text(const struct drawing *drawing)
{
    double smallest = INFINITY;
    for (unsigned i = 0; i < drawing->count; i++)
        if (drawing->draw[i].kind == DRAW_TEXT) smallest = fmin(smallest, drawing->draw[i].size);
    return smallest;
}

/* A frame too low for the size asked for makes text smaller, but never than what is said to be the smallest. */
static void test_smallest_holds_in_low_frames(void **state)
{
    static const char XML[] = "<chart kind='bars' unit='件'><series role='target' name='目標'><point at='R8' "
                              "value='110000'>110,000件</point><point at='R9' value='120000'>120,000件</point></series>"
                              "<series role='actual' name='実績'><point at='R8' value='108743'>108,743件</point>"
                              "</series></chart>";
    struct drawn free_to_shrink = draw(*state, XML, 240, 120, 18);
    struct drawn held = draw_at_least(*state, XML, 240, 120, 18, 18);
    assert_true(smallest_text(free_to_shrink.drawing) < 18);
    assert_true(smallest_text(held.drawing) >= 18);
    assert_true(has_text(held.drawing, "108,743件") || has_text(held.drawing, "108,743"));
    assert_null(fault_of(*state, held.drawing));
    drawn_free(&free_to_shrink);
    drawn_free(&held);
}

static void test_odd_elements_end(void **state)
{
    static const char *const XML[] = {
        "<chart/>",
        "<chart kind='bars'/>",
        "<chart kind='pie'><series role='x' name='y'><point at='a' value='1'>1</point></series></chart>",
        "<chart kind='matrix'><series role='row' name='r'/></chart>",
        "<chart kind='strip'><series role='plan' name=''><point at='' state='?'/></series></chart>",
        "<chart kind='dots' from='5' to='1'><series role='actual' name=''><point at='' value='1e400'>x</point><point "
        "at='' value='7'>7</point></series></chart>",
        "<chart kind='stacked'><series role='met' name=''><point at='' value='-3'>-3</point><point at='' "
        "value='0'>0</point></series></chart>",
    };
    for (size_t i = 0; i < sizeof XML / sizeof *XML; i++) {
        struct drawn drawn = draw(*state, XML[i], 200, 100, 8);
        assert_null(fault_of(*state, drawn.drawing));
        drawn_free(&drawn);
    }
    drawing_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tick_table),
        cmocka_unit_test(test_ticks_cover),
        cmocka_unit_test(test_points_meet_in_columns),
        cmocka_unit_test_setup_teardown(test_faults_are_seen, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_bars_stand_on_zero, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_bars_ignore_from, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_newest_is_never_left_out, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_narrow_bands_say_so, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_projection_is_dashed, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_states_have_shapes, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_an_arrow_goes_through, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_milestones_wrap, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_smallest_holds_in_low_frames, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_odd_elements_end, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_no_count_is_left_out, bench_up, bench_down),
        cmocka_unit_test(test_height_follows_the_rows),
        cmocka_unit_test_setup_teardown(test_seven_shares_differ, bench_up, bench_down),
        cmocka_unit_test_setup_teardown(test_random_charts, bench_up, bench_down),
    };
    return cmocka_run_group_tests_name("chart", tests, NULL, NULL);
}
