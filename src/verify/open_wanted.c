/* open_wanted: see open_wanted.h. */
#include "verify/open_wanted.h"
#include <string.h>
#include "plan/own.h"
#include "plan/groups.h"
#include "progress/number.h"
#include "progress/unit.h"
#include "progress/words.h"

#define LIST(list) list, sizeof(list) / sizeof *(list)
static const char *const INDICATORS[] = {
    "取組番号", "指標番号",       "年度", "和暦年度", "指標", "単位", "目標値",         "目標値（原文）",  "当初目標値",
    "実績値",   "実績値（原文）", "状態", "割合",     "判定", "境界", "目標値（上限）", "判定できない理由"};
/* The body's own fields: CSV has a column each, and the plan's once more in one column; JSON has lists, which are joined. */
#define OWN_TEXTS "その他の欄"
#define OWN_NUMBERS "その他の欄の数値"
static const char *const INITIATIVES[] = {"取組番号", "主な取組み", "担当課", "開始年度", "終了年度",
#define PLAN_FIELD(id, element, label, name, about) name,
#include "plan/fields.def"
                                          OWN_TEXTS,  OWN_NUMBERS};
static const char *const YEARS[] = {"取組番号",     "年度",     "判定",           "主管課の評価",
                                    "今後の方向性", "進捗状況", "事業費（千円）",
#define YEAR_FIELD(id, element, label, name, about, hint) name,
#include "plan/fields.def"
                                    OWN_TEXTS,      OWN_NUMBERS};
static const char *const TALLIES[] = {"年度", "区分", "名称", "判定", "件数", "うち数値", "うち申告", "分母"};
static const char *const EFFECTS[] = {"取組番号",   "年度",           "区分",           "種別",
                                      "単位",       "効果",           "計画",           "費用",
                                      "算定の方法", "効果額（千円）", "計画額（千円）", "費用（千円）"};
static const char *const OPINIONS[] = {"取組番号", "年度", "意見を述べた者", "日付", "意見", "対応"};

static const struct {
    const char *const *column;
    unsigned columns, keys;
} KIND[OPEN_KINDS] = {
    [OPEN_INDICATORS] = {LIST(INDICATORS),  3},
      [OPEN_INITIATIVES] = {LIST(INITIATIVES), 1},
    [OPEN_YEARS] = {LIST(YEARS),       2},
      [OPEN_TALLIES] = {LIST(TALLIES),     4},
    [OPEN_EFFECTS] = {LIST(EFFECTS),     4},
      [OPEN_OPINIONS] = {LIST(OPINIONS),    2},
};
enum {
    YEAR_COLUMNS = sizeof YEARS / sizeof *YEARS,
    YEAR_KEYS = 2,
    YEAR_SHARED = YEAR_COLUMNS - 2, /* those that CSV has, too */
    INITIATIVE_COLUMNS = sizeof INITIATIVES / sizeof *INITIATIVES,
    INITIATIVE_SHARED = INITIATIVE_COLUMNS - 1
};

struct listing *open_listing(struct arena *arena, enum open_kind kind)
{
    return listing_new(arena, KIND[kind].column, KIND[kind].columns, KIND[kind].keys);
}

static const char *integer(struct arena *arena, long long number)
{
    return arena_printf(arena, "%lld", number);
}

static const char *whole(struct arena *arena, bool given, int64_t amount)
{
    return given ? number_plain(arena, (struct decimal){amount, 0}) : "";
}

/* ---- indicators ---- */

static void add_indicator(const struct truth *truth, struct arena *arena, const char *id,
                          const struct indicator_progress *one, struct listing *out)
{
    struct expect e;
    for (unsigned i = 0; i < one->readings; i++) {
        const struct reading *reading = &one->reading[i];
        expect_reading(truth, arena, one, reading, &e);
        const char *original = *e.original_number ? e.original_number : e.original;
        const char *cell[] = {id,
                              one->indicator->id,
                              integer(arena, reading->year),
                              e.era,
                              one->indicator->definition,
                              unit_of_row(one),
                              e.target_number,
                              e.target,
                              original,
                              e.actual_number,
                              e.actual,
                              e.state,
                              e.rate,
                              e.result,
                              e.bound,
                              e.high,
                              e.undecided};
        listing_add(out, cell, 0);
    }
}

