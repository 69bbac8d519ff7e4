/* marks: shapes out of polygons, tones out of the theme's colours by name. */
#include "chart/marks.h"
#include <math.h>

enum { CIRCLE_CORNERS = 32 };
static const double HATCH_GAP = 3.6, HATCH_WIDE = 6.3, DASH = 3, DASH_GAP = 2, OPEN_STROKE = 1.2, MIDDLE_TONE = 0.35,
                    HEAVY_LINE = 1.8, LIGHT_LINE = 1.1;

/* The looks of a role: the same in every kind of chart. */
static const struct {
    const char *fill, *stroke;
    double line;
    bool dashed;
} ROLE[ROLE_COUNT] = {
    [ROLE_OTHER] = {"paper",  "soft",   LIGHT_LINE, false},
    [ROLE_TARGET] = {"paper",  "target", LIGHT_LINE, false},
    [ROLE_ACTUAL] = {"actual", "actual", HEAVY_LINE, false},
    [ROLE_PROJECTION] = {"paper",  "actual", LIGHT_LINE, true },
};

static const struct {
    const char *ink, *tint;
} STATE[STATE_COUNT] = {
    [STATE_PLANNED] = {"soft",   "paper"      },
      [STATE_MET] = {"met",    "met-tint"   },
    [STATE_MET2] = {"met2",   "met2-tint"  },
      [STATE_NEAR] = {"near",   "near-tint"  },
    [STATE_NEAR2] = {"near2",  "near2-tint" },
      [STATE_NEAR3] = {"near3",  "near3-tint" },
    [STATE_UNMET2] = {"unmet2", "unmet2-tint"},
      [STATE_UNMET] = {"unmet",  "unmet-tint" },
    [STATE_NONE] = {"soft",   "paper"      },
      [STATE_UNREPORTED] = {"soft",   "paper"      },
};

static struct draw solid(struct color fill)
{
    return (struct draw){.closed = true, .filled = true, .fill = fill};
}

static struct draw outline(struct color stroke, double width)
{
    return (struct draw){.stroked = true, .stroke = stroke, .stroke_width = width};
}

static struct draw dashed(struct draw looks)
{
    looks.dashed = true;
    looks.dash = DASH;
    looks.gap = DASH_GAP;
    return looks;
}

static struct point upper_left(struct area area)
{
    return (struct point){area.left, area.top};
}

static struct point lower_right(struct area area)
{
    return (struct point){area.right, area.bottom};
}

/* ---- states ---- */

static void square(struct canvas *canvas, struct point at, double r, struct color ink)
{
    static const double SIDE = 0.86; /* as much black as the diamond has */
    r *= SIDE;
    drawing_rectangle(canvas->drawing, (struct point){at.x - r, at.y - r}, (struct point){at.x + r, at.y + r},
                      solid(ink));
}

static void diamond(struct canvas *canvas, struct point at, double r, struct color ink)
{
    const struct point corner[] = {
        {at.x,     at.y - r},
        {at.x + r, at.y    },
        {at.x,     at.y + r},
        {at.x - r, at.y    }
    };
    drawing_path(canvas->drawing, corner, sizeof corner / sizeof *corner, solid(ink));
}

/* Filled with the paper, its border in ink. */
static struct draw open_shape(struct canvas *canvas, struct color ink)
{
    struct draw looks = outline(ink, OPEN_STROKE);
    looks.closed = looks.filled = true;
    looks.fill = canvas_color(canvas, "paper");
    return looks;
}

/* `up` 1: a triangle on its foot, −1: on its tip. */
static void three_corners(struct canvas *canvas, struct point at, double r, double up, struct draw looks)
{
    static const double FOOT = 0.8;
    const struct point corner[] = {
        {at.x,     at.y - up * r       },
        {at.x + r, at.y + up * r * FOOT},
        {at.x - r, at.y + up * r * FOOT}
    };
    drawing_path(canvas->drawing, corner, sizeof corner / sizeof *corner, looks);
}

