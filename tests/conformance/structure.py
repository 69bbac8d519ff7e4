"""What the judges of PDF/UA and PDF/A do not look at: they pass a file with an empty tree. Each check gives its faults.

usage: structure.py PDF [--document XML [--print XML]] [--input XML] [--actuals XML… [--later XML…]] [--epoch SECONDS]
--document: the document that the PDF was made from (`gyokaku --show document plan`); --print: its style sheet, which can leave
elements out; --input: the plan it says; --own-form: its sheets have the fields in an order of their own; --actuals: it is the
report of the last of these years; --later: the years that must not be in it; --no-poppler: leaves out poppler's reading of the
tree, which takes minutes for fifty pages.
"""
import argparse
import datetime
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter

import pikepdf

from faithful import check_document, check_input, check_order, check_sheets, difference, hidden, plain, without
from reported import check_actuals, check_later, check_marks, read_actuals
from tables import grid_of, header_faults
from tagged import HEADINGS, Ref, Tagged, destination_of, name, run, solid

XMP = {"dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
       "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}

# ---- checks on the file alone ----------------------------------------------------------------------------------------------

def check_tree(t):
    if t.root is None:
        return t.faults or ["there is no structure tree"]
    faults = list(t.faults)
    if t.root.tag != "Document":
        faults.append(f"the top element is {t.root.tag}, not Document")
    if not solid(t.text(t.root)):
        faults.append("no text is in the tree")
    empty = [e for e in t.root.walk() if not e.kids and e.tag not in ("TD", "TH")]
    faults += [f"an empty {e.tag} (object {e.obj.objgen[0]})" for e in empty]
    return faults


def check_content(t):
    """Every piece of every page is an artifact or in the tree, once; the parent tree leads back (ISO 32000-1, 14.7.4.4)."""
    faults = [f"page {page.index + 1}: {fault}" for page in t.pages for fault in page.faults]
    owner = {}
    for element in t.root.walk() if t.root else []:
        for kid in element.kids:
            if isinstance(kid, Ref):
                if kid in owner:
                    faults.append(f"page {kid.page + 1}, MCID {kid.mcid} belongs to two elements")
                owner[kid] = element
    parents = t.number_tree(t.tree.get("/ParentTree")) if t.tree is not None else {}
    for page in t.pages:
        back = parents.get(int(page.page.get("/StructParents", -1)), [])
        for mcid, text in page.content.items():
            element = owner.get(Ref(page.index, mcid))
            if element is None:
                faults.append(f"page {page.index + 1}, MCID {mcid} 「{text[:20]}」 is not in the tree")
            elif not 0 <= mcid < len(back) or back[mcid].objgen != element.obj.objgen:
                faults.append(f"page {page.index + 1}, MCID {mcid}: the parent tree names another element")
    for ref in owner:
        if not 0 <= ref.page < len(t.pages) or ref.mcid not in t.pages[ref.page].content:
            faults.append(f"the tree names MCID {ref.mcid} on page {ref.page + 1}, which is not there")
    return faults


def check_tables(t):
    faults = []
    for number, table in enumerate(t.elements("Table"), 1):
        cells, grid = grid_of(table)
        faults += [f"table {number}: {fault}" for fault in grid + header_faults(cells, lambda e: solid(t.text(e)))]
    return faults


def check_headings(t):
    faults, level = [], 0
    for element in t.elements(*HEADINGS):
        now = int(element.tag[1])
        if now > level + 1:
            faults.append(f"{element.tag} 「{t.text(element)[:30]}」 follows level {level}")
        if not solid(t.text(element)):
            faults.append(f"an empty {element.tag}")
        level = now
    return faults if level else ["there is no heading"]


def check_contents(t):
    """A contents entry is a link, and says the label of the page it leads to."""
    faults, labels = [], t.labels()
    for entry in t.elements("TOCI"):
        links = [e for e in entry.walk() if e.tag == "Link"]
        text = solid(t.text(entry))
        targets = [t.destination(destination_of(obj.Obj)) for link in links for obj in link.objects()]
        if not links or not targets:
            faults.append(f"「{text[:30]}」 is no link")
        elif targets[0] < 0:
            faults.append(f"「{text[:30]}」 leads nowhere")
        elif not text.endswith(labels[targets[0]] or "?"):
            faults.append(f"「{text[:40]}」 leads to page {labels[targets[0]]}")
    if t.elements("TOCI") and any(e.parent.tag != "TOC" for e in t.elements("TOCI")):
        faults.append("a TOCI outside a TOC")
    return faults


def leads_somewhere(t, target):
    if isinstance(target, pikepdf.Dictionary) and target.get("/S") == "/URI":
        return bool(str(target.get("/URI", "")))
    return target is not None and t.destination(target) >= 0


def check_links(t):
    """Every link has its annotation in the tree, a description, and somewhere to go (ISO 14289-1, 7.18.5)."""
    faults, known = [], set()
    parents = t.number_tree(t.tree.get("/ParentTree")) if t.tree is not None else {}
    for link in t.elements("Link"):
        label = f"the link 「{t.text(link)[:30]}」"
        if not link.objects():
            faults.append(f"{label} has no OBJR")
        for reference in link.objects():
            annotation = reference.Obj
            known.add(annotation.objgen)
            if not str(annotation.get("/Contents", "")).strip():
                faults.append(f"{label} has no Contents")
            back = parents.get(int(annotation.get("/StructParent", -1)))
            if back is None or back.objgen != link.obj.objgen:
                faults.append(f"{label}: the parent tree names another element")
            if not leads_somewhere(t, destination_of(annotation)):
                faults.append(f"{label} leads nowhere")
    for page in t.pages:
        for annotation in page.page.get("/Annots", []):
            if annotation.objgen not in known:
                faults.append(f"page {page.index + 1}: an annotation is not in the tree")
        if "/Annots" in page.page and name(page.page.get("/Tabs", "")) != "S":
            faults.append(f"page {page.index + 1}: Tabs is not S")
    return faults


def check_figures(t):
    """Alternative text (ISO 14289-1, 7.3), and a box on the page where the figure is (ISO 32000-1, 14.8.5.4.3)."""
    faults = []
    for i, e in enumerate(t.elements("Figure", "Formula"), 1):
        if not str(e.obj.get("/Alt", "")).strip() and "/ActualText" not in e.obj:
            faults.append(f"figure {i} has no alternative text")
        box, pages = e.attribute("/BBox"), {ref.page for ref in e.refs()}
        if box is None or len(box) != 4:
            faults.append(f"figure {i} has no BBox")
        elif len(pages) == 1:
            paper = [float(v) for v in t.pages[pages.pop()].page.MediaBox]
            left, bottom, right, top = (float(v) for v in box)
            if not (paper[0] <= left < right <= paper[2] and paper[1] <= bottom < top <= paper[3]):
                faults.append(f"figure {i}: its BBox is not on the paper")
    return faults


def check_language(t):
    lang = str(t.catalog.get("/Lang", ""))
    return [] if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", lang) else [f"Lang is 「{lang}」"]


def check_marked(t):
    info = t.catalog.get("/MarkInfo", {})
    return [] if info.get("/Marked") is True and not info.get("/Suspects", False) else ["MarkInfo does not say Marked"]


def xmp_text(t, path):
    if "/Metadata" not in t.catalog:
        return None
    found = ET.fromstring(t.catalog.Metadata.read_bytes().strip(b"\x00")).find(".//" + path, XMP)
    return found.text if found is not None else None


def check_title(t, document=None):
    title = str(t.pdf.docinfo.get("/Title", "")) if "/Info" in t.pdf.trailer else ""
    faults = [] if title.strip() else ["there is no title"]
    if t.catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        faults.append("DisplayDocTitle is not set")
    if xmp_text(t, "dc:title//rdf:li") != title:
        faults.append("XMP has another title")
    if document is not None and plain(document.get("title")) != solid(title):
        faults.append(f"the title is 「{title}」, the document's 「{document.get('title')}」")
    return faults


def check_outlines(t):
    """Bookmarks name headings, without readings, in their order, and lead to the page where each begins."""
    headings = [(solid(t.text(e, ("RT",))), next((ref.page for ref in e.refs()), -1)) for e in t.elements(*HEADINGS)]
    faults, at = [], 0
    with t.pdf.open_outline() as outline:
        todo = list(outline.root)
        if not todo:
            return ["there are no bookmarks"]
        while todo:
            item = todo.pop(0)
            todo[:0] = item.children
            text, page = solid(item.title), t.destination(item.destination if item.destination is not None else item.action)
            found = next((i for i in range(at, len(headings)) if headings[i][0] == text), None)
            if found is None:
                faults.append(f"the bookmark 「{item.title}」 is no heading, or not in order")
            elif headings[found][1] != page:
                faults.append(f"the bookmark 「{item.title}」 leads to page {page + 1}, its heading is on {headings[found][1] + 1}")
            at = at if found is None else found + 1
    return faults


def check_labels(t):
    labels = t.labels()
    faults = [f"page {i + 1} has no label" for i, label in enumerate(labels) if not label]
    faults += [f"two pages are called {label}" for label, count in Counter(labels).items() if label and count > 1]
    return faults if labels else ["there are no pages"]


def check_fonts(t):
    faults = [] if t.fonts else ["no font is used"]
    for font in t.fonts.values():
        descriptor = font.descriptor
        if descriptor is None or not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            faults.append(f"{font.name} is not embedded")
        if not re.match(r"[A-Z]{6}\+", font.name):
            faults.append(f"{font.name} is not named as a subset")
    return faults


def check_characters(t):
    """Text that can be read out: no replacement characters, private use or controls, in the tree or in artifacts."""
    def bad(c):
        return c == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(c) in ("Co", "Cs", "Cn") or (ord(c) < 32 and c not in "\t\n\r")

    texts = [(page.index + 1, text) for page in t.pages for text in (*page.content.values(), *page.artifacts)]
    return [f"page {page}: U+{ord(c):04X} in 「{text[:30]}」" for page, text in texts for c in text if bad(c)]


def check_file_id(t):
    ids = [bytes(part) for part in t.pdf.trailer.get("/ID", [])]
    return [] if len(ids) == 2 and all(len(part) >= 16 for part in ids) else ["the file has no ID of two strings of 16 bytes"]


def pdf_date(text):
    m = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z(?:00'?00'?)?|([+-])(\d\d)'(\d\d)'?)", text)
    if not m:
        return None
    offset = datetime.timedelta(hours=int(m[8] or 0), minutes=int(m[9] or 0)) * (-1 if m[7] == "-" else 1)
    return datetime.datetime(*(int(m[i]) for i in range(1, 7)), tzinfo=datetime.timezone(offset))


