"""Reads a tagged PDF the way a screen reader does: the structure tree, and for each element the text of its marked content.

Written against ISO 32000-1 (14.7, 14.8, 9.10), not against the program that writes the files: nothing here is shared with it.
"""
import re
import subprocess
from collections import namedtuple

import pikepdf

Ref = namedtuple("Ref", "page mcid")  # a marked-content sequence; page is an index
PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "INLINE IMAGE", "EI"}
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
SHOWING = {"Tj", "TJ", "'", '"'}
BLANK = re.compile(r"\s")


def solid(text):
    """Text without blanks: where lines and paragraphs end is not part of what is compared."""
    return BLANK.sub("", text)


def name(value):
    return str(value).lstrip("/")


class Element:
    """A structure element: `kids` holds Elements, Refs and object references (pikepdf dictionaries) in order."""

    def __init__(self, obj, parent):
        self.obj, self.parent, self.kids, self.tag = obj, parent, [], name(obj.get("/S", ""))

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def refs(self):
        """The marked content at and below this element, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.refs()
            elif isinstance(kid, Ref):
                yield kid

    def objects(self):
        return [kid for kid in self.kids if isinstance(kid, pikepdf.Object)]

    def attribute(self, key):
        """An attribute of /A, whichever of its dictionaries has it."""
        holders = self.obj.get("/A")
        if holders is None:
            return None
        for holder in [holders] if isinstance(holders, pikepdf.Dictionary) else holders:
            if isinstance(holder, pikepdf.Dictionary) and key in holder:
                return holder[key]
        return None


class Font:
    def __init__(self, obj):
        self.obj, self.codes = obj, {}
        self.name = name(obj.get("/BaseFont", "?"))
        self.composite = name(obj.get("/Subtype", "")) == "Type0"
        self.descendant = obj.DescendantFonts[0] if self.composite else obj
        self.descriptor = self.descendant.get("/FontDescriptor")
        if "/ToUnicode" in obj:
            self.read_cmap(obj.ToUnicode.read_bytes().decode("latin-1"))
        to_glyph = self.descendant.get("/CIDToGIDMap")
        self.glyphs = to_glyph.read_bytes() if isinstance(to_glyph, pikepdf.Stream) else None

    def read_cmap(self, cmap):
        def unicode(digits):
            return bytes.fromhex(digits).decode("utf-16-be", "replace")

        for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
            for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
                self.codes[int(code, 16)] = unicode(text)
        for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
            for low, high, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                first = unicode(text)
                for code in range(int(low, 16), int(high, 16) + 1):
                    self.codes[code] = first[:-1] + chr(ord(first[-1]) + code - int(low, 16))

    def shown(self, string):
        """(code, text) of each character of a shown string; text is U+FFFD where ToUnicode says nothing."""
        data = bytes(string)
        codes = [int.from_bytes(data[i:i + 2], "big") for i in range(0, len(data), 2)] if self.composite else list(data)
        return [(code, self.codes.get(code, "\N{REPLACEMENT CHARACTER}")) for code in codes]

    def glyph(self, code):
        return int.from_bytes(self.glyphs[2 * code:2 * code + 2], "big") if self.glyphs is not None else code


class Page:
    """`content`: text of each MCID; `artifacts`: text outside the tree; `faults`: what no reader should meet."""

    def __init__(self, index, page, fonts):
        self.index, self.page, self.content, self.artifacts, self.faults = index, page, {}, [], []
        self.fonts = fonts
        self.read()

    def resource(self, kind, key):
        return self.page.get("/Resources", {}).get(kind, {}).get(key)

    def read(self):
        marks, saved, font = [], [], None  # marks: (MCID, "artifact" or None; ActualText or None)
        for operands, operator in pikepdf.parse_content_stream(self.page):
            op = str(operator)
            if op in ("BDC", "BMC"):
                marks.append(self.opened(marks, operands))
            elif op == "EMC":
                if marks:
                    marks.pop()
                else:
                    self.faults.append("EMC without BMC")
            elif op == "q":
                saved.append(font)
            elif op == "Q":
                font = saved.pop() if saved else font
            elif op == "Tf":
                font = self.font(str(operands[0]))
            elif op in SHOWING:
                self.show(marks, font, operands[-1])
            elif op in PAINTING and self.where(marks) is None:
                self.faults.append(f"{op} outside the tree and outside every artifact")
        if marks:
            self.faults.append("marked content not closed")

    def opened(self, marks, operands):
        tag, properties = name(operands[0]), operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = self.resource("/Properties", str(properties))
        properties = properties if properties is not None else {}
        where = self.where(marks)
        actual = properties.get("/ActualText")
        if tag == "Artifact":
            if isinstance(where, int):
                self.faults.append(f"an artifact inside MCID {where}")
            return "artifact", None
        if "/MCID" in properties:
            mcid = int(properties["/MCID"])
            if where is not None:
                self.faults.append(f"MCID {mcid} inside {where}")
            if mcid in self.content:
                self.faults.append(f"MCID {mcid} twice")
            self.content[mcid] = str(actual) if actual is not None else ""
            return mcid, actual
        return None, actual

    @staticmethod
    def where(marks):
        return next((mark for mark, _ in reversed(marks) if mark is not None), None)

    def font(self, key):
        obj = self.resource("/Font", key)
        if obj is None:
            self.faults.append(f"font {key} is not in the resources")
            return None
        if obj.objgen not in self.fonts:
            self.fonts[obj.objgen] = Font(obj)
        return self.fonts[obj.objgen]

    def show(self, marks, font, operand):
        if font is None:
            self.faults.append("text without a font")
            return
        strings = [part for part in operand if isinstance(part, pikepdf.String)] if isinstance(operand, pikepdf.Array) else [operand]
        shown = [pair for string in strings for pair in font.shown(string)]
        for code, text in shown:
            if font.glyph(code) == 0:
                self.faults.append(f"{font.name}: {text!r} shows as the glyph of missing characters")
        text = "".join(text for _, text in shown)
        where = self.where(marks)
        if where is None:
            self.faults.append(f"text outside the tree and outside every artifact: {text[:30]}")
        elif where == "artifact":
            self.artifacts.append(text)
        elif not any(actual is not None for _, actual in marks):
            self.content[where] += text


class Tagged:
    def __init__(self, path):
        self.path = path
        self.pdf = pikepdf.open(path)
        self.fonts, self.faults, self.ids = {}, [], {}
        self.pages = [Page(i, page.obj, self.fonts) for i, page in enumerate(self.pdf.pages)]
        self.index = {page.page.objgen: page.index for page in self.pages}
        self.catalog = self.pdf.Root
        self.tree = self.catalog.get("/StructTreeRoot")
        self.root = None
        if self.tree is not None and "/K" in self.tree:
            top = [kid for kid in self.listed(self.tree.K) if isinstance(kid, pikepdf.Dictionary)]
            self.root = Element(top[0], None) if len(top) == 1 else None
            if self.root:
                self.grow()
            else:
                self.faults.append(f"{len(top)} elements at the top of the tree instead of one")

    @staticmethod
    def listed(kids):
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def grow(self):
        todo, seen = [self.root], {self.root.obj.objgen}
        while todo:
            element = todo.pop()
            if "/ID" in element.obj:
                self.ids[bytes(element.obj.ID)] = element
            own_page = element.obj.get("/Pg")
            for kid in self.listed(element.obj.get("/K", pikepdf.Array([]))):
                if not isinstance(kid, pikepdf.Dictionary):
                    element.kids.append(Ref(self.page_index(own_page), int(kid)))
                elif name(kid.get("/Type", "")) == "MCR":
                    element.kids.append(Ref(self.page_index(kid.get("/Pg", own_page)), int(kid.MCID)))
                elif name(kid.get("/Type", "")) == "OBJR":
                    element.kids.append(kid)
                elif kid.objgen in seen:
                    self.faults.append(f"element {kid.objgen[0]} is in the tree twice")
                else:
                    seen.add(kid.objgen)
                    if kid.get("/P") is None or kid.P.objgen != element.obj.objgen:
                        self.faults.append(f"element {kid.objgen[0]} ({kid.get('/S')}) names another parent")
                    element.kids.append(Element(kid, element))
                    todo.append(element.kids[-1])

    def page_index(self, page):
        return -1 if page is None else self.index.get(page.objgen, -1)

    def text_of(self, ref):
        return self.pages[ref.page].content.get(ref.mcid, "") if 0 <= ref.page < len(self.pages) else ""

    def text(self, element, leave_out=()):
        """The text below an element in reading order, without what lies below elements of the tags in `leave_out`."""
        if element.tag in leave_out:
            return ""
        if "/ActualText" in element.obj:
            return str(element.obj.ActualText)
        return "".join(self.text(kid, leave_out) if isinstance(kid, Element) else self.text_of(kid) if isinstance(kid, Ref) else ""
                       for kid in element.kids)

    def elements(self, *tags):
        return [e for e in self.root.walk() if e.tag in tags] if self.root else []

    def number_tree(self, node):
        """A number tree (ISO 32000-1, 7.9.7) as a dict."""
        found = {}
        if node is None:
            return found
        entries = list(node.get("/Nums", []))
        for key, value in zip(entries[::2], entries[1::2]):
            found[int(key)] = value
        for kid in node.get("/Kids", []):
            found.update(self.number_tree(kid))
        return found

    def labels(self):
        """The label of each page (ISO 32000-1, 12.4.2); None where there is none."""
        ranges = self.number_tree(self.catalog.get("/PageLabels"))
        out, current, start = [], None, 0
        for index in range(len(self.pages)):
            if index in ranges:
                current, start = ranges[index], index
            if current is None:
                out.append(None)
                continue
            number = int(current.get("/St", 1)) + index - start
            style = name(current.get("/S", ""))
            shown = {"D": str(number), "r": roman(number), "R": roman(number).upper()}.get(style, "")
            out.append(str(current.get("/P", "")) + shown)
        return out

    def destination(self, target):
        """The page index of a destination, or of an action that goes to one; -1 when it leads nowhere."""
        if isinstance(target, pikepdf.Dictionary):
            target = target.get("/D")
        if isinstance(target, (pikepdf.String, pikepdf.Name)):
            target = self.named(target)
        if isinstance(target, pikepdf.Dictionary):
            target = target.get("/D")
        return self.page_index(target[0]) if isinstance(target, pikepdf.Array) and len(target) > 1 else -1

    def named(self, key):
        names = self.catalog.get("/Names", {}).get("/Dests")
        todo = [names] if names is not None else []
        while todo:
            node = todo.pop()
            entries = list(node.get("/Names", []))
            for found, value in zip(entries[::2], entries[1::2]):
                if bytes(found) == bytes(key):
                    return value
            todo.extend(node.get("/Kids", []))
        return self.catalog.get("/Dests", {}).get(str(key))


def destination_of(annotation):
    return annotation.get("/Dest", annotation.get("/A"))


def roman(number):
    out = ""
    for value, digits in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
                          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + digits, number - value
    return out


def utf8(data):
    """UTF-8 as text; also where a reader wrote a character beyond the BMP as two surrogates (MuPDF does in clusters)."""
    text = data.decode("utf-8", "surrogatepass") if b"\xed" in data else data.decode("utf-8", "replace")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def run(*command):
    """Status, standard output and standard error of a judge."""
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, utf8(done.stdout), utf8(done.stderr)


def dump(tagged):
    """The tag tree and its text, one element a line: what golden cases pin."""
    lines = []

    def walk(element, depth):
        notes = []
        for key in ("Scope", "RowSpan", "ColSpan"):
            value = element.attribute("/" + key)
            if value is not None:
                notes.append(f"{key}={name(value)}")
        for key in ("Alt", "E", "ActualText", "Lang"):
            if "/" + key in element.obj:
                notes.append(f"{key}={str(element.obj['/' + key])!r}")
        runs = []  # of marked content and of elements, in their order
        for kid in element.kids:
            if isinstance(kid, Element):
                runs.append(kid)
            elif isinstance(kid, Ref) and runs and isinstance(runs[-1], str):
                runs[-1] += tagged.text_of(kid)
            elif isinstance(kid, Ref):
                runs.append(tagged.text_of(kid))
        alone = len(runs) == 1 and isinstance(runs[0], str)
        lines.append("  " * depth + " ".join([element.tag, *notes]) + (f" 「{runs[0]}」" if alone else ""))
        for part in [] if alone else runs:
            if isinstance(part, str):
                lines.append("  " * (depth + 1) + f"「{part}」")
            else:
                walk(part, depth + 1)

    walk(tagged.root, 0)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    import sys
    sys.stdout.write(dump(Tagged(sys.argv[1])))
