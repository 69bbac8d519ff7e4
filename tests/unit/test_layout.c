/* test_layout: documents of every sort of unkindness must end, lose no text, stay on their pages and break decently. */
#include "laying.h"
#include "document/rules.h"

#define SERIES \
    "<series role='target' name='目標'><point at='R8' value='10'>点10件</point><point at='R9' " \
    "value='20'>点20件</point></series>"
#define FIGURE(class) \
    "<figure><figcaption>図の題</figcaption><chart class='" class "' kind='bars' unit='件' alt='図'>" SERIES \
                                                                  "</chart></figure>"
/* ---- how lines are set ---- */

/* The lines of the page's paragraphs of class narrow, | between them, and where the first of them begins. */
static char *narrow_lines(const struct pages *pages, double *x)
{
    struct buf text = {0};
    for (unsigned k = 0; k < pages->page[0].count; k++) {
        const struct placed *p = &pages->page[0].placed[k];
        if (p->kind != PLACED_LINE || p->content->style->width != 50) continue;
        const struct paragraph *paragraph = p->content->paragraph;
        const struct line *line = &paragraph->line[p->line];
        if (!text.size) *x = p->x;
        if (text.size) buf_char(&text, '|');
        for (uint32_t g = line->first; g < line->first + line->count; g++)
            buf_put(&text, paragraph->text + paragraph->glyph[g].at, paragraph->glyph[g].length);
    }
    char *lines = g_strdup(buf_text(&text));
    buf_free(&text);
    return lines;
}

/* first-indent in em of the element's own size; hang and phrases, which are inherited, by the text inside. */
static void styles_reach_the_lines(void **state)
{
    struct bench *b = *state;
    static const char BODY[] =
        "<div class='%s'><p class='narrow'>漢漢漢。漢漢漢漢漢。漢</p><p class='narrow'>漢漢の漢漢漢漢</p></div>";
    static const struct {
        const char *class, *expected;
        double indent;
    } CASES[] = {
        {"plain", "漢漢漢。漢|漢漢漢漢。|漢|漢漢の漢漢|漢漢", 0 },
        {"set",   "漢漢漢。|漢漢漢漢漢。|漢|漢漢の|漢漢漢漢", 20},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char body[256];
        double x = 0;
        snprintf(body, sizeof body, BODY, CASES[i].class);
        struct laid laid = lay_body(b, "a", body);
        char *got = narrow_lines(laid.pages, &x);
        assert_string_equal(got, CASES[i].expected);
        assert_true(fabs(x - 48 - CASES[i].indent) < 0.01);
        g_free(got);
        laid_free(&laid);
    }
}

/* ---- drawings ---- */

/* The number of words of a drawing that are not what was shaped for it. */
static unsigned misshaped(const struct illustration *illustration)
{
    unsigned wrong = 0;
    for (unsigned i = 0; i < illustration->drawing->count; i++) {
        const struct draw *draw = &illustration->drawing->draw[i];
        const struct paragraph *paragraph = illustration->text[i];
        if (draw->kind != DRAW_TEXT) {
            wrong += paragraph != NULL;
            continue;
        }
        struct buf text = {0};
        for (uint32_t g = 0; g < paragraph->glyphs; g++)
            buf_put(&text, paragraph->text + paragraph->glyph[g].at, paragraph->glyph[g].length);
        wrong += paragraph->lines != 1 || strcmp(buf_text(&text), draw->text) != 0;
        buf_free(&text);
    }
    return wrong;
}

/* Drawings of which a chart is placed elsewhere than its caption, wider than the page or with other words than it has. */
static unsigned count_bad_drawings(const struct pages *pages)
{
    unsigned bad = 0;
    for (unsigned i = 0; i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        for (unsigned k = 0; k < page->count; k++) {
            const struct placed *p = &page->placed[k];
            if (p->kind != PLACED_DRAWING) continue;
            bool captioned = false;
            for (unsigned q = 0; q < page->count; q++)
                captioned |= page->placed[q].kind == PLACED_LINE &&
                             page->placed[q].content->span->node->parent->parent == p->illustration->chart->parent;
            bool inside =
                p->x >= page->master->left - 0.1 && p->x + p->width <= page->master->width - page->master->right + 0.1;
            bad += !captioned || !inside || misshaped(p->illustration);
        }
    }
    return bad;
}

