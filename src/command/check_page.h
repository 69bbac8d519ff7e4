/* check_page: what a check found, as a page for staff. */
#ifndef GYOKAKU_CHECK_PAGE_H
#define GYOKAKU_CHECK_PAGE_H
#include "command/job.h"

/* Adds check.html to the outputs, through templates/check.xsl: one file with its looks in it, which may be sent by mail; nothing where
   the template folder has none. False: told. */
bool check_page(struct job *job);
#endif
