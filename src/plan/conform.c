/* conform: a walk along the tree with the table in the other hand; one sentence for each fault. */
#include "plan/conform.h"
#include <glib.h>
#include <string.h>
#include "base/arena.h"
#include "base/buf.h"
#include "plan/datatype.h"
#include "plan/likeness.h"

enum { SHOWN_CHARACTERS = 20, NAMES_MOST = 64, PARENTS_SHOWN = 4, FAULTS_MOST = 1000 };
static const char BLANKS[] = " \t\r\n";

struct conform {
    struct arena *arena;
    const char *file;
    struct diag *diag;
    const struct element *root;
    const char *root_name;
    unsigned faults; /* a file of another kind would bring a million */
};

/* --- words for messages --- */

/* The beginning of what the author wrote, on one line. */
static const char *shown(struct conform *conform, const char *text)
{
    text += strspn(text, BLANKS);
    char *line = g_utf8_substring(text, 0, MIN(g_utf8_strlen(text, -1), SHOWN_CHARACTERS));
    g_strdelimit(line, BLANKS, ' ');
    g_strchomp(line);
    bool cut = g_utf8_strlen(text, -1) > SHOWN_CHARACTERS, wide = !strcmp(line, "\xE3\x80\x80");
    const char *copy = arena_printf(conform->arena, "%s%s", wide ? "全角の空白" : line, cut ? "…" : "");
    g_free(line);
    return copy;
}

static const char *quoted(struct conform *conform, const char *const *names)
{
    struct buf list = {0};
    for (; *names; names++) {
        buf_str(&list, "「");
        buf_str(&list, *names);
        buf_str(&list, "」");
    }
    const char *copy = arena_strdup(conform->arena, buf_text(&list));
    buf_free(&list);
    return copy;
}

#define TELL(conform, id, node, ...) \
    ((conform)->faults++, DIAG((conform)->diag, id, (conform)->file, xmlGetLineNo(node), __VA_ARGS__))

/* --- names --- */

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

/* Elements of another namespace are unknown here, whatever their name. */
static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && !node->ns && !strcmp(name_of(node), name);
}

static const struct child *child_of(const struct element *element, const xmlNode *node)
{
    for (const struct child *child = element->children; child && child->name; child++)
        if (is_named(node, child->name)) return child;
    return NULL;
}

static unsigned child_names(const struct element *element, const char *names[NAMES_MOST])
{
    unsigned count = 0;
    for (const struct child *child = element->children; child && child->name && count + 1 < NAMES_MOST; child++)
        names[count++] = child->name;
    names[count] = NULL;
    return count;
}

/* Which elements may hold one called `name`: the first few of the table. */
static unsigned find_parents(const struct element *element, const char *own, const char *name, const char **parents,
                             unsigned count)
{
    for (const struct child *child = element->children; child && child->name && count < PARENTS_SHOWN; child++) {
        bool known = false;
        for (unsigned i = 0; i < count; i++)
            known = known || !strcmp(parents[i], own);
        if (!strcmp(child->name, name) && !known) parents[count++] = own;
        if (child->element != element) count = find_parents(child->element, child->name, name, parents, count);
    }
    return count;
}

static unsigned count_named(const xmlNode *parent, const char *name)
{
    unsigned count = 0;
    for (const xmlNode *node = parent->children; node; node = node->next)
        count += is_named(node, name);
    return count;
}

static bool holds_words(const struct element *element)
{
    return element->content != HOLDS_ELEMENTS && element->content != HOLDS_BLOCKS && element->content != HOLDS_NOTHING;
}

/* A reading where none can be. */
static void tell_ruby(struct conform *conform, const xmlNode *node, const struct element *parent)
{
    bool nested = parent->content == HOLDS_RUBY || is_named(node->parent, "rt");
    if (nested)
        TELL(conform, RUBY_NESTED, node, NULL);
    else
        TELL(conform, RUBY_ON_NUMBER, node, name_of(node->parent));
}