/* The only drawing, and the page it is on. */
static const struct placed *the_drawing(const struct pages *pages, unsigned *on)
{
    const struct placed *found = NULL;
    for (unsigned i = 0; i < pages->count; i++)
        for (unsigned k = 0; k < pages->page[i].count; k++) {
            if (pages->page[i].placed[k].kind != PLACED_DRAWING) continue;
            assert_null(found);
            found = &pages->page[i].placed[k];
            *on = i;
        }
    assert_non_null(found);
    return found;
}

static bool draws(const struct placed *placed, const char *word)
{
    const struct drawing *drawing = placed->illustration->drawing;
    for (unsigned i = 0; i < drawing->count; i++)
        if (drawing->draw[i].kind == DRAW_TEXT && !strcmp(drawing->draw[i].text, word)) return true;
    return false;
}

/* ---- what must hold of every layout ---- */

/* Paragraphs of several lines that leave a single one on a page. */
static unsigned count_stray_lines(const struct pages *pages)
{
    unsigned stray = 0;
    for (unsigned i = 0; i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        for (unsigned k = 0; k < page->count; k++) {
            const struct placed *p = &page->placed[k];
            if (p->kind != PLACED_LINE || p->artifact != ARTIFACT_NONE || p->content->paragraph->lines < 2) continue;
            unsigned here = 0;
            for (unsigned q = 0; q < page->count; q++)
                here += page->placed[q].kind == PLACED_LINE && page->placed[q].content == p->content;
            stray += here < 2;
        }
    }
    return stray;
}

static unsigned count_artifact(const struct pages *pages, enum artifact artifact, const char *containing)
{
    unsigned found = 0;
    for (unsigned i = 0; i < pages->count; i++)
        for (unsigned k = 0; k < pages->page[i].count; k++) {
            const struct placed *p = &pages->page[i].placed[k];
            if (p->kind != PLACED_LINE || p->artifact != artifact) continue;
            found += strstr(p->content->paragraph->text, containing) != NULL && p->line == 0;
        }
    return found;
}

static void holds(const struct laid *laid)
{
    assert_int_equal(count_lost(laid), 0);
    assert_int_equal(count_bad_drawings(laid->pages), 0);
    assert_int_equal(count_below_margin(laid->pages), 0);
    if (!laid->figures.forced) assert_int_equal(count_stray_lines(laid->pages), 0);
}

/* ---- cases ---- */

static void long_cell_splits_and_repeats_its_label(void **state)
{
    struct buf body = {0};
    buf_str(&body, "<table class='year'><tbody><tr><th scope='row'>現状</th><td>");
    repeat(&body, SENTENCE, 300);
    buf_str(&body, "</td></tr></tbody></table>");
    struct laid laid = lay_body(*state, "chapter", buf_text(&body));
    holds(&laid);
    assert_true(laid.pages->count >= 5);
    assert_int_equal(count_artifact(laid.pages, ARTIFACT_REPEAT, "現状（続き）"), laid.pages->count - 1);
    laid_free(&laid);
    buf_free(&body);
}

static void finished_cell_does_not_repeat_a_label_that_has_nothing_left(void **state)
{
    struct buf body = {0};
    buf_str(&body,
            "<table class='form'><tbody><tr><th scope='row'>現状</th><td>短い</td><th scope='row'>課題</th><td>");
    repeat(&body, SENTENCE, 120);
    buf_str(&body, "</td></tr></tbody></table>");
    struct laid laid = lay_body(*state, "chapter", buf_text(&body));
    holds(&laid);
    assert_int_equal(count_artifact(laid.pages, ARTIFACT_REPEAT, "現状"), 0);
    assert_int_equal(count_artifact(laid.pages, ARTIFACT_REPEAT, "課題（続き）"), laid.pages->count - 1);
    laid_free(&laid);
    buf_free(&body);
}

static void head_row_repeats_on_every_page(void **state)
{
    struct buf body = {0};
    buf_str(&body, "<table><thead><tr><th scope='col'>頭の行</th></tr></thead><tbody>");
    repeat(&body, "<tr><td>行</td></tr>", 90);
    buf_str(&body, "</tbody></table>");
    struct laid laid = lay_body(*state, "chapter", buf_text(&body));
    holds(&laid);
    assert_int_equal(count_artifact(laid.pages, ARTIFACT_REPEAT, "頭の行"), laid.pages->count - 1);
    laid_free(&laid);
    buf_free(&body);
}

