/* schema: a shape becomes a definition of the grammar, once; what stands between the tags becomes a pattern of RELAX NG. */
#include "plan/schema.h"
#include <glib.h>
#include <libxml/xmlwriter.h>
#include <string.h>
#include "plan/datatype.h"
#include "plan/wordlist.h"

static const char RELAX_NG[] = "http://relaxng.org/ns/structure/1.0",
                  ANNOTATIONS[] = "http://relaxng.org/ns/compatibility/annotations/1.0",
                  DATATYPES[] = "http://www.w3.org/2001/XMLSchema-datatypes";

struct schema {
    xmlTextWriter *xml;
    GPtrArray *shapes; /* struct element, in the order in which they were first named; each becomes a definition */
};

/* --- writing --- */

static void start(struct schema *schema, const char *pattern)
{
    xmlTextWriterStartElement(schema->xml, BAD_CAST pattern);
}

static void start_named(struct schema *schema, const char *pattern, const char *name)
{
    start(schema, pattern);
    xmlTextWriterWriteAttribute(schema->xml, BAD_CAST "name", BAD_CAST name);
}

static void end(struct schema *schema)
{
    xmlTextWriterEndElement(schema->xml);
}

static void put_leaf(struct schema *schema, const char *pattern)
{
    start(schema, pattern);
    end(schema);
}

static void add_words(struct buf *text, const char *const *words)
{
    for (unsigned i = 0; words && words[i]; i++) {
        if (i) buf_str(text, "、");
        buf_str(text, words[i]);
    }
}

/* {directions} becomes the words of that list. */
static void put_about(struct schema *schema, const char *about)
{
    struct buf text = {0};
    for (const char *open; (open = strchr(about, '{')); about = strchr(open, '}') + 1) {
        buf_put(&text, about, (size_t)(open - about));
        add_words(&text, word_list_find(open + 1, strcspn(open + 1, "}")));
    }
    buf_str(&text, about);
    xmlTextWriterWriteElement(schema->xml, BAD_CAST "a:documentation", BAD_CAST buf_text(&text));
    buf_free(&text);
}

static void put_reference(struct schema *schema, const char *name)
{
    start_named(schema, "ref", name);
    end(schema);
}

/* The pattern that wraps what occurs like that; NULL: none. */
static const char *wrapper(enum occurs occurs)
{
    static const char *const WRAPPERS[] = {
        [ONCE] = NULL, [OPTIONAL] = "optional", [ONE_OR_MORE] = "oneOrMore", [ANY_NUMBER] = "zeroOrMore"};
    return WRAPPERS[occurs];
}

/* --- values --- */

static void put_words(struct schema *schema, struct word_list words)
{
    if (words.count > 1) start(schema, "choice");
    for (unsigned i = 0; i < words.count; i++)
        xmlTextWriterWriteElement(schema->xml, BAD_CAST "value", BAD_CAST words.word[i]);
    if (words.count > 1) end(schema);
}

/* Any word but those. */
static void put_other_words(struct schema *schema, const char *const *words)
{
    start(schema, "data");
    xmlTextWriterWriteAttribute(schema->xml, BAD_CAST "type", BAD_CAST "token");
    start_named(schema, "param", "minLength");
    xmlTextWriterWriteString(schema->xml, BAD_CAST "1");
    end(schema);
    start(schema, "except");
    put_words(schema, word_list_of(words));
    end(schema);
    end(schema);
}

static void put_value(struct schema *schema, enum datatype type, const char *const *one_of)
{
    const char *pattern = datatype_pattern(type);
    if (type == TYPE_ONE_OF) {
        put_words(schema, word_list_of(one_of));
        return;
    }
    start(schema, "data");
    xmlTextWriterWriteAttribute(schema->xml, BAD_CAST "type", BAD_CAST "token");
    start_named(schema, "param", pattern ? "pattern" : "minLength");
    xmlTextWriterWriteString(schema->xml, BAD_CAST(pattern ? pattern : "1"));
    end(schema);
    end(schema);
}

/* --- attributes --- */

static void put_attribute(struct schema *schema, const struct attribute *attribute)
{
    if (!attribute->required) start(schema, "optional");
    start_named(schema, "attribute", attribute->name);
    put_about(schema, attribute->about);
    put_value(schema, attribute->type, attribute->one_of);
    end(schema);
    if (!attribute->required) end(schema);
}

static bool is_led_by(const struct attribute *attribute, const struct attribute *leader)
{
    return attribute->beside && !strcmp(attribute->beside, leader->name);
}

/* The attribute beside which others stand, or NULL: an element has one at most. */
static const struct attribute *leader_of(const struct element *element)
{
    for (const struct attribute *leader = element->attributes; leader->name; leader++)
        for (const struct attribute *other = element->attributes; other->name; other++)
            if (is_led_by(other, leader)) return leader;
    return NULL;
}