static void add_indicators(const struct truth *truth, struct arena *arena, struct listing *out)
{
    for (unsigned i = 0; i < truth->progress->initiatives; i++) {
        const struct initiative_progress *one = &truth->progress->initiative[i];
        for (unsigned k = 0; k < one->indicators; k++)
            add_indicator(truth, arena, one->initiative->code, &one->indicator[k], out);
    }
}

/* ---- initiatives ---- */

/* The fields of every form from `at` on, then the body's own. */
static void field_cells(struct arena *arena, const struct field_kinds *kinds, const struct form_fields *fields,
                        const char **at)
{
    for (unsigned i = 0; i < kinds->count; i++)
        if (kinds->kind[i].id != FIELD_OWN) *at++ = expect_field(arena, fields_text(fields, kinds->kind[i].id));
    *at++ = expect_own_texts(arena, fields);
    *at = expect_own_numbers(arena, fields);
}

static void initiative_cells(struct arena *arena, const struct initiative *one, const char *cell[INITIATIVE_COLUMNS])
{
    const char *first[] = {
        one->code, one->name, expect_departments(arena, one), integer(arena, one->from), integer(arena, one->to),
    };
    memcpy(cell, first, sizeof first);
    field_cells(arena, &FIELDS_OF_PLAN, &one->fields, cell + sizeof first / sizeof *first);
}

static const char *own_grade(const struct truth *truth, const struct sheet_year *sheet)
{
    const struct evaluation *own = actuals_own_evaluation(truth->plan, sheet);
    return own ? own->grade : "";
}

static void year_cells(const struct truth *truth, struct arena *arena, const struct initiative_progress *one,
                       unsigned index, const char *cell[YEAR_COLUMNS])
{
    static const struct sheet_year NOTHING = {0};
    const struct initiative_year *year = &one->year[index];
    const struct sheet_year *sheet = year->sheet ? year->sheet : &NOTHING;
    const char *first[] = {
        one->initiative->code,
        integer(arena, year->year),
        expect_result(&year->verdict, truth->progress->judgement),
        own_grade(truth, sheet),
        sheet->direction,
        sheet->pace ? sheet->pace->word : NULL,
        whole(arena, sheet->has_cost, sheet->cost),
    };
    memcpy(cell, first, sizeof first);
    field_cells(arena, &FIELDS_OF_YEAR, &sheet->fields, cell + sizeof first / sizeof *first);
}

static void add_initiatives(const struct truth *truth, struct arena *arena, struct listing *out)
{
    const char *cell[INITIATIVE_COLUMNS];
    for (unsigned i = 0; i < truth->progress->initiatives; i++) {
        initiative_cells(arena, truth->progress->initiative[i].initiative, cell);
        listing_add(out, cell, 0);
    }
}

static void add_years(const struct truth *truth, struct arena *arena, struct listing *out)
{
    const char *cell[YEAR_COLUMNS];
    for (unsigned i = 0; i < truth->progress->initiatives; i++)
        for (unsigned k = 0; k < truth->progress->years; k++) {
            year_cells(truth, arena, &truth->progress->initiative[i], k, cell);
            listing_add(out, cell, 0);
        }
}

/* The columns of initiatives.csv while they are gathered, and the cells of a row. */
struct wide {
    const struct truth *truth;
    struct arena *arena;
    struct own_columns own, of_years;
    const char **column, **cell;
    unsigned columns;
};

