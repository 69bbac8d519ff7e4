/* words: the tables behind words.h. */
#include "progress/words.h"
#include <string.h>

/* ---- results ---- */

/* A result that staff declared is called what they declared. */
static const struct {
    const char *id, *word;
    enum declared declared;
} OUTCOME[OUTCOME_COUNT] = {
    [OUTCOME_UNREPORTED] = {"unreported",     "未報告",          DECLARED_NOTHING     },
    [OUTCOME_UNDECIDABLE] = {"undecidable",    "判定できない", DECLARED_NOTHING     },
    [OUTCOME_HARD] = {"hard",           NULL,                 DECLARED_HARD        },
    [OUTCOME_COUNTING] = {"counting",       NULL,                 DECLARED_COUNTING    },
    [OUTCOME_NOT_SURVEYED] = {"not-surveyed",   NULL,                 DECLARED_NOT_SURVEYED},
    [OUTCOME_INTERIM] = {"interim",        "期間の途中",    DECLARED_NOTHING     },
    [OUTCOME_NOT_EVALUATED] = {"not-evaluated",  "評価なし",       DECLARED_NOTHING     },
    [OUTCOME_CONTINUED] = {"continued",      NULL,                 DECLARED_CONTINUED   },
    [OUTCOME_NOT_APPLICABLE] = {"not-applicable", "対象外",          DECLARED_NOTHING     },
    [OUTCOME_NOT_BEGUN] = {"not-begun",      "開始前",          DECLARED_NOTHING     },
    [OUTCOME_OVER] = {"over",           "終了",             DECLARED_NOTHING     },
};

const char *words_outcome_id(enum outcome outcome)
{
    return OUTCOME[outcome].id;
}

const char *words_outcome(enum outcome outcome)
{
    return OUTCOME[outcome].word ? OUTCOME[outcome].word : words_declared(OUTCOME[outcome].declared);
}

const char *words_declared(enum declared declared)
{
    return declared ? actuals_state(declared) : NULL;
}

const char *words_state(enum declared declared, const char *own)
{
    return declared == DECLARED_OWN ? own : words_declared(declared);
}

/* ---- how a result came about, or why there is none ---- */

static const struct {
    const char *id, *word;
} REASON[] = {
    [REASON_TARGET] = {"target",       "実績値÷目標値"                                    },
    [REASON_TARGET_DOWN] = {"target-down",  "目標値÷実績値"                                    },
    [REASON_BASELINE] = {"baseline",     "（実績値－基準値）÷（目標値－基準値）"},
    [REASON_FIRST] = {"first",        "基準値に対する実績値"                          },
    [REASON_COMPARE] = {"compare",      "目標値に届いたかどうか"                       },
    [REASON_KEEP] = {"keep",         "許容の幅に収まったかどうか"                 },
    [REASON_GROWTH] = {"growth",       "実際の増減率÷目標の増減率"                  },
    [REASON_DECLARED] = {"declared",     "主管課の申告"                                      },
    [REASON_PARTLY] = {"partly",       "主管課の申告（一部達成）"                    },
    [REASON_AHEAD] = {"ahead",        "主管課の申告（前倒し）"                       },
    [REASON_LATE] = {"late",         "主管課の申告（遅れて）"                       },
    [REASON_STOPPED] = {"stopped",      "主管課の申告（中断）"                          },
    [REASON_DECISION] = {"decision",     "決定により完了"                                   },
    [REASON_MEAN] = {"mean",         "指標の判定の平均"                                },
    [REASON_STEPS] = {"steps",        "段階のうち最も低いもの"                       },
    [REASON_NO_STATE] = {"no-state",     "達成の状態の申告がない"                       },
    [REASON_NO_BASELINE] = {"no-baseline",  "基準値がない"                                      },
    [REASON_FIRST_YEAR] = {"first-year",   "初年度で、比べる前年度の値がない"        },
    [REASON_PART_YEAR] = {"part-year",    "比べる期間が12か月に満たない"               },
    [REASON_FROM_ZERO] = {"from-zero",    "比べる元の値が0以下"                            },
    [REASON_APPROXIMATE] = {"approximate",  "おおよその値"                                      },
    [REASON_NOT_A_NUMBER] = {"not-a-number", "実績値が数値でない"                             },
    [REASON_BASE_MISSING] = {"base-missing", "比べる年度の値がない"                          },
    [REASON_SUM_MISSING] = {"sum-missing",  "合計に要る年度の実績がない"                 },
    [REASON_CHANGE] = {"change",       "実際の増減÷目標の増減"                        },
    [REASON_WISH] = {"wish",         "比べる値より増えたか減ったか"              },
    [REASON_MARK] = {"mark",         "目標の記号と実績の記号の比較"              },
    [REASON_UNITS] = {"units",        "単位が異なる"                                      },
    [REASON_TOO_LARGE] = {"too-large",    "桁数が多く正確に計算できない"              },
};

const char *words_reason_id(enum reason reason)
{
    return REASON[reason].id;
}