def check_dates(t, epoch):
    faults = []
    for key, path in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        if key not in t.pdf.docinfo:
            if key == "/CreationDate":
                faults.append("there is no CreationDate")
            continue
        date = pdf_date(str(t.pdf.docinfo[key]))
        meta = xmp_text(t, path)
        if date is None:
            faults.append(f"{key}: {t.pdf.docinfo[key]} is no date")
        elif meta is None or datetime.datetime.fromisoformat(meta.replace("Z", "+00:00")) != date:
            faults.append(f"{key} is {date}, {path} {meta}")
        elif epoch is not None and date.timestamp() != epoch:
            faults.append(f"{key} is {date}, SOURCE_DATE_EPOCH {epoch}")
    return faults


# ---- other readers ---------------------------------------------------------------------------------------------------------

def read_by_poppler(t):
    """(text of the tree, complaints). It reads a page again for each of its elements: a minute for forty pages."""
    status, text, errors = run("pdfinfo", "-struct-text", str(t.path))
    return solid("".join(re.findall(r'^\s*"(.*)"\s*$', text, re.M))), errors or ("" if status == 0 else f"exit status {status}")


def check_poppler(t, theirs, complaints):
    """poppler reads the same text in the same order, and complains of nothing."""
    faults = [complaints.strip().split("\n")[0]] if complaints.strip() else []
    return faults + difference("our reading", solid(t.text(t.root)) if t.root else "", "pdfinfo", theirs)


