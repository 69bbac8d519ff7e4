/* settings: check.xml → rulings for diag, and lists of words. */
#include "check/settings.h"
#include <string.h>
#include <unistd.h>
#include "base/xml.h"
#include "plan/conform.h"
#include "plan/likeness.h"
#include "plan/nodes.h"
#include "plan/text.h"

enum { FILE_LARGEST = 4 << 20 };
#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Used where the file gives none of a tone. Whole statements about a result, so that what was planned or feared is not taken for one. */
static const char *const GOOD[] = {
    "目標を達成した",     "目標を上回った",     "目標値を上回った", "目標値を達成した", "目標に届いた",
    "目標値に達した",     "目標に達した",       "順調に進んだ",     "順調に推移した",   "予定どおり終えた",
    "予定どおり終わった", "計画どおり実施した", "計画どおり終えた", "全て終えた",
};
static const char *const BAD[] = {
    "目標を下回った", "目標値を下回った", "達成できなかった", "目標に届かなかった", "目標値に届かなかった",
    "及ばなかった",   "至らなかった",     "実施できなかった", "間に合わなかった",   "未達成",
    "遅れが生じた",   "遅れている",       "着手できなかった", "開催できなかった",
};

static void use_built_in(struct settings *settings)
{
    static const struct {
        const char *const *word;
        unsigned count;
    } BUILT_IN[TONE_COUNT] = {
        [TONE_GOOD] = {GOOD, COUNT(GOOD)},
        [TONE_BAD] = {BAD,  COUNT(BAD) },
    };
    for (unsigned tone = 0; tone < TONE_COUNT; tone++) {
        if (settings->words[tone]) continue;
        settings->word[tone] = BUILT_IN[tone].word;
        settings->words[tone] = BUILT_IN[tone].count;
    }
}

/* --- rules by name --- */

static void tell_unknown(struct reader *reader, const char *name, long line)
{
    const char *known[DIAG_COUNT] = {NULL};
    for (unsigned id = 0; id < DIAG_COUNT; id++)
        if (diag_is_open((enum diag_id)id)) known[id] = diag_name((enum diag_id)id);
    const char *guess = likeness_best(name, known, DIAG_COUNT);
    if (guess)
        DIAG(reader->diag, SETTING_RULE_GUESS, reader->file, line, name, guess);
    else
        DIAG(reader->diag, SETTING_RULE, reader->file, line, name);
}

/* The rule that an element names; false: told. */
static bool rule_of(struct reader *reader, const xmlNode *node, enum diag_id *out)
{
    const char *name = text_data(reader, node, "rule");
    if (!name) return false;
    if (!diag_find(name, out))
        tell_unknown(reader, name, xmlGetLineNo(node));
    else if (!diag_is_open(*out))
        DIAG(reader->diag, SETTING_RULE_CLOSED, reader->file, xmlGetLineNo(node), name);
    else
        return true;
    return false;
}

/* --- the file --- */

static void read_severities(struct reader *reader, const xmlNode *root)
{
    enum diag_id id;
    for (const xmlNode *node = nodes_first(root, "severity"); node; node = nodes_next(node)) {
        const char *as = text_data(reader, node, "as");
        if (!as || !rule_of(reader, node, &id)) continue;
        diag_rank(reader->diag, id, !strcmp(as, "error") ? SEVERITY_ERROR : SEVERITY_WARNING);
    }
}

static void read_accepts(struct reader *reader, const xmlNode *root, struct settings *settings)
{
    struct settings_accept *accept = arena_array(reader->arena, nodes_count(root, "accept"), sizeof *accept);
    enum diag_id id;
    for (const xmlNode *node = nodes_first(root, "accept"); node; node = nodes_next(node)) {
        const char *about = text_data(reader, node, "about"), *reason = text_data(reader, node, "reason");
        if (!about || !reason || !rule_of(reader, node, &id)) continue;
        diag_accept(reader->diag, id, about, reason);
        accept[settings->accepts++] = (struct settings_accept){id, about, xmlGetLineNo(node)};
    }
    settings->accept = accept;
}

static void read_words(struct reader *reader, const xmlNode *root, enum tone tone, const char *name,
                       struct settings *settings)
{
    const xmlNode *list = nodes_first(root, name);
    const char **word = arena_array(reader->arena, nodes_count(list, "word"), sizeof *word);
    settings->word[tone] = word;
    for (const xmlNode *node = nodes_first(list, "word"); node; node = nodes_next(node))
        word[settings->words[tone]++] = text_of(reader, node, name);
}

static void convert(struct settings *settings, const xmlNode *root, struct diag *diag)
{
    struct reader reader = {.arena = settings->arena, .file = settings->file, .diag = diag};
    read_severities(&reader, root);
    read_accepts(&reader, root, settings);
    read_words(&reader, root, TONE_GOOD, "good-words", settings);
    read_words(&reader, root, TONE_BAD, "bad-words", settings);
    text_free(&reader);
}

struct settings *settings_read(const char *path, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct settings *settings = arena_alloc(arena, sizeof *settings);
    *settings = (struct settings){.arena = arena, .file = arena_strdup(arena, path)};
    unsigned before = diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE);
    xmlDoc *document = access(path, F_OK) == 0 ? xml_read(path, FILE_LARGEST, diag) : NULL;
    if (document && conform_check(document, ROOT_check, settings->file, diag))
        convert(settings, xmlDocGetRootElement(document), diag);
    xmlFreeDoc(document);
    use_built_in(settings);
    if (diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE) == before) return settings;
    settings_free(settings);
    return NULL;
}

void settings_free(struct settings *settings)
{
    if (settings) arena_free(settings->arena);
}

static bool is_used(const struct settings_accept *accept, const struct diag_message *message, unsigned messages)
{
    for (unsigned i = 0; i < messages; i++)
        if (message[i].accepted && message[i].id == accept->id && !strcmp(message[i].about, accept->about)) return true;
    return false;
}

void settings_tell_unused(const struct settings *settings, struct diag *diag)
{
    unsigned messages;
    const struct diag_message *message = diag_list(diag, &messages);
    bool *unused = arena_array(settings->arena, settings->accepts, sizeof *unused);
    for (unsigned i = 0; i < settings->accepts; i++)
        unused[i] = !is_used(&settings->accept[i], message, messages);
    for (unsigned i = 0; i < settings->accepts; i++) {
        const struct settings_accept *accept = &settings->accept[i];
        if (unused[i])
            DIAG_ABOUT(diag, SETTING_UNUSED, accept->about, settings->file, accept->line, diag_name(accept->id),
                       accept->about);
    }
}