static void triangle(struct canvas *canvas, struct point at, double r, struct color ink)
{
    three_corners(canvas, at, r, 1, open_shape(canvas, ink));
}

static void open_falling(struct canvas *canvas, struct point at, double r, struct color ink)
{
    three_corners(canvas, at, r, -1, open_shape(canvas, ink));
}

static void falling(struct canvas *canvas, struct point at, double r, struct color ink)
{
    three_corners(canvas, at, r, -1, solid(ink));
}

static void open_diamond(struct canvas *canvas, struct point at, double r, struct color ink)
{
    const struct point corner[] = {
        {at.x,     at.y - r},
        {at.x + r, at.y    },
        {at.x,     at.y + r},
        {at.x - r, at.y    }
    };
    drawing_path(canvas->drawing, corner, sizeof corner / sizeof *corner, open_shape(canvas, ink));
}

static void disc(struct canvas *canvas, struct point at, double r, struct color ink)
{
    static const double TURN = 6.283185307179586;
    struct point corner[CIRCLE_CORNERS];
    for (unsigned i = 0; i < CIRCLE_CORNERS; i++)
        corner[i] =
            (struct point){at.x + r * cos(TURN * i / CIRCLE_CORNERS), at.y + r * sin(TURN * i / CIRCLE_CORNERS)};
    drawing_path(canvas->drawing, corner, CIRCLE_CORNERS, solid(ink));
}

static void dash(struct canvas *canvas, struct point at, double r, struct color ink)
{
    canvas_rule(canvas, (struct point){at.x - r, at.y}, (struct point){at.x + r, at.y}, ink, OPEN_STROKE);
}

static void three_dots(struct canvas *canvas, struct point at, double r, struct color ink)
{
    static const double APART = 0.8, DOT = 0.22;
    for (int i = -1; i <= 1; i++)
        square(canvas, (struct point){at.x + i * r * APART, at.y}, r * DOT, ink);
}

void marks_state(struct canvas *canvas, enum state state, struct point at, double radius, const struct color *ink)
{
    static void (*const SHAPE[STATE_COUNT])(struct canvas *, struct point, double, struct color) = {
        [STATE_MET] = square,         [STATE_MET2] = disc,          [STATE_NEAR] = diamond,
        [STATE_NEAR2] = open_diamond, [STATE_NEAR3] = open_falling, [STATE_UNMET2] = falling,
        [STATE_UNMET] = triangle,     [STATE_NONE] = dash,          [STATE_UNREPORTED] = three_dots,
    };
    if (SHAPE[state]) SHAPE[state](canvas, at, radius, ink ? *ink : canvas_color(canvas, STATE[state].ink));
}

static void hatch(struct canvas *canvas, struct area area, unsigned turn, struct color ink, double gap)
{
    double width = area_width(area), height = area_height(area);
    struct draw looks = outline(ink, CANVAS_HAIRLINE);
    unsigned lines = (unsigned)fmax((width + height) / gap + 0.5, 0);
    for (unsigned i = 0; i < lines; i++) {
        double d = gap * (i + 0.5);
        /* the line on which x + y = d, as far as it is inside */
        double from = fmax(0, d - height), to = fmin(d, width);
        struct point low = {area.left + from, area.top + d - from}, high = {area.left + to, area.top + d - to};
        if (turn % 2) {
            low.x = area.right - from;
            high.x = area.right - to;
        }
        drawing_line(canvas->drawing, low, high, looks);
    }
}

void marks_hatch(struct canvas *canvas, struct area area, unsigned turn)
{
    hatch(canvas, area, turn, canvas_color(canvas, "rule"), HATCH_GAP);
}

