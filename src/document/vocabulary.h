/* vocabulary: templates/schema/document.rnc as tables: which element holds what, and its attributes. Private to the rules. */
#ifndef GYOKAKU_VOCABULARY_H
#define GYOKAKU_VOCABULARY_H
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

/* One element in one kind of place: the li of a nav is another shape than the li of a list. Two of one name in one place are told
   apart by an attribute. */
struct shape;

/* Runs of children follow one another; the last of a list has no shapes. Sets have a bit for every shape. */
struct run {
    uint64_t of;
    uint64_t needed;                    /* at least one of these */
    enum { ANY, ONE, EACH_ONCE } times; /* as many as one likes, one of them all, one of each */
};
/* Lists of attributes end with one without a name. */
struct attribute {
    const char *name;
    int type;
    bool needed;
};
struct shape {
    const char *name;
    enum { WITHOUT_TEXT, WITH_TEXT, TEXT_OR_BLOCKS } text;
    const struct run *runs;
    const struct attribute *common, *own; /* NULL: none */
};

/* The shape of the whole: of paper or of a site. */
const struct shape *vocabulary_root(const xmlNode *root);
/* The shape which that child would have in a run of these shapes, or NULL: it cannot be there. */
const struct shape *vocabulary_shape(uint64_t of, const xmlNode *child);
/* A shape as a set of one; the first shape of a set that is not empty; the shapes of text: a, span … ruby. */
uint64_t vocabulary_bit(const struct shape *shape);
const struct shape *vocabulary_first(uint64_t set);
uint64_t vocabulary_inline(void);
/* The attribute of that name, or NULL. */
const struct attribute *vocabulary_attribute(const struct shape *shape, const char *name);
/* Has it a value that it may have? `wanted` says which, for the message. */
bool vocabulary_fits(const struct attribute *attribute, const char *value, const char **wanted);
#endif