/* An element that its parent's table does not have: misspelt, misplaced or unknown. What it may have been meant to be, or NULL. */
static const struct child *tell_unknown(struct conform *conform, xmlNode *node, const struct element *parent)
{
    const char *names[NAMES_MOST], *parents[PARENTS_SHOWN + 1] = {NULL};
    bool prefixed = node->ns && node->ns->prefix;
    const char *name =
        prefixed ? arena_printf(conform->arena, "%s:%s", (const char *)node->ns->prefix, name_of(node)) : name_of(node);
    const char *own = shown(conform, name), *outer = name_of(node->parent);
    unsigned count = child_names(parent, names);
    if (is_named(node, "ruby") && holds_words(parent)) {
        tell_ruby(conform, node, parent);
        return NULL;
    }
    if (!node->ns && find_parents(conform->root, conform->root_name, name_of(node), parents, 0)) {
        TELL(conform, ELEMENT_MISPLACED, node, own, outer, quoted(conform, parents));
        return NULL;
    }
    const char *guess = likeness_best(name_of(node), names, count);
    if (!guess) {
        if (count)
            TELL(conform, ELEMENT_UNKNOWN, node, own, outer, quoted(conform, names));
        else
            TELL(conform, ELEMENT_IN_TEXT, node, own, outer);
        return NULL;
    }
    TELL(conform, ELEMENT_GUESS, node, own, guess);
    const struct child *meant = parent->children;
    while (strcmp(meant->name, guess) != 0)
        meant++;
    bool taken = (meant->occurs == ONCE || meant->occurs == OPTIONAL) && count_named(node->parent, guess);
    if (taken) return NULL;
    xmlNodeSetName(node, (const xmlChar *)guess);
    xmlSetNs(node, NULL);
    return meant;
}

/* --- attributes --- */

static void attribute_name(const xmlAttr *attribute, char *out, size_t size)
{
    bool prefixed = attribute->ns && attribute->ns->prefix;
    g_snprintf(out, (gulong)size, "%s%s%s", prefixed ? (const char *)attribute->ns->prefix : "", prefixed ? ":" : "",
               (const char *)attribute->name);
}

static const struct attribute *attribute_of(const struct element *element, const char *name)
{
    for (const struct attribute *rule = element->attributes; rule && rule->name; rule++)
        if (!strcmp(rule->name, name)) return rule;
    return NULL;
}

static void check_value(struct conform *conform, const xmlNode *node, const char *place, const char *text,
                        enum datatype type, const char *const *one_of)
{
    if (datatype_fits(type, text, one_of)) return;
    const char *const args[] = {place, shown(conform, text), one_of ? quoted(conform, one_of) : NULL, NULL};
    diag_report(conform->diag, datatype_sentence(type), conform->file, xmlGetLineNo(node), args);
    conform->faults++;
}

/* The value, trimmed, in the arena. */
static const char *attribute_value(struct conform *conform, const xmlAttr *attribute)
{
    xmlChar *raw = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    char *text = arena_strdup(conform->arena, raw ? (const char *)raw : "");
    xmlFree(raw);
    return g_strstrip(text);
}

static const struct attribute *tell_unknown_attribute(struct conform *conform, xmlAttr *attribute, const char *name,
                                                      const struct element *element)
{
    const char *names[NAMES_MOST];
    unsigned count = 0;
    for (const struct attribute *rule = element->attributes; rule && rule->name && count + 1 < NAMES_MOST; rule++)
        names[count++] = rule->name;
    names[count] = NULL;
    const char *guess = likeness_best(name, names, count), *outer = name_of(attribute->parent);
    if (guess)
        TELL(conform, ATTRIBUTE_GUESS, attribute->parent, outer, shown(conform, name), guess);
    else if (count)
        TELL(conform, ATTRIBUTE_UNKNOWN, attribute->parent, outer, shown(conform, name), quoted(conform, names));
    else
        TELL(conform, ATTRIBUTE_NONE, attribute->parent, outer, shown(conform, name));
    if (!guess || xmlHasProp(attribute->parent, (const xmlChar *)guess)) return NULL;
    xmlNodeSetName((xmlNode *)attribute, (const xmlChar *)guess);
    return attribute_of(element, guess);
}

static void check_attributes(struct conform *conform, xmlNode *node, const struct element *element)
{
    bool there[NAMES_MOST] = {false};
    for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        char name[256];
        attribute_name(attribute, name, sizeof name);
        const struct attribute *rule = attribute_of(element, name);
        if (!rule) rule = tell_unknown_attribute(conform, attribute, name, element);
        if (!rule) continue;
        there[rule - element->attributes] = true;
        const char *value = attribute_value(conform, attribute);
        if (*value)
            check_value(conform, node, arena_printf(conform->arena, "属性「%s」", rule->name), value, rule->type,
                        rule->one_of);
        else
            TELL(conform, ATTRIBUTE_EMPTY, node, name_of(node), rule->name);
    }
    /* whoever reads the element sees that attributes stand beside what they should */
    for (const struct attribute *rule = element->attributes; rule && rule->name; rule++)
        if (rule->required && !rule->beside && !there[rule - element->attributes])
            TELL(conform, ATTRIBUTE_MISSING, node, name_of(node), rule->name);
}

/* --- what stands between the tags --- */

static bool is_text(const xmlNode *node)
{
    bool text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    return text && node->content && node->content[strspn((const char *)node->content, BLANKS)];
}

static const xmlNode *first_text(const xmlNode *parent)
{
    const xmlNode *node = parent->children;
    while (node && !is_text(node))
        node = node->next;
    return node;
}

