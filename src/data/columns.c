/* columns: see columns.h. */
#include "data/columns.h"
#include <stdlib.h>
#include <string.h>
#include "data/data.h"
#include "plan/groups.h"
#include "plan/life.h"

enum kind { TEXT, WHOLE, DECIMAL, DATE };
struct column {
    const char *name;
    enum kind kind;
    const char *about;
};
static const char *const KIND[] = {[TEXT] = "文字列", [WHOLE] = "整数", [DECIMAL] = "数値", [DATE] = "日付"};

#define PLAN \
    {"団体コード", TEXT, "全国地方公共団体コード（6桁）。計画に書かれていないときは空欄"}, \
        {"団体名", TEXT, "市区町村の名称"}, \
    { \
        "計画名", TEXT, "計画の題名" \
    }
#define YEAR \
    {"年度", WHOLE, "会計年度（西暦）。2026は2026年4月から2027年3月まで"}, \
    { \
        "和暦年度", TEXT, "同じ年度の和暦" \
    }
#define INITIATIVE \
    { \
        "取組番号", TEXT, \
            "基本方針、項目、取組の番号（1-1-1の形）。表計算ソフトで日付に変わらないよう、文字列として読み込むこと" \
    }
#define NAME \
    { \
        "主な取組み", TEXT, "取組の名称" \
    }
#define DEPARTMENT \
    { \
        "担当課", TEXT, "担当課（主管課）。複数のときは「、」で区切り、初めが主管課" \
    }
#define NOTE \
    { \
        "注記", TEXT, "架空の実績を含むデータでは、全ての行が「見本（架空の数値）」。ほかは空欄" \
    }
#define PLACE \
    {"連番", WHOLE, "計画全体での取組の順番（1から）"}, {"基本方針", TEXT, "基本方針の名称"}, \
    { \
        "項目", TEXT, "項目の番号と名称" \
    }

