/* number: commas, △, 万 and 億, and rates that never look better than they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "progress/number.h"

static void numbers(void **state)
{
    (void)state;
    static const struct {
        struct decimal number;
        const char *text, *plain;
    } CASES[] = {
        {{0, 0},                  "0",                            "0"                   },
        {{0, 2},                  "0.00",                         "0.00"                },
        {{5, 2},                  "0.05",                         "0.05"                },
        {{9860, 2},               "98.60",                        "98.60"               },
        {{1234560, 2},            "12,345.60",                    "12345.60"            },
        {{999, 0},                "999",                          "999"                 },
        {{1000, 0},               "1,000",                        "1000"                },
        {{110000, 0},             "110,000",                      "110000"              },
        {{4263148, 5},            "42.63148",                     "42.63148"            },
        {{1234567, 1},            "123,456.7",                    "123456.7"            },
        {{-2, 0},                 "△2",                         "-2"                  },
        {{-1234560, 2},           "△12,345.60",                 "-12345.60"           },
        {{-5, 1},                 "△0.5",                       "-0.5"                },
        {{INT64_MAX, 0},          "9,223,372,036,854,775,807",    "9223372036854775807" },
        {{INT64_MIN, 0},          "△9,223,372,036,854,775,808", "-9223372036854775808"},
        {{999999999999999999, 9}, "999,999,999.999999999",        "999999999.999999999" },
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_string_equal(number_text(arena, CASES[i].number), CASES[i].text);
        assert_string_equal(number_plain(arena, CASES[i].number), CASES[i].plain);
    }
    arena_free(arena);
}

static void rates(void **state)
{
    (void)state;
    static const struct {
        int64_t tenths;
        const char *text;
    } CASES[] = {
        {998,       "99.8%"                        },
        {999,       "99.9%"                        },
        {1000,      "100.0%"                       },
        {0,         "0.0%"                         },
        {5,         "0.5%"                         },
        {-5,        "△0.5%"                      },
        {-1,        "△0.1%"                      },
        {123456,    "12,345.6%"                    },
        {INT64_MIN, "△922,337,203,685,477,580.8%"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(number_rate(arena, CASES[i].tenths), CASES[i].text);
    arena_free(arena);
}

static void short_ones(void **state)
{
    (void)state;
    static const struct {
        struct decimal number;
        const char *unit, *text;
    } CASES[] = {
        {{1234, 0},      "千円",    "123.4万円"                    },
        {{1350, 0},      "千円",    "135万円"                      },
        {{350, 0},       "千円",    "35万円"                       },
        {{5, 0},         "千円",    "5千円"                        },
        {{-1350, 0},     "千円",    "△135万円"                   },
        {{4263148, 0},   "千円",    "42.63148億円"                 },
        {{450000, 0},    "千円",    "4.5億円"                      },
        {{1234567, 0},   "円",       "1,234,567円"                   },
        {{120000000, 0}, "円",       "1.2億円"                      },
        {{1200, 0},      "百万円", "12億円"                       },
        {{45, 0},        "億円",    "45億円"                       },
        {{5, 1},         "億円",    "0.5億円"                      },
        {{110000, 0},    "件",       "11万件"                       },
        {{110400, 0},    "件",       "11.04万件"                    },
        {{13500, 0},     "人",       "1.35万人"                     },
        {{6000, 0},      "人",       "6,000人"                       },
        {{12345, 0},     "人",       "12,345人"                      },
        {{0, 0},         "千円",    "0千円"                        },
        {{1000000, 0},   NULL,        "100万"                         },
        {{1000000, 0},   "%",         "1,000,000%"                     },
        {{INT64_MAX, 0}, "千円",    "9,223,372,036,854,775,807千円"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(number_short(arena, CASES[i].number, CASES[i].unit), CASES[i].text);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(rates),
        cmocka_unit_test(short_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
