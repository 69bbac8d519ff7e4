/* spellings: terms.xml and the built-in list. */
#include "check/spellings.h"
#include <glib.h>
#include <string.h>
#include <unistd.h>
#include "base/xml.h"
#include "check/script.h"
#include "plan/conform.h"
#include "plan/nodes.h"
#include "plan/text.h"

enum { FILE_LARGEST = 4 << 20 };

/* Where official style allows one of them only, or a plan should keep to one. */
static const struct spelling BUILT_IN[] = {
    {"取組み",          ""                                },
    {"取り組み",       "に取り組み"                 },
    {"取組",             ""                                },
    {NULL,                 NULL                              },
    {"及び",             ""                                },
    {"および",          ""                                },
    {NULL,                 NULL                              },
    {"並びに",          ""                                },
    {"ならびに",       ""                                },
    {NULL,                 NULL                              },
    {"又は",             ""                                },
    {"または",          ""                                },
    {NULL,                 NULL                              },
    {"若しくは",       ""                                },
    {"もしくは",       ""                                },
    {NULL,                 NULL                              },
    {"年度ごと",       ""                                },
    {"年度毎",          ""                                },
    {NULL,                 NULL                              },
    {"あわせて",       ""                                },
    {"併せて",          ""                                },
    {NULL,                 NULL                              },
    {"全て",             ""                                },
    {"すべて",          ""                                },
    {NULL,                 NULL                              },
    {"既に",             ""                                },
    {"すでに",          ""                                },
    {NULL,                 NULL                              },
    {"当たって",       ""                                },
    {"あたって",       ""                                },
    {NULL,                 NULL                              },
    {"様々",             ""                                },
    {"さまざま",       ""                                },
    {NULL,                 NULL                              },
    {"引き続き",       ""                                },
    {"引続き",          ""                                },
    {NULL,                 NULL                              },
    {"位置付け",       ""                                },
    {"位置づけ",       ""                                },
    {NULL,                 NULL                              },
    {"手続",             ""                                },
    {"手続き",          ""                                },
    {NULL,                 NULL                              },
    {"申込み",          ""                                },
    {"申し込み",       ""                                },
    {"申込",             ""                                },
    {NULL,                 NULL                              },
    {"問合せ",          ""                                },
    {"問い合わせ",    ""                                },
    {"問合わせ",       ""                                },
    {NULL,                 NULL                              },
    {"打合せ",          ""                                },
    {"打ち合わせ",    ""                                },
    {NULL,                 NULL                              },
    {"取扱い",          ""                                },
    {"取り扱い",       ""                                },
    {NULL,                 NULL                              },
    {"支払",             ""                                },
    {"支払い",          ""                                },
    {NULL,                 NULL                              },
    {"行う",             ""                                },
    {"行なう",          ""                                },
    {NULL,                 NULL                              },
    {"生か",             "先生か 学生か 児童生か"},
    {"活か",             ""                                },
    {NULL,                 NULL                              },
    {"寄附",             ""                                },
    {"寄付",             ""                                },
    {NULL,                 NULL                              },
    {"障害",             ""                                },
    {"障がい",          ""                                },
    {NULL,                 NULL                              },
    {"子ども",          ""                                },
    {"子供",             ""                                },
    {NULL,                 NULL                              },
    {"ホームページ", ""                                },
    {"ウェブサイト", ""                                },
    {"Webサイト",       ""                                },
    {NULL,                 NULL                              },
};

/* Groups end with a row of NULLs. */
static void add_built_in(struct spelling_group *group, unsigned *groups)
{
    for (size_t i = 0, first = 0; i < sizeof BUILT_IN / sizeof *BUILT_IN; i++) {
        if (BUILT_IN[i].word) continue;
        group[(*groups)++] = (struct spelling_group){(unsigned)(i - first), &BUILT_IN[first]};
        first = i + 1;
    }
}

static void add_term(struct reader *reader, const xmlNode *term, struct spelling_group *group)
{
    struct spelling *word = arena_array(reader->arena, nodes_count(term, "word"), sizeof *word);
    group->word = word;
    for (const xmlNode *node = nodes_first(term, "word"); node; node = nodes_next(node)) {
        const char *except = text_data(reader, node, "except");
        word[group->words++] = (struct spelling){text_of(reader, node, "word"), except ? except : ""};
    }
}

