/* record_private: the few steps by which a record is written. Only src/data/record*.c include it. A json_t that is handed to a
   parent belongs to it. */
#ifndef GYOKAKU_RECORD_PRIVATE_H
#define GYOKAKU_RECORD_PRIVATE_H
#include <jansson.h>
#include "data/source.h"

/* Left out when there is nothing to say: NULL or "", an empty field or list, false. */
void record_set(json_t *object, const char *key, const char *text);
void record_set_field(const struct source *source, json_t *object, const char *key, const struct field *field);
void record_set_flag(json_t *object, const char *key, bool value);
void record_set_list(json_t *object, const char *key, json_t *list);
/* Counts and years; amounts are numbers of any size, and go as text. */
void record_set_integer(json_t *object, const char *key, long long value);
void record_set_decimal(const struct source *source, json_t *object, const char *key, struct decimal value);
void record_set_date(const struct source *source, json_t *object, const char *key, struct date date);
/* {"year": 2026, "era": "令和8年度"} */
json_t *record_year(const struct source *source, int year);
/* [{name, atLeast, state}, …] */
json_t *record_judgement(const struct source *source, const struct judgement *judgement);
json_t *record_opinions(const struct source *source, const struct opinion *opinion, unsigned count);

/* record_indicator.c */
json_t *record_indicator(const struct source *source, const struct initiative_progress *initiative, unsigned index);
/* record_initiative.c */
json_t *record_initiative(const struct source *source, const struct initiative_progress *one);
#endif