static void merged_cell_over_pages_closes_its_rules(void **state)
{
    struct buf body = {0};
    buf_str(
        &body,
        "<table class='outline'><tbody><tr><th scope='rowgroup' rowspan='80'>方針</th><td>項目</td><td>取組</td></tr>");
    repeat(&body, "<tr><td>項目</td><td>取組</td></tr>", 79);
    buf_str(&body, "</tbody></table>");
    struct laid laid = lay_body(*state, "chapter", buf_text(&body));
    holds(&laid);
    assert_int_equal(count_artifact(laid.pages, ARTIFACT_REPEAT, "方針（続き）"), laid.pages->count - 1);
    for (unsigned i = 0; i < laid.pages->count; i++) { /* on each page the lowest fill has a rule at its lower edge */
        const struct page *page = &laid.pages->page[i];
        double lowest_fill = 0, lowest_rule = 0;
        for (unsigned k = 0; k < page->count; k++) {
            const struct placed *p = &page->placed[k];
            if (p->kind == PLACED_FILL) lowest_fill = fmax(lowest_fill, p->y + p->height);
            if (p->kind == PLACED_RULE && p->width > p->height) lowest_rule = fmax(lowest_rule, p->y + p->height);
        }
        assert_true(fabs(lowest_fill - lowest_rule) < 1);
    }
    laid_free(&laid);
    buf_free(&body);
}

static void contents_have_page_numbers(void **state)
{
    struct laid laid =
        lay(*state, "<page class='front' title='目次'><h1>目次</h1><nav class='toc'><ol><li><a href='#b'>二つ目<span "
                    "class='page'/></a></li>"
                    "</ol></nav></page><page class='chapter' title='一'><h1>一</h1><p>文</p></page><page "
                    "class='chapter' title='二' id='b'><h1>二</h1></page>");
    const struct page *front = &laid.pages->page[0];
    const struct placed *last = &front->placed[front->count - 1];
    assert_string_equal(front->label, "i");
    assert_string_equal(laid.pages->page[2].label, "2");
    assert_int_equal(last->kind, PLACED_LINE);
    assert_string_equal(last->content->paragraph->text, "2");
    assert_true(fabs(last->x + last->width - (front->master->width - front->master->right)) < 0.1);
    laid_free(&laid);
}

static void one_type_size_for_the_document(void **state)
{
    struct buf pages = {0};
    for (unsigned i = 0; i < 10; i++) { /* two in ten do not fit at full size: the next step is taken */
        buf_str(&pages, "<page class='sheet' title='s'><p>");
        repeat(&pages, SENTENCE, i < 2 ? 65 : 10);
        buf_str(&pages, "</p></page>");
    }
    struct laid laid = lay(*state, buf_text(&pages));
    holds(&laid);
    assert_true(laid.figures.step.size < 1);
    assert_int_equal(laid.figures.sheets, 10);
    assert_true(laid.figures.fitting >= 9);
    laid_free(&laid);
    buf_free(&pages);
}

/* ---- figures ---- */

static void figure_is_measured_and_drawn(void **state)
{
    static const double DEFAULT_HEIGHT = 120, TEXT_WIDTH = 595 - 48 - 48, CAPTION = 13 + 3;
    unsigned on;
    struct laid plain = lay_body(*state, "c", "<p>前</p><p>後</p>");
    struct laid laid = lay_body(*state, "c", "<p>前</p>" FIGURE("") "<p>後</p>");
    const struct placed *drawing = the_drawing(laid.pages, &on);
    holds(&laid);
    assert_true(fabs(drawing->height - DEFAULT_HEIGHT) < 0.01);
    assert_true(fabs(drawing->width - TEXT_WIDTH) < 0.01);
    assert_true(draws(drawing, "R8"));
    assert_true(draws(drawing, "R9"));
    /* the text after it moves down by just what it takes: before 6 (of the paragraph), after 8 */
    const struct page *page = &laid.pages->page[0], *other = &plain.pages->page[0];
    double moved = page->placed[page->count - 1].y - other->placed[other->count - 1].y;
    assert_true(fabs(moved - (CAPTION + DEFAULT_HEIGHT + 8)) < 0.01);
    /* its points are no ordinary text, wherever texts are gathered */
    assert_int_equal(count_artifact(laid.pages, ARTIFACT_NONE, "点"), 0);
    struct buf text = {0};
    element_text(xmlDocGetRootElement(laid.document), &text);
    assert_null(strstr(buf_text(&text), "点"));
    assert_non_null(strstr(buf_text(&text), "図の題"));
    buf_free(&text);
    laid_free(&laid);
    laid_free(&plain);
}

