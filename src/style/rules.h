/* rules: the <style> elements of print.xml as selectors and parsed settings. The table of properties is the complete list of what
   a style can say. Private to src/style. */
#ifndef GYOKAKU_STYLE_RULES_H
#define GYOKAKU_STYLE_RULES_H
#include <stdint.h>
#include "style/print.h"

/* Names that rules mention, numbered; at most 64 of a kind, so that a set of them is one word. */
struct names {
    unsigned count;
    const char *name[NAME_SET_MOST];
};
/* The number of a name, or -1. */
int names_find(const struct names *names, const char *name, size_t length);
/* The name as a set of one, numbered now if it was not; 0 when there are 64 already. */
name_set names_bit(struct names *names, struct arena *arena, const char *name, size_t length);

struct property;
struct setting {
    const struct property *property;
    union {
        double length, four[4];
        bool yes;
        int choice;
        struct color color;
        struct {
            bool filled;
            struct color color;
        } fill;
        const char *name;
        struct {
            unsigned count;
            const struct column_width *list;
        } columns;
    } value;
};
struct rule {
    name_set of;        /* elements */
    name_set class, in; /* all of them: of the element, of what is above it; 0: any */
    unsigned settings;
    const struct setting *setting;
    long line; /* in print.xml */
};
struct rules {
    struct names elements, classes;
    unsigned count, capacity;
    struct rule *rule;
};

/* Adds a <style>. Its faults are told. */
void rules_add(struct rules *rules, const struct theme *theme, struct arena *arena, const xmlNode *element,
               const char *file, struct diag *diag);
/* Applies a setting to a style. */
void rules_apply(const struct setting *setting, struct style *style);
/* Does the setting concern size, leading? Then it follows the step of fit. */
bool rules_sets_size(const struct setting *setting);
bool rules_sets_leading(const struct setting *setting);
#endif
