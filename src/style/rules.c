/* rules: the <style> elements of print.xml as selectors and parsed settings. Knows nothing of documents. */
#include "style/rules.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>

enum kind {
    KIND_LENGTH,
    KIND_FOUR,
    KIND_YESNO,
    KIND_CHOICE,
    KIND_COLOR,
    KIND_FILL,
    KIND_FACE,
    KIND_NAME,
    KIND_COLUMNS
};

struct choice {
    const char *word;
    int value;
};
static const struct choice ALIGNS[] = {
    {"start",   ALIGN_START  },
    {"center",  ALIGN_CENTER },
    {"end",     ALIGN_END    },
    {"justify", ALIGN_JUSTIFY},
    {NULL,      0            }
};
static const struct choice VALIGNS[] = {
    {"top",    VALIGN_TOP   },
    {"middle", VALIGN_MIDDLE},
    {"bottom", VALIGN_BOTTOM},
    {NULL,     0            }
};
static const struct choice DISPLAYS[] = {
    {"block",   DISPLAY_BLOCK  },
    {"columns", DISPLAY_COLUMNS},
    {"none",    DISPLAY_NONE   },
    {NULL,      0              }
};

struct property {
    const char *name;
    enum kind kind;
    size_t at;    /* in struct style */
    double limit; /* lengths: the largest that makes sense */
    const struct choice *choice;
};
#define AT(field) offsetof(struct style, field)
static const struct property PROPERTY[] = {
    {"face",           KIND_FACE,    AT(family),         0,     NULL    },
    {"bold",           KIND_YESNO,   AT(bold),           0,     NULL    },
    {"tabular",        KIND_YESNO,   AT(tabular),        0,     NULL    },
    {"scale",          KIND_YESNO,   AT(scaled),         0,     NULL    },
    {"size",           KIND_LENGTH,  AT(size),           200,   NULL    },
    {"leading",        KIND_LENGTH,  AT(leading),        400,   NULL    },
    {"color",          KIND_COLOR,   AT(color),          0,     NULL    },
    {"align",          KIND_CHOICE,  AT(align),          0,     ALIGNS  },
    {"hang",           KIND_YESNO,   AT(hang),           0,     NULL    },
    {"phrases",        KIND_YESNO,   AT(phrases),        0,     NULL    },
    {"before",         KIND_LENGTH,  AT(before),         400,   NULL    },
    {"after",          KIND_LENGTH,  AT(after),          400,   NULL    },
    {"indent",         KIND_LENGTH,  AT(indent),         200,   NULL    },
    {"first-indent",   KIND_LENGTH,  AT(first_indent),   20,    NULL    },
    {"width",          KIND_LENGTH,  AT(width),          4000,  NULL    },
    {"height",         KIND_LENGTH,  AT(height),         4000,  NULL    },
    {"smallest",       KIND_LENGTH,  AT(smallest),       200,   NULL    },
    {"gap",            KIND_LENGTH,  AT(gap),            100,   NULL    },
    {"keep-together",  KIND_LENGTH,  AT(keep_together),  10000, NULL    },
    {"padding",        KIND_FOUR,    AT(padding),        60,    NULL    },
    {"border",         KIND_FOUR,    AT(border),         8,     NULL    },
    {"border-color",   KIND_COLOR,   AT(border_color),   0,     NULL    },
    {"fill",           KIND_FILL,    AT(fill),           0,     NULL    },
    {"keep-with-next", KIND_YESNO,   AT(keep_with_next), 0,     NULL    },
    {"break-before",   KIND_YESNO,   AT(break_before),   0,     NULL    },
    {"repeat-label",   KIND_YESNO,   AT(repeat_label),   0,     NULL    },
    {"repeat-heading", KIND_YESNO,   AT(repeat_heading), 0,     NULL    },
    {"leader",         KIND_YESNO,   AT(leader),         0,     NULL    },
    {"valign",         KIND_CHOICE,  AT(valign),         0,     VALIGNS },
    {"as",             KIND_CHOICE,  AT(display),        0,     DISPLAYS},
    {"columns",        KIND_COLUMNS, AT(column),         0,     NULL    },
    {"master",         KIND_NAME,    AT(master),         0,     NULL    },
};
enum { PROPERTIES = sizeof PROPERTY / sizeof *PROPERTY, MOST_NAMES = NAME_SET_MOST, MOST_COLUMNS = 64 };
_Static_assert(sizeof(enum align) == sizeof(int) && sizeof(enum valign) == sizeof(int) &&
                   sizeof(enum display) == sizeof(int),
               "choices are copied as int");

static const char BLANKS[] = " \t\r\n";

/* ---- names ---- */

int names_find(const struct names *names, const char *name, size_t length)
{
    for (unsigned i = 0; i < names->count; i++)
        if (!strncmp(names->name[i], name, length) && !names->name[i][length]) return (int)i;
    return -1;
}

