"""The checks, checked: the file is broken on purpose in one place after another, and the check meant for it must say so.

usage: broken.py PDF --document XML [--print XML] --input XML [--actuals XML… [--later XML…]] [--epoch SECONDS]
With --actuals the file is a report, and broken where only a report can be.
"""
import argparse
import copy
import os
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET

import pikepdf
from pikepdf import Array, Dictionary, Name, String

import judges
import structure
from reported import read_actuals
from tagged import Tagged, solid


def first(t, *tags, where=lambda element: True):
    return next(element for element in t.elements(*tags) if where(element))


def holders(element):
    attributes = element.obj.get("/A")
    return [] if attributes is None else [attributes] if isinstance(attributes, Dictionary) else list(attributes)


def drop_attribute(element, key):
    for holder in holders(element):
        if isinstance(holder, Dictionary) and key in holder:
            del holder[key]


def append(t, page, operators):
    page = t.pages[page].page
    page.Contents = t.pdf.make_stream(page.Contents.read_bytes() + operators)


def replace(t, page, old, new):
    page = t.pages[page].page
    data = page.Contents.read_bytes()
    changed = re.sub(old, new, data, count=1)
    assert changed != data, "nothing to replace"
    page.Contents = t.pdf.make_stream(changed)


def remap(t, old, new):
    """Makes ToUnicode say `new` where it says `old`, in the font that has it."""
    for font in t.fonts.values():
        cmap = font.obj.ToUnicode.read_bytes()
        changed = re.sub(rb"(<[0-9A-Fa-f]{4}>\s*)<%s>" % old, rb"\1<%s>" % new, cmap, flags=re.I)
        if changed != cmap:
            font.obj.ToUnicode = t.pdf.make_stream(changed)
            return
    raise AssertionError("no such character")


# ---- one fault each; the docstring says what is broken -----------------------------------------------------------------------

def tree(t):
    """the tree is empty"""
    t.tree.K = Array([])


def tree_parent(t):
    """an element names another parent"""
    first(t, "P").obj.P = t.root.obj


def content_untagged(t):
    """a rectangle is painted outside of everything"""
    append(t, 0, b"\n0 0 10 10 re f\n")


def content_artifact(t):
    """text of the tree is made an artifact"""
    page = next(ref.page for ref in first(t, "P").refs())
    replace(t, page, rb"/P\s*<<\s*/MCID \d+\s*>>\s*BDC", b"/Artifact BMC")


def content_lost(t):
    """a paragraph is taken out of the tree"""
    element = first(t, "P")
    element.parent.obj.K = Array([kid for kid in t.listed(element.parent.obj.K) if kid != element.obj])


def content_parents(t):
    """two entries of the parent tree change places"""
    entries = next(value for _, value in sorted(t.number_tree(t.tree.ParentTree).items())
                   if isinstance(value, Array) and len(value) > 1 and value[0].objgen != value[1].objgen)
    entries[0], entries[1] = entries[1], entries[0]


def tables_scope(t):
    """a header cell loses its scope"""
    named = {bytes(key) for cell in t.elements("TD", "TH") for key in cell.attribute("/Headers") or []}
    drop_attribute(first(t, "TH", where=lambda e: e.attribute("/Scope") is not None and bytes(e.obj.get("/ID", b"")) not in named), "/Scope")


def tables_headers(t):
    """a header row becomes data"""
    for head in first(t, "Table", where=lambda e: any(k.tag == "THead" for k in e.elements())).walk():
        if head.tag == "TH":
            head.obj.S = Name.TD


def tables_hole(t):
    """a row loses a cell"""
    row = first(t, "TR", where=lambda e: len(e.elements()) > 2)
    row.obj.K = Array(list(row.obj.K)[:-1])


def tables_span(t):
    """a cell claims a column that is taken"""
    cell = first(t, "TD", where=lambda e: e.attribute("/ColSpan") is None)
    cell.obj.A = Dictionary(O=Name.Table, ColSpan=2)


def headings(t):
    """a heading skips levels"""
    first(t, "H2").obj.S = Name.H4


def contents_number(t):
    """the contents lead to pages that are called otherwise"""
    t.catalog.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=501)]))


