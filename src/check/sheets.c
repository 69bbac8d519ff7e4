/* sheets: the plan's initiatives one after the other. */
#include "check/sheets.h"
#include <glib.h>
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"

const struct sheet_of *sheets_all(const struct check *check, unsigned *count)
{
    const struct plan *plan = check->plan;
    unsigned total = 0, at = 0;
    for (unsigned p = 0; p < plan->policies; p++)
        for (unsigned i = 0; i < plan->policy[p].items; i++)
            total += plan->policy[p].item[i].initiatives;
    struct sheet_of *all = arena_array(check->scratch, total + 1, sizeof *all);
    for (unsigned p = 0; p < plan->policies; p++)
        for (unsigned i = 0; i < plan->policy[p].items; i++) {
            const struct item *item = &plan->policy[p].item[i];
            for (unsigned k = 0; k < item->initiatives; k++)
                all[at++] = (struct sheet_of){&plan->policy[p], item, &item->initiative[k]};
        }
    *count = total;
    return all;
}

static const char *kept(const struct check *check, struct buf *text)
{
    const char *copy = arena_strndup(check->scratch, buf_text(text), text->size);
    buf_free(text);
    return copy;
}

const char *sheets_field(const struct check *check, const struct field *field)
{
    struct buf text = {0};
    for (unsigned b = 0; b < field->count; b++)
        for (unsigned i = 0; i < field->blocks[b].count; i++) {
            if (text.size) buf_char(&text, '\n');
            buf_str(&text, field->blocks[b].text[i]);
        }
    return kept(check, &text);
}

const char *sheets_plain(const struct check *check, const char *text)
{
    struct buf plain = {0};
    for (const char *p = text; *p;) {
        char bytes[4];
        uint32_t c = utf8_halfwidth(utf8_next(&p));
        if (c == ' ' || c == '\n' || c == '\t') continue;
        buf_put(&plain, bytes, utf8_put(bytes, c));
    }
    return kept(check, &plain);
}

const char *sheets_brief(const struct check *check, const char *text, unsigned most)
{
    if (g_utf8_strlen(text, -1) <= (long)most) return text;
    const char *end = g_utf8_offset_to_pointer(text, (long)most - 1);
    return arena_printf(check->scratch, "%.*s…", (int)(end - text), text);
}

const char *sheets_line(const struct check *check, long line)
{
    return arena_printf(check->scratch, "%ld", line);
}