static void figure_has_its_height_and_frame(void **state)
{
    unsigned on;
    struct laid laid = lay_body(*state, "c", FIGURE("framed"));
    const struct placed *drawing = the_drawing(laid.pages, &on);
    holds(&laid);
    assert_true(fabs(drawing->height - 60) < 0.01);
    assert_true(fabs(drawing->x - (48 + 4)) < 0.01);
    laid_free(&laid);
    /* a column by content is as wide as a chart wants it, not as its words are */
    laid =
        lay_body(*state, "c", "<table><tbody><tr><th scope='row'>図</th><td>" FIGURE("") "</td></tr></tbody></table>");
    assert_true(the_drawing(laid.pages, &on)->width > 350);
    laid_free(&laid);
    /* a chart is drawn, whatever its style says of its display */
    laid = lay_body(*state, "c", FIGURE("side"));
    holds(&laid);
    assert_true(draws(the_drawing(laid.pages, &on), "R8"));
    laid_free(&laid);
}

/* However far down the page it would begin, it stands on one page, whole, and its caption above it. */
static void figure_is_never_cut(void **state)
{
    static const char *const ROUND[][2] = {
        {"",                                                                  ""                          },
        {"<div class='columns'><div><p>" SENTENCE "</p></div>",               "</div>"                    },
        {"<div class='box'>",                                                 "</div>"                    },
        {"<table class='year'><tbody><tr><th scope='row'>図</th><td>",       "</td></tr></tbody></table>"},
        {"<table><tbody><tr><th scope='row'>図</th><td><p>" SENTENCE "</p>", "</td></tr></tbody></table>"},
    };
    unsigned on, on_second = 0;
    for (unsigned lines = 0; lines < 60; lines++)
        for (size_t i = 0; i < sizeof ROUND / sizeof *ROUND; i++) {
            struct buf body = {0};
            repeat(&body, "<p>文</p>", lines);
            buf_printf(&body, "%s%s%s", ROUND[i][0], FIGURE(""), ROUND[i][1]);
            struct laid laid = lay_body(*state, "c", buf_text(&body));
            holds(&laid);
            assert_int_equal(laid.figures.forced, 0);
            assert_true(fabs(the_drawing(laid.pages, &on)->height - 120) < 0.01);
            on_second += on;
            laid_free(&laid);
            buf_free(&body);
        }
    assert_true(on_second > 0);
}

static void figure_taller_than_the_page_is_scaled_to_it(void **state)
{
    static const double TEXT_HEIGHT = 842 - 60 - 54;
    unsigned on;
    struct laid laid = lay_body(*state, "c", "<p>" SENTENCE "</p>" FIGURE("tall") "<p>後</p>");
    holds(&laid);
    assert_int_equal(laid.figures.forced, 0);
    assert_true(fabs(the_drawing(laid.pages, &on)->height - TEXT_HEIGHT * 0.9) < 0.01);
    assert_int_equal(on, 1);
    laid_free(&laid);
}

/* What is measured only is measured as what is placed. */
static void figures_count_when_sheets_are_fitted(void **state)
{
    struct laid small = lay(*state, "<page class='sheet' title='s'><p>" SENTENCE "</p>" FIGURE("") "</page>");
    struct laid large =
        lay(*state,
            "<page class='sheet' title='s'><p>" SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE
            "</p>" FIGURE("tall") "</page>");
    assert_int_equal(small.figures.fitting, 1);
    assert_int_equal(large.figures.fitting, 0);
    assert_int_equal(small.pages->count, 1);
    assert_int_equal(large.pages->count, 2);
    laid_free(&small);
    laid_free(&large);
}

static void word_of_a_drawing_without_a_glyph_is_told(void **state)
{
    struct bench own = *(struct bench *)*state;
    for (int missing = 0; missing < 2; missing++) {
        char body[512];
        snprintf(body, sizeof body,
                 "<page title='t'><h1>題</h1><figure><chart kind='bars' alt='図'><series role='target' name='目標'>"
                 "<point at='%s' value='1'>1</point></series></chart></figure></page>",
                 missing ? "\xEE\x80\x80" : "R8");
        struct laid laid = {.arena = arena_new(), .document = document_of(body)};
        own.diag = diag_new();
        laid.pages = layout_pages(laid.arena, laid.document, own.print, own.typesetter, NULL, own.diag);
        assert_int_equal(laid.pages == NULL, missing);
        assert_int_equal(diag_count(own.diag, SEVERITY_ERROR), missing);
        diag_free(own.diag);
        laid_free(&laid);
    }
}