void marks_cell(struct canvas *canvas, enum state state, struct area area)
{
    static const double THIN = 0.08, FRAMED = 6; /* low cells would be nothing but borders */
    struct draw looks = outline(canvas_color(canvas, "rule"), CANVAS_HAIRLINE);
    looks.filled = true;
    looks.fill = canvas_color(canvas, STATE[state].tint);
    if (state == STATE_UNREPORTED) looks = dashed(looks);
    looks.stroke_width = fmin(looks.stroke_width, area_height(area) * THIN);
    if (state == STATE_UNMET && area_height(area) >= FRAMED) {
        looks.stroke = canvas_color(canvas, STATE[state].ink);
        looks.stroke_width = CANVAS_STROKE;
    }
    drawing_rectangle(canvas->drawing, upper_left(area), lower_right(area), looks);
    if (state == STATE_NONE) marks_hatch(canvas, area, 0);
}

/* ---- shares ---- */

enum pattern { PLAIN, FALLING, RISING, CROSSED, DOTTED, LEVEL, UPRIGHT };

/* What tells the first, the second … series of a state apart; the tones alone are too few, and none in grey. */
enum { TURNS = 7 };
static const enum pattern PATTERN[STATE_COUNT][TURNS] = {
    [STATE_PLANNED] = {PLAIN,   FALLING, RISING, DOTTED,  LEVEL,   UPRIGHT, CROSSED},
    [STATE_MET] = {PLAIN,   FALLING, DOTTED, LEVEL,   CROSSED, UPRIGHT, RISING },
    [STATE_NEAR] = {PLAIN,   DOTTED,  LEVEL,  FALLING, UPRIGHT, CROSSED, RISING },
    [STATE_MET2] = {LEVEL,   RISING,  DOTTED, UPRIGHT, CROSSED, FALLING, PLAIN  },
    [STATE_NEAR2] = {UPRIGHT, LEVEL,   DOTTED, RISING,  CROSSED, FALLING, PLAIN  },
    [STATE_NEAR3] = {DOTTED,  LEVEL,   RISING, UPRIGHT, CROSSED, FALLING, PLAIN  },
    [STATE_UNMET2] = {CROSSED, LEVEL,   DOTTED, UPRIGHT, RISING,  FALLING, PLAIN  },
    [STATE_UNMET] = {FALLING, CROSSED, DOTTED, UPRIGHT, LEVEL,   RISING,  PLAIN  },
    [STATE_NONE] = {RISING,  CROSSED, DOTTED, LEVEL,   UPRIGHT, FALLING, PLAIN  },
    [STATE_UNREPORTED] = {PLAIN,   FALLING, RISING, DOTTED,  LEVEL,   UPRIGHT, CROSSED},
};

/* How many marks, `gap` apart from `first` on, stand before `end`. */
static unsigned marks_before(double first, double end, double gap)
{
    return first < end ? (unsigned)ceil((end - first) / gap) : 0;
}

static void level(struct canvas *canvas, struct area area, struct color ink, double gap)
{
    const double first = area.top + gap / 2;
    for (unsigned i = 0, count = marks_before(first, area.bottom, gap); i < count; i++) {
        const double y = first + i * gap;
        canvas_rule(canvas, (struct point){area.left, y}, (struct point){area.right, y}, ink, CANVAS_HAIRLINE);
    }
}

static void upright(struct canvas *canvas, struct area area, struct color ink, double gap)
{
    const double first = area.left + gap / 2;
    for (unsigned i = 0, count = marks_before(first, area.right, gap); i < count; i++) {
        const double x = first + i * gap;
        canvas_rule(canvas, (struct point){x, area.top}, (struct point){x, area.bottom}, ink, CANVAS_HAIRLINE);
    }
}

/* In rows that are half a gap apart, every other one shifted by half. */
static void dotted(struct canvas *canvas, struct area area, struct color ink, double gap)
{
    static const double DOT = 0.55;
    const double top = area.top + gap / 2;
    for (unsigned row = 0, rows = marks_before(top, area.bottom - DOT, gap / 2); row < rows; row++) {
        const double y = top + row * gap / 2, left = area.left + gap / (row % 2 ? 1 : 2);
        for (unsigned i = 0, count = marks_before(left, area.right - DOT, gap); i < count; i++) {
            const double x = left + i * gap;
            canvas_fill(canvas, (struct area){x - DOT, y - DOT, x + DOT, y + DOT}, ink);
        }
    }
}

