/* about: looks the id up among all initiatives. */
#include "plan/about.h"
#include <string.h>

const struct initiative *about_initiative(const struct plan *plan, const char *about)
{
    size_t length = about ? strspn(about, "0123456789-") : 0;
    for (unsigned i = 0; length && plan && i < plan->initiatives; i++) {
        const struct initiative *initiative = &plan->initiative[i];
        if (!strncmp(initiative->id, about, length) && !initiative->id[length]) return initiative;
    }
    return NULL;
}

unsigned about_departments(const struct plan *plan, const char *about, struct arena *arena, const char *const **out)
{
    static const char PREFIX[] = "department/";
    const struct initiative *initiative = about_initiative(plan, about);
    if (initiative) {
        *out = initiative->department;
        return initiative->departments;
    }
    if (!about || strncmp(about, PREFIX, sizeof PREFIX - 1) != 0) return 0;
    const char **name = arena_alloc(arena, sizeof *name);
    about += sizeof PREFIX - 1;
    *name = arena_strndup(arena, about, strcspn(about, "/"));
    *out = name;
    return 1;
}
