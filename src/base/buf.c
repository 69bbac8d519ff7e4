/* buf: bytes that grow, and numbers written without the locale. */
#include "base/buf.h"
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"

enum { FIRST_CAPACITY = 256, DIGITS = 32, DECIMALS = 3, THOUSANDTHS = 1000 };
static const double LARGEST_REAL = 1e9;

void buf_free(struct buf *buf)
{
    free(buf->data);
    *buf = (struct buf){0};
}

void buf_reserve(struct buf *buf, size_t more)
{
    if (buf->capacity - buf->size >= more) return;
    if (more > SIZE_MAX / 2 - buf->size) more = SIZE_MAX - buf->size; /* xrealloc says that it cannot be had */
    size_t capacity = buf->capacity ? buf->capacity : FIRST_CAPACITY;
    while (capacity - buf->size < more && capacity <= SIZE_MAX / 2)
        capacity *= 2;
    if (capacity - buf->size < more) capacity = SIZE_MAX;
    buf->data = xrealloc(buf->data, capacity, 1);
    buf->capacity = capacity;
}

void buf_put(struct buf *buf, const void *bytes, size_t size)
{
    if (!size) return;
    buf_reserve(buf, size);
    memcpy(buf->data + buf->size, bytes, size);
    buf->size += size;
}

void buf_str(struct buf *buf, const char *text)
{
    buf_put(buf, text, strlen(text));
}

void buf_char(struct buf *buf, char c)
{
    buf_put(buf, &c, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        buf->bad = true;
        return;
    }
    buf_reserve(buf, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(buf->data + buf->size, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buf->size += (size_t)length;
}

/* Writes `value` in decimal before `end` and returns its first character. */
static char *digits_before(char *end, unsigned long long value)
{
    do
        *--end = (char)('0' + value % 10);
    while (value /= 10);
    return end;
}

void buf_int(struct buf *buf, long long value)
{
    char text[DIGITS], *end = text + sizeof text;
    char *start = digits_before(end, value < 0 ? 0ULL - (unsigned long long)value : (unsigned long long)value);
    if (value < 0) *--start = '-';
    buf_put(buf, start, (size_t)(end - start));
}

void buf_real(struct buf *buf, double value)
{
    if (!isfinite(value) || fabs(value) > LARGEST_REAL) {
        buf->bad = true;
        buf_char(buf, '0');
        return;
    }
    long long scaled = llround(value * THOUSANDTHS);
    unsigned long long magnitude = scaled < 0 ? 0ULL - (unsigned long long)scaled : (unsigned long long)scaled;
    unsigned long long fraction = magnitude % THOUSANDTHS;
    char text[DIGITS], *end = text + sizeof text, *start = end;
    if (fraction) {
        int places = DECIMALS;
        for (; fraction % 10 == 0; places--)
            fraction /= 10;
        for (; places > 0; places--, fraction /= 10)
            *--start = (char)('0' + fraction % 10);
        *--start = '.';
    }
    start = digits_before(start, magnitude / THOUSANDTHS);
    if (scaled < 0) *--start = '-';
    buf_put(buf, start, (size_t)(end - start));
}

const char *buf_text(struct buf *buf)
{
    buf_reserve(buf, 1);
    buf->data[buf->size] = '\0';
    return buf->data;
}
