/* read: plan.xml → plan. Loading and the shape of the file are checked by others; here the tree becomes plain data. Whatever is
   wrong has been told when it comes to conversion, which goes on so that all faults of a file come out in one run. */
#include <stdlib.h>
#include <string.h>
#include "base/xml.h"
#include "plan/body.h"
#include "plan/conform.h"
#include "plan/decimal.h"
#include "plan/groups.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

enum { FILE_LARGEST = 32 << 20, NUMBER_LARGEST = 999 };

/* --- attributes --- */

unsigned read_number(const xmlNode *element, const char *name)
{
    xmlChar *text = xmlGetProp(element, (const xmlChar *)name);
    unsigned long number = text ? strtoul((const char *)text, NULL, 10) : 0;
    xmlFree(text);
    return number > NUMBER_LARGEST ? 0 : (unsigned)number;
}

/* The attribute, trimmed, in `out`; false when it is not given or too long to be a word of the format. */
static bool short_attribute(const xmlNode *element, const char *name, char *out, size_t size)
{
    xmlChar *raw = element ? xmlGetProp(element, (const xmlChar *)name) : NULL;
    const char *text = raw ? (const char *)raw : "";
    text += strspn(text, " \t\r\n");
    size_t length = strcspn(text, " \t\r\n");
    bool fits = length > 0 && length < size;
    if (fits) memcpy(out, text, length);
    if (fits) out[length] = '\0';
    xmlFree(raw);
    return fits;
}

struct date read_date(const xmlNode *element, const char *name)
{
    char text[16];
    struct date date = {0};
    if (short_attribute(element, name, text, sizeof text)) date_parse(text, &date);
    return date;
}

int read_year(const xmlNode *element, const char *name)
{
    struct date date = read_date(element, name);
    return date.month ? 0 : date.year;
}

unsigned read_choice(const xmlNode *element, const char *name, const char *const *words)
{
    char text[32];
    if (!short_attribute(element, name, text, sizeof text)) return 0;
    for (unsigned i = 0; words[i]; i++)
        if (!strcmp(words[i], text)) return i;
    return 0;
}

struct word_list read_words(struct reader *reader, const xmlNode *element, const char *name)
{
    static const char BLANKS[] = " \t\r\n";
    const char *text = text_data(reader, element, name);
    if (!text) return (struct word_list){0};
    const char **word = arena_array(reader->arena, strlen(text), sizeof *word);
    struct word_list words = {.word = word};
    for (const char *p = text + strspn(text, BLANKS); *p; p += strspn(p, BLANKS)) {
        size_t length = strcspn(p, BLANKS);
        word[words.count++] = arena_strndup(reader->arena, p, length);
        p += length;
    }
    return words;
}

/* --- the plan's head --- */

const char *read_optional(struct reader *reader, const xmlNode *parent, const char *name, const char *field)
{
    const xmlNode *node = nodes_first(parent, name);
    return node ? text_of(reader, node, field) : NULL;
}

static struct contact read_contact(struct reader *reader, const xmlNode *node)
{
    if (!node) return (struct contact){0};
    const xmlNode *form = nodes_first(node, "form");
    return (struct contact){
        .given = true,
        .department = read_optional(reader, node, "department", "問合せ先の部署"),
        .address = read_optional(reader, node, "address", "問合せ先の所在地"),
        .tel = read_optional(reader, node, "tel", "問合せ先の電話番号"),
        .fax = read_optional(reader, node, "fax", "問合せ先のファクシミリ"),
        .mail = read_optional(reader, node, "mail", "問合せ先のメールアドレス"),
        .form = form ? text_data(reader, form, "href") : NULL,
    };
}

static void read_departments(struct reader *reader, const xmlNode *list, struct plan *plan)
{
    struct department *department = arena_array(reader->arena, nodes_count(list, "department"), sizeof *department);
    for (const xmlNode *node = nodes_first(list, "department"); node; node = nodes_next(node)) {
        const char *name = read_optional(reader, node, "name", "部署の名前");
        if (!name) continue;
        department[plan->departments++] = (struct department){
            .name = name,
            .was = text_data(reader, node, "was"),
            .tel = read_optional(reader, node, "tel", arena_printf(reader->arena, "%sの電話番号", name)),
        };
    }
    plan->department = department;
}

