/* elements: elements.def, read once for the names of the shapes, once for their attributes, once for their children, and once for what
   they hold; then for the roots. */
#include "plan/elements.h"
#include <stddef.h>
#include "plan/form_labels.h"
#include "plan/wordlist.h"

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* clang-format off */
#define ELEMENT(shape, ...) static const struct element shape;
#include "plan/elements.def"

#define ELEMENT(shape, ...) static const struct attribute ATTRIBUTES_OF_##shape[] = {
#define ATTRIBUTE(name, occurs, type, about) {name, type, (occurs) == ONCE, NULL, about, NULL, NULL},
#define CHOICE(name, occurs, about, ...) {name, TYPE_ONE_OF, (occurs) == ONCE, WORDS(__VA_ARGS__), about, NULL, NULL},
#define LISTED(name, occurs, words, about) {name, TYPE_ONE_OF, (occurs) == ONCE, words, about, NULL, NULL},
#define SAID(name, occurs, words, about) {name, TYPE_WORDS, (occurs) == ONCE, words, about, NULL, NULL},
#define BESIDE(name, occurs, type, about, beside, words) {name, type, (occurs) == ONCE, NULL, about, beside, words},
#define END(shape) {.name = NULL}};
#include "plan/elements.def"

#define ELEMENT(shape, ...) static const struct child CHILDREN_OF_##shape[] = {
#define CHILD(name, occurs, shape, about) {name, occurs, &(shape), about},
#define END(shape) {.name = NULL}};
#include "plan/elements.def"

#define ELEMENT(id, ...) \
    static const struct element id = { \
        .shape = #id, \
        .attributes = ATTRIBUTES_OF_##id, \
        .children = CHILDREN_OF_##id, \
        .content = __VA_ARGS__, \
    };
#include "plan/elements.def"

const struct child ELEMENTS_ROOT[ROOT_COUNT] = {
#define ROOT(file, shape, about) [ROOT_##file] = {#file, ONCE, &(shape), about},
#include "plan/elements.def"
};
