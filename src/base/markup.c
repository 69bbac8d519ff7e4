/* markup: long stretches of bytes that mean nothing are copied whole. */
#include "base/markup.h"
#include <stdint.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"

/* What becomes of a byte: copied, a reference, or looked at with those after it. */
enum fate { PLAIN, AMPERSAND, LESS, GREATER, QUOTE, BLANK, CONTROL, MAY_BE_CONTROL, MAY_BE_NONCHARACTER };
static const char *const REFERENCE[] = {
    [AMPERSAND] = "&amp;", [LESS] = "&lt;", [GREATER] = "&gt;",      [QUOTE] = "&quot;",
    [BLANK] = " ",         [PLAIN] = "",    [CONTROL] = REPLACEMENT,
};

static enum fate fate_of(unsigned char byte)
{
    enum { DELETE = 0x7F, C1 = 0xC2, BMP_END = 0xEF, BEYOND = 0xF0 };
    switch (byte) {
    case '&':
        return AMPERSAND;
    case '<':
        return LESS;
    case '>':
        return GREATER;
    case '"':
        return QUOTE;
    case '\r':
        return BLANK;
    case '\t':
    case '\n':
        return PLAIN;
    case DELETE:
        return CONTROL;
    case C1:
        return MAY_BE_CONTROL;
    default:
        if (byte < ' ') return CONTROL;
        return byte >= BMP_END ? MAY_BE_NONCHARACTER : PLAIN;
    }
}

/* How many bytes from `at` on are a character that must not stand in HTML; 0: it may. */
static size_t forbidden(const unsigned char *at, size_t left, enum fate fate)
{
    enum { LAST_C1 = 0x9F, BMP_END = 0xEF };
    if (fate == MAY_BE_CONTROL) return left > 1 && at[1] <= LAST_C1 ? 2 : 0;
    size_t length = at[0] == BMP_END ? 3 : 4;
    if (left < length) return 0;
    bool last_two = (at[length - 1] & 0xFE) == 0xBE && at[length - 2] == 0xBF; /* U+nFFFE, U+nFFFF */
    if (length == 3) return last_two || (at[1] == 0xB7 && at[2] >= 0x90 && at[2] <= 0xAF) ? length : 0;
    return last_two && (at[1] & 0x0F) == 0x0F ? length : 0;
}

void markup_bytes(struct buf *out, const char *text, size_t size)
{
    size_t from = 0;
    for (size_t i = 0; i < size;) {
        enum fate fate = fate_of((unsigned char)text[i]);
        size_t length = fate >= MAY_BE_CONTROL ? forbidden((const unsigned char *)text + i, size - i, fate) : 1;
        if (fate == PLAIN || !length) {
            i++;
            continue;
        }
        buf_put(out, text + from, i - from);
        buf_str(out, fate >= MAY_BE_CONTROL ? REPLACEMENT : REFERENCE[fate]);
        i += length;
        from = i;
    }
    buf_put(out, text + from, size - from);
}

void markup_text(struct buf *out, const char *text)
{
    markup_bytes(out, text, strlen(text));
}

void markup_attribute(struct buf *out, const char *name, const char *value)
{
    buf_char(out, ' ');
    buf_str(out, name);
    buf_str(out, "=\"");
    markup_text(out, value);
    buf_char(out, '"');
}

void markup_number(struct buf *out, const char *name, double value)
{
    buf_char(out, ' ');
    buf_str(out, name);
    buf_str(out, "=\"");
    buf_real(out, value);
    buf_char(out, '"');
}

/* Bytes beyond ASCII stay: HTML has URLs with any character. */
static void encoded(struct buf *out, const char *text, const char *not_allowed)
{
    static const char HEX[] = "0123456789ABCDEF";
    for (const char *p = text; *p; p++) {
        unsigned char byte = (unsigned char)*p;
        bool stray = byte == '%' && (!p[1] || !p[2] || !strchr("0123456789abcdefABCDEF", p[1]) ||
                                     !strchr("0123456789abcdefABCDEF", p[2]));
        if (byte <= ' ' || byte == 0x7F || stray || strchr(not_allowed, byte)) {
            buf_put(out, (const char[]){'%', HEX[byte >> 4], HEX[byte & 0xF]}, 3);
            continue;
        }
        size_t length = 1;
        while (byte >= 0x80 && ((unsigned char)p[length] & 0xC0) == 0x80)
            length++;
        markup_bytes(out, p, length);
        p += length - 1;
    }
}

void markup_url(struct buf *out, const char *url)
{
    encoded(out, url, "\"<>\\^`{|}");
}

void markup_fragment(struct buf *out, const char *id)
{
    encoded(out, id, "\"<>\\^`{|}#%[]");
}
