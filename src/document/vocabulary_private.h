/* vocabulary_private: the types of attributes' values. Only src/document/vocabulary*.c include it. */
#ifndef GYOKAKU_VOCABULARY_PRIVATE_H
#define GYOKAKU_VOCABULARY_PRIVATE_H
#include <stdbool.h>

enum type {
    ANYTHING,
    FILLED,
    ID,
    IDS,
    NAMES,
    LANGUAGE,
    PATH,
    COUNT,
    NUMBER,
    NUMBER_OR_EMPTY,
    LOCAL,
    LOCAL_FILE,
    DATE,
    STATE_OR_EMPTY,
    DOCUMENT_CLASS,
    SITE_CLASS,
    SKIP_CLASS,
    NAV_CLASS,
    WEB_NAV_CLASS,
    MARK_CLASS,
    PAGE_CLASS,
    SCOPE,
    CHART_KIND,
    SERIES_ROLE
};

/* Is it a value of the type? `wanted` says which are, for the message. */
bool vocabulary_value_fits(int type, const char *value, const char **wanted);
#endif
