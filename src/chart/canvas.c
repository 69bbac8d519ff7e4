/* canvas: text is measured, shortened, wrapped and set; every box it takes is kept. */
#include "chart/canvas.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Text may be set this much smaller than the style says before it is shortened or left out. */
static const double SMALLER = 0.84;
/* A frame that is not so many lines high gets smaller text. */
static const double LINES_WANTED = 11;
/* Between two texts on one line, in ems. */
static const double WORD_GAP = 0.25;
static const double TOUCHING = 1e-6;
#define ELLIPSIS "…"

void canvas_sizes(const struct style *style, double least, double height, double *size, double *smallest)
{
    least = fmax(CANVAS_SMALLEST, least);
    *size = fmax(fmin(style->size, height / LINES_WANTED), least);
    *smallest = fmin(fmax(*size * SMALLER, least), *size);
}

struct canvas *canvas_new(struct arena *arena, const struct chart_looks *looks, double width, double height)
{
    struct canvas *canvas = xcalloc(1, sizeof *canvas);
    *canvas = (struct canvas){
        .looks = looks,
        .arena = arena,
        .scratch = arena_new(),
        .family = arena_strdup(arena, looks->style->family ? looks->style->family : ""),
        .width = width,
        .height = height,
    };
    canvas_sizes(looks->style, looks->smallest, height, &canvas->size, &canvas->smallest);
    canvas->drawing = drawing_new(arena, width, height, canvas->family);
    for (unsigned i = 0; i < 2; i++)
        canvas->widths[i] = g_hash_table_new(g_str_hash, g_str_equal);
    return canvas;
}

struct drawing *canvas_finish(struct canvas *canvas)
{
    struct drawing *drawing = canvas->drawing;
    for (unsigned i = 0; i < 2; i++)
        g_hash_table_destroy(canvas->widths[i]);
    arena_free(canvas->scratch);
    free(canvas->text);
    free(canvas);
    return drawing;
}

/* ---- colour ---- */

struct color canvas_color(const struct canvas *canvas, const char *name)
{
    return print_color(canvas->looks->print, name);
}

static unsigned char mixed(unsigned char one, unsigned char other, double share)
{
    return (unsigned char)lround(one * share + other * (1 - share));
}

struct color canvas_between(const struct canvas *canvas, const char *one, const char *other, double share)
{
    struct color a = canvas_color(canvas, one), b = canvas_color(canvas, other);
    return (struct color){mixed(a.red, b.red, share), mixed(a.green, b.green, share), mixed(a.blue, b.blue, share)};
}

struct color canvas_ink_on(const struct canvas *canvas, struct color ground)
{
    struct color ink = canvas_color(canvas, "ink"), paper = canvas_color(canvas, "paper");
    return color_contrast(ink, ground) >= color_contrast(paper, ground) ? ink : paper;
}

/* ---- areas ---- */

double area_width(struct area area)
{
    return area.right - area.left;
}

double area_height(struct area area)
{
    return area.bottom - area.top;
}

struct area area_inset(struct area area, double by)
{
    double x = fmin(by, area_width(area) / 2), y = fmin(by, area_height(area) / 2);
    return (struct area){area.left + x, area.top + y, area.right - x, area.bottom - y};
}

/* ---- measuring ---- */

static const struct shaped *shape(struct canvas *canvas, const char *text, double size, bool bold)
{
    uint32_t length = (uint32_t)strlen(text);
    struct run run = {
        .to = length, .style = {.family = canvas->family, .bold = bold, .size = size}
    };
    return typeset_shape(canvas->looks->typesetter, canvas->scratch, text, length, &run, 1);
}

