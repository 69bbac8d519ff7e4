"""Does the file say what the document and the input say: every text, in order, in its place, and nothing else?"""
import re
import unicodedata
import xml.etree.ElementTree as ET

from tagged import HEADINGS, Element, Ref, destination_of, solid

GENERATED = ("Lbl",)  # text that layout adds to the document's own: bullets and numbers of lists
COPIES = re.compile("[\u2f00-\u2fdf\uf900-\ufaff]")  # radicals and compatibility ideographs, which the program normalises


def plain(text):
    return solid(COPIES.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text))


# ---- the document ----------------------------------------------------------------------------------------------------------

def hidden(document, style_sheet):
    """The elements that the print style leaves out (as="none"), by its selectors: element, own class, class around it."""
    rules = [rule.attrib for rule in ET.parse(style_sheet).iter("style") if rule.get("as") == "none"]
    found = set()

    def walk(element, around):
        own = element.get("class", "").split()
        if any(element.tag in rule.get("of", "").split() and rule.get("class") in (None, *own) and rule.get("in") in (None, *around)
               for rule in rules):
            found.add(element)
        for kid in element:
            walk(kid, around + own)

    walk(document, [])
    return found


def without(document, elements):
    """Takes elements out of a document; the text behind them stays."""
    for parent in list(document.iter()):
        for kid in [kid for kid in parent if kid in elements]:
            before = parent[list(parent).index(kid) - 1] if list(parent).index(kid) else None
            if before is None:
                parent.text = (parent.text or "") + (kid.tail or "")
            else:
                before.tail = (before.tail or "") + (kid.tail or "")
            parent.remove(kid)
    return document


def is_running(element):
    return element.tag in ("header", "footer") or element.tag == "aside"


def document_text(element, leave_out=()):
    """The text that belongs into the tree, in order: no running content, no page numbers, no charts (they have their Alt)."""
    if is_running(element) or element.tag == "chart" or (element.tag == "span" and element.get("class") == "page"):
        return ""
    if element.tag in leave_out:
        return ""
    return (element.text or "") + "".join(document_text(kid, leave_out) + (kid.tail or "") for kid in element)


def readings(ruby):
    """A <ruby>'s pairs, each as its Ruby in the file must be: an RB with what is read and an RT with its reading."""
    base = ruby.text or ""
    for rt in ruby:
        yield ["RB", "RT"], [plain(base), plain(rt.text or "")]
        base = rt.tail or ""


def document_elements(root, *tags):
    for kid in root:
        if not is_running(kid):
            if kid.tag in tags:
                yield kid
            yield from document_elements(kid, *tags)


def difference(one, a, other, b):
    if a == b:
        return []
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return [f"at character {at}: {one} 「{a[max(0, at - 10):at + 20]}」, {other} 「{b[max(0, at - 10):at + 20]}」"]


# ---- against the document and the input ------------------------------------------------------------------------------------

def tagged_text(t):
    """The document's own text as the file has it: without bullets, drawings and the page numbers of contents."""
    labels = t.labels()

    def text(element):
        if element.tag in GENERATED:
            return ""
        if element.tag == "Figure":
            return "".join(text(kid) for kid in element.elements() if kid.tag == "Caption")
        found = "".join(text(kid) if isinstance(kid, Element) else t.text_of(kid) if isinstance(kid, Ref) else "" for kid in element.kids)
        if element.tag == "TOCI":
            links = [obj for e in element.walk() if e.tag == "Link" for obj in e.objects()]
            page = t.destination(destination_of(links[0].Obj)) if links else -1
            found = solid(found).removesuffix(labels[page] or "") if page >= 0 else found
        return found

    return solid(text(t.root)) if t.root else ""


def check_order(t, document):
    return difference("the document", plain(document_text(document)), "the file", tagged_text(t))


