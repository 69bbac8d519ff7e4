/* style: sentences that end in です or ます beside sentences that do not, in one plan. */
#include <glib.h>
#include <string.h>
#include "base/utf8.h"
#include "check/places.h"
#include "check/prose.h"
#include "check/rules.h"

static const char STOP[] = "。";

struct endings {
    struct places polite, plain;
};

static bool ends_with(const char *start, const char *end, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(end - start) >= length && !strncmp(end - length, word, length);
}

static bool is_polite(const char *start, const char *end)
{
    static const char *const POLITE[] = {"ます",   "です",     "ました",   "ません",
                                         "でした", "でしょう", "ましょう", "ください"};
    for (size_t i = 0; i < sizeof POLITE / sizeof *POLITE; i++)
        if (ends_with(start, end, POLITE[i])) return true;
    return false;
}

/* A verb, an adjective, だ, た: what a sentence ends with that does not end in a noun. */
static bool is_plain(const char *start, const char *end)
{
    static const char LAST[] = "うくぐすつぬぶむるただい";
    if (end == start || is_polite(start, end)) return false;
    return g_utf8_strchr(LAST, -1, g_utf8_get_char(g_utf8_prev_char(end))) != NULL;
}

static void look_at(struct endings *endings, const char *file, const struct plan_text *text)
{
    bool polite = false, plain = false;
    const char *start = text->text;
    for (const char *end; (end = strstr(start, STOP)); start = end + strlen(STOP)) {
        polite |= is_polite(start, end);
        plain |= is_plain(start, end);
    }
    if (polite) places_add(&endings->polite, file, text);
    if (plain) places_add(&endings->plain, file, text);
}

void style_check(const struct check *check)
{
    struct endings endings = {0};
    const struct plan *plan = check->plan;
    for (unsigned i = 0; i < plan->texts; i++)
        look_at(&endings, plan->file, &plan->text[i]);
    bool polite_is_rare = endings.polite.count < endings.plain.count;
    bool mixed = endings.polite.count && endings.plain.count;
    const struct places *rare = polite_is_rare ? &endings.polite : &endings.plain;
    const char *polite = places_end(&endings.polite, check->scratch);
    const char *plain = places_end(&endings.plain, check->scratch);
    if (!mixed) return;
    DIAG_ABOUT(check->diag, CHECK_STYLE, "style", rare->file, rare->first->line,
               prose_number(check, endings.polite.count), prose_number(check, endings.plain.count),
               polite_is_rare ? polite : plain);
}
