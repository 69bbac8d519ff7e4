/* datatype: one test, one sentence and one pattern for each kind of value. */
#include "plan/datatype.h"
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "plan/year.h"

enum { YEAR_DIGITS = 4, CODE_DIGITS = 6, NUMBER_DIGITS = 3, DECIMAL_DIGITS = 9, LANGUAGE_LETTERS = 8 };
enum { THOUSANDS_DIGITS = 12, GROUP_DIGITS = 3, MANY_DIGITS = 7, MONTHS_MOST = 12 };

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

static bool is_words(const char *text)
{
    return *text != '\0';
}

/* U+3000 parts names as well: it is what the blank key gives in Japanese. */
static bool is_word(const char *text)
{
    return !strpbrk(text, " \t\r\n") && !strstr(text, "\xE3\x80\x80");
}

static bool is_year(const char *text)
{
    struct date date;
    return strlen(text) == YEAR_DIGITS && date_parse(text, &date);
}

static bool is_year_or_period(const char *text)
{
    return !strcmp(text, "period") || is_year(text);
}

static bool is_date(const char *text)
{
    struct date date;
    return date_parse(text, &date) && date.month;
}

static bool is_number(const char *text)
{
    size_t digits = strspn(text, DIGITS);
    return digits >= 1 && digits <= NUMBER_DIGITS && !text[digits] && *text != '0';
}

static bool is_numbers(const char *text)
{
    for (size_t length; *text; text += length, text += strspn(text, " \t\r\n")) {
        char number[NUMBER_DIGITS + 1] = {0};
        length = strcspn(text, " \t\r\n");
        if (length > NUMBER_DIGITS) return false;
        memcpy(number, text, length);
        if (!is_number(number)) return false;
    }
    return true;
}

static bool is_decimal(const char *text)
{
    size_t whole = strspn(text, DIGITS);
    if (whole < 1 || whole > DECIMAL_DIGITS) return false;
    if (!text[whole]) return true;
    size_t fraction = strspn(text + whole + 1, DIGITS);
    return text[whole] == '.' && fraction >= 1 && fraction <= DECIMAL_DIGITS && !text[whole + 1 + fraction];
}

/* A limit may lie below zero. */
static bool is_limit(const char *text)
{
    return is_decimal(*text == '-' ? text + 1 : text);
}

static bool is_id(const char *text)
{
    return strchr(DIGITS LETTERS, *text) && !text[strspn(text, DIGITS LETTERS "-_.")];
}

static bool is_code(const char *text)
{
    return strlen(text) == CODE_DIGITS && strspn(text, DIGITS) == CODE_DIGITS;
}

static bool is_address(const char *text)
{
    static const char *const SCHEMES[] = {"https://", "http://", "mailto:"};
    if (strpbrk(text, " \t\r\n")) return false;
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++) {
        size_t length = strlen(SCHEMES[i]);
        if (!strncmp(text, SCHEMES[i], length) && text[length]) return true;
    }
    return false;
}

/* RFC 3066: ja, ja-JP. */
static bool is_language(const char *text)
{
    const char *allowed = LETTERS;
    for (;;) {
        size_t length = strspn(text, allowed);
        if (length < 1 || length > LANGUAGE_LETTERS) return false;
        if (!text[length]) return true;
        if (text[length] != '-') return false;
        text += length + 1;
        allowed = DIGITS LETTERS;
    }
}

/* △ ▲ − and the two hyphens; the full-width one has become the ASCII one. */
static bool is_minus(uint32_t c)
{
    return c == 0x25B3 || c == 0x25B2 || c == 0x2212 || c == '-';
}

/* Digits with a comma every three or with none. */
static bool is_grouped(const char *text)
{
    size_t digits = strspn(text, DIGITS);
    if (!text[digits]) return digits >= 1 && digits <= THOUSANDS_DIGITS;
    if (digits < 1 || digits > GROUP_DIGITS || strlen(text) > THOUSANDS_DIGITS + GROUP_DIGITS) return false;
    for (text += digits; *text; text += 1 + GROUP_DIGITS)
        if (*text != ',' || strspn(text + 1, DIGITS) < GROUP_DIGITS) return false;
    return true;
}

