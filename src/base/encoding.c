/* encoding: what a file was saved as, found and undone before libxml2 sees it. Its own way, a handler registered for the whole
   process, could name neither the fault nor its line. Knows nothing of elements. */
#include "base/encoding.h"
#include <glib.h>
#include <string.h>

enum { DECLARATION_LONGEST = 256 };

/* Files that are opened by mistake, by their first bytes. */
static const struct kind {
    const char *magic, *name;
} FOREIGN[] = {
    {"PK\x03\x04",       "Word、Excelなど（.docx、.xlsx、.zip）"},
    {"\xD0\xCF\x11\xE0", "古い形式のWord、Excelなど"           },
    {"%PDF",             "PDF"                                         },
    {"{\\rtf",           "リッチテキスト（.rtf）"             },
    {"\x1F\x8B",         "圧縮（.gz）"                             },
    {"\x89PNG",          "画像"                                      },
    {"\xFF\xD8\xFF",     "画像"                                      },
};

/* Names that declarations use, and the converter that reads what is saved under them in Japan. NULL: UTF-8 itself. */
static const struct name {
    const char *declared, *converter;
} NAMES[] = {
    {"utf-8",       NULL         },
    {"utf8",        NULL         },
    {"us-ascii",    NULL         },
    {"ascii",       NULL         },
    {"shift_jis",   "CP932"      },
    {"shift-jis",   "CP932"      },
    {"sjis",        "CP932"      },
    {"x-sjis",      "CP932"      },
    {"ms_kanji",    "CP932"      },
    {"ms932",       "CP932"      },
    {"cp932",       "CP932"      },
    {"windows-31j", "CP932"      },
    {"euc-jp",      "EUC-JP-MS"  },
    {"eucjp",       "EUC-JP-MS"  },
    {"x-euc-jp",    "EUC-JP-MS"  },
    {"iso-2022-jp", "ISO-2022-JP"},
};

static bool begins(const struct buf *bytes, const void *start, size_t size)
{
    return bytes->size >= size && !memcmp(bytes->data, start, size);
}

static void drop_front(struct buf *bytes, size_t size)
{
    memmove(bytes->data, bytes->data + size, bytes->size - size);
    bytes->size -= size;
}

long encoding_line(const struct buf *bytes, size_t offset)
{
    long line = 1;
    for (size_t i = 0; i < offset && i < bytes->size; i++)
        if (bytes->data[i] == '\n') line++;
    return line;
}

/* Is there anything in the file, and nothing that belongs to another program? */
static bool looks_like_text(const char *path, const struct buf *bytes, enum diag_id other_kind, struct diag *diag)
{
    size_t blanks = 0;
    while (blanks < bytes->size && strchr(" \t\r\n", bytes->data[blanks]) && bytes->data[blanks])
        blanks++;
    if (blanks == bytes->size) {
        DIAG(diag, XML_EMPTY, path, 0, NULL);
        return false;
    }
    for (size_t i = 0; i < sizeof FOREIGN / sizeof *FOREIGN; i++) {
        if (!begins(bytes, FOREIGN[i].magic, strlen(FOREIGN[i].magic))) continue;
        diag_report(diag, other_kind, path, 0, (const char *const[]){FOREIGN[i].name, NULL});
        return false;
    }
    return true;
}

/* UTF-16 by its byte order mark, or by the first two characters of an XML file; NULL: something else. */
static const char *utf16_of(const struct buf *bytes)
{
    if (begins(bytes, "\xFF\xFE", 2) || begins(bytes, "<\0", 2)) return "UTF-16LE";
    if (begins(bytes, "\xFE\xFF", 2) || begins(bytes, "\0<", 2)) return "UTF-16BE";
    return NULL;
}

/* The encoding that the XML declaration names; NULL when there is none (XML 1.0, 4.3.3: then it is UTF-8). */
static char *declared_name(const struct buf *bytes)
{
    if (!begins(bytes, "<?xml", 5)) return NULL;
    char *head = g_strndup(bytes->data, bytes->size < DECLARATION_LONGEST ? bytes->size : DECLARATION_LONGEST),
         *name = NULL;
    char *end = strstr(head, "?>"), *key = strstr(head, "encoding");
    if (end && key && key < end) {
        *end = '\0';
        char **parts = g_strsplit_set(key, "\"'", 3);
        if (g_strv_length(parts) == 3) name = g_strdup(parts[1]);
        g_strfreev(parts);
    }
    g_free(head);
    return name;
}

/* Replaces the bytes by their conversion; false, with the place, when they are not what `converter` reads. */
static bool convert(struct buf *bytes, const char *converter, size_t *bad)
{
    gsize written = 0;
    char *text = g_convert(bytes->data, (gssize)bytes->size, "UTF-8", converter, bad, &written, NULL);
    if (!text || *bad < bytes->size) { /* half a character at the end is no error to GLib */
        g_free(text);
        return false;
    }
    bytes->size = 0;
    buf_put(bytes, text, written);
    g_free(text);
    return true;
}

