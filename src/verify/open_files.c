/* open_files: see open_files.h. */
#include "verify/open_files.h"
#include <string.h>
#include "verify/csv_read.h"
#include "verify/open_json.h"
#include "verify/open_wanted.h"

static const char JSON[] = "data.json";
static const struct {
    const char *name;
    enum open_kind kind;
} CSV[] = {
    {"indicators.csv",  OPEN_INDICATORS },
    {"initiatives.csv", OPEN_INITIATIVES},
    {"tallies.csv",     OPEN_TALLIES    },
    {"effects.csv",     OPEN_EFFECTS    },
    {"opinions.csv",    OPEN_OPINIONS   },
};

static void compare(struct finding *finding, const char *path, struct listing *wanted, struct listing *found)
{
    listing_compare(finding, path, wanted, found);
    listing_free(wanted);
}

static void check_csv(struct finding *finding, const struct truth *truth, const char *path, enum open_kind kind,
                      const struct buf *content)
{
    struct listing *found = csv_read(finding, path, content);
    if (!found) return;
    bool wide = kind == OPEN_INITIATIVES;
    compare(finding, path, wide ? open_wanted_wide(truth, finding->arena) : open_wanted(truth, finding->arena, kind),
            found);
    listing_free(found);
}

static void check_json(struct finding *finding, const struct truth *truth, const char *path, const struct buf *content)
{
    struct listing *found[OPEN_KINDS];
    bool fine = open_json(finding, path, content, found);
    for (enum open_kind kind = 0; kind < OPEN_KINDS; kind++) {
        if (fine) compare(finding, path, open_wanted(truth, finding->arena, kind), found[kind]);
        listing_free(found[kind]);
    }
}

void open_files_check(struct finding *finding, const struct truth *truth, const char *path, const char *name,
                      const struct buf *content)
{
    if (!strcmp(name, JSON)) check_json(finding, truth, path, content);
    for (size_t i = 0; i < sizeof CSV / sizeof *CSV; i++)
        if (!strcmp(name, CSV[i].name)) check_csv(finding, truth, path, CSV[i].kind, content);
}
