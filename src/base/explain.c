/* explain: the table of explanations, as plain text and as a manual. */
#include "base/explain.h"

/* In the order of the manual. */
static const enum diag_id ORDER[] = {
#define EXPLAIN(id, looks, why, act, example) DIAG_##id,
#include "base/explain.def"
#undef EXPLAIN
};
static const struct explanation TABLE[DIAG_COUNT] = {
#define EXPLAIN(id, ...) [DIAG_##id] = {__VA_ARGS__},
#include "base/explain.def"
#undef EXPLAIN
};

/* For messages that say what to do themselves. */
static const char *in_general(enum severity severity)
{
    switch (severity) {
    case SEVERITY_WARNING:
        return "作業は続きます。指摘のとおりか確かめて直してください。そのままでよい場合は、input/"
               "check.xmlに理由を付けて承認を書"
               "くと、以後は表示しません。";
    case SEVERITY_ERROR:
        return "直すまで、何も書き出しません。表示された箇所を直して、もう一度実行してください。";
    default:
        return "この機械で起きた問題です。以前に作ったファイルはそのまま残っています。取り除いてから、もう一度実行して"
               "ください。";
    }
}

const struct explanation *explain_rule(enum diag_id id)
{
    return TABLE[id].looks ? &TABLE[id] : NULL;
}

static void put_line(struct buf *out, const char *label, const char *text)
{
    buf_str(out, label);
    buf_str(out, text);
    buf_char(out, '\n');
}

/* {1} stands for what differs from message to message. */
static void put_sentence(struct buf *out, const char *sentence)
{
    for (const char *p = sentence; *p; p++) {
        bool placeholder = p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}';
        if (placeholder) {
            buf_str(out, "…");
            p += 2;
        } else {
            buf_char(out, *p);
        }
    }
    buf_char(out, '\n');
}

void explain_put(enum diag_id id, struct buf *out)
{
    const struct explanation *is = explain_rule(id);
    buf_printf(out, "%s（%s）\n\n", diag_name(id), diag_severity_word(diag_severity(id)));
    buf_str(out, "文の形　：");
    put_sentence(out, diag_sentence(id));
    if (is) {
        put_line(out, "探すもの：", is->looks);
        put_line(out, "なぜ　　：", is->why);
        put_line(out, "直し方　：", is->act);
        put_line(out, "例　　　：", is->example);
    }
    put_line(out, is ? "その後　：" : "直し方　：", in_general(diag_severity(id)));
}

/* < and | begin a tag and end a cell there. */
static void put_markdown(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '<' || *text == '|' || *text == '*' || *text == '_') buf_char(out, '\\');
        buf_char(out, *text);
    }
}

static void put_item(struct buf *out, const char *label, const char *text)
{
    buf_printf(out, "- %s：", label);
    put_markdown(out, text);
    buf_char(out, '\n');
}

void explain_manual(struct buf *out)
{
    buf_str(out, "# 点検の規則\n\n");
    buf_str(out, "`gyokaku check`が探すものの一覧です。`gyokaku explain 名前`でも1つずつ読めます。この文書は"
                 "`gyokaku explain all`で作ります。\n");
    for (size_t i = 0; i < sizeof ORDER / sizeof *ORDER; i++) {
        const struct explanation *is = &TABLE[ORDER[i]];
        buf_printf(out, "\n## %s\n\n", diag_name(ORDER[i]));
        put_item(out, "重大度", diag_severity_word(diag_severity(ORDER[i])));
        put_item(out, "探すもの", is->looks);
        put_item(out, "なぜ", is->why);
        put_item(out, "直し方", is->act);
        put_item(out, "例", is->example);
    }
}