static const struct column INDICATORS[] = {
    PLAN,
    INITIATIVE,
    PLACE,
    NAME,
    DEPARTMENT,
    {"指標番号",             TEXT,    "取組の中での指標の番号又は記号"                                                                                          },
    {"指標",                   TEXT,    "数値の定義"                                                                                                                        },
    {"単位",                   TEXT,    "目標値、当初目標値及び実績値の単位。段階だけの指標では空欄"                                                },
    YEAR,
    {"目標値",                DECIMAL,
      "その年度に有効な目標の数値（単位の欄の単位。桁区切りなし、負の数は「-"
     "」）。「→」は続けている目標の数値。範囲は下の値。数値でないとき（段階、増減率、対象外）は空欄"                                },
    {"目標値（原文）",    TEXT,
      "計画に書かれているとおりの目標。「→」は前の年度の継続、「—」は対象外。欄に複数の段階があるときは改行で区切る"       },
    {"当初目標値",          DECIMAL, "見直す前の目標の数値。数値でないときは原文。見直していないときは空欄"                                 },
    {"実績値",                DECIMAL, "実績の数値（単位の欄の単位）。範囲は下の値。数値でないときは空欄で、その訳は状態の欄にある"},
    {"実績値（原文）",    TEXT,    "報告されたとおりの実績。複数の段階、文と数値の両方があるときは、改行で区切る"                     },
    {"状態",                   TEXT,
      "実績の数値又は判定がない訳（未報告、判定できない、評価困難、集計中、未調査、継続、対象外、報告前）、又は主管課が"
     "申告した状態（達成、一部達成、未達成、前倒し、遅れて、中断）。段階が複数のときは段階ごとに「、」で区切る。報告前"
     "は、このデータの後の年度"                                                                                                                                         },
    {"割合",                   DECIMAL, "判定に用いた割合（%）。小数第2位以下は切り捨て。割合によらない判定では空欄"                         },
    {"判定",                   TEXT,
      "判定の段階の名称、又は判定のない結果の区分。実績のない年度は空欄。有効な目標値に対する判定であり、有効かどうかは"
     "最も新しい報告書の公表日による"                                                                                                                                },
    {"時点",                   DATE,    "実績の時点（年月日、年月又は年）。個別の指定がなければ、その年度の実績全体の時点"               },
    {"確定区分",             TEXT,    "速報又は確定。指定がなければ空欄"                                                                                       },
    NOTE,
    {"境界",                   TEXT,
      "目標値が求めること。以上、以下（以内）、未満、超又は範囲（両端を含む）。「15人削減」のように増減の数を求めるとき"
     "は増減（目標値の欄は増減の数）。書かれていないときは空欄"                                                                                         },
    {"目標値（上限）",    DECIMAL, "範囲の目標の上の値（単位の欄の単位）。範囲でないときは空欄"                                                },
    {"判定できない理由", TEXT,
      "判定が「判定できない」のときの理由。合計に実績の足りない年度があるときは、その年度も示す"                                        },
};
/* clang-format off */
#define BODY "計画の本文"
#define BODY_FIRST BODY "。段落は改行で区切り、箇条書きは「・」で始まる行（ほかの本文の欄も同じ）"
static const struct column INITIATIVES[] = {
    PLAN,
    INITIATIVE,
    PLACE,
    NAME,
    DEPARTMENT,
    {"開始年度",             WHOLE, "取り組む初めの年度（西暦）"                                                                                    },
    {"終了年度",             WHOLE, "取り組む終わりの年度（西暦）"                                                                                 },
#define PLAN_FIELD(id, element, label, name, about) {name, TEXT, FIELD_##id == FIELD_OWN + 1 ? BODY_FIRST : BODY},
#include "plan/fields.def"
    {"その他の欄",          TEXT,  "市が設けたほかの欄。「欄の名称：本文」の形で、改行で区切る"                                    },
};
/* Of each year of the period; 2026 goes in front. */
static const struct column INITIATIVES_YEAR[] = {
    {"判定",                TEXT,  "その年度の取組の判定、又は判定のない結果の区分。報告前は空欄"},
    {"主管課の評価",    TEXT,  "主管課が付けた評価の段階"                                                      },
    {"今後の方向性",    TEXT,  "今後の方向性"                                                                        },
    {"進捗状況",          TEXT,  "進捗の状況（計画どおり、遅れなど）"                                       },
    {"事業費（千円）", WHOLE, "事業費（千円）"                                                                     },
#define YEAR_FIELD(id, element, label, name, about, hint) {name, TEXT, about},
#include "plan/fields.def"
    {"評価",                TEXT,  "評価の文章。「主管課（達成）：文章」の形で、改行で区切る"      },
};
/* clang-format on */
static const struct column INITIATIVES_END[] = {NOTE};
static const struct column TALLIES[] = {
    PLAN,
    YEAR,
    {"区分",       TEXT,  "全体、基本方針又は担当課"                                                         },
    {"名称",       TEXT,  "基本方針又は担当課の名称。複数の課の取組は、初めの課に数える"   },
    {"判定",       TEXT,  "判定の段階の名称、又は判定のない結果の区分"                              },
    {"件数",       WHOLE, "取組の数。同じ年度、区分、名称の件数を足すと、取組の総数になる"},
    {"うち数値", WHOLE, "件数のうち、数値で判定したもの。判定のない区分では空欄"            },
    {"うち申告", WHOLE, "件数のうち、主管課の申告によるもの。判定のない区分では空欄"      },
    {"分母",       WHOLE, "対象外を除く取組の数"                                                               },
    NOTE,
};
static const struct column EFFECTS[] = {
    PLAN,
    INITIATIVE,
    NAME,
    DEPARTMENT,
    YEAR,
    {"区分",                TEXT,  "歳入増、歳出減など、計画が定める効果の区分"                                             },
    {"種別",                TEXT,  "単年度（その年度の額）又は累計（その年度までの額）"                                 },
    {"効果額（千円）", WHOLE, "財政効果額（千円）"                                                                                 },
    {"計画額（千円）", WHOLE, "計画した額（千円）。なければ空欄"                                                            },
    {"費用（千円）",    WHOLE, "効果を得るための費用（千円）。なければ空欄"                                             },
    {"算定の方法",       TEXT,  "効果額の数え方"                                                                                       },
    NOTE,
    {"単位",                TEXT,  "効果の単位（千円、円、時間など）。千円でないときは、千円の列を空欄にする"},
    {"効果",                WHOLE, "効果（単位の列の単位で）"                                                                        },
    {"計画",                WHOLE, "計画した効果（単位の列の単位で）。なければ空欄"                                       },
    {"費用",                WHOLE, "効果を得るための費用（単位の列の単位で）。なければ空欄"                           },
};
static const struct column OPINIONS[] = {
    PLAN,
    YEAR,
    {"取組番号",          TEXT, "意見の対象の取組。年度の全体への意見では空欄"         },
    {"主な取組み",       TEXT, "意見の対象の取組の名称。年度の全体への意見では空欄"},
    {"意見を述べた者", TEXT, "委員会などの名称"                                                   },
    {"日付",                DATE, "意見の日付"                                                            },
    {"意見",                TEXT, "意見の文章"                                                            },
    {"対応",                TEXT, "意見への市の対応"                                                   },
    NOTE,
};
static const struct column COLUMNS[] = {
    {"ファイル", TEXT,  "CSVファイルの名前"                              },
    {"番号",       WHOLE, "列の順番（1から）"                             },
    {"列",          TEXT,  "列の見出し"                                       },
    {"型",          TEXT,
     "文字列、整数、数値又は日付。文字列の欄では、表計算ソフトが数式とみなす文字（= + - @ タブ CR ＝ ＋ － "
     "＠）で始まる文章の前に「'」を1つ付けている。読むときは、「'」の後（続く「'"
     "」も除いて）がこれらの文字なら、初めの「'」を1つ除く"},
    {"説明",       TEXT,  "列の意味"                                          },
    NOTE,
};