/* ---- readings ---- */

static void assert_near(double a, double b, double most)
{
    if (!(fabs(a - b) <= most)) fail_msg("%g is not %g", a, b);
}

/* The placed line that shows the first text of the first element found below `node` with this name and this text. */
static const struct placed *line_of(const struct laid *laid, const char *element, const char *text)
{
    for (unsigned i = 0; i < laid->pages->count; i++)
        for (unsigned k = 0; k < laid->pages->page[i].count; k++) {
            const struct placed *p = &laid->pages->page[i].placed[k];
            if (p->kind != PLACED_LINE || !p->content->spans) continue;
            const struct paragraph *par = p->content->paragraph;
            const struct line *line = &par->line[p->line];
            for (unsigned s = 0; s < p->content->spans; s++) {
                const struct span *span = &p->content->span[s];
                bool here = line->count && span->from >= par->glyph[line->first].at &&
                            span->from <= par->glyph[line->first + line->count - 1].at;
                if (here && span->node->content && element_is(span->node->parent, element) &&
                    !strcmp((const char *)span->node->content, text))
                    return p;
            }
        }
    fail_msg("no <%s> %s", element, text);
    return NULL;
}

/* From the left edge of the page to both edges of the ink's advances of [from, to) on its line. */
static void edges(const struct placed *p, uint32_t from, uint32_t to, double *left, double *right)
{
    const struct paragraph *par = p->content->paragraph;
    const struct line *line = &par->line[p->line];
    double x = p->x;
    *left = *right = -1;
    for (uint32_t i = line->first; i < line->first + line->count; i++) {
        const struct glyph *glyph = &par->glyph[i];
        if (glyph->at == from) *left = x;
        x += (double)glyph->advance;
        if (glyph->at < to) *right = x;
    }
}

/* Base and reading of one pair are equally wide, but for what justification puts behind the base, one above the other, each
   symmetrical in that width. */
static void assert_above(const struct laid *laid, const char *base, const char *reading, double behind)
{
    const struct placed *below = line_of(laid, "ruby", base), *above = line_of(laid, "rt", reading);
    const struct span *span = below->content->span;
    while (strcmp((const char *)span->node->content, base) != 0)
        span++;
    double left, right;
    edges(below, span->from, span->to, &left, &right);
    const struct paragraph *par = above->content->paragraph;
    assert_near(above->x, left, 0.01);
    assert_near(above->x + above->width, right - behind / 2, behind / 2 + 0.01);
    const struct glyph *first = &par->glyph[0], *last = &par->glyph[par->glyphs - 1];
    assert_near(first->size, below->content->style->size / 2, 0.01);
    assert_near(first->dx, last->dx, 0.01);
    /* the em box of the reading stands on that of the base, the whole of it in the room of the line */
    assert_near(above->y + above->height, below->baseline - 0.88 * below->content->style->size, 0.01);
    assert_true(above > below); /* read after it */
}

static void reading_stands_above_its_base(void **state)
{
    static const struct {
        const char *base, *reading;
    } PAIRS[] = {
        {"南",                "みなみ"            },
        {"総合計画",       "プラン"            },
        {"西",                "に"                  },
        {"市",                "ながいよみかた"},
        {"地域運営組織", "ちいき"            },
    };
    struct buf body = {0};
    buf_str(&body, "<p>この");
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        buf_printf(&body, "<ruby>%s<rt>%s</rt></ruby>、", PAIRS[i].base, PAIRS[i].reading);
    buf_str(&body, "を読む。</p>");
    struct laid laid = lay_body(*state, "chapter", buf_text(&body));
    holds(&laid);
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        assert_above(&laid, PAIRS[i].base, PAIRS[i].reading, 0);
    laid_free(&laid);
    buf_free(&body);
}