/* The converter for EUC-JP lets the lead bytes of Shift_JIS pass as the control characters U+0080–009F, which nobody types. */
static bool has_control(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (g_utf8_get_char(text) >= 0x80 && g_utf8_get_char(text) < 0xA0) return true;
    return false;
}

/* Bytes that are no UTF-8: if a Japanese encoding reads all of them, it is what the file was saved as. EUC-JP first: Shift_JIS would
   take its bytes for half-width katakana, while Shift_JIS text is hardly ever right EUC-JP. */
struct japanese {
    const char *converter, *name;
};
static const struct japanese *japanese_encoding(const struct buf *bytes)
{
    static const struct japanese JAPANESE[] = {
        {"EUC-JP-MS", "EUC-JP"   },
        {"CP932",     "Shift_JIS"},
    };
    for (size_t i = 0; i < sizeof JAPANESE / sizeof *JAPANESE; i++) {
        gsize read = 0;
        char *text = g_convert(bytes->data, (gssize)bytes->size, "UTF-8", JAPANESE[i].converter, &read, NULL, NULL);
        bool plausible = text && read == bytes->size && !has_control(text);
        g_free(text);
        if (plausible) return &JAPANESE[i];
    }
    return NULL;
}

static bool check_utf8(const char *path, const struct buf *bytes, struct diag *diag)
{
    const char *nul = memchr(bytes->data, '\0', bytes->size), *bad = NULL;
    if (nul) {
        DIAG(diag, XML_NUL, path, encoding_line(bytes, (size_t)(nul - bytes->data)), NULL);
        return false;
    }
    if (g_utf8_validate(bytes->data, (gssize)bytes->size, &bad)) return true;
    const struct japanese *other = japanese_encoding(bytes);
    long line = encoding_line(bytes, (size_t)(bad - bytes->data));
    if (other)
        DIAG(diag, XML_SAVED_AS, path, line, other->name);
    else
        DIAG(diag, XML_BAD_BYTES, path, line, "UTF-8");
    return false;
}

static bool from_utf16(const char *path, struct buf *bytes, const char *converter, struct diag *diag)
{
    size_t bad = 0;
    if (begins(bytes, "\xFF\xFE", 2) || begins(bytes, "\xFE\xFF", 2)) drop_front(bytes, 2);
    if (!convert(bytes, converter, &bad)) {
        DIAG(diag, XML_BAD_BYTES, path, encoding_line(bytes, bad), "UTF-16");
        return false;
    }
    return check_utf8(path, bytes, diag);
}

static bool is_ascii(const struct buf *bytes)
{
    for (size_t i = 0; i < bytes->size; i++)
        if ((unsigned char)bytes->data[i] > 0x7F) return false;
    return true;
}

static bool from_declared(const char *path, struct buf *bytes, const char *declared, struct diag *diag)
{
    const struct name *name = NULL;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (!g_ascii_strcasecmp(NAMES[i].declared, declared)) name = &NAMES[i];
    bool is_utf8 = g_utf8_validate(bytes->data, (gssize)bytes->size, NULL);
    if (name && !name->converter) return check_utf8(path, bytes, diag);
    if (is_utf8 && (!name || !is_ascii(bytes))) {
        DIAG(diag, XML_DECLARED_OTHERWISE, path, 1, declared);
        return false;
    }
    if (!name) {
        DIAG(diag, XML_ENCODING_UNKNOWN, path, 1, declared);
        return false;
    }
    size_t bad = 0;
    if (!convert(bytes, name->converter, &bad)) {
        DIAG(diag, XML_BAD_BYTES, path, encoding_line(bytes, bad), declared);
        return false;
    }
    return check_utf8(path, bytes, diag);
}

bool encoding_to_utf8(const char *path, struct buf *bytes, struct diag *diag)
{
    if (!looks_like_text(path, bytes, DIAG_XML_OTHER_KIND, diag)) return false;
    const char *utf16 = utf16_of(bytes);
    if (utf16) return from_utf16(path, bytes, utf16, diag);
    if (begins(bytes, "\xEF\xBB\xBF", 3)) drop_front(bytes, 3);
    char *declared = declared_name(bytes);
    bool fine = declared ? from_declared(path, bytes, declared, diag) : check_utf8(path, bytes, diag);
    g_free(declared);
    return fine;
}

bool encoding_of_text(const char *path, struct buf *bytes, struct diag *diag)
{
    if (!looks_like_text(path, bytes, DIAG_IMPORT_OTHER_KIND, diag)) return false;
    const char *utf16 = utf16_of(bytes);
    if (utf16) return from_utf16(path, bytes, utf16, diag);
    if (begins(bytes, "\xEF\xBB\xBF", 3)) drop_front(bytes, 3);
    bool is_utf8 = g_utf8_validate(bytes->data, (gssize)bytes->size, NULL);
    const struct japanese *other = is_utf8 ? NULL : japanese_encoding(bytes);
    size_t bad = 0;
    if (other && !convert(bytes, other->converter, &bad)) return false;
    return check_utf8(path, bytes, diag);
}
