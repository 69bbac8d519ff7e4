/* print: theme.xml and print.xml → masters, fits and the cascade. Knows elements by name and class only. */
#include "style/print.h"
#include <glib.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "base/file.h"
#include "base/xml.h"
#include "style/fit.h"
#include "style/rules.h"

enum { FILE_LIMIT = 1 << 20, SMALLEST_TEXT_AREA = 72 };
static const double LARGEST_LENGTH = 10000, DEFAULT_SIZE = 10, SMALLEST_SIZE = 1, DEFAULT_LEADING = 1.2,
                    DEFAULT_LEAST = 90;

struct fit_of {
    const char *of;
    name_set class;
    struct fit fit;
};
struct print {
    struct arena *arena;
    struct theme theme;
    struct rules rules;
    unsigned masters, master_capacity, fits, fit_capacity;
    struct master *master;
    struct fit_of *fit;
    const char *continued; /* what a label that is repeated after a page break gets */
    GHashTable *styles;    /* struct answer → itself */
    const char *family;    /* of text whose style names none */
    bool is_twin;          /* rules, masters and fits are another's */
};

/* ---- reading ---- */

struct reader {
    struct print *print;
    const char *file;
    struct diag *diag;
};

static const char *text_attr(struct reader *r, const xmlNode *element, const char *name)
{
    const char *copy = theme_attribute(r->print->arena, element, name);
    if (!copy)
        DIAG(r->diag, STYLE_ATTRIBUTE_MISSING, r->file, xmlGetLineNo(element), (const char *)element->name, name);
    return copy ? copy : "";
}

static double number_attr(struct reader *r, const xmlNode *element, const char *name, double limit)
{
    const char *text = text_attr(r, element, name);
    char *end;
    double value = g_ascii_strtod(text, &end);
    bool fine = end > text && !*end && value >= 0 && value <= limit;
    if (!fine && *text) DIAG(r->diag, STYLE_VALUE, r->file, xmlGetLineNo(element), name, text, "0以上の数");
    return fine ? value : 0;
}

static void read_master(struct reader *r, const xmlNode *element)
{
    struct master m = {.name = text_attr(r, element, "name")};
    const struct {
        const char *name;
        double *length;
    } LENGTH[] = {
        {"width",  &m.width },
        {"height", &m.height},
        {"top",    &m.top   },
        {"right",  &m.right },
        {"bottom", &m.bottom},
        {"left",   &m.left  },
        {"header", &m.header},
        {"footer", &m.footer}
    };
    for (size_t i = 0; i < sizeof LENGTH / sizeof *LENGTH; i++)
        *LENGTH[i].length = number_attr(r, element, LENGTH[i].name, LARGEST_LENGTH);
    const char *numbering = text_attr(r, element, "numbering");
    m.roman = !strcmp(numbering, "roman");
    m.least = xmlHasProp((xmlNode *)element, (const xmlChar *)"least")
                  ? number_attr(r, element, "least", LARGEST_LENGTH)
                  : DEFAULT_LEAST;
    if (!m.roman && strcmp(numbering, "decimal"))
        DIAG(r->diag, STYLE_VALUE, r->file, xmlGetLineNo(element), "numbering", numbering, "decimal又はroman");
    if (m.width - m.left - m.right < SMALLEST_TEXT_AREA || m.height - m.top - m.bottom < SMALLEST_TEXT_AREA)
        DIAG(r->diag, STYLE_MARGINS, r->file, xmlGetLineNo(element), m.name);
    GROW(r->print->master, r->print->masters, r->print->master_capacity);
    r->print->master[r->print->masters++] = m;
}

static void read_fit(struct reader *r, const xmlNode *element)
{
    static const double PERCENT = 100;
    const char *class = text_attr(r, element, "class");
    struct fit_of f = {.of = text_attr(r, element, "of")};
    f.class = names_bit(&r->print->rules.classes, r->print->arena, class, strlen(class));
    f.fit.share = number_attr(r, element, "share", PERCENT) / PERCENT;
    fit_read_steps(&f.fit, element, r->print->arena, r->file, r->diag);
    GROW(r->print->fit, r->print->fits, r->print->fit_capacity);
    r->print->fit[r->print->fits++] = f;
}

static void read_element(struct reader *r, const xmlNode *element, bool theme_only)
{
    struct print *print = r->print;
    const char *name = (const char *)element->name;
    if (theme_add(&print->theme, print->arena, element, r->file, r->diag)) return;
    if (theme_only)
        DIAG(r->diag, STYLE_ELEMENT, r->file, xmlGetLineNo(element), name, "color、face");
    else if (!strcmp(name, "master"))
        read_master(r, element);
    else if (!strcmp(name, "fit"))
        read_fit(r, element);
    else if (!strcmp(name, "style"))
        rules_add(&print->rules, &print->theme, print->arena, element, r->file, r->diag);
    else
        DIAG(r->diag, STYLE_ELEMENT, r->file, xmlGetLineNo(element), name, "color、face、master、fit、style");
}

