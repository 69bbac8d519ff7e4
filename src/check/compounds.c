/* compounds: a table of all terms; each is looked up again with a part left out, or with one letter masked, so that no two terms need be
   compared for being near each other. */
#include "check/compounds.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "check/script.h"

enum {
    LETTERS_MOST = 24,  /* longer runs are no terms */
    LEFT_LEAST = 6,     /* letters that two terms share when one has a part more: proper names are long */
    EDGE_LEAST = 2,     /* of these before the part and behind it */
    PART_MOST = 4,      /* letters of the part */
    MASKED_LEAST = 6,   /* letters of terms that may differ by one of them */
    FREQUENT_LEAST = 3, /* how often the right one of these occurs; the slip occurs once */
    GROUP_MOST = 16,    /* measures of one group */
    MASK = '*',
    DOT = 0x30FB,   /* ・ */
    RATE = 0x7387,  /* 率 */
    MANNER = 0x7684 /* 的 */
};

struct run {
    uint32_t letter[LETTERS_MOST];
    unsigned letters;
    bool latin, too_long;
};
struct work {
    struct arena *arena;
    GHashTable *known;  /* text → struct compound */
    GHashTable *masked; /* text with a mask → struct compound, the most frequent one */
    GHashTable *paired; /* "rare\nother" */
    GPtrArray *terms, *measures;
    GArray *pairs;
};

/* --- terms of a text --- */

static const char *text_of(struct arena *arena, const uint32_t *letter, unsigned letters)
{
    char *text = arena_alloc(arena, letters * 4 + 1), *end = text;
    for (unsigned i = 0; i < letters; i++) {
        char bytes[4];
        size_t size = utf8_put(bytes, letter[i]);
        memcpy(end, bytes, size);
        end += size;
    }
    return text;
}

static struct compound *add_term(struct work *work, const uint32_t *letter, unsigned letters, unsigned text)
{
    char bytes[LETTERS_MOST * 4 + 1];
    size_t size = 0;
    for (unsigned i = 0; i < letters; i++)
        size += utf8_put(bytes + size, letter[i]);
    bytes[size] = '\0';
    struct compound *term = g_hash_table_lookup(work->known, bytes);
    if (!term) {
        term = arena_alloc(work->arena, sizeof *term);
        *term = (struct compound){.text = arena_strdup(work->arena, bytes), .letters = letters, .first = text};
        g_hash_table_insert(work->known, (gpointer)term->text, term);
        g_ptr_array_add(work->terms, term);
    }
    term->count++;
    return term;
}

/* 収納率 of 市税収納率向上, 戦略的 of 経営戦略的視点: what these say is in three letters, wherever they stand. */
static void add_short(struct work *work, const struct run *run, unsigned text, GPtrArray *measures)
{
    for (unsigned i = 2; i < run->letters; i++) {
        uint32_t last = run->letter[i];
        bool measure = last == RATE,
             kanji = script_of(run->letter[i - 1]) == SCRIPT_KANJI && script_of(run->letter[i - 2]) == SCRIPT_KANJI;
        if (!kanji || (!measure && last != MANNER)) continue;
        /* 効率, 比率 are words of two letters: what stands before them is another word's end. */
        if (measure && g_utf8_strchr("効比能確倍税統引", -1, run->letter[i - 1])) continue;
        struct compound *term = add_term(work, run->letter + i - 2, 3, text);
        bool met = !measure || measures->len >= GROUP_MOST || g_ptr_array_find(measures, term, NULL);
        if (!met) g_ptr_array_add(measures, term);
    }
}

static void end_run(struct work *work, struct run *run, unsigned text, GPtrArray *measures)
{
    while (run->letters && run->letter[run->letters - 1] == DOT)
        run->letters--;
    if (run->letters >= 2 && !run->too_long) {
        bool is_short = run->letters == 3 && (run->letter[2] == RATE || run->letter[2] == MANNER);
        if (!is_short) add_term(work, run->letter, run->letters, text);
        add_short(work, run, text, measures);
    }
    *run = (struct run){0};
}