def check_mutool(t):
    """MuPDF extracts the same characters from every page (its order is that of the page), and complains of nothing."""
    status, text, errors = run("mutool", "draw", "-q", "-F", "txt", str(t.path))
    errors = errors.replace("warning: ICC support is not available\n", "")  # Debian's MuPDF says so of every file
    faults = [errors.strip().split("\n")[0]] if errors.strip() or status else []
    theirs = text.split("\f")
    for page in t.pages:
        ours = Counter(solid("".join((*page.content.values(), *page.artifacts))))
        other = Counter(solid(theirs[page.index])) if page.index < len(theirs) else Counter()
        if ours != other:
            faults.append(f"page {page.index + 1}: only in the file {list((ours - other).items())[:5]}, only in mutool {list((other - ours).items())[:5]}")
    return faults


PAPER_EDGE = 10  # points that printers do not reach
MOST_OVERLAP = 0.15  # of the smaller word's box: boxes are of the font's full height, so neighbours may touch


def check_paper(t):
    """No text off the paper, no text on other text (as poppler places words)."""
    faults = []
    pages = run("pdftotext", "-bbox", str(t.path), "-")[1].split("<page ")[1:]
    for number, page in enumerate(pages, 1):
        width, height = (float(v) for v in re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        words = [(*(float(v) for v in word[:4]), word[4]) for word in
                 re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page)]
        for i, (left, top, right, bottom, text) in enumerate(words):
            if left < PAPER_EDGE or top < PAPER_EDGE or right > width - PAPER_EDGE or bottom > height - PAPER_EDGE:
                faults.append(f"page {number}: 「{text[:20]}」 is off the paper")
            for left2, top2, right2, bottom2, other in words[i + 1:]:
                common = max(0, min(right, right2) - max(left, left2)) * max(0, min(bottom, bottom2) - max(top, top2))
                if common > MOST_OVERLAP * min((right - left) * (bottom - top), (right2 - left2) * (bottom2 - top2)):
                    faults.append(f"page {number}: 「{text[:20]}」 and 「{other[:20]}」 lie on each other")
    return faults if pages else ["poppler finds no pages"]