static void draw_pattern(struct canvas *canvas, enum pattern pattern, struct area area, struct color ink, double gap)
{
    if (pattern == FALLING || pattern == CROSSED) hatch(canvas, area, 1, ink, gap);
    if (pattern == RISING || pattern == CROSSED) hatch(canvas, area, 0, ink, gap);
    if (pattern == DOTTED) dotted(canvas, area, ink, gap);
    if (pattern == LEVEL) level(canvas, area, ink, gap);
    if (pattern == UPRIGHT) upright(canvas, area, ink, gap);
}

static bool is_grade(enum state state)
{
    return state >= STATE_MET && state <= STATE_UNMET;
}

static bool is_tone(enum state state)
{
    return state == STATE_MET || state == STATE_NEAR;
}

static struct color share_fill(const struct canvas *canvas, enum state state)
{
    if (state == STATE_MET) return canvas_color(canvas, "met");
    if (state == STATE_NEAR) return canvas_between(canvas, "near", "near-tint", MIDDLE_TONE);
    return canvas_color(canvas, STATE[state].tint);
}

bool marks_share_ground(const struct canvas *canvas, enum state state, unsigned turn, struct color *ground)
{
    *ground = is_tone(state) ? share_fill(canvas, state) : canvas_color(canvas, "paper");
    return PATTERN[state][turn % TURNS] != PLAIN;
}

struct color marks_share(struct canvas *canvas, enum state state, unsigned turn, struct area area)
{
    struct color fill = share_fill(canvas, state), ink = canvas_color(canvas, "ink");
    bool tone = is_tone(state);
    canvas_fill(canvas, area, fill);
    struct color line = canvas_color(canvas, is_grade(state) ? STATE[state].ink : "rule");
    if (tone) line = ink = canvas_ink_on(canvas, fill);
    draw_pattern(canvas, PATTERN[state][turn % TURNS], area, line, state == STATE_NONE ? HATCH_GAP : HATCH_WIDE);
    if (tone) return ink;
    struct draw looks = outline(canvas_color(canvas, STATE[state].ink), CANVAS_STROKE);
    if (state == STATE_UNREPORTED) looks = dashed(looks);
    struct area inner = area_inset(area, CANVAS_STROKE / 2);
    drawing_rectangle(canvas->drawing, upper_left(inner), lower_right(inner), looks);
    return ink;
}

/* ---- roles ---- */

void marks_bar(struct canvas *canvas, enum role role, struct area area)
{
    struct draw looks = outline(canvas_color(canvas, ROLE[role].stroke), CANVAS_STROKE);
    looks.filled = true;
    looks.fill = canvas_color(canvas, ROLE[role].fill);
    if (ROLE[role].dashed) looks = dashed(looks);
    drawing_rectangle(canvas->drawing, upper_left(area), lower_right(area), looks);
}

void marks_dot(struct canvas *canvas, enum role role, struct point at, double radius)
{
    static const double TURN = 6.283185307179586;
    struct point corner[CIRCLE_CORNERS];
    for (unsigned i = 0; i < CIRCLE_CORNERS; i++)
        corner[i] = (struct point){at.x + radius * cos(TURN * i / CIRCLE_CORNERS),
                                   at.y + radius * sin(TURN * i / CIRCLE_CORNERS)};
    struct draw looks = outline(canvas_color(canvas, ROLE[role].stroke), OPEN_STROKE);
    looks.closed = looks.filled = true;
    looks.fill = canvas_color(canvas, ROLE[role].fill);
    drawing_path(canvas->drawing, corner, CIRCLE_CORNERS, looks);
}

void marks_line(struct canvas *canvas, enum role role, const struct point *point, unsigned points)
{
    if (points < 2) return;
    struct draw looks = outline(canvas_color(canvas, ROLE[role].stroke), ROLE[role].line);
    if (ROLE[role].dashed) looks = dashed(looks);
    drawing_path(canvas->drawing, point, points, looks);
}
