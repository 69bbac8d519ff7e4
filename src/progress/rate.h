/* rate: exact ratios of decimals and their comparing with percents. Every step is checked: what does not fit is refused. */
#ifndef GYOKAKU_RATE_H
#define GYOKAKU_RATE_H
#include "progress/progress.h"

/* Each is false, and leaves `out` alone, when it divides by zero or the reduced fraction leaves 64 bits. */

/* a ÷ b. */
bool rate_of(struct decimal a, struct decimal b, struct ratio *out);
/* (a − from) ÷ (to − from): the way gone. */
bool rate_between(struct decimal a, struct decimal from, struct decimal to, struct ratio *out);
/* (a − base) ÷ base: growth as a share of the base. */
bool rate_growth(struct decimal a, struct decimal base, struct ratio *out);
/* `share` ÷ `percents` %: achieved ÷ wanted. */
bool rate_per_percent(struct ratio share, struct decimal percents, struct ratio *out);

/* <0, 0, >0 as the ratio stands to so many percents. Cannot overflow. */
int rate_compare(struct ratio ratio, struct decimal percents);
/* Tenths of a percent, cut towards −∞: 0.99979 is 999, −0.0001 is −1. False: too large. */
bool rate_tenths(struct ratio ratio, int64_t *out);
/* Percents with so many places, cut towards −∞ or rounded half up. False: too large. */
bool rate_percents(struct ratio ratio, int places, bool half_up, struct decimal *out);
/* base × (100 + percents) ÷ 100 as a whole number: the least that is not below it, or with `down` the most that is not above. */
bool rate_needed(struct decimal base, struct decimal percents, bool down, int64_t *out);

/* a − b, in the finer scale. False: too large. */
bool rate_minus(struct decimal a, struct decimal b, struct decimal *out);
/* The sign of a decimal: −1, 0, 1. */
int rate_sign(struct decimal a);
#endif
