/* about: looks the id up among all initiatives. */
#include "plan/about.h"
#include <string.h>

/* Does it begin with that name of an initiative, and then go on to a part of it? */
static bool is_about(const char *about, const char *name)
{
    static const char OF[] = "の";
    size_t length = strlen(name);
    if (strncmp(about, name, length) != 0) return false;
    about += length;
    return !*about || *about == '/' || !strncmp(about, OF, sizeof OF - 1);
}

const struct initiative *about_initiative(const struct plan *plan, const char *about)
{
    for (unsigned i = 0; about && plan && i < plan->initiatives; i++) {
        const struct initiative *one = &plan->initiative[i];
        if (is_about(about, one->id) || is_about(about, one->code)) return one;
    }
    return NULL;
}

unsigned about_departments(const struct plan *plan, const char *about, struct arena *arena, const char *const **out)
{
    static const char PREFIX[] = "department/";
    const struct initiative *initiative = about_initiative(plan, about);
    if (initiative) {
        const char **name = arena_array(arena, initiative->charges, sizeof *name);
        for (unsigned i = 0; i < initiative->charges; i++)
            name[i] = initiative->charge[i].name;
        *out = name;
        return initiative->charges;
    }
    if (!about || strncmp(about, PREFIX, sizeof PREFIX - 1) != 0) return 0;
    const char **name = arena_alloc(arena, sizeof *name);
    about += sizeof PREFIX - 1;
    *name = arena_strndup(arena, about, strcspn(about, "/"));
    *out = name;
    return 1;
}
