/* schema: the table of what a file may hold (elements.h), as a RELAX NG schema with its explanations: XML editors complete and explain with
   it. It says what conform.h checks, and what stands beside what. */
#ifndef GYOKAKU_SCHEMA_H
#define GYOKAKU_SCHEMA_H
#include "base/buf.h"
#include "plan/elements.h"

/* Appends the schema of that kind of file: a file of its own, which includes no other. */
void schema_put(enum root kind, struct buf *out);
#endif
