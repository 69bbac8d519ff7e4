/* rules_chart: what the kind of a chart asks of its axis, its series and their points. Knows nothing of drawing. */
#include <glib.h>
#include <string.h>
#include "document/element.h"
#include "document/rules_private.h"

enum axis { AXIS_NONE, AXIS_MAY, AXIS_MUST };

enum trait {
    MANY = 1,   /* series in any number and order; else one of a role, in the order of roles, the first is needed */
    STATES = 2, /* points have a state; else they may have a value */
    LINKS = 4,  /* series may have an href */
    NOTE = 8    /* the chart needs a note */
};
struct kind {
    const char *name;
    const char *const *roles; /* of its series */
    enum axis axis;           /* from and to */
    unsigned traits;
};

static const char *const MEASURED[] = {"target", "actual", "projection", NULL};
static const char *const PLANNED[] = {"plan", NULL};
static const char *const GRADES[] = {"met",    "met2",  "near", "near2",      "near3",
                                     "unmet2", "unmet", "none", "unreported", NULL};
static const char *const ROW[] = {"row", NULL};

static const struct kind KIND[] = {
    {"bars",    MEASURED, AXIS_NONE, 0                    },
    {"dots",    MEASURED, AXIS_MUST, NOTE                 },
    {"line",    MEASURED, AXIS_MAY,  0                    },
    {"strip",   PLANNED,  AXIS_NONE, STATES               },
    {"stacked", GRADES,   AXIS_NONE, MANY                 },
    {"matrix",  ROW,      AXIS_NONE, MANY | STATES | LINKS},
};

static const struct kind *kind_of(const xmlNode *chart)
{
    for (size_t i = 0; i < sizeof KIND / sizeof *KIND; i++)
        if (!strcmp(element_attr(chart, "kind"), KIND[i].name)) return &KIND[i];
    return NULL;
}

static bool has(const xmlNode *element, const char *name)
{
    return xmlHasProp(element, (const xmlChar *)name) != NULL;
}

static void check_axis(struct rules_run *run, const xmlNode *chart, const struct kind *kind)
{
    static const char *const END[] = {"from", "to"};
    bool any = has(chart, END[0]) || has(chart, END[1]);
    for (int i = 0; i < 2; i++) {
        if (kind->axis == AXIS_NONE && has(chart, END[i])) TELL(run, chart, DOCUMENT_ATTRIBUTE, "chart", END[i]);
        if ((kind->axis == AXIS_MUST || (kind->axis == AXIS_MAY && any)) && !has(chart, END[i]))
            TELL(run, chart, DOCUMENT_ATTRIBUTE_MISSING, "chart", END[i]);
    }
    double from = g_ascii_strtod(element_attr(chart, "from"), NULL),
           to = g_ascii_strtod(element_attr(chart, "to"), NULL);
    if (has(chart, "from") && has(chart, "to") && from >= to)
        TELL(run, chart, DOCUMENT_CHART_RANGE, element_attr(chart, "from"), element_attr(chart, "to"));
    if ((kind->traits & NOTE) && !*element_attr(chart, "note")) TELL(run, chart, DOCUMENT_CHART_NOTE, NULL);
}

static void check_points(struct rules_run *run, const xmlNode *series, const struct kind *kind)
{
    const char *needed = kind->traits & STATES ? "state" : NULL, *foreign = kind->traits & STATES ? "value" : "state";
    for (const xmlNode *point = element_first(series); point; point = element_next(point->next)) {
        if (needed && !has(point, needed)) TELL(run, point, DOCUMENT_ATTRIBUTE_MISSING, "point", needed);
        if (has(point, foreign)) TELL(run, point, DOCUMENT_ATTRIBUTE, "point", foreign);
    }
}

static const char *wanted(struct arena *arena, const struct kind *kind)
{
    const char *list = kind->roles[0];
    for (const char *const *role = kind->roles + 1; *role; role++)
        list = arena_printf(arena, "%s、%s", list, *role);
    return kind->traits & MANY ? list : arena_printf(arena, "順に1つずつの%s", list);
}

void rules_chart(struct rules_run *run, const xmlNode *chart)
{
    const struct kind *kind = kind_of(chart);
    if (!kind) return; /* told already */
    check_axis(run, chart, kind);
    unsigned next = 0; /* the first role that may still come */
    for (const xmlNode *series = element_first(chart); series; series = element_next(series->next)) {
        const char *role = element_attr(series, "role");
        unsigned at = kind->traits & MANY ? 0 : next;
        while (kind->roles[at] && strcmp(kind->roles[at], role) != 0)
            at++;
        if (!kind->roles[at] || (!(kind->traits & MANY) && !next && at))
            TELL(run, series, DOCUMENT_VALUE, "series", "role", role, wanted(run->arena, kind));
        else
            next = at + 1;
        if (!(kind->traits & LINKS) && has(series, "href")) TELL(run, series, DOCUMENT_ATTRIBUTE, "series", "href");
        check_points(run, series, kind);
    }
}
