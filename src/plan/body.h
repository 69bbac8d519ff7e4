/* body: what kind of body publishes a plan: a city, a town, a prefecture, a union, a hospital. */
#ifndef GYOKAKU_BODY_H
#define GYOKAKU_BODY_H

/* The word by which the body `name` (UTF-8) speaks of itself, 「市」 of 南アルプス市: the longest known ending of its name, 「団体」
   where none is known. A constant. */
const char *body_kind(const char *name);
#endif