def links_object(t):
    """a link loses its annotation"""
    link = first(t, "Link", where=lambda e: e.objects())
    link.obj.K = Array([kid for kid in t.listed(link.obj.K) if not (isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR)])


def links_description(t):
    """a link loses its description"""
    del first(t, "Link", where=lambda e: e.objects()).objects()[0].Obj.Contents


def links_target(t):
    """a link leads to a page that is not there"""
    annotation = first(t, "Link", where=lambda e: e.objects()).objects()[0].Obj
    annotation.Dest = Array([Dictionary(Type=Name.Page), Name.Fit])
    if "/A" in annotation:
        del annotation.A


def figures(t):
    """a figure without alternative text"""
    first(t, "P").obj.S = Name.Figure


def figures_alternative(t):
    """a chart loses its alternative text"""
    del t.elements("Figure")[-1].obj.Alt


def figures_box(t):
    """a chart loses its box"""
    drop_attribute(t.elements("Figure")[-1], "/BBox")


def content_chart(t):
    """a chart is no longer marked: its lines and numbers lie outside the tree"""
    ref = next(ref for ref in t.elements("Figure")[-1].refs())
    replace(t, ref.page, rb"/\w+\s*<<\s*/MCID %d\s*>>\s*BDC" % ref.mcid, b"/Span <<>> BDC")


def document_chart(t):
    """a chart is taken out of the tree"""
    element = t.elements("Figure")[-1]
    element.parent.obj.K = Array([kid for kid in t.listed(element.parent.obj.K) if kid != element.obj])


def language(t):
    """no language"""
    del t.catalog.Lang


def marked(t):
    """the file does not say that it is tagged"""
    t.catalog.MarkInfo = Dictionary(Marked=False)


def title(t):
    """another title"""
    t.pdf.docinfo.Title = String("無題")


def title_shown(t):
    """the file's name is shown instead of the title"""
    t.catalog.ViewerPreferences = Dictionary(DisplayDocTitle=False)


def outlines(t):
    """no bookmarks"""
    del t.catalog.Outlines


def outlines_page(t):
    """a bookmark leads to another page"""
    item = t.catalog.Outlines.First
    page = t.pages[-1].page
    item.Dest = Array([page, Name.XYZ, 0, 0, 0])
    if "/A" in item:
        del item.A


def labels(t):
    """no page labels"""
    del t.catalog.PageLabels


def fonts(t):
    """a font is not embedded"""
    descriptor = next(iter(t.fonts.values())).descriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def characters_private(t):
    """a character is read as one of private use"""
    remap(t, b"8ABF|30FB|8A08|0031", b"E001")


def characters_unknown(t):
    """a character cannot be read"""
    remap(t, b"8A08|0031", b"FFFD")


def order_digit(t):
    """one digit is read as another"""
    remap(t, b"0036", b"0037")


def order_kids(t):
    """two paragraphs change places"""
    def twin(element):
        kids = element.elements()
        return len(kids) > 1 and len(kids) == len(element.kids) and solid(t.text(kids[0])) != solid(t.text(kids[1]))

    parent = next(e for e in t.root.walk() if twin(e))
    kids = parent.obj.K
    kids[0], kids[1] = kids[1], kids[0]


def document_reading(t):
    """a paragraph is tagged as a text with its reading"""
    first(t, "P").obj.S = Name.Ruby


def document_table(t):
    """a table loses its last row"""
    group = t.elements("TR")[-1].parent
    group.obj.K = Array(list(group.obj.K)[:-1])


def input_lost(t):
    """a cell of the last sheet loses its text"""
    cell = [e for e in t.elements("TD") if len(solid(t.text(e))) > 12][-1]
    cell.obj.K = Array([])


def dates(t):
    """another date"""
    t.pdf.docinfo.CreationDate = String("D:20010101000000Z")


def paper_edge(t):
    """the paper is smaller than the page"""
    page = t.pages[-1].page
    page.MediaBox = Array([0, 0, float(page.MediaBox[2]) / 2, page.MediaBox[3]])


def paper_overlap(t):
    """lines are set again, a little aside"""
    page = t.pages[-1].page
    page.Contents = t.pdf.make_stream(page.Contents.read_bytes() + b"\nq 1 0 0 1 4 4 cm\n" + page.Contents.read_bytes() + b"\nQ\n")


