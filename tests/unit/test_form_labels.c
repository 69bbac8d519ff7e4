/* The fields of a form: every row of fields.def is where it has to be; the words of labels.xml, their reader beside its schema. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "document/facts.h"
#include "mutants.h"
#include "plan/form_labels.h"
#include "progress/words.h"
#include "written.h"

#define COMPLETE "tests/unit/complete-labels.xml"

/* --- the file --- */

struct judges {
    char path[32];
    xmlRelaxNG *schema;
    unsigned mutants, refused, disagreements;
};

static void ignore(void *user, xmlError *error)
{
    (void)user, (void)error;
}

static bool schema_accepts(const struct judges *judges, const char *bytes, int size)
{
    xmlDoc *document = xmlReadMemory(bytes, size, NULL, NULL, XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(judges->schema);
    xmlRelaxNGSetValidStructuredErrors(context, ignore, NULL);
    bool valid = document && xmlRelaxNGValidateDoc(context, document) == 0;
    xmlRelaxNGFreeValidCtxt(context);
    xmlFreeDoc(document);
    return valid;
}

static void judge(const char *bytes, int size, const char *what, void *user)
{
    struct judges *judges = user;
    bool valid = schema_accepts(judges, bytes, size);
    assert_true(g_file_set_contents(judges->path, bytes, size, NULL));
    struct diag *diag = diag_new();
    struct form_labels *labels = form_labels_read(judges->path, diag);
    judges->mutants++;
    judges->refused += !valid;
    if (valid != (labels != NULL)) {
        judges->disagreements++;
        print_error("%s: the schema says %s, the reader %s\n", what, valid ? "yes" : "no", labels ? "yes" : "no");
    }
    assert_int_equal(labels == NULL, diag_count(diag, SEVERITY_ERROR) > 0);
    form_labels_free(labels);
    diag_free(diag);
}

static void reader_and_schema_agree(void **state)
{
    (void)state;
    static const char *const VALUES[] = {"", " ", "1", "yes", "担当", " department ", NULL};
    assert_int_equal(written_lacks(ROOT_labels, COMPLETE, NULL), 0);
    struct judges judges = {.path = "/tmp/gyokaku-test-XXXXXX"};
    close(mkstemp(judges.path));
    judges.schema = written_schema(ROOT_labels);
    assert_non_null(judges.schema);
    mutants_all(&(struct mutants){COMPLETE, VALUES, judge, &judges});
    unlink(judges.path);
    xmlRelaxNGFree(judges.schema);
    assert_true(judges.mutants > 20);
    assert_true(judges.refused > judges.mutants / 4 && judges.refused < judges.mutants);
    assert_int_equal(judges.disagreements, 0);
}

static void the_first_word_is_printed(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct form_labels *own = form_labels_read(COMPLETE, diag), *none = form_labels_read("tests/none-such.xml", diag);
    assert_int_equal(own->count, 4);
    assert_string_equal(form_labels_word(own, "department"), "担当部署");
    assert_string_equal(form_labels_own(own, "department"), "担当部署");
    assert_null(form_labels_own(own, "goal"));
    assert_string_equal(form_labels_word(own, "goal"), "期間内の最終目標");
    assert_string_equal(form_labels_word(none, "department"), "主管課");
    assert_string_equal(form_labels_word(NULL, "department"), "主管課");
    assert_null(form_labels_word(own, "none-such"));
    assert_string_equal(words_label(own, "department"), "担当部署");
    assert_string_equal(words_label(own, "tolerance"), "tolerance");
    form_labels_free(own);
    form_labels_free(none);
    diag_free(diag);
}

/* --- the table --- */

static const xmlNode *field_of(const xmlNode *sheet, const char *id)
{
    for (const xmlNode *node = sheet->children; node; node = node->next) {
        xmlChar *own = xmlGetProp(node, (const xmlChar *)"id");
        bool same = own && !strcmp((const char *)node->name, "field") && !strcmp((const char *)own, id);
        xmlFree(own);
        if (same) return node;
    }
    return NULL;
}

static void every_field_has_a_label_and_a_word(void **state)
{
    (void)state;
    const struct field_kinds *const KINDS[] = {&FIELDS_OF_PLAN, &FIELDS_OF_YEAR};
    for (size_t k = 0; k < sizeof KINDS / sizeof *KINDS; k++)
        for (unsigned i = 0; i < KINDS[k]->count; i++) {
            const struct field_kind *kind = &KINDS[k]->kind[i];
            if (kind->id == FIELD_OWN) continue;
            assert_string_equal(form_labels_word(NULL, kind->element), kind->label);
            assert_string_equal(words_field(kind->element), kind->name);
        }
}

/* With the words of the body; its own fields have none there. */
static void every_field_is_in_the_facts(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct plan *plan = plan_read("tests/unit/complete-plan.xml", diag);
    struct form_labels *own = form_labels_read(COMPLETE, diag);
    plan->labels = own;
    xmlDoc *facts = facts_plan(plan);
    const xmlNode *sheet = xmlDocGetRootElement(facts)->children;
    while (strcmp((const char *)sheet->name, "sheet") != 0)
        sheet = sheet->next;
    for (unsigned i = 0; i < FIELDS_OF_PLAN.count; i++) {
        const struct field_kind *kind = &FIELDS_OF_PLAN.kind[i];
        if (kind->id == FIELD_OWN) continue;
        const xmlNode *field = field_of(sheet, kind->element);
        if (!field) fail_msg("%s is not in the facts", kind->element);
        xmlChar *label = xmlGetProp(field, (const xmlChar *)"label");
        assert_string_equal((const char *)label, form_labels_word(own, kind->element));
        xmlFree(label);
    }
    xmlFreeDoc(facts);
    plan_free(plan);
    form_labels_free(own);
    diag_free(diag);
}

/* A number is shown with its unit, and kept as one. */
static void numbers_have_units(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct plan *plan = plan_read("tests/unit/complete-plan.xml", diag);
    const struct form_fields *fields = &plan->initiative[0].fields;
    const struct form_field *cost = NULL;
    for (unsigned i = 0; i < fields->count; i++)
        if (fields->field[i].unit) cost = &fields->field[i];
    assert_non_null(cost);
    assert_string_equal(cost->text.blocks[0].text[0], "12,340.5千円");
    assert_true(cost->number.units == 123405 && cost->number.scale == 1);
    assert_string_equal(fields_column(plan->arena, cost), "人件費（千円）");
    plan_free(plan);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reader_and_schema_agree),
        cmocka_unit_test(the_first_word_is_printed),
        cmocka_unit_test(every_field_has_a_label_and_a_word),
        cmocka_unit_test(every_field_is_in_the_facts),
        cmocka_unit_test(numbers_have_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