def checks_of(t, document=None, plan=None, epoch=None, own_form=False, actuals=(), later=()):
    """{name: check} of what can be checked with what is given. With actuals it is a report, and they and the marks are checked
    instead of the plan's own texts."""
    checks = {
        "tree": lambda: check_tree(t), "content": lambda: check_content(t), "tables": lambda: check_tables(t),
        "headings": lambda: check_headings(t), "contents": lambda: check_contents(t), "links": lambda: check_links(t),
        "figures": lambda: check_figures(t), "language": lambda: check_language(t), "marked": lambda: check_marked(t),
        "title": lambda: check_title(t, document), "outlines": lambda: check_outlines(t), "labels": lambda: check_labels(t),
        "fonts": lambda: check_fonts(t), "characters": lambda: check_characters(t), "file-id": lambda: check_file_id(t),
        "dates": lambda: check_dates(t, epoch), "mutool": lambda: check_mutool(t), "paper": lambda: check_paper(t)}
    if document is not None:
        checks["order"] = lambda: check_order(t, document)
        checks["document"] = lambda: check_document(t, document)
    if actuals:
        checks["actuals"] = lambda: check_actuals(t, plan, actuals)
        checks["later"] = lambda: check_later(t, plan, actuals, later)
        checks["marks"] = lambda: check_marks(t, plan, actuals)
        return checks
    if plan is not None:
        checks["input"] = lambda: check_input(t, plan)
    if plan is not None and document is not None:
        checks["sheets"] = lambda: check_sheets(document, plan, own_form)
    return checks


def read_document(path, style_sheet):
    document = ET.parse(path).getroot()
    return without(document, hidden(document, style_sheet)) if style_sheet else document


def tell(label, which, faults):
    print(f"{'not ok' if faults else 'ok'} {label}: {which}")
    for fault in faults[:10]:
        print(f"#   {fault}")
    if len(faults) > 10:
        print(f"#   and {len(faults) - 10} more")
    return bool(faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pdf")
    parser.add_argument("--document")
    parser.add_argument("--print", dest="style_sheet")
    parser.add_argument("--input")
    parser.add_argument("--actuals", nargs="+", default=[])
    parser.add_argument("--later", nargs="*", default=[])
    parser.add_argument("--epoch", type=int)
    parser.add_argument("--own-form", action="store_true")
    parser.add_argument("--no-poppler", action="store_true")
    parser.add_argument("--label", default="structure")
    options = parser.parse_args()
    document = read_document(options.document, options.style_sheet) if options.document else None
    plan = ET.parse(options.input).getroot() if options.input else None
    t = Tagged(options.pdf)
    checks = checks_of(t, document, plan, options.epoch, options.own_form, read_actuals(options.actuals), read_actuals(options.later))
    failed = [tell(options.label, which, check()) for which, check in checks.items()]
    if options.no_poppler:
        sys.exit(any(failed))
    theirs, complaints = read_by_poppler(t)
    failed.append(tell(options.label, "poppler", check_poppler(t, theirs, complaints)))
    if plan is not None and not options.actuals:
        failed.append(tell(options.label, "input, read by poppler", check_input(t, plan, theirs)))
    sys.exit(any(failed))


if __name__ == "__main__":
    main()
