/* finding: see finding.h. */
#include "verify/finding.h"
#include <string.h>
#include "base/utf8.h"

enum { SHOWN = 60 };
static const char NOTHING[] = "（なし）", ELLIPSIS[] = "…";

/* A long text as its start, on one line. */
static const char *excerpt(struct arena *arena, const char *text)
{
    const char *p = text;
    if (!*text) return NOTHING;
    for (int i = 0; *p && i < SHOWN; i++)
        utf8_next(&p);
    char *cut = arena_strndup(arena, text, (size_t)(p - text));
    for (char *c = cut; *c; c++)
        if (*c == '\n' || *c == '\r' || *c == '\t') *c = ' ';
    return *p ? arena_printf(arena, "%s%s", cut, ELLIPSIS) : cut;
}

bool finding_fine(struct finding *finding, bool fine, const struct spot *spot, const char *what, const char *wanted,
                  const char *found)
{
    finding->compared++;
    if (!fine)
        FINDING(finding, VERIFY_VALUE, spot, what, excerpt(finding->arena, wanted ? wanted : ""),
                excerpt(finding->arena, found ? found : ""));
    return fine;
}

bool finding_same(struct finding *finding, const struct spot *spot, const char *what, const char *wanted,
                  const char *found)
{
    bool same = !strcmp(wanted ? wanted : "", found ? found : "");
    return finding_fine(finding, same, spot, what, wanted, found);
}

void finding_tell(struct finding *finding, enum diag_id id, const struct spot *spot, const char *const *args)
{
    finding->different++;
    diag_report(finding->diag, id, spot->file, spot->line, args);
}
