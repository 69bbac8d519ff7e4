/* prose: see prose.h. */
#include "check/prose.h"
#include <glib.h>
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "check/script.h"
#include "plan/groups.h"

const struct prose_sheet *prose_sheets(const struct check *check, unsigned *count)
{
    const struct plan *plan = check->plan;
    struct prose_sheet *sheet = arena_array(check->scratch, plan->initiatives, sizeof *sheet);
    for (unsigned i = 0; i < plan->initiatives; i++)
        sheet[i] = (struct prose_sheet){groups_of(plan, &plan->initiative[i]), &plan->initiative[i]};
    *count = plan->initiatives;
    return sheet;
}

const char *prose_words(const struct check *check, const struct field *field)
{
    struct buf text = {0};
    for (unsigned i = 0; i < field->count; i++)
        for (unsigned j = 0; j < field->blocks[i].count; j++) {
            if (text.size) buf_char(&text, '\n');
            buf_str(&text, field->blocks[i].text[j]);
        }
    const char *copy = arena_strdup(check->scratch, buf_text(&text));
    buf_free(&text);
    return copy;
}

static void add(const struct check *check, struct prose **next, const struct initiative *initiative,
                const struct prose *named, const struct field *field)
{
    if (!field->count) return;
    **next = *named;
    (*next)->where = arena_printf(check->scratch, "%sの%s", initiative->code, named->where);
    (*next)->about = arena_printf(check->scratch, "%s/%s", initiative->id, named->name);
    (*next)->text = prose_words(check, field);
    (*next)->line = field->line;
    (*next)++;
}

const struct prose *prose_list(const struct check *check, unsigned *count)
{
    unsigned sheets, most = 0;
    const struct prose_sheet *sheet = prose_sheets(check, &sheets);
    for (unsigned i = 0; i < sheets; i++)
        most += sheet[i].initiative->fields.count;
    struct prose *prose = arena_array(check->scratch, most, sizeof *prose), *next = prose;
    for (unsigned i = 0; i < sheets; i++) {
        const struct initiative *one = sheet[i].initiative;
        for (unsigned j = 0; j < one->fields.count; j++) {
            const struct form_field *field = &one->fields.field[j];
            const char *name = field->element ? field->element : field->name;
            if (!field->unit)
                add(check, &next, one, &(struct prose){.sheet = i, .name = name, .where = field->name}, &field->text);
        }
    }
    *count = (unsigned)(next - prose);
    return prose;
}

const struct places_file *prose_files(const struct check *check, unsigned *count)
{
    unsigned years = check->history ? check->history->years : 0;
    struct places_file *file = arena_array(check->scratch, years + 1, sizeof *file);
    file[0] = (struct places_file){check->plan->file, check->plan->text, check->plan->texts};
    for (unsigned i = 0; i < years; i++) {
        const struct actuals *actuals = check->history->year[i];
        file[i + 1] = (struct places_file){actuals->file, actuals->text, actuals->texts};
    }
    *count = years + 1;
    return file;
}

const struct plan_text *prose_place(const struct plan *plan, const char *text)
{
    for (unsigned i = 0; i < plan->texts; i++)
        if (plan->text[i].text == text) return &plan->text[i];
    for (unsigned i = 0; i < plan->texts; i++)
        if (!strcmp(plan->text[i].text, text)) return &plan->text[i];
    return NULL;
}

const char *prose_bare(const struct check *check, const char *text)
{
    char *plain = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
    struct buf bare = {0};
    for (const char *p = plain; p && *p;) {
        char bytes[4];
        uint32_t c = utf8_next(&p);
        if (script_is_word(c)) buf_put(&bare, bytes, utf8_put(bytes, c));
    }
    const char *copy = arena_strdup(check->scratch, buf_text(&bare));
    buf_free(&bare);
    g_free(plain);
    return copy;
}

const char *prose_number(const struct check *check, long number)
{
    return arena_printf(check->scratch, "%ld", number);
}