/* 及び, 並びに, 又は, 若しくは join terms and belong to none. */
static bool joins(uint32_t c, const char *behind)
{
    bool joining = c == 0x53CA /* 及 */ || c == 0x4E26 /* 並 */ || c == 0x53C8 /* 又 */ || c == 0x82E5 /* 若 */;
    return joining && *behind && script_of(g_utf8_get_char(behind)) == SCRIPT_HIRAGANA;
}

static void read_text(struct work *work, const char *text, unsigned index, GPtrArray *measures)
{
    struct run run = {0};
    for (const char *p = text; *p;) {
        uint32_t c = utf8_next(&p);
        enum script script = script_of(c);
        bool latin = script == SCRIPT_LATIN;
        bool japanese = (script == SCRIPT_KANJI && !joins(c, p)) || script == SCRIPT_KATAKANA ||
                        (c == DOT && run.letters && !run.latin);
        if ((!latin && !japanese) || (run.letters && latin != run.latin)) end_run(work, &run, index, measures);
        if (!latin && !japanese) continue;
        run.latin = latin;
        run.too_long |= run.letters == LETTERS_MOST;
        if (run.letters < LETTERS_MOST) run.letter[run.letters++] = c;
    }
    end_run(work, &run, index, measures);
}

/* --- pairs --- */

static void add_pair(struct work *work, const struct compound *a, const struct compound *b)
{
    bool a_rare = a->count != b->count ? a->count < b->count : a->first > b->first;
    struct compound_pair pair = {a_rare ? a : b, a_rare ? b : a};
    const char *key = arena_printf(work->arena, "%s\n%s", pair.rare->text, pair.other->text);
    if (g_hash_table_add(work->paired, (gpointer)key)) g_array_append_val(work->pairs, pair);
}

static unsigned letters_of(const struct compound *term, uint32_t *letter)
{
    unsigned letters = 0;
    for (const char *p = term->text; *p;)
        letter[letters++] = utf8_next(&p);
    return letters;
}

/* The term without `size` letters from `at` on, if it is one too. */
static const struct compound *without(const struct work *work, const uint32_t *letter, unsigned letters, unsigned at,
                                      unsigned size)
{
    char bytes[LETTERS_MOST * 4 + 1];
    size_t length = 0;
    for (unsigned i = 0; i < letters; i++)
        if (i < at || i >= at + size) length += utf8_put(bytes + length, letter[i]);
    bytes[length] = '\0';
    return g_hash_table_lookup(work->known, bytes);
}

/* 市民活動(支援)センター. */
static void pair_parts(struct work *work, const struct compound *term, const uint32_t *letter)
{
    for (unsigned size = 1; size <= PART_MOST && term->letters >= LEFT_LEAST + size; size++)
        for (unsigned at = EDGE_LEAST; at + size + EDGE_LEAST <= term->letters; at++) {
            const struct compound *other = without(work, letter, term->letters, at, size);
            if (other) add_pair(work, term, other);
        }
}

/* ペーパ(ー)レス, サーバ(ー), デジタル(・)ツール. */
static void pair_bars(struct work *work, const struct compound *term, const uint32_t *letter)
{
    for (unsigned at = 1; at < term->letters && term->letters > 3; at++) {
        bool between = letter[at] == DOT && script_of(letter[at - 1]) == SCRIPT_KATAKANA;
        if (letter[at] != 0x30FC /* ー */ && !between) continue;
        const struct compound *other = without(work, letter, term->letters, at, 1);
        if (other) add_pair(work, term, other);
    }
}

static bool is_capital(uint32_t c)
{
    uint32_t narrow = utf8_halfwidth(c);
    return narrow >= 'A' && narrow <= 'Z';
}

