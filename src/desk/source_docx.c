#include "desk/source.h"
bool source_docx_read(struct source *source, struct buf *bytes, struct diag *diag)
{
    (void)bytes;
    DIAG(diag, IMPORT_NOT_WORD, source->file, 0, NULL);
    return false;
}