/* A block's first line makes room; later lines have the leading of the one before, here 16 for a size of 10. */
static void lines_with_readings_make_room(void **state)
{
    static const char BODY[] =
        "<p>上の段落</p><p>一<ruby>行<rt>ぎょう</rt></ruby>目<br/>次の行<br/>三<ruby>段<rt>だん</rt></ruby>目</p>"
        "<h2>題<ruby>名<rt>めい</rt></ruby></h2>";
    struct laid laid = lay_body(*state, "chapter", BODY);
    holds(&laid);
    const struct placed *before = line_of(&laid, "p", "上の段落"), *first = line_of(&laid, "p", "一");
    const struct placed *second = line_of(&laid, "p", "次の行"), *third = line_of(&laid, "p", "三");
    assert_near(second->baseline - first->baseline, 16, 0.01);
    assert_near(third->baseline - second->baseline, 16, 0.01);
    assert_near(first->baseline - before->baseline, 16 + 6 + 2, 0.01); /* the leading leaves 3 of the 5 above it */
    assert_true(line_of(&laid, "rt", "ぎょう")->y >= before->y + before->height - 0.01);
    const struct placed *heading = line_of(&laid, "h2", "題"), *reading = line_of(&laid, "rt", "めい");
    assert_true(reading->y >= third->y + third->height + 18 - 0.01);
    assert_near(heading->baseline - reading->y, 0.88 * 14 + 7, 0.01);
    laid_free(&laid);
}

/* Wherever the line is full, base and reading go to the next together, and nothing passes the margin. */
static void base_is_never_parted(void **state)
{
    for (unsigned before = 0; before < 60; before++) {
        struct buf body = {0};
        buf_str(&body, "<p>");
        repeat(&body, "字", before);
        buf_str(&body, "<ruby>南北東西<rt>なんぼくとうざい</rt></ruby>");
        repeat(&body, "字", 30);
        buf_str(&body, "</p>");
        struct laid laid = lay_body(*state, "chapter", buf_text(&body));
        holds(&laid);
        assert_above(&laid, "南北東西", "なんぼくとうざい", 0.9);
        const struct placed *reading = line_of(&laid, "rt", "なんぼくとうざい");
        assert_true(reading->x + reading->width <= 595 - 48 + 0.1);
        laid_free(&laid);
        buf_free(&body);
    }
}

/* One that is wider than its cell is broken as any text, its reading behind it. */
static void reading_of_a_long_base_stands_behind_it(void **state)
{
    static const char BODY[] =
        "<table class='form'><tbody><tr><th scope='row'><ruby>地域運営組織連絡協議会<rt>ちいき</rt></ruby>"
        "</th><td>あ</td><th "
        "scope='row'><ruby>市<rt>きわめてながいよみかたのはいるところ</rt></ruby></th><td>い</td></tr></tbody></table>";
    struct laid laid = lay_body(*state, "chapter", BODY);
    GHashTable *texts = placed_texts(laid.pages);
    const struct placed *base = line_of(&laid, "ruby", "市"), *reading = line_of(&laid, "rt", "ちいき");
    struct buf *text = g_hash_table_lookup(texts, reading->content->span[1].node);
    assert_string_equal(buf_text(text), "（ちいき）");
    assert_true(reading->content->paragraph->lines > 1);
    assert_string_equal(base->content->paragraph->text, "市（きわめてながいよみかたのはいるところ）");
    GHashTableIter iter;
    void *one;
    g_hash_table_iter_init(&iter, texts);
    while (g_hash_table_iter_next(&iter, NULL, &one)) {
        buf_free(one);
        free(one);
    }
    g_hash_table_destroy(texts);
    laid_free(&laid);
}

static void chart_needs_an_alternative_text(void **state)
{
    static const char *const ALT[] = {"", "alt=''", "alt='図'"};
    (void)state;
    for (unsigned i = 0; i < 3; i++) {
        char body[512];
        snprintf(body, sizeof body,
                 "<page title='t'><h1>題</h1><figure><figcaption>題</figcaption><chart kind='bars' %s>" SERIES
                 "</chart></figure></page>",
                 ALT[i]);
        xmlDoc *document = document_of(body);
        struct diag *diag = diag_new();
        assert_int_equal(rules_check(document, "t", diag), i == 2);
        diag_free(diag);
        xmlFreeDoc(document);
    }
}

/* ---- hostile documents ---- */

static void put_wrapped(struct buf *out, const char *before, const char *inside, unsigned times, const char *after)
{
    buf_str(out, before);
    repeat(out, inside, times);
    buf_str(out, after);
}

