"""The checks, checked: the file is broken on purpose in one place after another, and the check meant for it must say so.

usage: broken.py PDF --document XML [--print XML] --input XML [--epoch SECONDS]
"""
import argparse
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


STRUCTURE = (tree, tree_parent, content_untagged, content_artifact, content_lost, content_parents, tables_scope, tables_headers,
             tables_hole, tables_span, headings, contents_number, links_object, links_description, links_target, figures, language,
             marked, title, title_shown, outlines, outlines_page, labels, fonts, characters_private, characters_unknown,
             order_digit, order_kids, document_table, input_lost, paper_edge,
             paper_overlap, file_id, dates)

def check_of(fault):
    """The check that must see it: the first word of its name."""
    return fault.__name__.split("_")[0].replace("file", "file-id")


def try_fault(fault, options, document, plan, folder):
    """The faults that the check named by `fault` tells of the broken file; None when it cannot be broken so."""
    which = check_of(fault)
    path = os.path.join(folder, fault.__name__ + ".pdf")
    t = Tagged(options.pdf)
    fault(t)
    t.pdf.save(path, static_id=True)
    if fault is file_id:
        rename_id(path)
    return structure.checks_of(Tagged(path), document, plan, options.epoch)[which]()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pdf")
    parser.add_argument("--document", required=True)
    parser.add_argument("--print", dest="style_sheet")
    parser.add_argument("--input", required=True)
    parser.add_argument("--epoch", type=int)
    options = parser.parse_args()
    document, plan = structure.read_document(options.document, options.style_sheet), ET.parse(options.input).getroot()
    folder, failed = tempfile.mkdtemp(), False

    def tell(fine, text, faults=()):
        nonlocal failed
        failed = failed or not fine
        print(f"{'ok' if fine else 'not ok'} broken: {text}")
        for fault in faults:
            print(f"#   {fault}")

    whole = {which: check() for which, check in structure.checks_of(Tagged(options.pdf), document, plan, options.epoch).items()}
    try:
        for fault in STRUCTURE:
            try:
                told = try_fault(fault, options, document, plan, folder)
                tell(bool(told) and not whole[check_of(fault)], f"{fault.__name__}: {fault.__doc__}")
            except Exception as error:  # a fault that could not be made is a failed test, not the end of all
                tell(False, f"{fault.__name__}: {fault.__doc__}", [repr(error)])
        # the judges: PDF/UA-1 wants a language, PDF/A-2a every font; a file cut short is damaged
        short = os.path.join(folder, "short.pdf")
        with open(options.pdf, "rb") as whole, open(short, "wb") as part:
            part.write(whole.read()[:-2000])
        for flavour, fault in (("ua1", language), ("2a", fonts)):
            path = os.path.join(folder, fault.__name__ + ".pdf")
            told = judges.verapdf(flavour, [path])[os.path.realpath(path)]
            tell(any(text.startswith("ISO ") for text in told), f"{judges.FLAVOURS[flavour]}: {fault.__doc__}")
        tell(bool(judges.qpdf(short)), "qpdf: the end is missing")
    finally:
        shutil.rmtree(folder)
    sys.exit(failed)


if __name__ == "__main__":
    main()