def file_id(t):
    """no file ID"""


def rename_id(path):
    """pikepdf always writes an ID, so it is taken out of the bytes."""
    with open(path, "r+b") as file:
        data = file.read()
        file.seek(0)
        file.write(re.sub(rb"/ID(\s*\[)", rb"/Ix\1", data))


def only_actual(t):
    """An actual that is printed in one cell and nowhere else in its sheet's tables: that of the last row 実績値 with a number."""
    rows = [row for row in t.elements("TR") if solid(t.text(row)).startswith("実績値")]
    return next(ref for row in reversed(rows) for cell in row.elements() if cell.tag == "TD"
                for ref in cell.refs() if re.match(r"\d", t.text_of(ref)))


def actuals_digit(t):
    """one digit of one actual is another glyph's in the content"""
    ref = only_actual(t)
    page = t.pages[ref.page].page
    data = page.Contents.read_bytes()
    start = re.search(rb"/MCID %d\s*>>\s*BDC" % ref.mcid, data).end()
    shown = re.compile(rb"<([0-9A-Fa-f]+)>").search(data, start)
    codes = [int(shown[1][i:i + 4], 16) for i in range(0, len(shown[1]), 4)]
    for font in t.fonts.values():
        if font.codes.get(codes[0]) in tuple("0123456789"):
            codes[0] = next(code for code, text in font.codes.items() if text in tuple("123456789") and text != font.codes[codes[0]])
            page.Contents = t.pdf.make_stream(data[:shown.start(1)] + b"".join(b"%04X" % c for c in codes) + data[shown.end(1):])
            return
    raise AssertionError("no digit")


def actuals_read(t):
    """one digit is read as another: ToUnicode says so"""
    remap(t, b"0036", b"0037")


def actuals_years(t):
    """two years' actuals change places"""
    row = next(row for row in t.elements("TR") if solid(t.text(row)).startswith("実績値") and len(row.elements()) > 3
               and solid(t.text(row.elements()[1])) != solid(t.text(row.elements()[2])))
    kids = row.obj.K
    kids[1], kids[2] = kids[2], kids[1]


def actuals_sheets(t):
    """two sheets' actuals change places"""
    rows = [row for row in t.elements("TR") if solid(t.text(row)).startswith("実績値")]
    first, second = rows[0].elements()[1].obj, rows[1].elements()[1].obj
    first.K, second.K = second.K, first.K


def actuals_lost(t):
    """the last sheet loses an evaluation"""
    row = [row for row in t.elements("TR") if solid(t.text(row)).startswith("評価")][-1]
    row.elements()[-1].obj.K = Array([])


def marks_page(t):
    """one page is not marked as a sample"""
    page = t.pages[-1].page
    codes = [b"".join(b"%04X" % code for c in "見本" for code, text in font.codes.items() if text == c) for font in t.fonts.values()]
    data = page.Contents.read_bytes()
    found = next((code for code in codes if len(code) == 8 and code.lower() in data.lower()), None)
    assert found, "no mark on the last page"
    page.Contents = t.pdf.make_stream(re.sub(found, found[4:] + found[4:], data, flags=re.I))


# ---- the input is another than the file was made from: each changes what is given to the checks -----------------------------

def actuals_changed(given):
    """one digit of one actual is another in the XML"""
    actual = next(a for a in given["actuals"][-1].iter("actual") if re.search(r"\d$|\d\D$", a.text or ""))
    actual.text = re.sub(r"\d(?=\D?$)", lambda m: str((int(m[0]) + 1) % 10), actual.text)


def actuals_amount(given):
    """an amount is another in the XML"""
    next(given["actuals"][-1].iter("effect")).text = "31,415,926"


def actuals_evidence(given):
    """an evidence is another in the XML"""
    next(a for a in given["actuals"][-1].iter("actual") if "evidence" in a.attrib).set("evidence", "別の会議")


def actuals_date(given):
    """a day of checking is another in the XML"""
    next(given["actuals"][-1].iter("sheet")).set("checked", "2028-02-29")


def actuals_earlier(given):
    """an actual of the first year is another in the XML"""
    next(given["actuals"][0].iter("actual")).text = "98.53%"