#define LIST(table) table, sizeof(table) / sizeof *(table)
static const struct {
    const char *name;
    const struct column *column;
    unsigned columns;
} FILES[COLUMNS_FILES] = {
    [COLUMNS_INDICATORS] = {"indicators.csv",  LIST(INDICATORS) },
    [COLUMNS_INITIATIVES] = {"initiatives.csv", LIST(INITIATIVES)},
    [COLUMNS_TALLIES] = {"tallies.csv",     LIST(TALLIES)    },
    [COLUMNS_EFFECTS] = {"effects.csv",     LIST(EFFECTS)    },
    [COLUMNS_OPINIONS] = {"opinions.csv",    LIST(OPINIONS)   },
};

const char *columns_file_name(enum columns_file file)
{
    return FILES[file].name;
}

/* ---- a walk over the columns of a file ---- */

struct visitor {
    const struct source *source;
    struct csv *csv;
    const char *file;
    unsigned count;
    struct data_column *list; /* when they are gathered */
    unsigned listed, capacity;
    void (*visit)(struct visitor *visitor, const struct column *column, const char *year);
};

static void visit_all(struct visitor *visitor, const struct column *column, unsigned columns, const char *year)
{
    for (unsigned i = 0; i < columns; i++) {
        visitor->count++;
        visitor->visit(visitor, &column[i], year);
    }
}

static void visit_own(struct visitor *visitor, struct own_columns own, const char *year)
{
    static const char WORDS[] = "団体が設けたほかの欄の本文",
                      NUMBER[] = "団体が設けたほかの欄の数値（単位は列の見出しの「（）」の中）";
    for (unsigned i = 0; i < own.count; i++) {
        bool number = own.column[i].number;
        const struct column column = {own.column[i].name, number ? DECIMAL : TEXT, number ? NUMBER : WORDS};
        visit_all(visitor, &column, 1, year);
    }
}

/* The columns that only this body's plan has, at the end. */
static void walk_own(struct visitor *visitor)
{
    const struct source *source = visitor->source;
    const struct plan *plan = source->plan;
    const struct own_columns of_years = own_of_years(source->history, source->arena);
    visit_own(visitor, own_of_plan(plan, source->arena), "");
    for (int year = plan->first; year <= plan->last; year++)
        visit_own(visitor, of_years, arena_printf(source->arena, "%d年度の", year));
}

/* What only some plans have: more than two levels, ids that are not what is printed, initiatives that come or go. */
static void visit_more(struct visitor *visitor)
{
    static const struct column LEVELS[] = {
        {"第3階層", TEXT, "計画の3番目の階層の記号又は番号と名称"},
        {"第4階層", TEXT, "計画の4番目の階層の記号又は番号と名称"},
        {"第5階層", TEXT, "計画の5番目の階層の記号又は番号と名称"},
        {"第6階層", TEXT, "計画の6番目の階層の記号又は番号と名称"},
    };
    static const struct column ID[] = {
        {"名札", TEXT, "取組の名札。ウェブページのファイル名に使う"}
    };
    static const struct column LIFE[] = {
        {"加えた年度", WHOLE, "計画の途中で加えた取組の、初めの年度（西暦）。初めからの取組では空欄"      },
        {"終えた年度", WHOLE, "計画の途中で終えた取組の、終わりの年度（西暦）。終えていない取組では空欄"},
        {"終えた理由", TEXT,  "終えた理由"                                                                                             },
        {"引き継ぎ先", TEXT,  "引き継いだ先の取組の番号。複数のときは「、」で区切る"                              },
        {"引き継ぎ元", TEXT,  "引き継いだ元の取組の番号。複数のときは「、」で区切る"                              },
    };
    const struct plan *plan = visitor->source->plan;
    if (plan->levels > COLUMNS_LEVELS) visit_all(visitor, LEVELS, plan->levels - COLUMNS_LEVELS, "");
    if (groups_have_ids(plan)) visit_all(visitor, LIST(ID), "");
    if (life_any(plan)) visit_all(visitor, LIST(LIFE), "");
}