static void read_file(struct print *print, const char *folder, const char *name, bool theme_only, struct diag *diag)
{
    const char *path = arena_printf(print->arena, "%s/%s", folder, name);
    xmlDoc *doc = xml_read(path, FILE_LIMIT, diag);
    struct reader r = {print, path, diag};
    xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    const char *continued = root ? theme_attribute(print->arena, root, "continued") : NULL;
    if (continued) print->continued = continued;
    for (xmlNode *n = root ? root->children : NULL; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE) read_element(&r, n, theme_only);
    xmlFreeDoc(doc);
}

static void check_families(struct print *print, const char *folder, struct fonts *fonts, struct diag *diag)
{
    for (unsigned i = 0; i < print->theme.faces; i++)
        if (!fonts_has_family(fonts, print->theme.face[i].family))
            DIAG(diag, STYLE_FAMILY, arena_printf(print->arena, "%s/theme.xml", folder), 0,
                 print->theme.face[i].family);
}

static void check_masters(struct print *print, const char *folder, struct diag *diag)
{
    const char *path = arena_printf(print->arena, "%s/print.xml", folder);
    if (!print->masters) DIAG(diag, STYLE_NO_MASTER, path, 0, NULL);
    for (unsigned i = 0; i < print->rules.count; i++) {
        struct style probe = {0};
        for (unsigned k = 0; k < print->rules.rule[i].settings; k++)
            rules_apply(&print->rules.rule[i].setting[k], &probe);
        bool known = !probe.master;
        for (unsigned m = 0; m < print->masters && !known; m++)
            known = !strcmp(print->master[m].name, probe.master);
        if (!known) DIAG(diag, STYLE_MASTER, path, 0, probe.master);
    }
}

static void check_fits(struct print *print, const char *folder, struct diag *diag)
{
    const char *path = arena_printf(print->arena, "%s/print.xml", folder);
    for (unsigned i = 0; i < print->fits; i++)
        fit_check(&print->fit[i].fit, &print->rules, print->arena, path, diag);
}

/* ---- the cascade ---- */

/* What a style depends on, and the style: the key of its own table. */
struct answer {
    int element;
    name_set classes;
    const struct style *parent;
    const struct fit_step *step;
    struct style style;
};

static uint64_t fold(name_set set)
{
    return (uint64_t)set ^ (uint64_t)(set >> 64) * 0x9FB21C651E98DF25U;
}

static guint answer_hash(gconstpointer key)
{
    const struct answer *a = key;
    uint64_t h = (uint64_t)(uintptr_t)a->parent * 0x9E3779B97F4A7C15U ^ fold(a->classes) * 0xC2B2AE3D27D4EB4FU;
    h ^= (uint64_t)(unsigned)a->element * 0x165667B19E3779F9U ^ (uint64_t)(uintptr_t)a->step;
    return (guint)(h ^ h >> 32);
}

static gboolean answer_equal(gconstpointer left, gconstpointer right)
{
    const struct answer *a = left, *b = right;
    return a->element == b->element && a->classes == b->classes && a->parent == b->parent && a->step == b->step;
}

struct print *print_read(const char *folder, struct fonts *fonts, struct diag *diag)
{
    struct print *print = xcalloc(1, sizeof *print);
    print->arena = arena_new();
    print->continued = "（続き）";
    print->styles = g_hash_table_new(answer_hash, answer_equal);
    unsigned before = diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE);
    read_file(print, folder, "theme.xml", true, diag);
    read_file(print, folder, "print.xml", false, diag);
    bool read = diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE) == before;
    if (read) {
        check_families(print, folder, fonts, diag);
        check_masters(print, folder, diag);
        check_fits(print, folder, diag);
    }
    print->family = print->theme.faces ? print->theme.face[0].family : "";
    if (diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE) == before) return print;
    print_free(print);
    return NULL;
}

struct print *print_twin(const struct print *print)
{
    struct print *twin = xmalloc(sizeof *twin);
    *twin = *print;
    twin->arena = arena_new();
    twin->styles = g_hash_table_new(answer_hash, answer_equal);
    twin->is_twin = true;
    return twin;
}

void print_free(struct print *print)
{
    if (!print) return;
    if (!print->is_twin) {
        theme_clear(&print->theme);
        free(print->rules.rule);
        free(print->master);
        free(print->fit);
    }
    g_hash_table_destroy(print->styles);
    arena_free(print->arena);
    free(print);
}

