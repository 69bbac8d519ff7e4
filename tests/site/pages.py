"""pages.py: reads a folder of pages as a reader of HTML would: titles, ids, links, headings, and tables cell by cell under their
headers. Knows nothing of plans."""
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent, self.children = name, dict(attributes), parent, []

    def get(self, name, default=None):
        return self.attributes.get(name, default)

    def classes(self):
        return (self.get("class") or "").split()

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *names):
        return [e for e in self.walk() if e.name in names]

    def find(self, id):
        return next((e for e in self.walk() if e.get("id") == id), None)

    def text(self, heard=None):
        """All of it without readings (ruby); heard: what those who listen get (True), what those who look get (False)."""
        if self.name in ("rt", "rp") or heard is True and self.get("aria-hidden") == "true" or heard is False and "hidden" in self.classes():
            return ""
        return "".join(c if isinstance(c, str) else c.text(heard) for c in self.children)


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {}, None)

    def handle_starttag(self, name, attributes):
        element = Element(name, attributes, self.at)
        self.at.children.append(element)
        if name not in VOID:
            self.at = element

    def handle_startendtag(self, name, attributes):
        self.at.children.append(Element(name, attributes, self.at))

    def handle_endtag(self, name):
        up = self.at
        while up.parent and up.name != name:
            up = up.parent
        if up.parent:
            self.at = up.parent

    def handle_data(self, text):
        self.at.children.append(text)


def read(path):
    reader = Reader()
    reader.feed(Path(path).read_text(encoding="utf-8"))
    reader.close()
    return reader.root


def read_all(folder):
    folder = Path(folder)
    return {path.relative_to(folder).as_posix(): read(path) for path in sorted(folder.rglob("*.html"))}


def squeeze(text):
    """Without any blanks: lines break anywhere."""
    return "".join(text.split())


def rows(table):
    """A table as {row header: {column header: cell}}, by its th alone; no cell of these tables spans."""
    head = next(iter(table.all("thead")), None)
    columns = [squeeze(th.text(True)) for th in head.all("th")] if head else []
    found = {}
    for tr in [tr for tr in table.all("tr") if tr.parent is not head]:
        cells = [c for c in tr.children if isinstance(c, Element)]
        if cells and cells[0].name == "th" and len(cells) == len(columns):
            found[squeeze(cells[0].text(True))] = dict(zip(columns, cells))
    return found


def caption(table):
    return squeeze("".join(c.text() for c in table.all("caption")))
