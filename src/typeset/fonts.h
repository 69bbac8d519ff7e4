/* fonts: the fonts that fonts/fonts.conf names and no others, so that output does not depend on the machine; and
   which of them has a character. */
#ifndef GYOKAKU_FONTS_H
#define GYOKAKU_FONTS_H
#include <hb.h>
#include <pango/pango.h>
#include <stdbool.h>
#include <stdint.h>
#include "base/diag.h"

/* Threads may share it: a face is opened once, whichever comes first. */
struct fonts;

/* Reads `folder`/fonts.conf. NULL: told diag (a file that is not there, or a family of it that is not
   installed: then the message names it and its package). */
struct fonts *fonts_new(const char *folder, struct diag *diag);
void fonts_free(struct fonts *fonts);

/* Is the family one of those that fonts.conf names (and which the machine has, or fonts_new would have failed)? */
bool fonts_has_family(struct fonts *fonts, const char *family);
/* The face of a family and weight, by an index that stays the same; faces are loaded on first use. A family that is
   not there gives the first of fonts.conf. */
unsigned fonts_face(struct fonts *fonts, const char *family, bool bold);
/* The face, among `face` and its fallbacks in fonts.conf's order, that has `c` (with variation selector `selector`,
   or 0: UTS #37); -1 when none has. A selector that no face knows falls back to the face with the base
   character. */
int fonts_face_for(struct fonts *fonts, unsigned face, uint32_t c, uint32_t selector);
/* The face as HarfBuzz has it, and as a font whose scale is its units per em; borrowed. */
hb_face_t *fonts_hb_face(const struct fonts *fonts, unsigned face);
hb_font_t *fonts_hb_font(const struct fonts *fonts, unsigned face);
/* How many faces are open by now. */
unsigned fonts_count(const struct fonts *fonts);
/* The same fonts for pango, made on first use. Resolution 72: one pango point is one point. Borrowed. */
PangoContext *fonts_pango(const struct fonts *fonts);
#endif