/* Those of the element's classes that any rule mentions. */
static name_set classes_of(const struct print *print, const xmlNode *element)
{
    static const char BLANKS[] = " \t\r\n";
    name_set set = 0;
    for (const xmlAttr *a = element->properties; a; a = a->next) {
        if (!xmlStrEqual(a->name, (const xmlChar *)"class") || !a->children || !a->children->content) continue;
        const char *p = (const char *)a->children->content;
        for (p += strspn(p, BLANKS); *p; p += strspn(p, BLANKS)) {
            size_t length = strcspn(p, BLANKS);
            int number = names_find(&print->rules.classes, p, length);
            if (number >= 0) set |= (name_set)1 << number;
            p += length;
        }
    }
    return set;
}

static struct style inherit(const struct print *print, const struct style *parent)
{
    if (!parent) return (struct style){.family = print->family, .size = DEFAULT_SIZE, .leading = 2 * DEFAULT_SIZE};
    return (struct style){
        .family = parent->family,
        .bold = parent->bold,
        .tabular = parent->tabular,
        .scaled = parent->scaled,
        .fitted = parent->fitted,
        .size = parent->size,
        .leading = parent->leading,
        .color = parent->color,
        .align = parent->align,
        .hang = parent->hang,
        .phrases = parent->phrases,
    };
}

/* Running content looks the same on all pages. */
static bool is_running(const xmlNode *element)
{
    static const char *const NAME[] = {"header", "footer", "aside"};
    for (size_t i = 0; i < sizeof NAME / sizeof *NAME; i++)
        if (xmlStrEqual(element->name, (const xmlChar *)NAME[i])) return true;
    return false;
}

static void cascade(const struct print *print, const xmlNode *element, struct answer *answer)
{
    struct style *style = &answer->style;
    name_set above = answer->parent ? answer->parent->scope : 0;
    bool own_size = false, own_leading = false;
    *style = inherit(print, answer->parent);
    style->scope = above | answer->classes;
    for (unsigned i = 0; answer->element >= 0 && i < print->rules.count; i++) {
        const struct rule *rule = &print->rules.rule[i];
        if (!(rule->of >> answer->element & 1) || (rule->class & answer->classes) != rule->class) continue;
        if ((rule->in & above) != rule->in) continue;
        for (unsigned k = 0; k < rule->settings; k++) {
            rules_apply(&rule->setting[k], style);
            own_size |= rules_sets_size(&rule->setting[k]);
            own_leading |= rules_sets_leading(&rule->setting[k]);
        }
    }
    style->fitted = !is_running(element) && (style->fitted || print_fit(print, element));
    bool inherited_unscaled = !answer->parent || !answer->parent->scaled;
    if (answer->step)
        fit_scale(answer->step, style, style->scaled && (own_size || inherited_unscaled),
                  style->scaled && (own_leading || inherited_unscaled));
    if (style->size < SMALLEST_SIZE) style->size = SMALLEST_SIZE;
    if (style->leading < style->size) style->leading = style->size * DEFAULT_LEADING;
}

const struct style *print_style(struct print *print, const xmlNode *element, const struct style *parent,
                                const struct fit_step *step)
{
    const char *name = (const char *)element->name;
    struct answer key = {
        .element = names_find(&print->rules.elements, name, strlen(name)),
        .classes = classes_of(print, element),
        .parent = parent,
        .step = step,
    };
    struct answer *known = g_hash_table_lookup(print->styles, &key);
    if (!known) {
        known = arena_alloc(print->arena, sizeof *known);
        *known = key;
        cascade(print, element, known);
        g_hash_table_add(print->styles, known);
    }
    return &known->style;
}

/* ---- look-ups ---- */

const struct master *print_master(const struct print *print, const char *name)
{
    for (unsigned i = 0; name && i < print->masters; i++)
        if (!strcmp(print->master[i].name, name)) return &print->master[i];
    return &print->master[0];
}

const struct fit *print_fit(const struct print *print, const xmlNode *page)
{
    name_set classes = classes_of(print, page);
    for (unsigned i = 0; i < print->fits; i++)
        if (print->fit[i].class & classes && xmlStrEqual(page->name, (const xmlChar *)print->fit[i].of))
            return &print->fit[i].fit;
    return NULL;
}

const char *print_continued(const struct print *print)
{
    return print->continued;
}

const struct theme *print_theme(const struct print *print)
{
    return &print->theme;
}

struct color print_color(const struct print *print, const char *name)
{
    struct color color = {0, 0, 0};
    theme_color(&print->theme, name, &color);
    return color;
}