name_set names_bit(struct names *names, struct arena *arena, const char *name, size_t length)
{
    int found = names_find(names, name, length);
    if (found < 0 && names->count == MOST_NAMES) return 0;
    if (found < 0) names->name[found = (int)names->count++] = arena_strndup(arena, name, length);
    return (name_set)1 << found;
}

/* ---- values ---- */

/* A length within the property's limit; `*rest` moves past it. */
static bool parse_length(const char **rest, double limit, double *out)
{
    const char *p = *rest + strspn(*rest, BLANKS);
    size_t length = strspn(p, "0123456789.");
    char *end;
    double value = g_ascii_strtod(p, &end);
    if (!length || end != p + length || value > limit) return false;
    *rest = end;
    *out = value;
    return true;
}

static bool ends(const char *rest)
{
    return !rest[strspn(rest, BLANKS)];
}

static bool parse_only_length(const char *text, double limit, double *out)
{
    return parse_length(&text, limit, out) && ends(text);
}

/* all | vertical horizontal | top right bottom left */
static bool parse_four(const char *text, double limit, double four[4])
{
    unsigned count = 0;
    while (count < 4 && !ends(text))
        if (!parse_length(&text, limit, &four[count++])) return false;
    if (!ends(text) || (count != 1 && count != 2 && count != 4)) return false;
    if (count == 1) four[1] = four[0];
    if (count < 4) {
        four[SIDE_BOTTOM] = four[SIDE_TOP];
        four[SIDE_LEFT] = four[SIDE_RIGHT];
    }
    return true;
}

static bool parse_column(const char **rest, struct column_width *out)
{
    static const double LARGEST = 10000;
    const char *p = *rest + strspn(*rest, BLANKS);
    size_t length = strcspn(p, BLANKS);
    *rest = p + length;
    if (length == strlen("auto") && !strncmp(p, "auto", length)) {
        *out = (struct column_width){COLUMN_AUTO, 0};
        return true;
    }
    out->amount = 1;
    if (*p != '*' && !parse_length(&p, LARGEST, &out->amount)) return false;
    out->kind = *p == '*' ? COLUMN_SHARE : COLUMN_POINTS;
    if (*p == '*') p++;
    return p == *rest;
}

static bool parse_columns(struct arena *arena, const char *text, struct setting *out)
{
    struct column_width list[MOST_COLUMNS];
    unsigned count = 0;
    for (; count < MOST_COLUMNS && !ends(text); count++)
        if (!parse_column(&text, &list[count])) return false;
    if (!count || !ends(text)) return false;
    struct column_width *kept = arena_array(arena, count, sizeof *kept);
    memcpy(kept, list, count * sizeof *kept);
    out->value.columns.count = count;
    out->value.columns.list = kept;
    return true;
}

static bool parse_choice(const struct choice *choice, const char *text, int *out)
{
    for (; choice->word; choice++)
        if (!strcmp(choice->word, text)) {
            *out = choice->value;
            return true;
        }
    return false;
}

static bool parse_yesno(const char *text, bool *out)
{
    *out = !strcmp(text, "yes");
    return *out || !strcmp(text, "no");
}

/* What may stand there, for the message. */
static const char *wanted(struct arena *arena, const struct property *property)
{
    switch (property->kind) {
    case KIND_YESNO:
        return "yes又はno";
    case KIND_FOUR:
        return arena_printf(arena, "0から%gまでの数を1つ、2つ又は4つ", property->limit);
    case KIND_COLUMNS:
        return "幅（60）、割合（2*）又はautoを空白で区切った並び";
    case KIND_CHOICE: {
        const char *list = property->choice->word;
        for (const struct choice *c = property->choice + 1; c->word; c++)
            list = arena_printf(arena, "%s、%s", list, c->word);
        return arena_printf(arena, "%sのどれか", list);
    }
    default:
        return arena_printf(arena, "0から%gまでの数", property->limit);
    }
}

struct place {
    const char *file;
    long line;
    struct diag *diag;
};

static bool parse_color(const struct theme *theme, const char *text, const struct place *place, struct color *out)
{
    if (theme_color(theme, text, out)) return true;
    DIAG(place->diag, STYLE_COLOR, place->file, place->line, text);
    return false;
}

static bool parse_fill(const struct theme *theme, const char *text, const struct place *place, struct setting *out)
{
    out->value.fill.filled = strcmp(text, "none") != 0;
    return !out->value.fill.filled || parse_color(theme, text, place, &out->value.fill.color);
}

static bool parse_face(const struct theme *theme, const char *text, const struct place *place, struct setting *out)
{
    out->value.name = theme_family(theme, text);
    if (!out->value.name) DIAG(place->diag, STYLE_FACE, place->file, place->line, text);
    return out->value.name != NULL;
}

