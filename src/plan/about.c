/* about: looks the id up among all initiatives. */
#include "plan/about.h"
#include <string.h>

const struct initiative *about_initiative(const struct plan *plan, const char *about)
{
    size_t length = about ? strspn(about, "0123456789-") : 0;
    for (unsigned i = 0; length && plan && i < plan->policies; i++)
        for (unsigned j = 0; j < plan->policy[i].items; j++)
            for (unsigned k = 0; k < plan->policy[i].item[j].initiatives; k++) {
                const struct initiative *initiative = &plan->policy[i].item[j].initiative[k];
                if (!strncmp(initiative->id, about, length) && !initiative->id[length]) return initiative;
            }
    return NULL;
}
