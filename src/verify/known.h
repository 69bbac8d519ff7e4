/* known: the numbers that a page may say, by what it is about: what is written there and follows from no input was put there by hand.
   Numbers of the templates' own sentences (80%以上, 小数第2位) are known everywhere. */
#ifndef GYOKAKU_KNOWN_H
#define GYOKAKU_KNOWN_H
#include "verify/expect.h"
#include "verify/text.h"

struct known {
    struct numbers *wording;     /* of the templates, and what every page may say: dates of publication, whom to ask */
    struct numbers *everything;  /* of the input as a whole: titles, dates, years, all that follows */
    struct numbers *counts;      /* of the year's tallies, all rows */
    struct numbers *some;        /* up to that of all initiatives: a slide counts those that it shows */
    struct numbers *whole;       /* of the year's tally of all, and of the change since the year before */
    struct numbers **initiative; /* of each: its texts, values and results */
    unsigned initiatives;
};

/* `templates`: the folder; what cannot be read there is left out. known_free gives it back. */
struct known *known_new(const struct truth *truth, const char *templates, struct arena *arena);
void known_free(struct known *known);
#endif