static void convert(struct spellings *spellings, const char *file, const xmlNode *root, struct diag *diag)
{
    struct reader reader = {.arena = spellings->arena, .file = file, .diag = diag};
    const char *built_in = root ? text_data(&reader, root, "built-in") : NULL;
    unsigned most = nodes_count(root, "term") + sizeof BUILT_IN / sizeof *BUILT_IN;
    struct spelling_group *group = arena_array(spellings->arena, most, sizeof *group);
    for (const xmlNode *node = nodes_first(root, "term"); node; node = nodes_next(node))
        add_term(&reader, node, &group[spellings->groups++]);
    if (!built_in || strcmp(built_in, "no") != 0) add_built_in(group, &spellings->groups);
    spellings->group = group;
    text_free(&reader);
}

struct spellings *spellings_read(const char *path, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct spellings *spellings = arena_alloc(arena, sizeof *spellings);
    spellings->arena = arena;
    bool there = access(path, F_OK) == 0;
    xmlDoc *document = there ? xml_read(path, FILE_LARGEST, diag) : NULL;
    unsigned before = diag_count(diag, SEVERITY_ERROR);
    bool conforms = document && conform_check(document, ROOT_terms, path, diag);
    bool fine = (!there || conforms) && diag_count(diag, SEVERITY_ERROR) == before;
    if (fine) convert(spellings, path, document ? xmlDocGetRootElement(document) : NULL, diag);
    xmlFreeDoc(document);
    if (fine) return spellings;
    arena_free(arena);
    return NULL;
}

void spellings_free(struct spellings *spellings)
{
    if (spellings) arena_free(spellings->arena);
}

/* --- words in a text --- */

/* Does a run of katakana or of letters go on between these two characters? */
static bool goes_on(const char *before, const char *behind)
{
    enum script script = script_of(g_utf8_get_char(before));
    return (script == SCRIPT_KATAKANA || script == SCRIPT_LATIN) && *behind &&
           script_of(g_utf8_get_char(behind)) == script;
}

static bool is_whole(const char *text, const char *at, const char *end)
{
    bool starts = at == text || !goes_on(g_utf8_prev_char(at), at);
    return starts && !goes_on(g_utf8_prev_char(end), end);
}

/* Does a phrase stand here, around `at`? */
static bool stands_around(const char *phrase, size_t length, const char *word, const char *text, const char *at)
{
    const char *in = g_strstr_len(phrase, (gssize)length, word);
    if (!in || (size_t)(at - text) < (size_t)(in - phrase)) return false;
    return !strncmp(at - (in - phrase), phrase, length);
}

static bool is_excepted(const struct spelling *spelling, const char *text, const char *at)
{
    for (const char *phrase = spelling->except; *phrase;) {
        size_t length = strcspn(phrase, " ");
        if (length && stands_around(phrase, length, spelling->word, text, at)) return true;
        phrase += length + (phrase[length] == ' ');
    }
    return false;
}

/* 申込書, 取組方針: a word that is written without its kana because it is a part of a longer one of kanji. */
static bool is_in_compound(const struct spelling_group *group, unsigned word, const char *end)
{
    const char *own = group->word[word].word;
    bool kanji = script_of(g_utf8_get_char(g_utf8_prev_char(end))) == SCRIPT_KANJI;
    if (!kanji || !*end || script_of(g_utf8_get_char(end)) != SCRIPT_KANJI) return false;
    for (unsigned i = 0; i < group->words; i++)
        if (i != word && g_str_has_prefix(group->word[i].word, own)) return true;
    return false;
}

static bool is_longer_word(const struct spelling_group *group, unsigned word, const char *at)
{
    size_t own = strlen(group->word[word].word);
    for (unsigned i = 0; i < group->words; i++)
        if (strlen(group->word[i].word) > own && g_str_has_prefix(at, group->word[i].word)) return true;
    return false;
}

const char *spellings_find(const struct spelling_group *group, unsigned word, const char *text, const char *from)
{
    const struct spelling *spelling = &group->word[word];
    size_t length = strlen(spelling->word);
    if (!length) return NULL;
    for (const char *at = from; (at = strstr(at, spelling->word)); at += length)
        if (is_whole(text, at, at + length) && !is_longer_word(group, word, at) &&
            !is_in_compound(group, word, at + length) && !is_excepted(spelling, text, at))
            return at;
    return NULL;
}