bool datatype_thousands(const char *text, int64_t *out)
{
    char ascii[THOUSANDS_DIGITS + 2 * GROUP_DIGITS] = "", plain[THOUSANDS_DIGITS + 1] = "";
    size_t length = 0, digits = 0;
    const char *rest = text;
    bool negative = *text && is_minus(utf8_halfwidth(utf8_next(&rest)));
    for (text = negative ? rest : text; *text;) {
        uint32_t c = utf8_halfwidth(utf8_next(&text));
        if ((c != ',' && (c < '0' || c > '9')) || length + 1 >= sizeof ascii) return false;
        ascii[length++] = (char)c;
    }
    if (!is_grouped(ascii)) return false;
    for (const char *c = ascii; *c; c++)
        if (*c != ',') plain[digits++] = *c;
    int64_t amount = strtoll(plain, NULL, 10);
    *out = negative ? -amount : amount;
    return true;
}

static bool is_thousands(const char *text)
{
    int64_t ignored;
    return datatype_thousands(text, &ignored);
}

static bool is_many(const char *text)
{
    size_t digits = strspn(text, DIGITS);
    return digits >= 1 && digits <= MANY_DIGITS && !text[digits] && *text != '0';
}

static bool is_months(const char *text)
{
    return is_number(text) && strtol(text, NULL, 10) <= MONTHS_MOST;
}

static const struct {
    bool (*fits)(const char *text);
    enum diag_id sentence;
    const char *pattern; /* of XML Schema, blanks collapsed */
} TYPES[TYPE_COUNT] = {
    [TYPE_WORDS] = {is_words,          DIAG_VALUE_NOT_WORD,           NULL                                                  },
    [TYPE_WORD] = {is_word,           DIAG_VALUE_NOT_WORD,           "[^\\s　]+"                                          },
    [TYPE_ONE_OF] = {NULL,              DIAG_VALUE_NOT_ONE_OF,         NULL                                                  },
    [TYPE_YEAR] = {is_year,           DIAG_VALUE_NOT_YEAR,           "[0-9]{4}"                                            },
    [TYPE_YEAR_OR_PERIOD] = {is_year_or_period, DIAG_VALUE_NOT_YEAR_OR_PERIOD, "[0-9]{4}|period"                                     },
    [TYPE_DATE] = {is_date,           DIAG_VALUE_NOT_DATE,           "[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?"},
    [TYPE_NUMBER] = {is_number,         DIAG_VALUE_NOT_NUMBER,         "[1-9][0-9]{0,2}"                                     },
    [TYPE_NUMBERS] = {is_numbers,        DIAG_VALUE_NOT_NUMBERS,        "[1-9][0-9]{0,2}( [1-9][0-9]{0,2})*"                  },
    [TYPE_DECIMAL] = {is_decimal,        DIAG_VALUE_NOT_DECIMAL,        "[0-9]{1,9}(\\.[0-9]{1,9})?"                          },
    [TYPE_LIMIT] = {is_limit,          DIAG_VALUE_NOT_DECIMAL,        "-?[0-9]{1,9}(\\.[0-9]{1,9})?"                        },
    [TYPE_ID] = {is_id,             DIAG_VALUE_NOT_ID,             "[A-Za-z0-9][A-Za-z0-9_.\\-]*"                        },
    [TYPE_CODE] = {is_code,           DIAG_VALUE_NOT_CODE,           "[0-9]{6}"                                            },
    [TYPE_ADDRESS] = {is_address,        DIAG_VALUE_NOT_ADDRESS,        "(https?://|mailto:)\\S+"                             },
    [TYPE_LANGUAGE] = {is_language,       DIAG_VALUE_NOT_LANGUAGE,       "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"                   },
    [TYPE_THOUSANDS] = {is_thousands,      DIAG_VALUE_NOT_THOUSANDS,
                    "[△▲\\-−－]?([0-9０-９]{1,12}|[0-9０-９]{1,3}([,，][0-9０-９]{3}){1,3})"                  },
    [TYPE_MANY] = {is_many,           DIAG_VALUE_NOT_MANY,           "[1-9][0-9]{0,6}"                                     },
    [TYPE_MONTHS] = {is_months,         DIAG_VALUE_NOT_MONTHS,         "[1-9]|1[0-2]"                                        },
};

bool datatype_fits(enum datatype type, const char *text, const char *const *one_of)
{
    if (type != TYPE_ONE_OF) return TYPES[type].fits(text);
    for (; *one_of; one_of++)
        if (!strcmp(*one_of, text)) return true;
    return false;
}

enum diag_id datatype_sentence(enum datatype type)
{
    return TYPES[type].sentence;
}

const char *datatype_pattern(enum datatype type)
{
    return TYPES[type].pattern;
}