/* (I)CT. Words of two letters that everybody knows are not what is left of a longer one. */
static void pair_capitals(struct work *work, const struct compound *term, const uint32_t *letter)
{
    static const char *const KNOWN[] = {"AI", "CD", "DX", "IC", "ID", "IT", "PC", "PR", "QR", "TV", "EV", "RT"};
    for (unsigned i = 0; i < term->letters; i++)
        if (!is_capital(letter[i])) return;
    for (unsigned last = 0; term->letters >= 3 && last < 2; last++) {
        const struct compound *other = without(work, letter, term->letters, last ? term->letters - 1 : 0, 1);
        bool known = false;
        for (size_t i = 0; other && i < sizeof KNOWN / sizeof *KNOWN; i++)
            known |= !strcmp(other->text, KNOWN[i]);
        if (other && !known && other->count <= term->count) add_pair(work, term, other);
    }
}

static const char *masked(struct work *work, const uint32_t *letter, unsigned letters, unsigned at)
{
    uint32_t copy[LETTERS_MOST];
    memcpy(copy, letter, letters * sizeof *copy);
    copy[at] = MASK;
    return text_of(work->arena, copy, letters);
}

/* For each masked form the term that has it most often. */
static void mask(struct work *work, struct compound *term, const uint32_t *letter)
{
    for (unsigned at = 1; term->letters >= MASKED_LEAST && at + 1 < term->letters; at++) {
        const char *form = masked(work, letter, term->letters, at);
        const struct compound *best = g_hash_table_lookup(work->masked, form);
        if (!best || best->count < term->count) g_hash_table_insert(work->masked, (gpointer)form, term);
    }
}

/* 税込確保 once, 税収確保 several times. */
static void pair_slips(struct work *work, const struct compound *term, const uint32_t *letter)
{
    if (term->count > 1) return;
    for (unsigned at = 1; term->letters >= MASKED_LEAST && at + 1 < term->letters; at++) {
        const struct compound *other = g_hash_table_lookup(work->masked, masked(work, letter, term->letters, at));
        if (other && other != term && other->count >= FREQUENT_LEAST) add_pair(work, term, other);
    }
}

/* --- 率, 的 --- */

/* Of the two letters before 率 and 的: is one the same, wherever it stands, or only where it stands? */
static bool shares_letter(const struct compound *a, const struct compound *b, bool anywhere)
{
    uint32_t x[LETTERS_MOST] = {0}, y[LETTERS_MOST] = {0};
    letters_of(a, x);
    letters_of(b, y);
    bool aligned = (x[0] == y[0]) != (x[1] == y[1]), crossed = x[0] == y[1] || x[1] == y[0];
    return aligned || (anywhere && crossed);
}

static void pair_measures(struct work *work, const GPtrArray *measures)
{
    for (unsigned i = 0; i < measures->len; i++)
        for (unsigned j = i + 1; j < measures->len; j++) {
            const struct compound *a = g_ptr_array_index(measures, i), *b = g_ptr_array_index(measures, j);
            if (shares_letter(a, b, true)) add_pair(work, a, b);
        }
}