double canvas_text_width(struct canvas *canvas, const char *text, double size, bool bold)
{
    if (!*text) return 0;
    double *width = g_hash_table_lookup(canvas->widths[bold], text);
    if (!width) {
        static const double MEASURED_AT = 100;
        const char *key = arena_strdup(canvas->scratch, text);
        const struct shaped *shaped = shape(canvas, key, MEASURED_AT, bold);
        width = arena_alloc(canvas->scratch, sizeof *width);
        *width =
            typeset_lines(canvas->looks->typesetter, canvas->scratch, shaped, &(struct measure){0})->line[0].width /
            MEASURED_AT;
        g_hash_table_insert(canvas->widths[bold], (gpointer)key, width);
    }
    return *width * size;
}

struct area canvas_text_area(struct canvas *canvas, const struct text *text)
{
    double width = canvas_text_width(canvas, text->text, text->size, text->bold);
    double left = text->x - drawing_before(text->anchor) * width;
    return (struct area){left, text->y - CANVAS_ASCENT * text->size, left + width,
                         text->y + CANVAS_DESCENT * text->size};
}

double canvas_baseline(double y, double size)
{
    return y + (CANVAS_ASCENT - CANVAS_DESCENT) / 2 * size;
}

/* ---- the gate ---- */

bool canvas_is_free(const struct canvas *canvas, struct area area, double size)
{
    if (area.left < -TOUCHING || area.top < -TOUCHING) return false;
    if (area.right > canvas->width + TOUCHING || area.bottom > canvas->height + TOUCHING) return false;
    double gap = WORD_GAP * size;
    for (unsigned i = 0; i < canvas->texts; i++) {
        const struct area *other = &canvas->text[i];
        if (area.left < other->right + gap && other->left < area.right + gap && area.top < other->bottom - TOUCHING &&
            other->top < area.bottom - TOUCHING)
            return false;
    }
    return true;
}

void canvas_take(struct canvas *canvas, struct area area)
{
    GROW(canvas->text, canvas->texts, canvas->capacity);
    canvas->text[canvas->texts++] = area;
}

void canvas_give_back(struct canvas *canvas, unsigned texts)
{
    canvas->texts = texts;
}

void canvas_draw_text(struct canvas *canvas, const struct text *text)
{
    drawing_text(canvas->drawing, (struct point){text->x, text->y}, text->text,
                 (struct draw){.anchor = text->anchor, .size = text->size, .bold = text->bold, .ink = text->ink});
}

bool canvas_text(struct canvas *canvas, const struct text *text)
{
    if (!*text->text) return false;
    struct area area = canvas_text_area(canvas, text);
    if (!canvas_is_free(canvas, area, text->size)) return false;
    canvas_take(canvas, area);
    canvas_draw_text(canvas, text);
    return true;
}

/* ---- making fit ---- */

/* Would a cut before this character part it from what it belongs to? */
static bool joins(gunichar c)
{
    enum { JOINER = 0x200D };
    return g_unichar_ismark(c) || c == JOINER;
}

/* The first `characters` of a text, whole clusters, and an ellipsis. */
static const char *cut(struct canvas *canvas, const char *text, long characters)
{
    const char *end = g_utf8_offset_to_pointer(text, characters);
    while (end > text && joins(g_utf8_get_char(end)))
        end = g_utf8_prev_char(end);
    while (end > text && end[-1] == ' ')
        end--;
    return end > text ? arena_printf(canvas->scratch, "%.*s" ELLIPSIS, (int)(end - text), text) : NULL;
}

static const char *ellipsed(struct canvas *canvas, const char *text, double size, bool bold, double width)
{
    const char *best = NULL;
    long least = 1, most = g_utf8_strlen(text, -1) - 1;
    while (least <= most) {
        long middle = (least + most) / 2;
        const char *shorter = cut(canvas, text, middle);
        bool fits = shorter && canvas_text_width(canvas, shorter, size, bold) <= width;
        if (fits) best = shorter;
        if (fits || !shorter)
            least = middle + 1;
        else
            most = middle - 1;
    }
    return best;
}

const char *canvas_shorten(struct canvas *canvas, const char *text, double size, bool bold, double width)
{
    return canvas_text_width(canvas, text, size, bold) <= width ? text : ellipsed(canvas, text, size, bold, width);
}

