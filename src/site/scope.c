/* scope: selectors are what stands before a {, but for at-rules, whose own blocks hold selectors again. */
#include "site/scope.h"
#include <glib.h>
#include <stdbool.h>
#include <string.h>

struct scoping {
    const char *scope;
    struct buf *out;
};

/* The end of a comment or string that begins at `p`, or `p`. */
static const char *skip(const char *p, const char *end)
{
    if (end - p > 1 && p[0] == '/' && p[1] == '*') {
        const char *close = g_strstr_len(p + 2, end - p - 2, "*/");
        return close ? close + 2 : end;
    }
    if (p < end && (*p == '"' || *p == '\'')) {
        const char *q = p + 1;
        while (q < end && *q != *p)
            q += *q == '\\' && q + 1 < end ? 2 : 1;
        return q < end ? q + 1 : end;
    }
    return p;
}

static bool is_name(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '_' || (unsigned char)c > 0x7F;
}

/* One selector, without blanks around it. */
static void put_selector(struct scoping *s, const char *p, const char *end)
{
    static const char *const WHOLE[] = {":root", "html", "body"};
    bool whole = false;
    buf_printf(s->out, ".%s", s->scope);
    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE && !whole; i++) {
        size_t length = strlen(WHOLE[i]);
        whole = (size_t)(end - p) >= length && !memcmp(p, WHOLE[i], length) &&
                ((size_t)(end - p) == length || !is_name(p[length]));
        if (whole) p += length;
    }
    if (!whole) buf_char(s->out, ' ');
    for (; p < end; p++) {
        buf_char(s->out, *p);
        if (*p == '.' && p + 1 < end && (g_ascii_isalpha(p[1]) || p[1] == '-' || p[1] == '_'))
            buf_printf(s->out, "%s-", s->scope);
    }
}

/* A list of selectors: commas inside parentheses part nothing. */
static void put_selectors(struct scoping *s, const char *p, const char *end)
{
    int depth = 0;
    const char *start = p;
    for (bool first = true; p <= end; p++) {
        if (p < end && *p == '(') depth++;
        if (p < end && *p == ')') depth--;
        if (p < end && (*p != ',' || depth)) continue;
        const char *from = start, *to = p;
        while (from < to && g_ascii_isspace(*from))
            from++;
        while (to > from && g_ascii_isspace(to[-1]))
            to--;
        if (!first) buf_char(s->out, ',');
        if (to > from) put_selector(s, from, to);
        first = false;
        start = p + 1;
    }
}

static bool holds_rules(const char *at, const char *end)
{
    static const char *const GROUPS[] = {"@media", "@supports", "@layer", "@container"};
    for (size_t i = 0; i < sizeof GROUPS / sizeof *GROUPS; i++)
        if ((size_t)(end - at) >= strlen(GROUPS[i]) && !memcmp(at, GROUPS[i], strlen(GROUPS[i]))) return true;
    return false;
}

/* What stands before a { or a ; at `end`: an at-rule's words, or selectors. Comments before it are left out. */
static const char *prelude_of(const char *p, const char *end)
{
    for (const char *after; p < end; p = after) {
        while (p < end && g_ascii_isspace(*p))
            p++;
        after = p < end && *p == '/' ? skip(p, end) : p;
        if (after == p) break;
    }
    return p;
}

/* The } that closes a block of declarations. */
static const char *block_end(const char *p, const char *end)
{
    int depth = 1;
    for (const char *after; p < end; p = after) {
        after = skip(p, end);
        if (after > p) continue;
        after = p + 1;
        depth += *p == '{' ? 1 : *p == '}' ? -1 : 0;
        if (!depth) return p;
    }
    return end;
}

void scope_css(const char *css, size_t size, const char *scope, struct buf *out)
{
    struct scoping s = {scope, out};
    const char *p = css, *end = css + size, *start = css;
    while (p < end) {
        const char *after = skip(p, end);
        if (after > p) {
            p = after;
            continue;
        }
        char c = *p++;
        if (c != '{' && c != ';' && c != '}') continue;
        const char *prelude = prelude_of(start, p - 1);
        bool at_rule = prelude < p - 1 && *prelude == '@';
        if (c == '{' && !at_rule)
            put_selectors(&s, prelude, p - 1);
        else
            buf_put(out, prelude, (size_t)(p - 1 - prelude));
        buf_char(out, c);
        if (c == '{' && !(at_rule && holds_rules(prelude, p - 1))) {
            const char *close = block_end(p, end);
            buf_put(out, p, (size_t)(close - p));
            p = close;
            start = p;
            continue;
        }
        if (c != '{') buf_char(out, '\n');
        start = p;
    }
}