static void read_head(struct reader *reader, const xmlNode *root, struct plan *plan)
{
    const xmlNode *municipality = nodes_first(root, "municipality"), *licence = nodes_first(root, "licence");
    const xmlNode *period = nodes_first(root, "period");
    xmlChar *lang = xmlNodeGetLang(root);
    plan->lang = arena_strdup(reader->arena, lang ? (const char *)lang : "ja");
    xmlFree(lang);
    plan->title = text_of(reader, nodes_first(root, "title"), "計画の題名");
    plan->municipality = text_of(reader, municipality, "団体名");
    plan->body = municipality ? text_data(reader, municipality, "kind") : NULL;
    if (!plan->body) plan->body = body_kind(plan->municipality);
    plan->code = municipality ? text_data(reader, municipality, "code") : NULL;
    plan->draft = !strcmp(text_of(reader, nodes_first(root, "state"), "計画の段階"), word_plan_state(true));
    plan->sample = read_choice(root, "sample", (const char *const[]){"no", "yes", NULL}) == 1;
    date_parse(text_of(reader, nodes_first(root, "date"), "計画の日付"), &plan->date);
    plan->first = read_year(period, "first");
    plan->last = read_year(period, "last");
    plan->year_kind = reader->year_kind = (enum year_kind)read_choice(period, "years", WORDS_YEARS);
    plan->contact = read_contact(reader, nodes_first(root, "contact"));
    plan->licence = read_optional(reader, root, "licence", "利用条件の名前");
    plan->licence_href = licence ? text_data(reader, licence, "href") : NULL;
    read_departments(reader, nodes_first(root, "departments"), plan);
    plan->judgement = read_judgement(reader, root, "計画の");
    plan->has_interim = read_interim(root, &plan->interim);
    read_lists(reader, root, plan);
    read_judgement_by(reader, root, plan);
}

/* --- chapters --- */

struct parts {
    struct part *part;
    unsigned count, capacity;
};

static void add_part(struct parts *parts, struct part part)
{
    GROW(parts->part, parts->count, parts->capacity);
    parts->part[parts->count++] = part;
}

static void add_text_parts(struct reader *reader, const xmlNode *node, const char *field, struct parts *parts)
{
    struct blocks blocks = {0};
    text_blocks(reader, node, field, &blocks);
    for (unsigned i = 0; i < blocks.count; i++)
        add_part(parts, (struct part){.kind = PART_TEXT, .text = blocks.block[i]});
    free(blocks.block);
}

static bool is_numbered(const struct group *group, const char *number)
{
    return group->number == strtoul(number, NULL, 10);
}

static bool is_called(const struct group *group, const char *name)
{
    return !strcmp(group->id, name) || !strcmp(group->code, name);
}

/* The outermost groups that the attribute lists, by index; `is` says which one a word of it means. */
static void list_groups(struct reader *reader, const xmlNode *node, const char *attribute, const struct plan *plan,
                        bool (*is)(const struct group *group, const char *word), struct part *part)
{
    const struct word_list words = read_words(reader, node, attribute);
    unsigned *group = arena_array(reader->arena, words.count, sizeof *group);
    for (unsigned i = 0; i < words.count; i++) {
        unsigned at = 0;
        while (at < plan->groups && !(groups_is_outermost(&plan->group[at]) && is(&plan->group[at], words.word[i])))
            at++;
        if (at < plan->groups)
            group[part->groups++] = at;
        else
            DIAG(reader->diag, OUTLINE_POLICY, reader->file, xmlGetLineNo(node), words.word[i], attribute);
    }
    part->group = group;
}

static struct part read_outline(struct reader *reader, const xmlNode *node, const struct plan *plan)
{
    struct part part = {.kind = PART_OUTLINE, .head = text_attribute(reader, node, "head", "一覧表の見出し")};
    if (xmlHasProp(node, (const xmlChar *)"groups"))
        list_groups(reader, node, "groups", plan, is_called, &part);
    else
        list_groups(reader, node, "policies", plan, is_numbered, &part);
    return part;
}