/* A line of a paragraph as a text of its own, without the blanks at its ends. */
static const char *line_text(struct canvas *canvas, const struct paragraph *paragraph, uint32_t index, bool to_end)
{
    const struct line *line = &paragraph->line[index];
    if (!line->count) return "";
    uint32_t from = paragraph->glyph[line->first].at, to = paragraph->length;
    if (!to_end && index + 1 < paragraph->lines) to = paragraph->glyph[line[1].first].at;
    while (from < to && paragraph->text[from] == ' ')
        from++;
    while (to > from && paragraph->text[to - 1] == ' ')
        to--;
    return arena_strndup(canvas->scratch, paragraph->text + from, to - from);
}

/* As many lines as the width asks for, but about equally long: no character is left alone on the last. */
static const struct paragraph *balanced(struct canvas *canvas, const struct shaped *shaped,
                                        const struct paragraph *best, double width)
{
    enum { STEPS = 7 };
    double enough = width, little = width / best->lines;
    for (unsigned i = 0; i < STEPS; i++) {
        double middle = (enough + little) / 2;
        const struct paragraph *tried =
            typeset_lines(canvas->looks->typesetter, canvas->scratch, shaped, &(struct measure){.width = middle});
        bool fits = tried->lines <= best->lines;
        for (uint32_t k = 0; k < tried->lines; k++)
            fits = fits && tried->line[k].width <= middle;
        if (fits) best = tried;
        *(fits ? &enough : &little) = middle;
    }
    return best;
}

unsigned canvas_wrap(struct canvas *canvas, const char *text, double size, bool bold, double width, unsigned most,
                     const char **line, bool *whole)
{
    *whole = true;
    if (!*text || width < size) return 0;
    const struct shaped *shaped = shape(canvas, text, size, bold);
    const struct paragraph *paragraph =
        typeset_lines(canvas->looks->typesetter, canvas->scratch, shaped, &(struct measure){.width = width});
    *whole = paragraph->lines <= most;
    if (*whole && paragraph->lines > 1) paragraph = balanced(canvas, shaped, paragraph, width);
    unsigned lines = *whole ? paragraph->lines : most;
    for (unsigned i = 0; i < lines; i++) {
        bool rest = !*whole && i + 1 == lines;
        line[i] = line_text(canvas, paragraph, i, rest);
        if (rest) line[i] = ellipsed(canvas, line[i], size, bold, width);
        if (!line[i] || canvas_text_width(canvas, line[i], size, bold) > width + TOUCHING) return 0;
    }
    return lines;
}

bool canvas_lines(struct canvas *canvas, const char *const *line, unsigned lines, struct text at)
{
    double leading = CANVAS_LEADING * at.size, first = canvas_baseline(at.y - leading * (lines - 1) / 2, at.size);
    unsigned before = canvas->texts;
    for (unsigned i = 0; i < lines; i++) {
        at.text = line[i];
        at.y = first + leading * i;
        struct area area = canvas_text_area(canvas, &at);
        if (!canvas_is_free(canvas, area, at.size)) {
            canvas_give_back(canvas, before);
            return false;
        }
        canvas_take(canvas, area);
    }
    for (unsigned i = 0; i < lines; i++) {
        at.text = line[i];
        at.y = first + leading * i;
        canvas_draw_text(canvas, &at);
    }
    return lines > 0;
}

/* ---- marks ---- */

void canvas_fill(struct canvas *canvas, struct area area, struct color fill)
{
    drawing_rectangle(canvas->drawing, (struct point){area.left, area.top}, (struct point){area.right, area.bottom},
                      (struct draw){.filled = true, .fill = fill});
}

void canvas_rule(struct canvas *canvas, struct point from, struct point to, struct color color, double width)
{
    drawing_line(canvas->drawing, from, to, (struct draw){.stroked = true, .stroke = color, .stroke_width = width});
}