/* Which attributes stand beside that word of the leader, a bit for each. */
static uint64_t beside_word(const struct element *element, const struct attribute *leader, const char *word)
{
    uint64_t set = 0, bit = 1;
    for (const struct attribute *other = element->attributes; other->name; other++, bit <<= 1) {
        if (!is_led_by(other, leader)) continue;
        const struct word_list words = word_list_of(other->words);
        if (word_list_has(&words, word)) set |= bit;
    }
    return set;
}

/* The leader with the words beside which just this set of attributes stands, and those. */
static void put_variant(struct schema *schema, const struct element *element, const struct attribute *leader,
                        uint64_t set)
{
    GPtrArray *words = g_ptr_array_new();
    for (const char *const *word = leader->one_of; *word; word++)
        if (beside_word(element, leader, *word) == set) g_ptr_array_add(words, (void *)*word);
    start(schema, "group");
    start_named(schema, "attribute", leader->name);
    put_about(schema, leader->about);
    if (!set && leader->type != TYPE_ONE_OF) start(schema, "choice");
    put_words(schema, (struct word_list){words->len, (const char *const *)words->pdata});
    if (!set && leader->type != TYPE_ONE_OF) put_other_words(schema, leader->one_of);
    end(schema);
    if (!set && leader->type != TYPE_ONE_OF) end(schema);
    for (const struct attribute *other = element->attributes; other->name; other++, set >>= 1)
        if (set & 1) put_attribute(schema, other);
    end(schema);
    g_ptr_array_free(words, TRUE);
}

static void put_variants(struct schema *schema, const struct element *element, const struct attribute *leader)
{
    start(schema, "choice");
    for (const char *const *word = leader->one_of; *word; word++) {
        uint64_t set = beside_word(element, leader, *word);
        const char *const *first = leader->one_of;
        while (beside_word(element, leader, *first) != set)
            first++;
        if (first == word) put_variant(schema, element, leader, set);
    }
    end(schema);
}

static void put_attributes(struct schema *schema, const struct element *element)
{
    const struct attribute *leader = leader_of(element);
    for (const struct attribute *attribute = element->attributes; attribute->name; attribute++)
        if (attribute != leader && !attribute->beside) put_attribute(schema, attribute);
    if (!leader || element->content == HOLDS_DECLARED_CELL) return; /* there it stands with what is between the tags */
    if (!leader->required) start(schema, "optional");
    put_variants(schema, element, leader);
    if (!leader->required) end(schema);
}

/* --- what stands between the tags --- */

/* The shape as the name of its definition; it is written after all that was named before it. The caller frees it. */
static char *name_of(struct schema *schema, const struct element *element)
{
    if (!g_ptr_array_find(schema->shapes, element, NULL)) g_ptr_array_add(schema->shapes, (void *)element);
    char *name = g_ascii_strdown(element->shape, -1);
    return g_strdelimit(name, "_", '-');
}

static void put_child(struct schema *schema, const struct child *child, enum occurs occurs)
{
    const char *wrap = wrapper(occurs);
    if (wrap) start(schema, wrap);
    start_named(schema, "element", child->name);
    put_about(schema, child->about);
    char *name = name_of(schema, child->element);
    put_reference(schema, name);
    g_free(name);
    end(schema);
    if (wrap) end(schema);
}

/* Children that stand among text, as against blocks of it and steps. */
static bool is_inline(const struct child *child)
{
    return child->element->content == HOLDS_NOTHING || child->element->content == HOLDS_RUBY;
}

static bool any_child(const struct child *child)
{
    (void)child;
    return true;
}

static bool is_block(const struct child *child)
{
    return !is_inline(child);
}

static bool is_repeated(const struct child *child)
{
    return child->occurs == ANY_NUMBER;
}

static bool is_single(const struct child *child)
{
    return child->occurs != ANY_NUMBER;
}

typedef bool choice(const struct child *child);

static unsigned count_children(const struct element *element, choice *is)
{
    unsigned count = 0;
    for (const struct child *child = element->children; child->name; child++)
        count += is(child);
    return count;
}

/* Those children, each as often as it may be. */
static void put_children(struct schema *schema, const struct element *element, choice *is)
{
    for (const struct child *child = element->children; child->name; child++)
        if (is(child)) put_child(schema, child, child->occurs);
}

/* At least one of those children, mixed. */
static void put_some(struct schema *schema, const struct element *element, choice *is)
{
    start(schema, "oneOrMore");
    start(schema, "choice");
    for (const struct child *child = element->children; child->name; child++)
        if (is(child)) put_child(schema, child, ONCE);
    end(schema);
    end(schema);
}

static void put_elements(struct schema *schema, const struct element *element)
{
    bool several = count_children(element, any_child) > 1;
    if (several) start(schema, "interleave");
    put_children(schema, element, any_child);
    if (several) end(schema);
}

static void put_blocks(struct schema *schema, const struct element *element)
{
    start(schema, "interleave");
    put_children(schema, element, is_single);
    put_some(schema, element, is_repeated);
    end(schema);
}

