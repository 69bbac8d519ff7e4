/* metadata: catalogue, information dictionary, XMP, output intent. The same arguments give the same bytes: no clock, no locale. */
#include "pdf/metadata.h"
#include <lcms2.h>
#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PRODUCER "gyokaku (libharu 2.3.0)"
#define CREATOR "gyokaku"
enum { DATE_SIZE = 48, PROFILE_DATE = 24, PROFILE_DATE_SIZE = 12, YEAR_ZERO = 1900 };
static const double PROFILE_VERSION = 2.1; /* what every reader of PDF/A-2 knows */

/* --- dates --- */

struct dates {
    char info[DATE_SIZE]; /* 7.9.4 */
    char xmp[DATE_SIZE];  /* ISO 8601 */
};

static struct dates dates_of(long long epoch)
{
    struct tm at = {.tm_mday = 1};
    time_t seconds = (time_t)epoch;
    gmtime_r(&seconds, &at);
    int year = at.tm_year + YEAR_ZERO, month = at.tm_mon + 1;
    struct dates dates;
    snprintf(dates.info, sizeof dates.info, "D:%04d%02d%02d%02d%02d%02dZ", year, month, at.tm_mday, at.tm_hour,
             at.tm_min, at.tm_sec);
    snprintf(dates.xmp, sizeof dates.xmp, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, at.tm_mday, at.tm_hour,
             at.tm_min, at.tm_sec);
    return dates;
}

