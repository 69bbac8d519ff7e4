/* likeness: edit distance between short words. Knows nothing of what the words name. */
#include "plan/likeness.h"
#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include "base/utf8.h"

enum { LONGEST = 48, SHARE = 3 };

/* The characters of a word, lower case; 0 when it is too long to be a slip of the pen. */
static unsigned characters(const char *word, uint32_t out[LONGEST])
{
    unsigned count = 0;
    while (*word) {
        if (count == LONGEST) return 0;
        out[count++] = g_unichar_tolower(utf8_next(&word));
    }
    return count;
}

/* Levenshtein's distance, one row at a time. */
static unsigned distance(const uint32_t *a, unsigned as, const uint32_t *b, unsigned bs)
{
    unsigned row[LONGEST + 1];
    for (unsigned j = 0; j <= bs; j++)
        row[j] = j;
    for (unsigned i = 1; i <= as; i++) {
        unsigned diagonal = row[0];
        row[0] = i;
        for (unsigned j = 1; j <= bs; j++) {
            unsigned replaced = diagonal + (a[i - 1] != b[j - 1]);
            unsigned shorter = row[j] < row[j - 1] ? row[j] : row[j - 1];
            diagonal = row[j];
            row[j] = replaced < shorter + 1 ? replaced : shorter + 1;
        }
    }
    return row[bs];
}

const char *likeness_best(const char *word, const char *const *known, unsigned count)
{
    uint32_t wanted[LONGEST], other[LONGEST];
    unsigned length = characters(word, wanted), closest = (length + 1) / SHARE + 1;
    const char *best = NULL;
    for (unsigned i = 0; length && i < count; i++) {
        unsigned size = known[i] ? characters(known[i], other) : 0;
        unsigned changes = size ? distance(wanted, length, other, size) : closest;
        if (changes >= closest) continue;
        closest = changes;
        best = known[i];
    }
    return best;
}
