/* number: how numbers are shown: commas, 億 and 万, △, truncated rates, ポイント. Knows nothing of plans. */
#ifndef GYOKAKU_NUMBER_H
#define GYOKAKU_NUMBER_H
#include "plan/value.h"

/* 12,345.60; a negative one with △. */
const char *number_text(struct arena *arena, struct decimal value);
/* 1,234千円 → 123.4万円; for axis labels and sums: 億 and 万 where they shorten. `unit` as written (千円, 件 …). */
const char *number_short(struct arena *arena, struct decimal value, const char *unit);
/* A number with its unit as sentences say it: money by number_short, seconds as 10分12秒, any other as it is. */
const char *number_amount(struct arena *arena, struct decimal value, const char *unit);
/* 99.8% of tenths; 998 → "99.8%", −5 → "△0.5%". */
const char *number_rate(struct arena *arena, int64_t tenths);
/* The same of percents with their places. */
const char *number_percents(struct arena *arena, struct decimal percents);
/* The plain number for data and charts: "98.61", "-2". */
const char *number_plain(struct arena *arena, struct decimal value);
#endif
