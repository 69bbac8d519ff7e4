/* elements: the tables of everything the XML files of input/ may hold: each element, its children and its attributes. They are
   written in elements.def. Plain data; conform.h checks a tree against it, schema.h writes it for XML editors. */
#ifndef GYOKAKU_ELEMENTS_H
#define GYOKAKU_ELEMENTS_H
#include <stdbool.h>

enum occurs { ONCE, OPTIONAL, ONE_OR_MORE, ANY_NUMBER };

/* What stands between the tags. */
enum content {
    HOLDS_ELEMENTS, /* elements only */
    HOLDS_BLOCKS,   /* elements, at least one of them <p> or <ul> */
    HOLDS_NOTHING,
    HOLDS_WORDS,        /* text, not empty */
    HOLDS_MAYBE_WORDS,  /* text, or empty */
    HOLDS_LINE,         /* text with <br/>, or empty */
    HOLDS_RUBY,         /* text with the <rt> that reads it */
    HOLDS_PROSE,        /* a line, or <p> and <ul> */
    HOLDS_CELL,         /* words, or one <step> and more */
    HOLDS_DECLARED_CELL /* the same; or empty with the attribute that BESIDE others, which goes with no <step> */
};

/* What an attribute, or the words of an element, must look like. */
enum datatype {
    TYPE_WORDS,
    TYPE_WORD, /* without blanks */
    TYPE_ONE_OF,
    TYPE_YEAR,
    TYPE_YEAR_OR_PERIOD, /* or "period" for all of them */
    TYPE_DATE,
    TYPE_NUMBER,
    TYPE_NUMBERS,
    TYPE_DECIMAL,
    TYPE_LIMIT, /* a decimal, or one below zero */
    TYPE_ID,
    TYPE_CODE,
    TYPE_ADDRESS,
    TYPE_LANGUAGE,
    TYPE_THOUSANDS, /* of yen: a whole number with a sign, commas, full-width digits */
    TYPE_MANY,      /* how many answered */
    TYPE_MONTHS,
    TYPE_COUNT
};

/* Lists of these end with a NULL name. */
struct attribute {
    const char *name;
    enum datatype type;
    bool required;
    const char *const *one_of; /* TYPE_ONE_OF: ends with NULL */
    const char *about;         /* for whoever writes it, in Japanese */
    const char *beside;        /* stands only beside this attribute … */
    const char *const *words;  /* … when that is one of these, which end with NULL */
};
struct child {
    const char *name;
    enum occurs occurs;
    const struct element *element;
    const char *about; /* for whoever writes it, in Japanese */
};
struct element {
    const char *shape; /* its name in elements.def: shapes are shared */
    enum content content;
    enum datatype type;        /* of its words */
    const char *const *one_of; /* of its words, TYPE_ONE_OF */
    const struct attribute *attributes;
    const struct child *children;
};

/* The files: the root of each. */
enum root {
#define ROOT(file, shape, about) ROOT_##file,
#include "plan/elements.def"
    ROOT_COUNT
};
extern const struct child ELEMENTS_ROOT[ROOT_COUNT];
#endif
