/* fit: the steps by which the pages of a <fit> give way, and their limits. Knows nothing of pages. */
#include "style/fit.h"
#include <glib.h>
#include <math.h>
#include <string.h>

static const double LEAST_SIZE = 0.75, LEAST_PADDING = 0.5;
static const double LEAST_LEADING = 1.25;   /* of the size */
static const double SMALLEST_ON_PAPER = 8;  /* points, where a fit says nothing else */
static const double LARGEST_SMALLEST = 200; /* points */
static const double TOLERANCE = 1e-9;

/* ---- reading ---- */

struct step_reader {
    struct fit *fit;
    struct arena *arena;
    const char *file;
    struct diag *diag;
};

/* Each step's factors, their least values, and the words for it. */
static const struct factor {
    const char *name;
    size_t at;
    const double *least;
    const char *range;
} FACTOR[] = {
    {"padding", offsetof(struct fit_step, padding), &LEAST_PADDING, "0.5以上1以下の数" },
    {"leading", offsetof(struct fit_step, leading), &LEAST_SIZE,    "0.75以上1以下の数"},
    {"size",    offsetof(struct fit_step, size),    &LEAST_SIZE,    "0.75以上1以下の数"},
};
enum { FACTORS = sizeof FACTOR / sizeof *FACTOR };

static double factor_of(const struct fit_step *step, const struct factor *factor)
{
    return *(const double *)((const char *)step + factor->at);
}

static void add_step(struct step_reader *r, struct fit_step step, const xmlNode *element)
{
    struct fit *fit = r->fit;
    if (fit->steps == FIT_MOST_STEPS) {
        DIAG(r->diag, STYLE_STEPS, r->file, xmlGetLineNo(element), NULL);
        return;
    }
    const struct fit_step *last = fit->steps ? &fit->step[fit->steps - 1] : NULL;
    for (size_t i = 0; last && i < FACTORS; i++)
        if (factor_of(&step, &FACTOR[i]) > factor_of(last, &FACTOR[i]) + TOLERANCE)
            DIAG(r->diag, STYLE_STEP_ORDER, r->file, xmlGetLineNo(element),
                 arena_printf(r->arena, "%u", fit->steps + 1), FACTOR[i].name);
    step.smallest = fit->smallest;
    fit->step[fit->steps++] = step;
}

static void read_step(struct step_reader *r, const xmlNode *element)
{
    struct fit_step step = FIT_AS_DESIGNED;
    for (const xmlAttr *a = element->properties; a; a = a->next) {
        const char *name = (const char *)a->name, *text = theme_attribute(r->arena, element, name);
        const struct factor *factor = FACTOR;
        while (factor < FACTOR + FACTORS && strcmp(factor->name, name) != 0)
            factor++;
        if (factor == FACTOR + FACTORS) {
            DIAG(r->diag, STYLE_ATTRIBUTE, r->file, xmlGetLineNo(element), "step", name);
            continue;
        }
        char *end;
        double value = g_ascii_strtod(text, &end);
        if (end == text || *end || !(value >= *factor->least) || value > 1)
            DIAG(r->diag, STYLE_VALUE, r->file, xmlGetLineNo(element), name, text, factor->range);
        else
            *(double *)((char *)&step + factor->at) = value;
    }
    add_step(r, step, element);
}

/* steps="1 0.97 0.94": of size and leading alike. */
static void read_list(struct step_reader *r, const xmlNode *element, const char *steps)
{
    const char *p = steps;
    char *end;
    for (;; p = end) {
        double value = g_ascii_strtod(p, &end);
        if (end == p || !(value >= LEAST_SIZE) || value > 1) break;
        add_step(r, (struct fit_step){.padding = 1, .leading = value, .size = value}, element);
    }
    if (!r->fit->steps || p[strspn(p, " \t\r\n")])
        DIAG(r->diag, STYLE_VALUE, r->file, xmlGetLineNo(element), "steps", steps, "0.75以上1以下の数を8つまで");
}

