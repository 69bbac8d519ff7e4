/* buf: bytes that grow, and numbers written without the locale. */
#ifndef GYOKAKU_BUF_H
#define GYOKAKU_BUF_H
#include <stdbool.h>
#include <stddef.h>

/* Starts as {0}. `data` is not NUL-terminated until buf_text. `bad` is set by a number that cannot be written. */
struct buf {
    char *data;
    size_t size, capacity;
    bool bad;
};

void buf_free(struct buf *buf);
void buf_reserve(struct buf *buf, size_t more);
void buf_put(struct buf *buf, const void *bytes, size_t size);
void buf_str(struct buf *buf, const char *text);
void buf_char(struct buf *buf, char c);
/* printf; never for numbers with a fraction, whose point depends on the locale: buf_real. */
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_int(struct buf *buf, long long value);
/* At most three decimals, as PDF and SVG want them; NaN, infinity and |value| > 1e9 write 0 and set `bad`. */
void buf_real(struct buf *buf, double value);
/* The bytes as a C string; valid until the next change. */
const char *buf_text(struct buf *buf);
#endif
