/* looks_bench: the project's own looks and fonts, for tests of what is drawn and written for screens. Runs in the project's folder. */
#ifndef GYOKAKU_TEST_LOOKS_BENCH_H
#define GYOKAKU_TEST_LOOKS_BENCH_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include "style/print.h"
#include "typeset/paragraph.h"

struct looks_bench {
    struct diag *diag;
    struct fonts *fonts;
    struct print *print;
    struct typesetter *typesetter;
};

static inline int looks_up(void **state)
{
    struct looks_bench *b = calloc(1, sizeof *b);
    b->diag = diag_new();
    b->fonts = fonts_new("fonts", b->diag);
    b->print = b->fonts ? print_read("templates", b->fonts, b->diag) : NULL;
    b->typesetter = b->fonts ? typesetter_new(b->fonts) : NULL;
    diag_print(b->diag, stderr, false);
    *state = b;
    return b->print ? 0 : 1;
}

static inline int looks_down(void **state)
{
    struct looks_bench *b = *state;
    typesetter_free(b->typesetter);
    print_free(b->print);
    fonts_free(b->fonts);
    diag_free(b->diag);
    free(b);
    FcFini();
    return 0;
}
#endif