/* Two places for the sheets would print each of them twice. */
static void note_sheets(struct reader *reader, const xmlNode *node)
{
    if (reader->has_sheets) DIAG(reader->diag, SHEETS_TWICE, reader->file, xmlGetLineNo(node), NULL);
    reader->has_sheets = true;
}

/* The parts before the first section; `field` names the texts. Text that follows a section would be set before it: told. */
static const struct part *read_parts(struct reader *reader, const xmlNode *parent, const char *field,
                                     const struct plan *plan, unsigned *count)
{
    static const struct {
        const char *name;
        enum part_kind kind;
    } GENERATED[] = {
        {"policies",   PART_GROUPS    },
        {"viewpoints", PART_VIEWPOINTS},
        {"sheets",     PART_SHEETS    },
    };
    struct parts parts = {0};
    const xmlNode *section = NULL;
    for (const xmlNode *node = parent->children; node; node = node->next) {
        unsigned before = parts.count;
        if (nodes_is(node, "section")) section = node;
        if (nodes_is(node, "p") || nodes_is(node, "ul")) add_text_parts(reader, node, field, &parts);
        if (nodes_is(node, "outline")) add_part(&parts, read_outline(reader, node, plan));
        for (size_t i = 0; i < sizeof GENERATED / sizeof *GENERATED; i++)
            if (nodes_is(node, GENERATED[i].name)) add_part(&parts, (struct part){.kind = GENERATED[i].kind});
        if (nodes_is(node, "sheets")) note_sheets(reader, node);
        if (section && parts.count > before)
            DIAG(reader->diag, PART_AFTER_SECTION, reader->file, xmlGetLineNo(node), (const char *)node->name);
    }
    struct part *kept = arena_array(reader->arena, parts.count, sizeof *kept);
    if (parts.count) memcpy(kept, parts.part, parts.count * sizeof *kept);
    *count = parts.count;
    free(parts.part);
    return kept;
}

static struct section read_section(struct reader *reader, const xmlNode *node, const char *place,
                                   const struct plan *plan)
{
    struct section section = {
        .title = text_of(reader, nodes_first(node, "title"), arena_printf(reader->arena, "%sの題名", place)),
        .toc_title = read_optional(reader, node, "toc-title", arena_printf(reader->arena, "%sの目次での題名", place)),
    };
    section.part = read_parts(reader, node, arena_printf(reader->arena, "%sの本文", place), plan, &section.parts);
    return section;
}

static struct chapter read_chapter(struct reader *reader, const xmlNode *node, unsigned number, const struct plan *plan)
{
    const char *place = arena_printf(reader->arena, "第%u章", number);
    struct section head = read_section(reader, node, place, plan);
    struct section *section = arena_array(reader->arena, nodes_count(node, "section"), sizeof *section);
    struct chapter chapter = {
        .title = head.title, .toc_title = head.toc_title, .parts = head.parts, .part = head.part, .section = section};
    for (const xmlNode *child = nodes_first(node, "section"); child; child = nodes_next(child)) {
        const char *own = arena_printf(reader->arena, "%s第%u節", place, chapter.sections + 1);
        section[chapter.sections++] = read_section(reader, child, own, plan);
    }
    return chapter;
}

static void read_chapters(struct reader *reader, const xmlNode *root, struct plan *plan)
{
    struct chapter *chapter = arena_array(reader->arena, nodes_count(root, "chapter"), sizeof *chapter);
    for (const xmlNode *node = nodes_first(root, "chapter"); node; node = nodes_next(node)) {
        chapter[plan->chapters] = read_chapter(reader, node, plan->chapters + 1, plan);
        plan->chapters++;
    }
    plan->chapter = chapter;
}