static void wide_heads(struct wide *wide)
{
    const struct progress *progress = wide->truth->progress;
    unsigned at = INITIATIVE_SHARED;
    memcpy(wide->column, INITIATIVES, INITIATIVE_SHARED * sizeof *wide->column);
    for (unsigned i = 0; i < wide->own.count; i++)
        wide->column[at++] = wide->own.column[i].name;
    for (unsigned k = 0; k < progress->years; k++) {
        for (unsigned c = YEAR_KEYS; c < YEAR_SHARED; c++)
            wide->column[at++] = arena_printf(wide->arena, "%d年度の%s", progress->year_of[k], YEARS[c]);
        for (unsigned i = 0; i < wide->of_years.count; i++)
            wide->column[at++] =
                arena_printf(wide->arena, "%d年度の%s", progress->year_of[k], wide->of_years.column[i].name);
    }
}

static void wide_cells(struct wide *wide, const struct initiative_progress *one)
{
    static const struct form_fields NOTHING = {0};
    const char *own[INITIATIVE_COLUMNS], *of_year[YEAR_COLUMNS];
    unsigned at = INITIATIVE_SHARED;
    initiative_cells(wide->arena, one->initiative, own);
    memcpy(wide->cell, own, INITIATIVE_SHARED * sizeof *wide->cell);
    for (unsigned i = 0; i < wide->own.count; i++)
        wide->cell[at++] = expect_own(wide->arena, &one->initiative->fields, wide->own.column[i].name);
    for (unsigned k = 0; k < wide->truth->progress->years; k++) {
        const struct sheet_year *sheet = one->year[k].sheet;
        year_cells(wide->truth, wide->arena, one, k, of_year);
        for (unsigned c = YEAR_KEYS; c < YEAR_SHARED; c++)
            wide->cell[at++] = of_year[c];
        for (unsigned i = 0; i < wide->of_years.count; i++)
            wide->cell[at++] =
                expect_own(wide->arena, sheet ? &sheet->fields : &NOTHING, wide->of_years.column[i].name);
    }
}

/* 現状 …, 2026年度の判定 …, 2027年度の判定 … */
struct listing *open_wanted_wide(const struct truth *truth, struct arena *arena)
{
    struct wide wide = {truth, arena, own_of_plan(truth->plan, arena), own_of_years(truth->history, arena), NULL,
                        NULL,  0};
    unsigned of_year = YEAR_SHARED - YEAR_KEYS + wide.of_years.count;
    wide.columns = INITIATIVE_SHARED + wide.own.count + truth->progress->years * of_year;
    wide.column = arena_array(arena, wide.columns, sizeof *wide.column);
    wide.cell = arena_array(arena, wide.columns, sizeof *wide.cell);
    wide_heads(&wide);
    struct listing *out = listing_new(arena, wide.column, wide.columns, 1);
    for (unsigned i = 0; i < truth->progress->initiatives; i++) {
        wide_cells(&wide, &truth->progress->initiative[i]);
        listing_add(out, wide.cell, 0);
    }
    return out;
}

/* ---- tallies ---- */

static void add_tally(const struct truth *truth, struct arena *arena, int year, const struct tally *tally,
                      struct listing *out)
{
    static const char WHOLE[] = "全体";
    const struct judgement *judgement = truth->progress->judgement;
    const char *cell[] = {integer(arena, year),
                          tally->group             ? tally->group->kind
                          : tally->by == TALLY_ALL ? WHOLE
                                                   : "担当課",
                          tally->group             ? groups_title(arena, tally->group)
                          : tally->by == TALLY_ALL ? WHOLE
                                                   : tally->label,
                          "",
                          "",
                          "",
                          "",
                          integer(arena, tally->denominator)};
    for (unsigned i = 0; i < judgement->count; i++) {
        cell[3] = judgement->grades[i].name;
        cell[4] = integer(arena, tally->graded[i]);
        cell[5] = integer(arena, tally->measured[i]);
        cell[6] = integer(arena, (long long)tally->graded[i] - tally->measured[i]);
        listing_add(out, cell, 0);
    }
    cell[5] = cell[6] = "";
    for (enum outcome i = OUTCOME_GRADED + 1; i < OUTCOME_NOT_DUE; i++) {
        if (!truth->progress->occurs[i]) continue;
        cell[3] = words_outcome(i);
        cell[4] = integer(arena, tally->outcome[i]);
        listing_add(out, cell, 0);
    }
}

