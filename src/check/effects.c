/* effects: an amount written in 円 where the category's unit is 千円: a thousand times what was planned, or what the year before
   brought. */
#include "check/entry.h"
#include "check/rules.h"
#include "progress/number.h"

/* A thousand, with room for a plan that was missed or exceeded. */
enum { LEAST_TIMES = 300, MOST_TIMES = 3000 };

static bool is_thousandfold(int64_t amount, int64_t beside)
{
    if (beside <= 0 || amount <= 0) return false;
    int64_t times = amount / beside;
    return times >= LEAST_TIMES && times <= MOST_TIMES;
}

/* The same category's entry of the year before; NULL: none. */
static const struct effect *effect_before(const struct entry *entry, const struct effect *effect)
{
    for (unsigned i = 0; entry->before && i < entry->before->effects; i++) {
        const struct effect *other = &entry->before->effect[i];
        if (other->category == effect->category && other->cumulative == effect->cumulative) return other;
    }
    return NULL;
}

static const char *amount_text(const struct check *check, const struct effect *effect, int64_t amount)
{
    return arena_printf(check->scratch, "%s%s", number_text(check->scratch, (struct decimal){amount, 0}),
                        effect->category->unit);
}

static void tell(const struct check *check, const struct entry *entry, const struct effect *effect, const char *what,
                 int64_t beside)
{
    DIAG_ABOUT(check->diag, CHECK_EFFECT_UNIT, entry_about(check, entry, "effect"), entry->file->file, effect->line,
               entry->one->initiative->code, entry_year_label(check, entry), effect->category->name,
               amount_text(check, effect, effect->amount), what, amount_text(check, effect, beside));
}

static void check_entry(const struct check *check, const struct entry *entry)
{
    for (unsigned i = 0; i < entry->sheet->effects; i++) {
        const struct effect *effect = &entry->sheet->effect[i], *before = effect_before(entry, effect);
        if (effect->has_planned && is_thousandfold(effect->amount, effect->planned))
            tell(check, entry, effect, "計画額", effect->planned);
        else if (before && is_thousandfold(effect->amount, before->amount))
            tell(check, entry, effect, "前の年度", before->amount);
    }
}

void effects_check(const struct check *check)
{
    entry_each(check, check_entry);
}
