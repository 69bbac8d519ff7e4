/* cff: which CID each glyph of a CFF font program has (Adobe TN 5176). Knows nothing of PDF. */
#ifndef GYOKAKU_CFF_H
#define GYOKAKU_CFF_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Fills `cids` (`glyphs` of them) from the charset of a CID-keyed font; a font that is not CID-keyed has glyph numbers for CIDs
   (ISO 32000-1, 9.7.4.2). False: the table is cut or malformed. */
bool cff_cids(const unsigned char *bytes, size_t size, unsigned glyphs, uint16_t *cids);
#endif