def check_document(t, document):
    """Headings, links, figures, expansions and contents entries of the document, in its order and none missing."""
    def expected(*tags):
        return list(document_elements(document, *tags))

    faults = []
    pairs = (
        ("headings", [(h.tag.upper(), plain(document_text(h))) for h in expected("h1", "h2", "h3", "h4")],
         [(e.tag, solid(t.text(e))) for e in t.elements(*HEADINGS)]),
        ("links", [plain(document_text(a)) for a in expected("a")],
         [solid(t.text(e)) for e in t.elements("Link")]),
        ("alternative texts", [plain(c.get("alt", "")) for c in expected("chart")],
         [solid(str(e.obj.get("/Alt", ""))) for e in t.elements("Figure")]),
        ("expansions", [plain(a.get("title", "")) for a in expected("abbr")],
         [solid(str(e.obj.E)) for e in t.root.walk() if "/E" in e.obj] if t.root else []),
        ("readings", [pair for ruby in expected("ruby") for pair in readings(ruby)],
         [([kid.tag for kid in e.elements()], [solid(t.text(kid)) for kid in e.elements()]) for e in t.elements("Ruby")]),
        ("tables", [len(list(table.iter("tr"))) for table in expected("table")],
         [len(list(e for e in table.walk() if e.tag == "TR")) for table in t.elements("Table")]),
    )
    for what, wanted, got in pairs:
        if what == "links":  # a contents entry has its page number behind it
            same = len(wanted) == len(got) and all(g.startswith(w) for w, g in zip(wanted, got))
        else:
            same = wanted == got
        if not same:
            first = next((i for i, (w, g) in enumerate(zip(wanted, got)) if w != g and not (what == "links" and g.startswith(w))), None)
            faults.append(f"{what}: {len(wanted)} in the document, {len(got)} in the file" if first is None
                          else f"{what}: 「{wanted[first]}」 in the document, 「{got[first]}」 in the file")
    entries = sum(len(list(nav.iter("li"))) for nav in expected("nav") if nav.get("class") == "toc")
    if entries != len(t.elements("TOCI")):
        faults.append(f"contents: {entries} entries in the document, {len(t.elements('TOCI'))} in the file")
    return faults


# Elements whose text is not printed as it stands: a date is shown with its era, a state only while it is 案, the others are for
# computing and for later years.
NOT_VERBATIM = {"date", "state", "goal-value", "direction"}


def input_texts(element, path=""):
    """(where, text) for every text node of the plan, line by line, list marks (・) left out."""
    if element.tag in NOT_VERBATIM:
        return
    path = f"{path}/{element.tag}" + (f"[{element.get('number')}]" if element.get("number") else "")
    texts = [element.text or ""] + [kid.tail or "" for kid in element]
    for line in "\n".join(texts).split("\n"):
        if line.strip():
            yield path, plain(line.strip().lstrip("・"))
    for kid in element:
        yield from input_texts(kid, path)


def check_input(t, plan, poppler=None):
    """Every text of the input can be read in the file, by our reading and by poppler's (its text, where given)."""
    readers = [("the tagged text", tagged_text(t))] + ([("pdfinfo's", poppler)] if poppler is not None else [])
    return [f"{path} 「{text[:40]}」 is not in {reader}" for path, text in input_texts(plan)
            for reader, whole in readers if text not in whole]


SHEET_FIELDS = ("name", "current", "challenge", "action", "goal", "field", "related", "indicator")


def check_sheets(document, plan, own_form=False):
    """Each initiative's texts stand in its own sheet, in the order of the form (a city's own form has its own)."""
    sheets = [page for page in document.iter("page") if "sheet" in page.get("class", "").split()]
    initiatives = list(plan.iter("initiative"))
    if len(sheets) != len(initiatives):
        return [f"{len(initiatives)} initiatives, {len(sheets)} sheets"]
    faults = []
    for sheet, initiative in zip(sheets, initiatives):
        text, at = plain(document_text(sheet)), 0
        unread = plain(document_text(sheet, ("rt",)))  # the names of departments may have readings in their list
        for department in initiative.get("department", "").split():
            if plain(department) not in unread:
                faults.append(f"{sheet.get('id')}: {department} is missing")
        for field in (kid for tag in SHEET_FIELDS for kid in initiative.findall(tag)):
            for path, part in input_texts(field):
                anywhere = own_form or path.endswith("/revised")  # that is a note below the tables
                found = text.find(part, 0 if anywhere else at)
                if found < 0:
                    faults.append(f"{sheet.get('id')}{path} 「{part[:30]}」 is missing, or not in the form's order")
                elif not anywhere:
                    at = found + len(part)
    return faults