def later_told(given):
    """what the report says is said to be of a later year"""
    given["later"] = [given["actuals"].pop()]


def marks_wanted(given):
    """the actuals are said to be real ones"""
    for one in given["actuals"]:
        one.attrib.pop("sample", None)


STRUCTURE = (tree, tree_parent, content_untagged, content_artifact, content_lost, content_parents, tables_scope, tables_headers,
             tables_hole, tables_span, headings, contents_number, links_object, links_description, links_target, figures, language,
             marked, title, title_shown, outlines, outlines_page, labels, fonts, characters_private, characters_unknown,
             order_digit, order_kids, document_reading, document_table, input_lost, paper_edge,
             paper_overlap, file_id, dates)
REPORT = (figures_alternative, figures_box, content_chart, document_chart, actuals_digit, actuals_read, actuals_years,
          actuals_sheets, actuals_lost, marks_page)
INPUT = (actuals_changed, actuals_amount, actuals_evidence, actuals_date, actuals_earlier, later_told, marks_wanted)


def check_of(fault):
    """The check that must see it: the first word of its name."""
    return fault.__name__.split("_")[0].replace("file", "file-id")


def try_fault(fault, whole, given, folder):
    """The faults that the check named by `fault` tells of the broken file, or of the whole one beside a changed input."""
    which = check_of(fault)
    if fault in INPUT:
        changed = copy.deepcopy(given)
        fault(changed)
        return structure.checks_of(whole, **changed)[which]()
    broken = os.path.join(folder, fault.__name__ + ".pdf")
    t = Tagged(whole.path)
    fault(t)
    t.pdf.save(broken, static_id=True)
    if fault is file_id:
        rename_id(broken)
    return structure.checks_of(Tagged(broken), **given)[which]()


def judges_see(path, folder, tell):
    """The judges: PDF/UA-1 wants a language, PDF/A-2a every font; a file cut short is damaged."""
    short = os.path.join(folder, "short.pdf")
    with open(path, "rb") as whole, open(short, "wb") as part:
        part.write(whole.read()[:-2000])
    for flavour, fault in (("ua1", language), ("2a", fonts)):
        broken = os.path.join(folder, fault.__name__ + ".pdf")
        told = judges.verapdf(flavour, [broken])[os.path.realpath(broken)]
        tell(any(text.startswith("ISO ") for text in told), f"{judges.FLAVOURS[flavour]}: {fault.__doc__}")
    tell(bool(judges.qpdf(short)), "qpdf: the end is missing")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pdf")
    parser.add_argument("--document", required=True)
    parser.add_argument("--print", dest="style_sheet")
    parser.add_argument("--input", required=True)
    parser.add_argument("--actuals", nargs="+", default=[])
    parser.add_argument("--later", nargs="*", default=[])
    parser.add_argument("--epoch", type=int)
    options = parser.parse_args()
    given = {"document": structure.read_document(options.document, options.style_sheet), "plan": ET.parse(options.input).getroot(),
             "actuals": read_actuals(options.actuals), "later": read_actuals(options.later), "epoch": options.epoch}
    faults = REPORT + INPUT if options.actuals else STRUCTURE
    folder, failed = tempfile.mkdtemp(), False

    def tell(fine, text, faults=()):
        nonlocal failed
        failed = failed or not fine
        print(f"{'ok' if fine else 'not ok'} broken: {text}")
        for fault in faults:
            print(f"#   {fault}")

    whole = Tagged(options.pdf)
    checks = structure.checks_of(whole, **given)
    told_of_whole = {which: checks[which]() for which in {check_of(fault) for fault in faults}}
    try:
        for fault in faults:
            try:
                told = try_fault(fault, whole, given, folder)
                tell(bool(told) and not told_of_whole[check_of(fault)], f"{fault.__name__}: {fault.__doc__}")
            except Exception as error:  # a fault that could not be made is a failed test, not the end of all
                tell(False, f"{fault.__name__}: {fault.__doc__}", [repr(error)])
        if not options.actuals:
            judges_see(options.pdf, folder, tell)
    finally:
        shutil.rmtree(folder)
    sys.exit(failed)


if __name__ == "__main__":
    main()
