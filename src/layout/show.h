/* show: pages as text, for tests and for those who make templates: what lies where, without a PDF. */
#ifndef GYOKAKU_SHOW_H
#define GYOKAKU_SHOW_H
#include <stdio.h>
#include "layout/page.h"

/* A line a placed item: kind, artifact, rectangle in points with one decimal, text. */
void show_pages(const struct pages *pages, FILE *out);
#endif
