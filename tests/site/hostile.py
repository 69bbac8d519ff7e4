#!/usr/bin/env python3
"""hostile.py INPUT OUTPUT MARKS: writes the plan and actuals of INPUT to OUTPUT with something hostile in every text that is free, and into
MARKS the strings that must be seen on the pages, one a line. What the schema restricts (numbers, years, names of states, references between elements) stays;
names that other elements refer to (departments, directions, grades) change alike everywhere."""
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&amp;", "]]>", "{{7*7}}", "javascript:alert(1)",
    "' onmouseover='alert(1)", "</title><svg/onload=alert(1)>", "--><iframe src=javascript:alert(1)>", "&#60;b&#62;",
    "</textarea><style>*{display:none}</style>", "${7*7}", "=HYPERLINK(1)", "<!--", "%3Cb%3E", "@import'x'",
)
NAMES = {"department", "direction"}  # referred to: no blanks in a department's, and the same everywhere
# Elements whose own text is free; in <indicator> and <actual> only words, since numbers have to stay comparable.
TEXTS = {"title", "municipality", "p", "li", "name", "approach", "outline-name", "item-name", "current", "challenge",
         "action", "goal", "related", "field", "source", "definition", "wrong", "right", "reason", "overview", "text", "response",
         "done", "evaluation", "problem", "next", "direction", "address", "tel", "fax", "mail", "licence", "department"}
ATTRIBUTES = {("field", "name"), ("outline", "head"), ("revised", "decided-by"), ("revised", "reason"), ("correction", "document"),
              ("correction", "field"), ("opinion", "by"), ("actual", "source"), ("actual", "evidence"), ("actual", "why"),
              ("actual", "decision"), ("effect", "rule"), ("initiative", "department")}
VALUES = {"target", "revised", "actual", "step"}
marks = []


class Spoiler:
    def __init__(self):
        self.n = 0

    def next(self, blanks=True):
        string = HOSTILE[self.n % len(HOSTILE)]
        self.n += 1
        return string if blanks else string.replace(" ", "")


spoiler, names, values = Spoiler(), {}, {}


def spoil(text):
    marks.append(f"{text.strip()}{spoiler.next()}")
    return marks[-1]


def name(text):
    """The same name is spoilt alike; several are parted by blanks."""
    for one in text.split():
        if one not in names:
            names[one] = one + spoiler.next(blanks=False)
            marks.append(names[one])
    return " ".join(names[one] for one in text.split())


def value(text):
    """The same words are the same step in every year."""
    if text.strip() not in values:
        values[text.strip()] = spoil(text)
    return values[text.strip()]


def is_words(text):
    return text and text.strip() not in ("", "→", "—") and not any(c.isdigit() for c in text)


def change(element, parents):
    parent = parents[-1].tag if parents else ""
    has_children = len(element) > 0
    if element.tag == "name" and parent == "department":
        element.text = name(element.text)
    elif element.tag == "direction" and element.text:
        pass  # one of a list of words
    elif element.tag == "department" and not has_children and parent == "contact":
        element.text = spoil(element.text)
    elif element.tag == "toc-title":
        element.text += spoiler.next()  # on paper only
    elif element.tag in TEXTS and (element.text or "").strip():
        element.text = spoil(element.text)
    elif element.tag in VALUES and not has_children and is_words(element.text):
        element.text = value(element.text)
    for tag, attribute in ATTRIBUTES:
        if element.tag == tag and element.get(attribute):
            element.set(attribute, name(element.get(attribute)) if attribute == "department" else spoil(element.get(attribute)))
    for child in element:
        change(child, parents + [element])


def main():
    source, target, marked = map(Path, sys.argv[1:])
    (target / "actuals").mkdir(parents=True, exist_ok=True)
    for path in [source / "plan.xml", *sorted((source / "actuals").glob("*.xml"))]:
        tree = ET.parse(path)
        root = tree.getroot()
        if path.name == "plan.xml":
            contact = ET.fromstring('<contact><department>政策課</department><address>市役所1の2</address><tel>055-1</tel><fax>055-2</fax>'
                                    '<mail>plan@city.example</mail><form href="https://city.example/form?a=1&amp;b=&quot;&gt;&lt;b&gt;"/></contact>')
            licence = ET.fromstring('<licence href="https://city.example/l?a=1&amp;b=%22">CC BY 4.0</licence>')
            root[:] = [e for e in root if e.tag not in ("contact", "licence")]
            root.insert(4, contact)
            root.insert(5, licence)
        change(root, [])
        tree.write(target / path.relative_to(source), encoding="utf-8", xml_declaration=True)
    marked.write_text("\n".join(dict.fromkeys(" ".join(mark.split()) for mark in marks)) + "\n", encoding="utf-8")


main()
