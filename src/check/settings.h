/* settings: input/check.xml: the severity of rules, what the city accepts and why, and which words of an entry praise and which excuse.
   Knows no rule by name. */
#ifndef GYOKAKU_SETTINGS_H
#define GYOKAKU_SETTINGS_H
#include "base/arena.h"
#include "base/diag.h"

enum tone { TONE_GOOD, TONE_BAD, TONE_COUNT };
struct settings_accept {
    enum diag_id id;
    const char *about;
    long line;
};
struct settings {
    struct arena *arena; /* owned */
    const char *file;
    unsigned accepts;
    const struct settings_accept *accept;
    unsigned words[TONE_COUNT];
    const char *const *word[TONE_COUNT]; /* the file's, or those that are built in */
};

/* Reads the file, which need not be there, and gives diag its rulings. NULL: told. settings_free gives it back. */
struct settings *settings_read(const char *path, struct diag *diag);
void settings_free(struct settings *settings);
/* Tells what was accepted and is not there; after everything was asked and diag_settle. */
void settings_tell_unused(const struct settings *settings, struct diag *diag);
#endif
