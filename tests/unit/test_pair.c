/* pair: which initiative is which when numbers move, names are corrected, initiatives come and go. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "diff/pair.h"

enum { MOST = 6, NONE = -1 };

/* An initiative in short: its number is its place, its name and the definition of its indicator are these. */
struct sketch {
    const char *name, *definition;
};
struct built {
    struct plan plan;
    struct initiative initiative[MOST];
    struct indicator indicator[MOST];
};

static void build(struct built *built, struct arena *arena, const struct sketch *sketch)
{
    memset(built, 0, sizeof *built);
    for (unsigned i = 0; i < MOST && sketch[i].name; i++) {
        built->indicator[i] = (struct indicator){.id = "1", .definition = sketch[i].definition};
        built->initiative[i] = (struct initiative){
            .id = arena_printf(arena, "1-1-%u", i + 1),
            .name = sketch[i].name,
            .indicators = 1,
            .indicator = &built->indicator[i],
        };
        built->plan.initiatives++;
    }
    built->plan.initiative = built->initiative;
}

static void initiatives(void **state)
{
    (void)state;
    static const struct {
        struct sketch old[MOST], new[MOST];
        int partner[MOST]; /* of each new one */
    } CASES[] = {
        {{{"甲", "a"}, {"乙", "b"}},               {{"甲", "a"}, {"乙", "b"}},               {0, 1}      },
        {{{"甲", "a"}, {"乙", "b"}},               {{"丙", "c"}, {"甲", "a"}, {"乙", "b"}}, {NONE, 0, 1}},
        {{{"甲", "a"}, {"乙", "b"}, {"丙", "c"}}, {{"甲", "a"}, {"丙", "c"}},               {0, 2}      },
        {{{"甲", "a"}, {"乙", "b"}},               {{"乙", "b"}, {"甲", "a"}},               {1, 0}      },
        {{{"甲", "a"}, {"乙", "b"}},               {{"甲", "a"}, {"乙の推進", "b"}},      {0, 1}      },
        {{{"甲", "a"}, {"乙", "b"}},               {{"甲", "a"}, {"丁", "d"}},               {0, NONE}   },
        {{{"甲", "a"}, {"甲", "b"}},               {{"丙", "c"}, {"甲", "a"}, {"甲", "b"}}, {NONE, 1, 0}},
        {{{"甲", "a"}},                             {{"乙", "b"}, {"甲", "x"}},               {NONE, 0}   },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct arena *arena = arena_new();
        struct built old, new;
        build(&old, arena, CASES[i].old);
        build(&new, arena, CASES[i].new);
        struct pairing pairing = pair_initiatives(arena, &old.plan, &new.plan);
        for (unsigned k = 0; k < pairing.new.count; k++) {
            int other = pairing.new.partner[k];
            if (other != CASES[i].partner[k]) fail_msg("case %zu: %u is %d", i, k, other);
            if (other >= 0) assert_int_equal(pairing.old.partner[other], k);
        }
        arena_free(arena);
    }
}

/* Two of one name stay with their numbers where those are still theirs: the case above is the one where they are not. */
static void namesakes(void **state)
{
    (void)state;
    static const struct sketch TWO[MOST] = {
        {"甲", "a"},
        {"甲", "b"}
    };
    struct arena *arena = arena_new();
    struct built old, new;
    build(&old, arena, TWO);
    build(&new, arena, TWO);
    struct pairing pairing = pair_initiatives(arena, &old.plan, &new.plan);
    assert_int_equal(pairing.new.partner[0], 0);
    assert_int_equal(pairing.new.partner[1], 1);
    arena_free(arena);
}

static void indicators(void **state)
{
    (void)state;
    struct indicator before[] = {
        {.id = "1", .definition = "件数"},
        {.id = "2", .definition = "割合"},
        {.id = "3", .definition = "額"   }
    };
    struct indicator after[] = {
        {.id = "1", .definition = "割合"},
        {.id = "2", .definition = "人数"},
        {.id = "3", .definition = "金額"}
    };
    const struct initiative old = {.indicators = 3, .indicator = before}, new = {.indicators = 3, .indicator = after};
    unsigned old_number[3] = {0}, new_number[3] = {0};
    pair_indicators(&old, &new, old_number, new_number);
    assert_int_equal(new_number[0], 1); /* 割合, by its definition */
    assert_int_equal(old_number[1], 1);
    assert_int_equal(new_number[1], 0); /* 人数 is new: the id it has is another's, who has moved */
    assert_int_equal(old_number[0], 0);
    assert_int_equal(new_number[2], 3); /* 額 became 金額 */
    assert_int_equal(old_number[2], 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(initiatives),
        cmocka_unit_test(namesakes),
        cmocka_unit_test(indicators),
    };
    return cmocka_run_group_tests_name("pair", tests, NULL, NULL);
}
