/* body: the endings of names, the longer before those that they end in. */
#include "plan/body.h"
#include <stddef.h>
#include <string.h>

static const char *const ENDINGS[] = {
    "広域連合", "一部事務組合", "組合", "病院", "医療センター", "大学", "機構", "財団", "公社", "企業団",
    "都",       "道",           "府",   "県",   "市",           "区",   "町",   "村",   NULL,
};
static const char OTHER[] = "団体";

const char *body_kind(const char *name)
{
    size_t length = strlen(name);
    for (const char *const *ending = ENDINGS; *ending; ending++) {
        size_t size = strlen(*ending);
        if (length > size && !strcmp(name + length - size, *ending)) return *ending;
    }
    return OTHER;
}