static void walk(struct visitor *visitor, enum columns_file file)
{
    const struct plan *plan = visitor->source->plan;
    visitor->file = FILES[file].name;
    visitor->count = 0;
    visit_all(visitor, FILES[file].column, FILES[file].columns, "");
    if (file == COLUMNS_INDICATORS) visit_more(visitor);
    if (file != COLUMNS_INITIATIVES) return;
    for (int year = plan->first; year <= plan->last; year++)
        visit_all(visitor, LIST(INITIATIVES_YEAR), arena_printf(visitor->source->arena, "%d年度の", year));
    visit_all(visitor, LIST(INITIATIVES_END), "");
    walk_own(visitor);
    visit_more(visitor);
}

static void put_head(struct visitor *visitor, const struct column *column, const char *year)
{
    csv_text(visitor->csv, arena_printf(visitor->source->arena, "%s%s", year, column->name));
}

static void put_row(struct visitor *visitor, const struct column *column, const char *year)
{
    struct csv *csv = visitor->csv;
    csv_text(csv, visitor->file);
    csv_integer(csv, visitor->count);
    csv_text(csv, arena_printf(visitor->source->arena, "%s%s", year, column->name));
    csv_text(csv, KIND[column->kind]);
    csv_text(csv, column->about);
    csv_text(csv, visitor->source->note);
    csv_end(csv);
}

static void gather(struct visitor *visitor, const struct column *column, const char *year)
{
    GROW(visitor->list, visitor->listed, visitor->capacity);
    const char *name = arena_printf(visitor->source->arena, "%s%s", year, column->name);
    visitor->list[visitor->listed++] = (struct data_column){visitor->file, name, column->about};
}

unsigned data_columns(const struct plan *plan, const struct history *history, const struct data_file *files,
                      unsigned count, struct arena *arena, const struct data_column **columns)
{
    const struct source source = {.plan = plan, .history = history, .arena = arena};
    struct visitor visitor = {.source = &source, .visit = gather};
    for (unsigned i = 0; i < count; i++)
        for (enum columns_file file = 0; file < COLUMNS_FILES; file++)
            if (!strcmp(files[i].name, FILES[file].name)) walk(&visitor, file);
    struct data_column *list = arena_array(arena, visitor.listed, sizeof *list);
    if (visitor.listed) memcpy(list, visitor.list, visitor.listed * sizeof *list);
    free(visitor.list);
    *columns = list;
    return visitor.listed;
}

void columns_start(const struct source *source, struct csv *csv, enum columns_file file)
{
    struct visitor visitor = {.source = source, .csv = csv, .visit = put_head};
    csv_start(csv);
    walk(&visitor, file);
    csv_end(csv);
}

/* It explains itself at its end. */
void columns_csv(const struct source *source, const bool made[COLUMNS_FILES], struct buf *out)
{
    struct csv csv = {.out = out};
    struct visitor heads = {.source = source, .csv = &csv, .visit = put_head};
    struct visitor rows = {.source = source, .csv = &csv, .visit = put_row};
    csv_start(&csv);
    visit_all(&heads, LIST(COLUMNS), "");
    csv_end(&csv);
    for (enum columns_file file = 0; file < COLUMNS_FILES; file++)
        if (made[file]) walk(&rows, file);
    rows.file = "columns.csv";
    rows.count = 0;
    visit_all(&rows, LIST(COLUMNS), "");
}

/* ---- what rows share ---- */

void columns_plan(const struct source *source, struct csv *csv)
{
    csv_text(csv, source->plan->code);
    csv_text(csv, source->plan->municipality);
    csv_text(csv, source->plan->title);
}

void columns_year(const struct source *source, struct csv *csv, int year)
{
    csv_integer(csv, year);
    csv_text(csv, source_era(source, year));
}