/* A word in 的 that no one uses, one letter away from one that is used: the common ones need no dictionary. */
static void pair_manners(struct work *work)
{
    static const char *const COMMON[] = {
        "安定的", "意欲的", "一元的", "一時的", "一体的", "一般的", "横断的", "階層的", "画一的", "革新的", "活動的",
        "間接的", "機動的", "客観的", "協力的", "計画的", "経済的", "継続的", "形式的", "決定的", "現実的", "広域的",
        "効果的", "効率的", "恒常的", "抜本的", "合理的", "根本的", "財政的", "時間的", "試験的", "自主的", "自律的",
        "持続的", "実践的", "実務的", "実質的", "社会的", "重点的", "集中的", "主体的", "柔軟的", "消極的", "将来的",
        "心理的", "積極的", "戦略的", "専門的", "選択的", "潜在的", "先進的", "先導的", "全庁的", "全体的", "組織的",
        "総合的", "相対的", "体系的", "対外的", "多角的", "多面的", "段階的", "短期的", "中心的", "長期的", "直接的",
        "定期的", "定量的", "定性的", "適時的", "伝統的", "統一的", "統合的", "日常的", "能動的", "能率的", "肯定的",
        "否定的", "標準的", "部分的", "物理的", "文化的", "本格的", "魅力的", "模範的", "優先的", "有機的", "理想的",
        "理論的", "例外的", "歴史的", "連続的", "政策的", "技術的", "機能的", "基本的", "具体的", "個別的", "精神的",
        "身体的", "自発的", "自動的", "主導的", "受動的", "飛躍的", "包括的", "補助的", "断続的", "建設的", "開放的",
        "徹底的", "永続的", "効用的", "限定的", "致命的", "批判的", "強制的", "例年的", "暫定的", "部門的", "発展的",
        "創造的", "感情的", "典型的", "流動的", "固定的", "協調的", "対照的", "象徴的", "実験的", "圧倒的", "平均的",
        "外部的", "内部的", "地域的", "季節的", "慢性的", "緊急的", "国際的", "世界的", "全国的", "行政的", "制度的",
        "体験的", "総体的", "補完的", "予防的", "事務的", "人為的", "数値的", "視覚的", "感覚的", "論理的", "健康的",
    };
    GHashTable *common = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < sizeof COMMON / sizeof *COMMON; i++)
        g_hash_table_add(common, (gpointer)COMMON[i]);
    for (unsigned i = 0; i < work->terms->len; i++) {
        struct compound *term = g_ptr_array_index(work->terms, i);
        if (term->letters != 3 || !g_str_has_suffix(term->text, "的") || g_hash_table_contains(common, term->text))
            continue;
        for (size_t j = 0; j < sizeof COMMON / sizeof *COMMON; j++) {
            const struct compound *other = g_hash_table_lookup(work->known, COMMON[j]);
            if (other && shares_letter(term, other, false)) add_pair(work, term, other);
        }
    }
    g_hash_table_destroy(common);
}

static void find_pairs(struct work *work)
{
    uint32_t letter[LETTERS_MOST] = {0};
    for (unsigned i = 0; i < work->terms->len; i++) {
        struct compound *term = g_ptr_array_index(work->terms, i);
        letters_of(term, letter);
        mask(work, term, letter);
    }
    for (unsigned i = 0; i < work->terms->len; i++) {
        const struct compound *term = g_ptr_array_index(work->terms, i);
        letters_of(term, letter);
        if (script_of(letter[0]) == SCRIPT_LATIN) {
            pair_capitals(work, term, letter);
            continue;
        }
        pair_parts(work, term, letter);
        pair_bars(work, term, letter);
        pair_slips(work, term, letter);
    }
    pair_manners(work);
}

const struct compound_pair *compounds_find(struct arena *arena, const struct compounds_text *text, unsigned texts,
                                           unsigned *count)
{
    struct work work = {
        .arena = arena,
        .known = g_hash_table_new(g_str_hash, g_str_equal),
        .masked = g_hash_table_new(g_str_hash, g_str_equal),
        .paired = g_hash_table_new(g_str_hash, g_str_equal),
        .terms = g_ptr_array_new(),
        .pairs = g_array_new(FALSE, FALSE, sizeof(struct compound_pair)),
    };
    GPtrArray *measures = g_ptr_array_new();
    for (unsigned i = 0; i < texts; i++) {
        read_text(&work, text[i].text, i, measures);
        if (i + 1 < texts && text[i + 1].group == text[i].group) continue;
        pair_measures(&work, measures);
        g_ptr_array_set_size(measures, 0);
    }
    find_pairs(&work);
    *count = work.pairs->len;
    struct compound_pair *pair = arena_array(arena, *count, sizeof *pair);
    if (*count) memcpy(pair, work.pairs->data, *count * sizeof *pair);
    g_ptr_array_free(measures, TRUE);
    g_ptr_array_free(work.terms, TRUE);
    g_array_free(work.pairs, TRUE);
    g_hash_table_destroy(work.known);
    g_hash_table_destroy(work.masked);
    g_hash_table_destroy(work.paired);
    return pair;
}