static void read_viewpoints(struct reader *reader, const xmlNode *root, struct plan *plan)
{
    struct viewpoint *viewpoint = arena_array(reader->arena, nodes_count(root, "viewpoint"), sizeof *viewpoint);
    for (const xmlNode *node = nodes_first(root, "viewpoint"); node; node = nodes_next(node)) {
        unsigned number = read_number(node, "number");
        const char *name = arena_printf(reader->arena, "視点%uの名前", number);
        const char *field = arena_printf(reader->arena, "視点%uの説明", number);
        const char *words = text_of(reader, nodes_first(node, "name"), name);
        struct blocks blocks = {0};
        for (const xmlNode *child = node->children; child; child = child->next)
            if (nodes_is(child, "p") || nodes_is(child, "ul")) text_blocks(reader, child, field, &blocks);
        struct field text = {.count = blocks.count, .line = xmlGetLineNo(node)};
        text.blocks = text_blocks_keep(reader, &blocks);
        viewpoint[plan->viewpoints++] = (struct viewpoint){.number = number, .name = words, .text = text};
    }
    plan->viewpoint = viewpoint;
}

/* The id of the initiative that is meant; what refers to none stays as it is. */
static const char *correction_ref(struct reader *reader, const xmlNode *node, const struct plan *plan)
{
    bool many = false;
    const char *ref = text_data(reader, node, "ref");
    unsigned ordinal = ref ? groups_refer(plan, ref, &many) : plan->initiatives;
    return ordinal < plan->initiatives ? plan->initiative[ordinal].id : ref;
}

const struct correction *read_corrections(struct reader *reader, const xmlNode *root, const struct plan *plan,
                                          unsigned *count)
{
    *count = 0;
    struct correction *correction = arena_array(reader->arena, nodes_count(root, "correction"), sizeof *correction);
    for (const xmlNode *node = nodes_first(root, "correction"); node; node = nodes_next(node))
        correction[(*count)++] = (struct correction){
            .date = read_date(node, "date"),
            .document = text_attribute(reader, node, "document", "訂正の文書"),
            .ref = correction_ref(reader, node, plan),
            .field = text_attribute(reader, node, "field", "訂正の欄"),
            .indicator = text_data(reader, node, "indicator"),
            .year = text_data(reader, node, "year"),
            .wrong = text_of(reader, nodes_first(node, "wrong"), "訂正の誤り"),
            .right = text_of(reader, nodes_first(node, "right"), "訂正の正しいもの"),
            .reason = read_optional(reader, node, "reason", "訂正の理由"),
            .line = xmlGetLineNo(node),
        };
    return correction;
}

/* --- all of it --- */

static struct plan *convert(xmlDoc *document, const char *path, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct plan *plan = arena_alloc(arena, sizeof *plan);
    struct reader reader = {.arena = arena, .file = arena_strdup(arena, path), .diag = diag};
    const xmlNode *root = xmlDocGetRootElement(document);
    plan->arena = arena;
    plan->file = reader.file;
    read_head(&reader, root, plan);
    read_groups(&reader, root, plan);
    read_chapters(&reader, root, plan);
    read_viewpoints(&reader, root, plan);
    read_successions(plan, diag);
    read_plan_revisions(&reader, root, plan);
    plan->correction = read_corrections(&reader, root, plan, &plan->corrections);
    plan->text = text_list(&reader);
    plan->texts = reader.texts;
    plan->readings = text_readings(&reader);
    text_free(&reader);
    return plan;
}

bool plan_holds_sheets(const struct part *part, unsigned parts)
{
    for (unsigned i = 0; i < parts; i++)
        if (part[i].kind == PART_SHEETS) return true;
    return false;
}

struct plan *plan_read(const char *path, struct diag *diag)
{
    unsigned before = diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE);
    xmlDoc *document = xml_read(path, FILE_LARGEST, diag);
    struct plan *plan = NULL;
    if (document && conform_check(document, ROOT_plan, path, diag)) {
        plan = convert(document, path, diag);
        sense_head(plan, xmlDocGetRootElement(document), diag);
        sense_groups(plan, diag);
    }
    xmlFreeDoc(document);
    if (diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE) == before) return plan;
    plan_free(plan);
    return NULL;
}

void plan_free(struct plan *plan)
{
    if (plan) arena_free(plan->arena);
}
