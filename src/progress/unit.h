/* unit: the units in which the numbers of an indicator are told, so that papers, charts and data agree. Exact; knows no words. */
#ifndef GYOKAKU_UNIT_H
#define GYOKAKU_UNIT_H
#include "progress/progress.h"

/* The unit in which values are charted, given as data and totals told: the indicator's, else that of its first number; "" if there
   is none. */
const char *unit_of_row(const struct indicator_progress *indicator);
/* The unit in which a value of the indicator is given; "" if none is said. */
const char *unit_of_value(const struct indicator *indicator, const struct value *value);
/* The number of a value in that unit; of a range the lower end, unit_high its upper. False: it has none, or the units do not
   convert. */
bool unit_number(const struct indicator_progress *indicator, const struct value *value, struct decimal *out);
bool unit_high(const struct indicator_progress *indicator, const struct value *value, struct decimal *out);
/* The outlook in that unit; false: there is none. */
bool unit_outlook(const struct indicator_progress *indicator, struct decimal *out);
/* What the numbers of a year are compared in: its target's unit, of a sum that of the row's first number. */
const char *unit_compared(const struct indicator_progress *indicator, const struct reading *reading);
/* "" is any unit. False: they do not convert. */
bool unit_convert(struct decimal number, const char *from, const char *to, struct decimal *out);
#endif