static void add_tallies(const struct truth *truth, struct arena *arena, struct listing *out)
{
    for (unsigned i = 0; i < truth->progress->years; i++) {
        unsigned tallies = 0;
        int year = truth->progress->year_of[i];
        if (!expect_file(truth, year)) continue;
        const struct tally *tally = progress_tally(truth->progress, year, &tallies);
        for (unsigned k = 0; k < tallies; k++)
            add_tally(truth, arena, year, &tally[k], out);
    }
}

/* ---- effects, opinions ---- */

static void add_effects_of(struct arena *arena, const char *id, const struct initiative_year *year, struct listing *out)
{
    for (unsigned i = 0; year->sheet && i < year->sheet->effects; i++) {
        const struct effect *effect = &year->sheet->effect[i];
        const char *amount = whole(arena, true, effect->amount),
                   *planned = whole(arena, effect->has_planned, effect->planned),
                   *cost = whole(arena, effect->has_cost, effect->cost);
        bool money = !strcmp(effect->category->unit, "千円");
        const char *cell[] = {id,
                              integer(arena, year->year),
                              effect->category->name,
                              words_effect_kind(effect),
                              effect->category->unit,
                              amount,
                              planned,
                              cost,
                              effect->rule,
                              money ? amount : "",
                              money ? planned : "",
                              money ? cost : ""};
        listing_add(out, cell, 0);
    }
}

static void add_opinions_of(struct arena *arena, const char *id, int year, const struct opinion *opinion,
                            unsigned count, struct listing *out)
{
    for (unsigned i = 0; i < count; i++) {
        const char *cell[] = {id,
                              integer(arena, year),
                              opinion[i].by,
                              expect_date(arena, opinion[i].date),
                              expect_field(arena, &opinion[i].text),
                              expect_field(arena, &opinion[i].response)};
        listing_add(out, cell, 0);
    }
}

static void add_effects(const struct truth *truth, struct arena *arena, struct listing *out)
{
    for (unsigned i = 0; i < truth->progress->initiatives; i++)
        for (unsigned k = 0; k < truth->progress->years; k++) {
            const struct initiative_progress *one = &truth->progress->initiative[i];
            add_effects_of(arena, one->initiative->code, &one->year[k], out);
        }
}

static void add_opinions(const struct truth *truth, struct arena *arena, struct listing *out)
{
    for (unsigned k = 0; k < truth->progress->years; k++) {
        int year = truth->progress->year_of[k];
        const struct actuals *file = expect_file(truth, year);
        if (file) add_opinions_of(arena, "", year, file->opinion, file->opinions, out);
        for (unsigned i = 0; i < truth->progress->initiatives; i++) {
            const struct initiative_progress *one = &truth->progress->initiative[i];
            const struct sheet_year *sheet = one->year[k].sheet;
            if (sheet) add_opinions_of(arena, one->initiative->code, year, sheet->opinion, sheet->opinions, out);
        }
    }
}

struct listing *open_wanted(const struct truth *truth, struct arena *arena, enum open_kind kind)
{
    static void (*const ADD[OPEN_KINDS])(const struct truth *truth, struct arena *arena, struct listing *out) = {
        [OPEN_INDICATORS] = add_indicators, [OPEN_INITIATIVES] = add_initiatives, [OPEN_YEARS] = add_years,
        [OPEN_TALLIES] = add_tallies,       [OPEN_EFFECTS] = add_effects,         [OPEN_OPINIONS] = add_opinions,
    };
    struct listing *out = open_listing(arena, kind);
    ADD[kind](truth, arena, out);
    return out;
}