static void hostile_documents_end_whole(void **state)
{
    static const struct {
        const char *class, *before, *inside;
        unsigned times;
        const char *after;
    } CASE[] = {
        {"c",     "<table class='year'><tbody><tr><th scope='row'>長</th><td>",                                            SENTENCE,                                                     2500,
         "</td></tr></tbody></table>"                                                                                                                                                                                                                 },
        {"c",     "<table><tbody><tr><th scope='row'>",                                                                     "WWWWWWWWWW",                                                 300,  "</th><td>x</td></tr></tbody></table>"                },
        {"c",     "<p>",                                                                                                    "AAAAAAAAAA",                                                 500,  "</p>"                                                },
        {"c",     "<table><tbody><tr><td>" SENTENCE "</td>",                                                                "<td>x</td>",                                                 150,  "</tr></tbody></table>"                               },
        {"c",     "<div class='columns'>",                                                                                  "<div><p>あい</p></div>",                                   120,  "</div>"                                              },
        {"c",     "<table><tbody><tr><th scope='row' rowspan='99'>a</th><td rowspan='3' colspan='7'>b</td></tr>",
         "<tr><td rowspan='65534'>c</td><td>d</td></tr>",                                                                                                                                 5,    "</tbody></table>"                                    },
        {"c",     "<table><tbody></tbody></table><table><tbody><tr/></tbody></table><p></p><ul></ul><div class='columns'>",
         "",                                                                                                                                                                              0,    "</div><section/>"                                    },
        {"c",     "<table><tbody><tr><th scope='rowgroup' rowspan='3'>短</th><td rowspan='3'>",                            SENTENCE,                                                     60,
         "</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></tbody></table>"                                                                                                                                                                 },
        {"c",     "<table><thead><tr><th scope='col'>",                                                                     SENTENCE,                                                     60,
         "</th></tr></thead><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>"                                                                                                                                                            },
        {"c",     "",                                                                                                       "<h2>見出し</h2>",                                         80,   "<p>終</p>"                                          },
        {"c",     "<div class='box'>",                                                                                      "<p>" SENTENCE "</p>",                                        60,   "</div>"                                              },
        {"c",     "<div class='columns'><div>",                                                                             "<p>" SENTENCE SENTENCE "</p>",                               60,
         "</div><div><p>短い</p></div></div><p>後</p>"                                                                                                                                                                                             },
        {"c",
         "<table class='year'><tbody><tr><th scope='row'>外</th><td><table class='year'><tbody><tr><th "
         "scope='row'>内</th><td>",                                                                                        SENTENCE,                                                     80,   "</td></tr></tbody></table></td></tr></tbody></table>"},
        {"slide", "<ul>",                                                                                                   "<li>" SENTENCE "</li>",                                      40,   "</ul>"                                               },
        {"c",     "<ol>",                                                                                                   "<li><p>" SENTENCE "</p><ul><li>" SENTENCE "</li></ul></li>", 30,   "</ol>"                                               },
        {"c",     "<div class='columns'>",                                                                                  FIGURE(""),                                                   90,   "</div>"                                              },
        {"c",     "<table><tbody><tr><td>" SENTENCE "</td>",                                                                "<td>" FIGURE("tall") "</td>",                                9,    "</tr></tbody></table>"                               },
        {"c",     "<table><thead><tr><th scope='col'><p>頭</p>" FIGURE("framed") "</th></tr></thead><tbody>",
         "<tr><td>a</td></tr>",                                                                                                                                                           90,   "</tbody></table>"                                    },
        {"c",     "<table class='year'><tbody><tr><th scope='row'>" FIGURE("") "</th><td>",                                 SENTENCE,                                                     300,
         "</td></tr></tbody></table>"                                                                                                                                                                                                                 },
        {"slide", "<figure><figcaption>",                                                                                   SENTENCE,                                                     60,
         "</figcaption><chart class='tall' kind='bars' alt='図'>" SERIES "</chart></figure>"                                                                                                                                                         },
        {"c",     "<figure><chart kind='bars' alt='図'/></figure><figure><chart kind='none'>",                             SERIES,                                                       3,
         "</chart></figure>"                                                                                                                                                                                                                          },
        {"c",     "<p>" SENTENCE "<br/>",                                                                                   "<strong>強</strong><a href='#x'>" SENTENCE "</a>",          60,   "</p>"                                                },
    };
    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        struct buf body = {0};
        put_wrapped(&body, CASE[i].before, CASE[i].inside, CASE[i].times, CASE[i].after);
        struct laid laid = lay_body(*state, CASE[i].class, buf_text(&body));
        assert_int_equal(count_lost(&laid), 0);
        assert_true(laid.pages->count < 500);
        laid_free(&laid);
        buf_free(&body);
    }
}

static void nested_boxes_end(void **state)
{
    struct buf body = {0};
    repeat(&body, "<div class='box'>", 30);
    buf_str(&body, "<p>");
    repeat(&body, SENTENCE, 8);
    buf_str(&body, "</p>");
    repeat(&body, "</div>", 30);
    struct laid laid = lay_body(*state, "c", buf_text(&body));
    assert_int_equal(count_lost(&laid), 0);
    laid_free(&laid);
    buf_free(&body);
}

