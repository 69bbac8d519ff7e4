"""Are the pages balanced? From what `--show pages` and `--show document` say: no page of a piece that goes over several has fewer
than three lines, and none but the last ends with a heading, a caption or the head of a table.

usage: balanced.py PAGES.txt DOCUMENT.xml LABEL
"""
import itertools
import re
import sys
import xml.etree.ElementTree as ET

LEAST_LINES = 3
ONE_ROW = 6  # points: lines of one row, however they are aligned in it
PAGE = re.compile(r"page (\d+) \S+ \S+ 「(.*)」")
PLACED = re.compile(r"  (line|drawing) ([\d. -]+) \|(.*)\|")
LEADERS = ("h1", "h2", "h3", "h4", "caption", "figcaption")


def plain(text):
    return "".join(text.split())


def read_pages(path):
    """(number, title, [(top, bottom, text, whether it is a line)]) a page; artifacts are left out."""
    pages = []
    for line in open(path, encoding="utf-8"):
        if begun := PAGE.match(line):
            pages.append((int(begun[1]), begun[2], []))
        elif placed := PLACED.match(line):
            _, y, _, height = map(float, placed[2].split())
            pages[-1][2].append((y, y + height, plain(placed[3]), placed[1] == "line"))
    return pages


def leading_texts(document):
    """By page title: what must not stand last."""
    texts = {}
    for page in ET.parse(document).getroot().iter("page"):
        found = [element for tag in LEADERS for element in page.iter(tag)] + [th for head in page.iter("thead") for th in head.iter("th")]
        texts.setdefault(page.get("title"), set()).update(plain("".join(element.itertext())) for element in found)
    return texts


def faults(pages, leading):
    """Of every piece that goes over several pages: (short pages, pages that end with what leads to something)."""
    short, parted, checked = [], [], 0
    for title, group in itertools.groupby(pages, key=lambda page: page[1]):
        group = list(group)
        if len(group) == 1:
            continue
        for number, _, placed in group:
            checked += 1
            drawn = not all(is_line for *_, is_line in placed)
            if not drawn and len({round(y) for y, *_ in placed}) < LEAST_LINES:
                short.append(f"page {number} 「{title}」")
        for number, _, placed in group[:-1]:
            lowest = max((y for y, *_ in placed), default=0)
            last = [text for y, _, text, is_line in placed if is_line and y > lowest - ONE_ROW]
            if last and all(any(lead.endswith(text) for lead in leading.get(title, ())) for text in last):
                parted.append(f"page {number} 「{title}」: {' '.join(last)}")
    return short, parted, checked


def told(name, wrong):
    print(("not ok " if wrong else "ok ") + name)
    for one in wrong:
        print("#  ", one)
    return bool(wrong)


def main(pages_file, document, label):
    pages, leading = read_pages(pages_file), leading_texts(document)
    short, parted, checked = faults(pages, leading)
    bad = told(f"balance: {label}: there are pieces over several pages", [] if checked else ["none"])
    bad |= told(f"balance: {label}: no page of two lines only", short)
    bad |= told(f"balance: {label}: no heading, caption or head row last on a page", parted)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
