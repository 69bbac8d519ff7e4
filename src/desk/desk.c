/* desk: the stages of an import, one after another. */
#include "desk/desk.h"
#include "desk/account.h"
#include "desk/draft.h"

enum { SHEETS_MOST = 10000, YEARS_MOST = 30 };

/* Is there a plan in it at all? */
static bool is_plan(const struct draft *draft)
{
    if (!draft->sheets.count) {
        DIAG(draft->diag, IMPORT_NO_SHEET, draft->source->file, 0, NULL);
        return false;
    }
    if (draft->sheets.count > SHEETS_MOST) {
        DIAG(draft->diag, IMPORT_MANY_SHEETS, draft->source->file, 0, NULL);
        return false;
    }
    return true;
}

static bool has_period(const struct draft *draft)
{
    bool fine = draft->first && draft->last - draft->first < YEARS_MOST;
    if (!fine) DIAG(draft->diag, IMPORT_NO_YEARS, draft->source->file, 0, NULL);
    return fine;
}

bool desk_import(const char *path, const struct form_labels *labels, bool keep_going, struct buf *out,
                 struct buf *table, struct diag *diag)
{
    struct source *source = source_read(path, labels, diag);
    if (!source) return false;
    struct draft draft = {.source = source, .arena = source->arena, .diag = diag};
    recognise(&draft);
    bool fine = is_plan(&draft);
    if (fine) settle(&draft);
    fine = fine && has_period(&draft);
    if (fine) {
        ask(&draft);
        write_plan(&draft, out);
        fine = account_left(source, keep_going, out, diag) == 0 || keep_going;
    }
    if (table) account_table(source, table);
    source_free(source);
    return fine;
}