/* Text among which these stand; only with one of them at least, if `needed`. */
static void put_mixed(struct schema *schema, const struct element *element, bool needed)
{
    start(schema, needed ? "mixed" : "zeroOrMore");
    if (needed)
        put_some(schema, element, is_inline);
    else {
        start(schema, "choice");
        put_leaf(schema, "text");
        for (const struct child *child = element->children; child->name; child++)
            if (is_inline(child)) put_child(schema, child, ONCE);
        end(schema);
    }
    end(schema);
}

/* Words of their type, or with readings. */
static void put_spoken(struct schema *schema, const struct element *element)
{
    bool spoken = count_children(element, is_inline);
    if (spoken) start(schema, "choice");
    if (element->content == HOLDS_MAYBE_WORDS)
        put_leaf(schema, "text");
    else
        put_value(schema, element->type, element->one_of);
    if (spoken) put_mixed(schema, element, true);
    if (spoken) end(schema);
}

static void put_prose(struct schema *schema, const struct element *element)
{
    start(schema, "choice");
    put_mixed(schema, element, false);
    put_some(schema, element, is_block);
    end(schema);
}

static void put_cell(struct schema *schema, const struct element *element)
{
    start(schema, "choice");
    put_spoken(schema, element);
    put_some(schema, element, is_block);
    end(schema);
}

static void put_declared_cell(struct schema *schema, const struct element *element)
{
    const struct attribute *leader = leader_of(element);
    start(schema, "choice");
    start(schema, "group");
    start(schema, "optional");
    put_variants(schema, element, leader);
    end(schema);
    put_spoken(schema, element);
    end(schema);
    put_variants(schema, element, leader); /* and nothing between the tags */
    put_some(schema, element, is_block);
    end(schema);
}

static void put_nothing(struct schema *schema, const struct element *element)
{
    if (!element->attributes->name) put_leaf(schema, "empty");
}

static void put_line(struct schema *schema, const struct element *element)
{
    put_mixed(schema, element, false);
}

static void put_ruby(struct schema *schema, const struct element *element)
{
    start(schema, "mixed");
    put_children(schema, element, any_child);
    end(schema);
}

static void put_content(struct schema *schema, const struct element *element)
{
    static void (*const PUT[])(struct schema *, const struct element *) = {
        [HOLDS_ELEMENTS] = put_elements,  [HOLDS_BLOCKS] = put_blocks,
        [HOLDS_NOTHING] = put_nothing,    [HOLDS_WORDS] = put_spoken,
        [HOLDS_MAYBE_WORDS] = put_spoken, [HOLDS_LINE] = put_line,
        [HOLDS_RUBY] = put_ruby,          [HOLDS_PROSE] = put_prose,
        [HOLDS_CELL] = put_cell,          [HOLDS_DECLARED_CELL] = put_declared_cell,
    };
    PUT[element->content](schema, element);
}

/* --- the whole --- */

static void put_grammar(struct schema *schema, const struct child *root)
{
    start(schema, "grammar");
    xmlTextWriterWriteAttribute(schema->xml, BAD_CAST "xmlns", BAD_CAST RELAX_NG);
    xmlTextWriterWriteAttribute(schema->xml, BAD_CAST "xmlns:a", BAD_CAST ANNOTATIONS);
    xmlTextWriterWriteAttribute(schema->xml, BAD_CAST "datatypeLibrary", BAD_CAST DATATYPES);
    start(schema, "start");
    put_child(schema, root, ONCE);
    end(schema);
    for (unsigned i = 0; i < schema->shapes->len; i++) {
        const struct element *element = schema->shapes->pdata[i];
        char *name = name_of(schema, element);
        start_named(schema, "define", name);
        g_free(name);
        put_content(
            schema,
            element); /* first: libxml2 would match it again for each set of optional attributes that may be there */
        put_attributes(schema, element);
        end(schema);
    }
    end(schema);
}

void schema_put(enum root kind, struct buf *out)
{
    xmlBuffer *buffer = xmlBufferCreate();
    struct schema schema = {xmlNewTextWriterMemory(buffer, 0), g_ptr_array_new()};
    xmlTextWriterSetIndent(schema.xml, 1);
    xmlTextWriterSetIndentString(schema.xml, BAD_CAST "  ");
    xmlTextWriterStartDocument(schema.xml, NULL, "UTF-8", NULL);
    xmlTextWriterWriteComment(schema.xml, BAD_CAST " XMLエディターが入力の候補と説明を出すための文書型（RELAX "
                                                   "NG）。gyokaku schemaが書き出したもので、手で直さないこと。 ");
    put_grammar(&schema, &ELEMENTS_ROOT[kind]);
    xmlTextWriterEndDocument(schema.xml);
    xmlFreeTextWriter(schema.xml);
    buf_put(out, (const char *)xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
    g_ptr_array_free(schema.shapes, TRUE);
    xmlBufferFree(buffer);
}
