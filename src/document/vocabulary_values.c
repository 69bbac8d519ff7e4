/* vocabulary_values: values of attributes: XML Schema's datatypes, as far as documents use them. */
#include <ctype.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>
#include "document/vocabulary_private.h"

static const char BLANKS[] = " \t\r\n";

static bool is_anything(const char *text)
{
    (void)text;
    return true;
}

static bool is_filled(const char *text)
{
    return *text != '\0';
}

/* [^\s/#]+(/[^\s/#]+)? */
static int refuses_id(const xmlChar *word, int space)
{
    static const char NOT_IN_IDS[] = " \t\r\n/#";
    (void)space;
    const char *text = (const char *)word;
    size_t page = strcspn(text, NOT_IN_IDS), part = 0;
    if (text[page] == '/') part = 1 + strcspn(text + page + 1, NOT_IN_IDS);
    return !page || part == 1 || text[page + part];
}

static bool is_id(const char *text)
{
    return !refuses_id((const xmlChar *)text, 0);
}

/* One or more words with blanks between, each of which fits. */
static bool are_all(const char *text, int (*refuses)(const xmlChar *word, int space))
{
    bool fits = true;
    text += strspn(text, BLANKS);
    if (!*text) return false;
    for (size_t length; fits && *text; text += length, text += strspn(text, BLANKS)) {
        length = strcspn(text, BLANKS);
        xmlChar *word = xmlStrndup((const xmlChar *)text, (int)length);
        fits = word && !refuses(word, 0);
        xmlFree(word);
    }
    return fits;
}

static bool are_ids(const char *text)
{
    return are_all(text, refuses_id);
}

static bool are_words(const char *text)
{
    static const char PLAIN[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    bool plain = *text && !text[strspn(text, PLAIN)]; /* nearly all are: this saves most of the time */
    return plain || are_all(text, xmlValidateNMToken);
}

/* [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})* */
static bool is_language(const char *text)
{
    enum { LONGEST = 8 };
    for (int part = 0;; part++) {
        int length = 0;
        while (isalpha((unsigned char)text[length]) || (part && isdigit((unsigned char)text[length])))
            length++;
        if (length < 1 || length > LONGEST) return false;
        text += length;
        if (*text != '-') return !*text;
        text++;
    }
}

/* ([a-z0-9-]+/)*[a-z0-9.-]+\.html */
static bool is_path(const char *text)
{
    static const char SUFFIX[] = ".html", FOLDER[] = "abcdefghijklmnopqrstuvwxyz0123456789-",
                      FILE_NAME[] = "abcdefghijklmnopqrstuvwxyz0123456789-.";
    for (const char *slash; (slash = strchr(text, '/')); text = slash + 1)
        if (slash == text || strspn(text, FOLDER) < (size_t)(slash - text)) return false;
    size_t length = strlen(text), suffix = sizeof SUFFIX - 1;
    return length > suffix && strspn(text, FILE_NAME) == length && !strcmp(text + length - suffix, SUFFIX);
}

static bool is_count(const char *text)
{
    enum { MOST = 1000 };
    char *end;
    long value = isdigit((unsigned char)*text) ? strtol(text, &end, 10) : 0;
    return value >= 1 && value <= MOST && !*end;
}

static bool is_number(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, "0123456789"), part = 0;
    text += whole;
    if (*text == '.') {
        part = strspn(text + 1, "0123456789");
        text += 1 + part;
    }
    return whole + part && !*text;
}

static bool is_number_or_empty(const char *text)
{
    return !*text || is_number(text);
}

/* [0-9]{4}(-[0-9]{2}(-[0-9]{2})?)? */
static bool is_date(const char *text)
{
    static const char SHAPE[] = "0000-00-00";
    enum { YEAR = 4, MONTH = 7, DAY = 10 };
    size_t length = 0;
    for (; text[length] && length < DAY; length++)
        if (SHAPE[length] == '0' ? !isdigit((unsigned char)text[length]) : text[length] != SHAPE[length]) return false;
    return !text[length] && (length == YEAR || length == MONTH || length == DAY);
}

static bool is_local(const char *text)
{
    return text[0] == '#' && text[1];
}

/* file:.+ */
static bool is_file(const char *text)
{
    static const char PREFIX[] = "file:";
    return !strncmp(text, PREFIX, sizeof PREFIX - 1) && text[sizeof PREFIX - 1];
}

#define STATES "met、met2、near、near2、near3、unmet2、unmet、none、unreported"

/* Is it one of the words of a list as messages show it? */
static bool is_one_of(const char *words, const char *text)
{
    static const char COMMA[] = "、";
    size_t length = strlen(text);
    for (const char *next; words; words = next ? next + sizeof COMMA - 1 : NULL) {
        next = strstr(words, COMMA);
        if ((next ? (size_t)(next - words) : strlen(words)) == length && !memcmp(words, text, length)) return true;
    }
    return false;
}

static bool is_state_or_empty(const char *text)
{
    return !*text || is_one_of(STATES, text);
}

static const struct {
    bool (*fits)(const char *text); /* NULL: one of the words wanted */
    const char *wanted;             /* for the message */
} TYPE[] = {
    [ANYTHING] = {is_anything,        ""                                                                              },
    [FILLED] = {is_filled,          "1字以上の文字"                                                           },
    [ID] = {is_id,              "空白と「#」のない名前（「/」は間に1つだけ）"               },
    [IDS] = {are_ids,            "空白で区切った1つ以上のid"                                          },
    [NAMES] = {are_words,          "空白で区切った1つ以上の名前"                                      },
    [LANGUAGE] = {is_language,        "「ja」のような言語の名前"                                           },
    [PATH] = {is_path,            "「sheets/1-1-1.html」のような、英小文字、数字、「-」の名前"},
    [COUNT] = {is_count,           "1から1000までの整数"                                                    },
    [NUMBER] = {is_number,          "半角の数"                                                                  },
    [NUMBER_OR_EMPTY] = {is_number_or_empty, "半角の数又は空"                                                         },
    [LOCAL] = {is_local,           "「#」で始まるid"                                                         },
    [LOCAL_FILE] = {is_file,            "「file:」で始まるファイルの場所"                                  },
    [DATE] = {is_date,            "「2027-09-10」のような日付"                                            },
    [STATE_OR_EMPTY] = {is_state_or_empty,  STATES "又は空"                                                              },
    [DOCUMENT_CLASS] = {NULL,               "report、plan、briefing、matrix"                                             },
    [SITE_CLASS] = {NULL,               "site"                                                                          },
    [SKIP_CLASS] = {NULL,               "skip"                                                                          },
    [WEB_NAV_CLASS] = {NULL,               "toc、links、crumbs、site、pager"                                           },
    [NAV_CLASS] = {NULL,               "toc、links"                                                                   },
    [MARK_CLASS] = {NULL,               "mark"                                                                          },
    [PAGE_CLASS] = {NULL,               "page"                                                                          },
    [SCOPE] = {NULL,               "col、row、colgroup、rowgroup"                                               },
    [CHART_KIND] = {NULL,               "bars、dots、line、strip、stacked、matrix"                                 },
    [SERIES_ROLE] = {NULL,               "target、actual、projection、plan、row、" STATES                           },
};

bool vocabulary_value_fits(int type, const char *value, const char **wanted)
{
    *wanted = TYPE[type].wanted;
    return TYPE[type].fits ? TYPE[type].fits(value) : is_one_of(*wanted, value);
}