static void random_tables_lose_nothing(void **state)
{
    static const unsigned SPAN[] = {1, 1, 1, 2, 3, 9}, LENGTH[] = {0, 0, 1, 1, 2, 9, 40};
    static const char *const CLASS[] = {"", "outline", "year", "form"};
    uint32_t seed = 1;
    for (unsigned n = 0; n < 60; n++) {
        struct buf body = {0};
        buf_printf(&body, "<table class='%s'><thead><tr><th scope='col'>頭</th></tr></thead><tbody>",
                   CLASS[pick(&seed, 4)]);
        for (unsigned r = 1 + pick(&seed, 25); r > 0; r--) {
            buf_str(&body, "<tr>");
            for (unsigned c = 1 + pick(&seed, 5); c > 0; c--) {
                const char *name = pick(&seed, 3) ? "td" : "th";
                buf_printf(&body, "<%s rowspan='%u' colspan='%u'>", name, SPAN[pick(&seed, 6)], SPAN[pick(&seed, 5)]);
                repeat(&body, SENTENCE, LENGTH[pick(&seed, 7)]);
                buf_printf(&body, "</%s>", name);
            }
            buf_str(&body, "</tr>");
        }
        buf_str(&body, "</tbody></table>");
        struct laid laid = lay_body(*state, "c", buf_text(&body));
        assert_int_equal(count_lost(&laid), 0);
        if (!laid.figures.forced) assert_int_equal(count_below_margin(laid.pages), 0);
        laid_free(&laid);
        buf_free(&body);
    }
}

/* The checks themselves can fail: a line taken away is missed, one moved down is seen. */
static void checks_see_what_is_wrong(void **state)
{
    struct laid laid = lay_body(*state, "c", "<p>" SENTENCE SENTENCE SENTENCE "</p>");
    struct page *page = &laid.pages->page[0];
    assert_int_equal(count_lost(&laid), 0);
    page->placed[page->count - 1].y += 800;
    assert_int_equal(count_below_margin(laid.pages), 1);
    page->count--;
    assert_int_equal(count_lost(&laid), 1);
    laid_free(&laid);
    laid = lay_body(*state, "c", FIGURE(""));
    unsigned on;
    struct placed *drawing = (struct placed *)the_drawing(laid.pages, &on);
    assert_int_equal(count_bad_drawings(laid.pages), 0);
    drawing->x += 1;
    assert_int_equal(count_bad_drawings(laid.pages), 1);
    drawing->x -= 1;
    struct draw *draw = drawing->illustration->drawing->draw;
    while (draw->kind != DRAW_TEXT)
        draw++;
    draw->text = "別";
    assert_int_equal(count_bad_drawings(laid.pages), 1);
    laid_free(&laid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_cell_splits_and_repeats_its_label),
        cmocka_unit_test(finished_cell_does_not_repeat_a_label_that_has_nothing_left),
        cmocka_unit_test(head_row_repeats_on_every_page),
        cmocka_unit_test(merged_cell_over_pages_closes_its_rules),
        cmocka_unit_test(styles_reach_the_lines),
        cmocka_unit_test(contents_have_page_numbers),
        cmocka_unit_test(one_type_size_for_the_document),
        cmocka_unit_test(figure_is_measured_and_drawn),
        cmocka_unit_test(figure_has_its_height_and_frame),
        cmocka_unit_test(figure_is_never_cut),
        cmocka_unit_test(figure_taller_than_the_page_is_scaled_to_it),
        cmocka_unit_test(figures_count_when_sheets_are_fitted),
        cmocka_unit_test(word_of_a_drawing_without_a_glyph_is_told),
        cmocka_unit_test(reading_stands_above_its_base),
        cmocka_unit_test(lines_with_readings_make_room),
        cmocka_unit_test(base_is_never_parted),
        cmocka_unit_test(reading_of_a_long_base_stands_behind_it),
        cmocka_unit_test(chart_needs_an_alternative_text),
        cmocka_unit_test(hostile_documents_end_whole),
        cmocka_unit_test(nested_boxes_end),
        cmocka_unit_test(random_tables_lose_nothing),
        cmocka_unit_test(checks_see_what_is_wrong),
    };
    return cmocka_run_group_tests_name("layout", tests, bench_up, bench_down);
}
