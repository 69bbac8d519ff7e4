/* adjust: the gaps of a line: what they are by themselves, and what a line that is too long or too short takes from them or
   gives them (行の調整処理: JIS X 4051, 4.19; JLREQ 3.8). Knows nothing of where lines end. */
#include <math.h>
#include "typeset/shaped.h"

static const double LATIN_SPACE = 0.125;        /* 和欧間, in em */
static const double LEAST_LATIN_SPACE = 0.0625; /* half of it, as JLREQ 3.8.3 f halves its quarter em */
static const double LEAST_WORD_SPACE = 0.25, WIDEST_WORD_SPACE = 0.5; /* JLREQ 3.8.3 a, 3.8.4 a */
/* Readers of PDF take a gap of 0.15 em for a blank: what is added where the text has none stays well below. */
static const double WIDEST_POINT = 0.12, WIDEST_CHARACTERS = 0.09;

/* ---- a gap by itself ---- */

double adjust_space(const struct shaped *shaped, const struct cluster *cluster)
{
    double space = cluster->spacing & SPACE_LATIN ? LATIN_SPACE * shaped_size(shaped, cluster) : 0;
    return cluster->spacing & TRIM_LEFT ? space - shaped_blank(shaped, cluster - 1) : space;
}

double adjust_lead(const struct shaped *shaped, const struct cluster *cluster, bool starts_line)
{
    bool flush = starts_line ? class_trims_at_start(cluster->cl) : (cluster->spacing & TRIM_RIGHT) != 0;
    return flush ? shaped_blank(shaped, cluster) : 0;
}

/* ---- what a gap can lose and gain ---- */

/* The order in which a line loses (JLREQ 3.8.3: a, d, e, f; b and c, at the line's end, are always done). */
enum squeeze { SQUEEZE_WORDS, SQUEEZE_MIDDLES, SQUEEZE_POINTS, SQUEEZE_LATIN };
/* The order in which it gains: word spaces first (JLREQ 3.8.4 a), then beside punctuation, then everywhere (3.8.4 d). 和欧間
   (3.8.4 b) is spared: any wider, it reads as a blank. */
enum stretch { STRETCH_WORDS, STRETCH_POINTS, STRETCH_JAPANESE };

static double word_space(const struct shaped *shaped, const struct cluster *cluster)
{
    return (double)cluster[-1].advance * shaped_size(shaped, cluster - 1);
}

double adjust_squeezable(const struct shaped *shaped, const struct cluster *cluster)
{
    unsigned bits = cluster->spacing;
    if (!(bits & (SPACE_WORD | SPACE_LATIN | SQUEEZE_LEFT | SQUEEZE_RIGHT))) return 0; /* most of any text */
    if (bits & SPACE_WORD)
        return fmax(0, word_space(shaped, cluster) - LEAST_WORD_SPACE * shaped_size(shaped, cluster - 1));
    if (bits & SPACE_LATIN) return (LATIN_SPACE - LEAST_LATIN_SPACE) * shaped_size(shaped, cluster);
    double left = bits & SQUEEZE_LEFT ? shaped_blank(shaped, cluster - 1) : 0;
    return bits & SQUEEZE_RIGHT ? left + shaped_blank(shaped, cluster) : left;
}

static unsigned squeezed_at(const struct cluster *cluster)
{
    if (cluster->spacing & SPACE_WORD) return SQUEEZE_WORDS;
    if (cluster->spacing & SPACE_LATIN) return SQUEEZE_LATIN;
    return cluster->cl == CLASS_MIDDLE || cluster[-1].cl == CLASS_MIDDLE ? SQUEEZE_MIDDLES : SQUEEZE_POINTS;
}

static double stretchable(const struct shaped *shaped, const struct cluster *cluster)
{
    unsigned bits = cluster->spacing;
    if (bits & STRETCH_CHARACTERS) return WIDEST_CHARACTERS * shaped_size(shaped, cluster);
    if (bits & STRETCH_POINT) return WIDEST_POINT * shaped_size(shaped, cluster);
    if (!(bits & SPACE_WORD)) return 0;
    return fmax(0, WIDEST_WORD_SPACE * shaped_size(shaped, cluster - 1) - word_space(shaped, cluster));
}

static unsigned stretched_at(const struct cluster *cluster)
{
    if (cluster->spacing & SPACE_WORD) return STRETCH_WORDS;
    return cluster->spacing & STRETCH_POINT ? STRETCH_POINTS : STRETCH_JAPANESE;
}

/* ---- a line ---- */

double adjust_line(const struct shaped *shaped, uint32_t first, uint32_t end, double slack, struct adjustment *out)
{
    double room[ADJUST_STEPS] = {0}, rest = fabs(slack);
    *out = (struct adjustment){.squeezes = slack < 0};
    for (uint32_t i = first + 1; i < end; i++) {
        const struct cluster *cluster = &shaped->cluster[i];
        if (!cluster->spacing) continue;
        if (out->squeezes)
            room[squeezed_at(cluster)] += adjust_squeezable(shaped, cluster);
        else
            room[stretched_at(cluster)] += stretchable(shaped, cluster);
    }
    for (unsigned step = 0; step < ADJUST_STEPS && rest > 0; step++) {
        if (room[step] <= 0) continue;
        out->share[step] = fmin(1, rest / room[step]);
        rest -= out->share[step] * room[step];
    }
    return out->squeezes ? slack + rest : slack - rest;
}

double adjust_gap(const struct shaped *shaped, const struct cluster *cluster, const struct adjustment *adjustment)
{
    if (adjustment->squeezes) return -adjustment->share[squeezed_at(cluster)] * adjust_squeezable(shaped, cluster);
    return adjustment->share[stretched_at(cluster)] * stretchable(shaped, cluster);
}
