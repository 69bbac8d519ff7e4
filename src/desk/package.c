/* package: libzip with limits. */
#include "desk/package.h"
#include <stdlib.h>
#include <string.h>
#include <zip.h>
#include "base/arena.h"

/* A document of a thousand sheets has some 20 MB of XML in 1 MB; what grows more than RATIO_MOST times is no document. */
enum { ENTRIES_MOST = 2000, LARGEST_PART = 64 << 20, RATIO_MOST = 250, RATIO_FROM = 1 << 20, READ_STEP = 1 << 16 };

struct package {
    const char *file;
    struct diag *diag;
    zip_t *zip;
};

void package_free(struct package *package)
{
    if (!package) return;
    if (package->zip) zip_discard(package->zip);
    free(package);
}

static zip_t *open_zip(const struct buf *bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes->data, bytes->size, 0, &error);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (source && !zip) zip_source_free(source);
    zip_error_fini(&error);
    return zip;
}

/* A name that would leave its folder if it were ever written there. */
static bool leaves_folder(const char *name)
{
    return name[0] == '/' || strchr(name, '\\') || !strncmp(name, "../", 3) || strstr(name, "/../") ||
           strchr(name, ':');
}

static bool names_are_fine(const struct package *package)
{
    zip_int64_t count = zip_get_num_entries(package->zip, 0);
    if (count > ENTRIES_MOST) {
        DIAG(package->diag, IMPORT_ZIP_LARGE, package->file, 0, NULL);
        return false;
    }
    for (zip_int64_t i = 0; i < count; i++) {
        const char *name = zip_get_name(package->zip, (zip_uint64_t)i, ZIP_FL_ENC_GUESS);
        if (name && !leaves_folder(name)) continue;
        DIAG(package->diag, IMPORT_ZIP_NAMES, package->file, 0, name ? name : "?");
        return false;
    }
    return true;
}

struct package *package_open(const char *file, const struct buf *bytes, struct diag *diag)
{
    struct package *package = xcalloc(1, sizeof *package);
    *package = (struct package){.file = file, .diag = diag, .zip = open_zip(bytes)};
    if (!package->zip) DIAG(diag, IMPORT_ZIP_BROKEN, file, 0, NULL);
    if (package->zip && names_are_fine(package)) return package;
    package_free(package);
    return NULL;
}

bool package_has(const struct package *package, const char *name)
{
    return zip_name_locate(package->zip, name, 0) >= 0;
}

/* What the archive says of the file; it may lie, so what comes out is counted as well. */
static bool size_is_fine(const struct package *package, const zip_stat_t *stat)
{
    if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) && stat->encryption_method != ZIP_EM_NONE) {
        DIAG(package->diag, IMPORT_ZIP_LOCKED, package->file, 0, NULL);
        return false;
    }
    bool known = (stat->valid & ZIP_STAT_SIZE) && (stat->valid & ZIP_STAT_COMP_SIZE);
    bool grows = known && stat->size > RATIO_FROM && stat->size / RATIO_MOST > stat->comp_size;
    if (known && !grows && stat->size <= LARGEST_PART) return true;
    DIAG(package->diag, IMPORT_ZIP_LARGE, package->file, 0, NULL);
    return false;
}

static bool read_all(const struct package *package, zip_file_t *file, struct buf *out)
{
    for (;;) {
        buf_reserve(out, READ_STEP);
        zip_int64_t got = zip_fread(file, out->data + out->size, READ_STEP);
        if (got > 0) out->size += (size_t)got;
        if (got == 0) return true;
        if (got > 0 && out->size <= LARGEST_PART) continue;
        if (got < 0)
            DIAG(package->diag, IMPORT_ZIP_BROKEN, package->file, 0, NULL);
        else
            DIAG(package->diag, IMPORT_ZIP_LARGE, package->file, 0, NULL);
        return false;
    }
}

bool package_read(struct package *package, const char *name, struct buf *out)
{
    zip_stat_t stat;
    if (zip_stat(package->zip, name, 0, &stat) != 0) {
        DIAG(package->diag, IMPORT_ZIP_BROKEN, package->file, 0, NULL);
        return false;
    }
    if (!size_is_fine(package, &stat)) return false;
    zip_file_t *file = zip_fopen(package->zip, name, 0);
    if (!file) DIAG(package->diag, IMPORT_ZIP_BROKEN, package->file, 0, NULL);
    bool fine = file && read_all(package, file, out);
    if (file) zip_fclose(file);
    return fine;
}