const char *words_reason(enum reason reason)
{
    return REASON[reason].word;
}

const char *words_missing_years(struct arena *arena, enum year_kind kind, int first, const struct reading *reading)
{
    const char *years = "";
    for (int i = 0; reading->missing >> i; i++)
        if (reading->missing >> i & 1U)
            years = arena_printf(arena, "%s%s%s", years, *years ? "、" : "", year_label(kind, arena, first + i));
    return years;
}

const char *words_reason_told(struct arena *arena, enum year_kind kind, int first, const struct reading *reading)
{
    const char *word = words_reason(reading->verdict.reason);
    if (reading->verdict.reason != REASON_SUM_MISSING) return word;
    return arena_printf(arena, "%s（%s）", word, words_missing_years(arena, kind, first, reading));
}

/* ---- kinds of rows ---- */

const char *words_certainty(enum certainty certainty)
{
    return certainty ? actuals_certainty(certainty) : NULL;
}

const char *words_bound(const struct value *value)
{
    static const char *const WORD[] = {
        [BOUND_NONE] = NULL, [BOUND_AT_LEAST] = "以上", [BOUND_AT_MOST] = "以下",
        [BOUND_MORE] = "超", [BOUND_LESS] = "未満",     [BOUND_WITHIN] = "範囲",
    };
    if (!value || !value_is_numeric(value)) return NULL;
    return value->change ? "増減" : WORD[value->bound];
}

const char *words_direction_id(enum direction direction)
{
    return WORDS_TRENDS[direction];
}

const char *words_accumulation_id(enum accumulation accumulation)
{
    return WORDS_ACCUMULATIONS[accumulation];
}

/* ---- corrections ---- */

struct term {
    const char *name, *word;
};

static const char *word_of(const struct term *term, size_t terms, const char *name)
{
    for (size_t i = 0; name && i < terms; i++)
        if (!strcmp(term[i].name, name)) return term[i].word;
    return name;
}

const char *words_effect_kind(const struct effect *effect)
{
    return effect->cumulative ? "累計" : "単年度";
}

const char *words_field(const char *field)
{
    /* clang-format off */
    static const struct term FIELD[] = {
#define PLAN_FIELD(id, element, label, name, about) {element, name},
#define YEAR_FIELD(id, element, label, name, about, hint) {element, name},
#include "plan/fields.def"
        {"title",            "題名"                        },
        {"name",             "主な取組み"               },
        {"department",       "主管課"                     },
        {"item",             "項目"                        },
        {"definition",       "数値の定義"               },
        {"baseline",         "基準値"                     },
        {"target",           "目標値"                     },
        {"actual",           "実績値"                     },
        {"survey",           "調査"                        },
        {"progress",         "進捗状況"                  },
        {"evaluation",       "評価"                        },
        {"direction",        "今後の方向性"            },
        {"cost",             "事業費"                     },
        {"effect",           "財政効果額"               },
        {"opinion",          "意見"                        },
        {"response",         "意見への対応"            },
        {"overview",         "年度の総括"               },
        {"outline-name",     "一覧での名前"            },
        {"period",           "取組みの期間"            },
        {"began",            "加えた年度"               },
        {"ended",            "終えた年度"               },
        {"ended-why",        "終えた理由"               },
        {"into",             "引き継ぎ先"               },
        {"succeeds",         "引き継ぎ元"               },
        {"goal-value",       "最終目標の数値"         },
        {"source",           "数値の定義の出典"      },
        {"unit",             "単位"                        },
        {"rule",             "判定の方法"               },
        {"baseline-of",      "基準値の時点"            },
        {"grade",            "判定"                        },
        {"as-of",            "実績の時点"               },
        {"published",        "公表日"                     },
        {"status",           "速報又は確定"            },
        {"actual-as-of",     "実績値の時点"            },
        {"actual-source",    "実績値の出典"            },
        {"evidence",         "根拠"                        },
        {"why",              "数値のない理由"         },
        {"decision",         "決定"                        },
        {"months",           "実績値の期間"            },
        {"evaluation-grade", "評価の区分"               },
        {"evaluation-why", "評価の区分の理由"},
        {"effect-planned",   "財政効果額の計画額"   },
        {"effect-cost",      "財政効果に要した費用"},
        {"effect-rule",      "財政効果額の数え方"   },
        {"initiative",       "取組"                        },
        {"indicator",        "指標"                        },
        {"actuals",          "実績"                        },
        {"sheet",            "個票の記入"               },
    };
    /* clang-format on */
    return word_of(FIELD, sizeof FIELD / sizeof *FIELD, field);
}

const char *words_label(const struct form_labels *labels, const char *field)
{
    const char *own = field ? form_labels_own(labels, field) : NULL;
    return own ? own : words_field(field);
}

const char *words_document(const char *document)
{
    static const struct term DOCUMENT[] = {
        {"plan",   "計画書"      },
        {"report", "評価報告書"},
    };
    return word_of(DOCUMENT, sizeof DOCUMENT / sizeof *DOCUMENT, document);
}