/* --- XMP --- */

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
static const struct {
    const char *attribute, *uri;
} NAMESPACES[] = {
    {"xmlns:dc",            "http://purl.org/dc/elements/1.1/"      },
    {"xmlns:xmp",           "http://ns.adobe.com/xap/1.0/"          },
    {"xmlns:pdf",           "http://ns.adobe.com/pdf/1.3/"          },
    {"xmlns:xmpTPg",        "http://ns.adobe.com/xap/1.0/t/pg/"     },
    {"xmlns:pdfaid",        "http://www.aiim.org/pdfa/ns/id/"       },
    {"xmlns:pdfuaid",       "http://www.aiim.org/pdfua/ns/id/"      },
    {"xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
    {"xmlns:pdfaSchema",    "http://www.aiim.org/pdfa/ns/schema#"   },
    {"xmlns:pdfaProperty",  "http://www.aiim.org/pdfa/ns/property#" },
};

static void start(xmlTextWriter *xml, const char *name)
{
    xmlTextWriterStartElement(xml, BAD_CAST name);
}

static void end(xmlTextWriter *xml, int levels)
{
    for (; levels; levels--)
        xmlTextWriterEndElement(xml);
}

static void leaf(xmlTextWriter *xml, const char *name, const char *text)
{
    xmlTextWriterWriteElement(xml, BAD_CAST name, BAD_CAST text);
}

static void attribute(xmlTextWriter *xml, const char *name, const char *value)
{
    xmlTextWriterWriteAttribute(xml, BAD_CAST name, BAD_CAST value);
}

/* A property whose value is an array of one: rdf:Alt (by language), rdf:Seq, rdf:Bag. */
static void array(xmlTextWriter *xml, const char *property, const char *kind, const char *lang, const char *text)
{
    start(xml, property);
    start(xml, kind);
    start(xml, "rdf:li");
    if (lang) attribute(xml, "xml:lang", lang);
    xmlTextWriterWriteString(xml, BAD_CAST text);
    end(xml, 3);
}

/* PDF/A knows nothing of PDF/UA's property, so it must be described (ISO 19005-2, 6.6.2.3.3). */
static void extension_schema(xmlTextWriter *xml)
{
    static const char RESOURCE[] = "Resource";
    start(xml, "pdfaExtension:schemas");
    start(xml, "rdf:Bag");
    start(xml, "rdf:li");
    attribute(xml, "rdf:parseType", RESOURCE);
    leaf(xml, "pdfaSchema:schema", "PDF/UA identification schema");
    leaf(xml, "pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
    leaf(xml, "pdfaSchema:prefix", "pdfuaid");
    start(xml, "pdfaSchema:property");
    start(xml, "rdf:Seq");
    start(xml, "rdf:li");
    attribute(xml, "rdf:parseType", RESOURCE);
    leaf(xml, "pdfaProperty:name", "part");
    leaf(xml, "pdfaProperty:valueType", "Integer");
    leaf(xml, "pdfaProperty:category", "internal");
    leaf(xml, "pdfaProperty:description", "Part of ISO 14289 to which the file conforms");
    end(xml, 6);
}

static void description(xmlTextWriter *xml, const struct metadata *metadata, const char *date)
{
    char pages[16];
    start(xml, "rdf:Description");
    attribute(xml, "rdf:about", "");
    for (size_t i = 0; i < sizeof NAMESPACES / sizeof *NAMESPACES; i++)
        attribute(xml, NAMESPACES[i].attribute, NAMESPACES[i].uri);
    leaf(xml, "dc:format", "application/pdf");
    array(xml, "dc:title", "rdf:Alt", "x-default", metadata->title);
    array(xml, "dc:creator", "rdf:Seq", NULL, metadata->author);
    array(xml, "dc:language", "rdf:Bag", NULL, metadata->lang);
    leaf(xml, "xmp:CreatorTool", CREATOR);
    leaf(xml, "xmp:CreateDate", date);
    leaf(xml, "xmp:ModifyDate", date);
    leaf(xml, "pdf:Producer", PRODUCER);
    snprintf(pages, sizeof pages, "%d", metadata->pages);
    leaf(xml, "xmpTPg:NPages", pages);
    leaf(xml, "pdfaid:part", "2");
    leaf(xml, "pdfaid:conformance", "A");
    leaf(xml, "pdfuaid:part", "1");
    extension_schema(xml);
    end(xml, 1);
}

static void add_xmp(struct object_file *file, const struct metadata *metadata, const char *date)
{
    xmlBuffer *packet = xmlBufferCreate();
    xmlTextWriter *xml = xmlNewTextWriterMemory(packet, 0);
    /* No XML declaration: the packet's own instruction says where it begins, and in which order its bytes are. */
    xmlTextWriterWritePI(xml, BAD_CAST "xpacket", BAD_CAST "begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
    start(xml, "x:xmpmeta");
    attribute(xml, "xmlns:x", "adobe:ns:meta/");
    start(xml, "rdf:RDF");
    attribute(xml, "xmlns:rdf", RDF);
    description(xml, metadata, date);
    end(xml, 2);
    xmlTextWriterWritePI(xml, BAD_CAST "xpacket", BAD_CAST "end=\"w\"");
    xmlTextWriterEndDocument(xml);
    xmlFreeTextWriter(xml);
    unsigned number = object_plain_stream(file, "/Type/Metadata/Subtype/XML", xmlBufferContent(packet),
                                          (size_t)xmlBufferLength(packet));
    object_catalog(file, "Metadata", number);
    xmlBufferFree(packet);
}

/* --- colour --- */

/* All colours of the file are sRGB (ISO 19005-2, 6.2.3): one profile says so for all of them. */
static void add_output_intent(struct object_file *file)
{
    cmsHPROFILE profile = cmsCreate_sRGBProfile();
    cmsSetProfileVersion(profile, PROFILE_VERSION);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, NULL, &size);
    unsigned char *bytes = xcalloc(size, 1);
    cmsSaveProfileToMem(profile, bytes, &size);
    cmsCloseProfile(profile);
    /* lcms2 writes the time of its making: the date of the standard in its place. Year, month, day, each two bytes. */
    static const unsigned char DATE[PROFILE_DATE_SIZE] = {1999 >> 8, 1999 & 0xFF, 0, 10, 0, 18};
    memcpy(bytes + PROFILE_DATE, DATE, sizeof DATE);
    struct buf intent = {0};
    buf_str(&intent, "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
                     "/RegistryName(http://www.color.org)/DestOutputProfile ");
    object_put_reference(&intent, object_stream(file, "/N 3", bytes, size));
    object_catalog_list(file, "OutputIntents", object_dictionary(file, buf_text(&intent)));
    buf_free(&intent);
    free(bytes);
}

void metadata_add(struct object_file *file, const struct metadata *metadata)
{
    struct dates dates = dates_of(metadata->epoch);
    object_info(file, "Title", metadata->title);
    object_info(file, "Author", metadata->author);
    object_info(file, "Creator", CREATOR);
    object_info(file, "Producer", PRODUCER);
    object_info(file, "CreationDate", dates.info);
    object_info(file, "ModDate", dates.info);
    object_catalog_text(file, "Lang", metadata->lang);
    object_catalog(file, "MarkInfo", object_dictionary(file, "/Marked true"));
    object_catalog(file, "ViewerPreferences", object_dictionary(file, "/DisplayDocTitle true"));
    add_xmp(file, metadata, dates.xmp);
    add_output_intent(file);
}