void fit_read_steps(struct fit *fit, const xmlNode *element, struct arena *arena, const char *file, struct diag *diag)
{
    struct step_reader r = {fit, arena, file, diag};
    const char *steps = theme_attribute(arena, element, "steps");
    const char *smallest = theme_attribute(arena, element, "smallest");
    char *end = NULL;
    fit->smallest = smallest ? g_ascii_strtod(smallest, &end) : SMALLEST_ON_PAPER;
    if (smallest && (end == smallest || *end || !(fit->smallest >= 1) || fit->smallest > LARGEST_SMALLEST))
        DIAG(diag, STYLE_VALUE, file, xmlGetLineNo(element), "smallest", smallest, "1以上200以下の数");
    if (steps) read_list(&r, element, steps);
    for (const xmlNode *n = element->children; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE) continue;
        if (steps || !xmlStrEqual(n->name, (const xmlChar *)"step"))
            DIAG(diag, STYLE_ELEMENT, file, xmlGetLineNo(n), (const char *)n->name, "steps又はstepのどちらか一方");
        else
            read_step(&r, n);
    }
    if (!steps && !fit->steps) DIAG(diag, STYLE_ATTRIBUTE_MISSING, file, xmlGetLineNo(element), "fit", "steps");
}

/* ---- limits ---- */

void fit_scale(const struct fit_step *step, struct style *style, bool size, bool leading)
{
    if (size) style->size = fmax(style->size * step->size, fmin(style->size, step->smallest));
    if (leading)
        style->leading = fmax(style->leading * step->leading, fmin(style->leading, style->size * LEAST_LEADING));
    if (!style->fitted) return;
    style->padding[SIDE_TOP] *= step->padding;
    style->padding[SIDE_BOTTOM] *= step->padding;
    style->before *= step->padding;
    style->after *= step->padding;
}

/* A style's name, as it stands in print.xml: 「td short in form」. */
static const char *rule_name(const struct rules *rules, const struct rule *rule, struct arena *arena)
{
    const char *name = "";
    for (unsigned i = 0; i < rules->elements.count; i++)
        if (rule->of >> i & 1) name = arena_printf(arena, "%s%s%s", name, *name ? " " : "", rules->elements.name[i]);
    for (unsigned i = 0; i < rules->classes.count; i++)
        if (rule->class >> i & 1) name = arena_printf(arena, "%s class=%s", name, rules->classes.name[i]);
    for (unsigned i = 0; i < rules->classes.count; i++)
        if (rule->in >> i & 1) name = arena_printf(arena, "%s in=%s", name, rules->classes.name[i]);
    return name;
}

/* What the rules make of one element that the rule's selector describes, and no more is known of: size and leading are 0 where
   they would be inherited. */
static struct style settled(const struct rules *rules, const struct rule *by, name_set element)
{
    struct style style = {0};
    for (unsigned i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rule[i];
        bool covers = rule->of & element && (rule->class & by->class) == rule->class && (rule->in & by->in) == rule->in;
        for (unsigned k = 0; covers && k < rule->settings; k++)
            rules_apply(&rule->setting[k], &style);
    }
    return style;
}

/* Told once a style. */
static bool check_style(const struct fit *fit, const struct rules *rules, const struct rule *rule, struct style style,
                        struct arena *arena, const char *file, struct diag *diag)
{
    for (unsigned s = 0; s < fit->steps; s++) {
        double size = style.size * fit->step[s].size, leading = style.leading * fit->step[s].leading;
        const char *name = rule_name(rules, rule, arena), *step = arena_printf(arena, "%u", s + 1);
        bool small = style.size > 0 && size < fit->smallest - TOLERANCE;
        bool tight = style.size > 0 && style.leading > 0 && leading < size * LEAST_LEADING - TOLERANCE;
        if (small)
            DIAG(diag, STYLE_STEP_SMALL, file, rule->line, name, step, arena_printf(arena, "%.4g", size),
                 arena_printf(arena, "%g", fit->smallest));
        else if (tight)
            DIAG(diag, STYLE_STEP_TIGHT, file, rule->line, name, step, arena_printf(arena, "%.4g", leading));
        if (small || tight) return false;
    }
    return true;
}

/* Does the rule say anything of type size? */
static bool concerns_size(const struct rule *rule)
{
    struct style probe = {0};
    for (unsigned k = 0; k < rule->settings; k++)
        rules_apply(&rule->setting[k], &probe);
    return probe.scaled || probe.size > 0 || probe.leading > 0;
}

void fit_check(const struct fit *fit, const struct rules *rules, struct arena *arena, const char *file,
               struct diag *diag)
{
    for (unsigned i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rule[i];
        bool fine = concerns_size(rule);
        for (unsigned e = 0; fine && e < rules->elements.count; e++) {
            if (!(rule->of >> e & 1)) continue;
            struct style style = settled(rules, rule, (name_set)1 << e);
            if (style.scaled) fine = check_style(fit, rules, rule, style, arena, file, diag);
        }
    }
}