/* False: told. */
static bool parse_value(const struct property *property, const struct theme *theme, struct arena *arena,
                        const char *text, const struct place *place, struct setting *out)
{
    bool fine = true;
    switch (property->kind) {
    case KIND_COLOR:
        return parse_color(theme, text, place, &out->value.color);
    case KIND_FILL:
        return parse_fill(theme, text, place, out);
    case KIND_FACE:
        return parse_face(theme, text, place, out);
    case KIND_NAME:
        out->value.name = text;
        return true;
    case KIND_LENGTH:
        fine = parse_only_length(text, property->limit, &out->value.length);
        break;
    case KIND_FOUR:
        fine = parse_four(text, property->limit, out->value.four);
        break;
    case KIND_YESNO:
        fine = parse_yesno(text, &out->value.yes);
        break;
    case KIND_CHOICE:
        fine = parse_choice(property->choice, text, &out->value.choice);
        break;
    case KIND_COLUMNS:
        fine = parse_columns(arena, text, out);
        break;
    }
    if (!fine) DIAG(place->diag, STYLE_VALUE, place->file, place->line, property->name, text, wanted(arena, property));
    return fine;
}

/* ---- rules ---- */

static const struct property *property_find(const char *name)
{
    for (size_t i = 0; i < PROPERTIES; i++)
        if (!strcmp(PROPERTY[i].name, name)) return &PROPERTY[i];
    return NULL;
}

/* The names in `text`, separated by blanks, as a set; told when there are too many. */
static name_set names_set(struct names *names, struct arena *arena, const char *text, const char *kind,
                          const struct place *place)
{
    name_set set = 0;
    for (const char *p = text + strspn(text, BLANKS); *p; p += strspn(p, BLANKS)) {
        size_t length = strcspn(p, BLANKS);
        name_set bit = names_bit(names, arena, p, length);
        if (!bit) DIAG(place->diag, STYLE_TOO_MANY, place->file, place->line, kind);
        set |= bit;
        p += length;
    }
    return set;
}

/* The selector's part of an attribute: false when it is none of them. */
static bool select_by(struct rules *rules, struct rule *rule, struct arena *arena, const char *name, const char *text,
                      const struct place *place)
{
    if (!strcmp(name, "of"))
        rule->of = names_set(&rules->elements, arena, text, "要素", place);
    else if (!strcmp(name, "class"))
        rule->class = names_set(&rules->classes, arena, text, "class", place);
    else if (!strcmp(name, "in"))
        rule->in = names_set(&rules->classes, arena, text, "class", place);
    else
        return false;
    return true;
}

void rules_add(struct rules *rules, const struct theme *theme, struct arena *arena, const xmlNode *element,
               const char *file, struct diag *diag)
{
    struct rule rule = {0};
    struct setting settings[PROPERTIES];
    struct place place = {file, xmlGetLineNo(element), diag};
    for (const xmlAttr *a = element->properties; a; a = a->next) {
        xmlChar *value = xmlNodeListGetString(element->doc, a->children, 1);
        const char *name = (const char *)a->name, *text = arena_strdup(arena, value ? (const char *)value : "");
        xmlFree(value);
        if (select_by(rules, &rule, arena, name, text, &place)) continue;
        struct setting setting = {.property = property_find(name)};
        if (!setting.property)
            DIAG(diag, STYLE_ATTRIBUTE, file, place.line, "style", name);
        else if (parse_value(setting.property, theme, arena, text, &place, &setting))
            settings[rule.settings++] = setting;
    }
    if (!rule.of) DIAG(diag, STYLE_ATTRIBUTE_MISSING, file, place.line, "style", "of");
    struct setting *kept = arena_array(arena, rule.settings, sizeof *kept);
    memcpy(kept, settings, rule.settings * sizeof *kept);
    rule.setting = kept;
    rule.line = place.line;
    GROW(rules->rule, rules->count, rules->capacity);
    rules->rule[rules->count++] = rule;
}

void rules_apply(const struct setting *setting, struct style *style)
{
    void *at = (char *)style + setting->property->at;
    switch (setting->property->kind) {
    case KIND_LENGTH:
        *(double *)at = setting->value.length;
        break;
    case KIND_FOUR:
        memcpy(at, setting->value.four, sizeof setting->value.four);
        break;
    case KIND_YESNO:
        *(bool *)at = setting->value.yes;
        break;
    case KIND_CHOICE:
        memcpy(at, &setting->value.choice, sizeof(int));
        break;
    case KIND_COLOR:
        *(struct color *)at = setting->value.color;
        break;
    case KIND_FACE:
    case KIND_NAME:
        *(const char **)at = setting->value.name;
        break;
    case KIND_FILL:
        style->filled = setting->value.fill.filled;
        style->fill = setting->value.fill.color;
        break;
    case KIND_COLUMNS:
        style->columns = setting->value.columns.count;
        style->column = setting->value.columns.list;
        break;
    }
}

bool rules_sets_size(const struct setting *setting)
{
    return setting->property->at == AT(size);
}

bool rules_sets_leading(const struct setting *setting)
{
    return setting->property->at == AT(leading);
}
