/* annotation: readings inside a string. */
#include "base/annotation.h"
#include <string.h>

enum mark { MARK_NONE, MARK_START = 0xB9, MARK_SEPARATOR = 0xBA, MARK_END = 0xBB };

static enum mark mark_at(const char *text)
{
    static const char LEAD[] = "\xEF\xBF";
    if (strncmp(text, LEAD, sizeof LEAD - 1) != 0) return MARK_NONE;
    unsigned char last = (unsigned char)text[2];
    return last >= MARK_START && last <= MARK_END ? (enum mark)last : MARK_NONE;
}

/* The next mark, or the end. */
static const char *next_mark(const char *text)
{
    for (text = strchr(text, 0xEF); text; text = strchr(text + 1, 0xEF))
        if (mark_at(text)) return text;
    return NULL;
}

const char *annotation_find(const char *text)
{
    return next_mark(text);
}

bool annotation_begins(const char *text)
{
    return mark_at(text) == MARK_START;
}

static const char *stretch_end(const char *text)
{
    const char *mark = next_mark(text);
    return mark ? mark : text + strlen(text);
}

/* What stands behind a separator, and the end mark. */
static const char *skip_reading(const char *text)
{
    text = stretch_end(text);
    return mark_at(text) == MARK_END ? text + ANNOTATION_BYTES : text;
}

bool annotation_next(const char **text, struct annotation *out)
{
    const char *p = *text;
    while (*p) {
        enum mark mark = mark_at(p);
        if (mark) p += ANNOTATION_BYTES;
        if (mark == MARK_SEPARATOR) p = skip_reading(p); /* a cut has taken its base */
        if (mark == MARK_SEPARATOR || mark == MARK_END) continue;
        const char *end = stretch_end(p), *after = end;
        *out = (struct annotation){.base = p, .base_size = (size_t)(end - p)};
        if (mark == MARK_START && mark_at(end) == MARK_SEPARATOR) {
            const char *reading = end + ANNOTATION_BYTES;
            after = skip_reading(reading);
            out->reading_size = (size_t)(stretch_end(reading) - reading);
            out->reading = out->reading_size ? reading : NULL;
        }
        p = *text = after;
        if (out->base_size) return true;
    }
    *text = p;
    return false;
}

void annotation_base(const char *text, struct buf *out)
{
    struct annotation part;
    while (annotation_next(&text, &part))
        buf_put(out, part.base, part.base_size);
}

void annotation_put(struct buf *out, const char *base, const char *reading)
{
    buf_str(out, ANNOTATION_START);
    buf_str(out, base);
    buf_str(out, ANNOTATION_SEPARATOR);
    buf_str(out, reading);
    buf_str(out, ANNOTATION_END);
}