static void put_text(struct buf *text, const xmlNode *element)
{
    for (const xmlNode *node = element->children; node; node = node->next) {
        if (is_text(node)) buf_str(text, (const char *)node->content);
        if (is_named(node, "ruby")) put_text(text, node); /* not its <rt> */
    }
}

/* All text directly in an element, trimmed; of ruby what is read. */
static const char *own_text(struct conform *conform, const xmlNode *element)
{
    struct buf text = {0};
    put_text(&text, element);
    char *copy = arena_strdup(conform->arena, buf_text(&text));
    buf_free(&text);
    return g_strstrip(copy);
}

/* Nothing but blanks, full-width ones among them. */
static bool is_empty(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (!g_unichar_isspace(g_utf8_get_char(text))) return false;
    return true;
}

static void check_words(struct conform *conform, const xmlNode *node, const struct element *element)
{
    const char *text = own_text(conform, node);
    if (is_empty(text)) {
        bool empty = !xmlChildElementCount((xmlNode *)node); /* else those were told */
        if (empty && element->content == HOLDS_WORDS) TELL(conform, ELEMENT_EMPTY, node, name_of(node));
        return;
    }
    check_value(conform, node, arena_printf(conform->arena, "要素「%s」", name_of(node)), text, element->type,
                element->one_of);
}

static void check_text(struct conform *conform, const xmlNode *node, const struct element *element)
{
    const xmlNode *text = first_text(node);
    bool blocks = count_named(node, "p") || count_named(node, "ul");
    bool words = text || count_named(node, "ruby");
    switch (element->content) {
    case HOLDS_BLOCKS:
        if (!blocks) TELL(conform, ELEMENT_MISSING, node, name_of(node), "p");
        /* fall through */
    case HOLDS_ELEMENTS:
    case HOLDS_NOTHING:
        if (text) TELL(conform, TEXT_MISPLACED, text, name_of(node), shown(conform, (const char *)text->content));
        break;
    case HOLDS_WORDS:
    case HOLDS_MAYBE_WORDS:
        check_words(conform, node, element);
        break;
    case HOLDS_PROSE:
        if (blocks && (words || count_named(node, "br"))) TELL(conform, TEXT_MIXED, node, name_of(node));
        break;
    case HOLDS_CELL:
    case HOLDS_DECLARED_CELL:
        if (words && count_named(node, "step")) TELL(conform, STEPS_MIXED, node, name_of(node));
        if (element->content == HOLDS_CELL && !words && !count_named(node, "step"))
            TELL(conform, ELEMENT_EMPTY, node, name_of(node));
        break;
    case HOLDS_LINE:
    case HOLDS_RUBY: /* which <rt> reads what: told when it is read */
        break;
    }
}

static void check_occurrences(struct conform *conform, const xmlNode *node, const struct element *element)
{
    for (const struct child *child = element->children; child && child->name; child++) {
        bool single = child->occurs == ONCE || child->occurs == OPTIONAL;
        bool needed = child->occurs == ONCE || child->occurs == ONE_OR_MORE;
        const xmlNode *first = NULL;
        for (const xmlNode *other = node->children; other; other = other->next) {
            if (!is_named(other, child->name)) continue;
            if (first && single)
                TELL(conform, ELEMENT_TWICE, other, name_of(node), child->name,
                     arena_printf(conform->arena, "%ld", xmlGetLineNo(first)));
            if (!first) first = other;
        }
        if (!first && needed) TELL(conform, ELEMENT_MISSING, node, name_of(node), child->name);
    }
}

static void check_element(struct conform *conform, xmlNode *node, const struct element *element)
{
    if (conform->faults > FAULTS_MOST) return;
    check_attributes(conform, node, element);
    for (xmlNode *other = node->children; other; other = other->next) {
        if (other->type != XML_ELEMENT_NODE) continue;
        if (conform->faults > FAULTS_MOST) return;
        const struct child *child = child_of(element, other);
        if (!child) child = tell_unknown(conform, other, element);
        if (child) check_element(conform, other, child->element);
    }
    check_occurrences(conform, node, element);
    check_text(conform, node, element);
}

bool conform_check(xmlDoc *document, enum root kind, const char *file, struct diag *diag)
{
    const char *name = ELEMENTS_ROOT[kind].name;
    const struct element *element = ELEMENTS_ROOT[kind].element;
    xmlNode *root = xmlDocGetRootElement(document);
    struct conform conform = {.arena = arena_new(), .file = file, .diag = diag, .root = element, .root_name = name};
    bool right = root && is_named(root, name);
    if (right)
        check_element(&conform, root, element);
    else if (root)
        TELL(&conform, ROOT_WRONG, root, shown(&conform, name_of(root)), name);
    arena_free(conform.arena);
    return right;
}
