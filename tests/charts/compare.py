#!/usr/bin/python3
"""The same drawing by four painters: FOLDER/NAME.svg and NAME-outline.svg as librsvg shows them, NAME.png as it is, and page after page of a PDF
(papers.py) as poppler shows it; and their words. Prints TAP.

usage: compare.py FOLDER PDF WORK PAGES    PAGES: what --show pages says of that PDF
       compare.py --spoilt FOLDER WORK     the same of pictures that are made wrong here, which must be noticed

How pictures are compared: at the PNG's scale of 192 dots an inch, a point being 2.67 pixels. A pixel agrees when the other picture has, within REACH
pixels of the same place, a pixel whose colours differ by no more than TONE of 255: that is what smoothing of edges differs by. A picture agrees when
all but SHARE of its pixels do, both ways. The plain SVG's text is shaped by the program that shows it, which does not space Japanese and Latin
letters as we do: there a pixel may find its like SLACK pixels to the left or right, within its line of text. poppler sets letters on whole pixels: its
pages are shown FINER times as large and then made smaller.
"""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from PIL import Image

import papers

DPI, REACH, TONE, SHARE, SLACK = 192, 1, 48, 2e-5, 24
FINER = 4
PIXELS = DPI / 72
SVG = "{http://www.w3.org/2000/svg}"


# ---- pictures ----

def pixels(path):
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB")).astype(np.int16)


def drawn(svg, work):
    """As librsvg shows it."""
    made = f"{work}/{os.path.basename(svg)}.png"
    subprocess.run(["rsvg-convert", "--zoom", "2", svg, "-o", made], check=True)
    return pixels(made)


def astray(one, other, slack=None):
    """How many pixels of `one` have no like in `other`; where `slack`, further to the left and right as well."""
    rows, columns = np.nonzero(np.abs(one - other).max(axis=2) > TONE)
    left = np.ones(len(rows), bool)
    wide = slack[rows, columns] if slack is not None else np.zeros(len(rows), bool)
    for dy in range(-REACH, REACH + 1):
        for dx in range(-SLACK, SLACK + 1):
            near = left & (wide | (abs(dx) <= REACH))
            if not near.any():
                continue
            y, x = np.clip(rows + dy, 0, one.shape[0] - 1), np.clip(columns + dx, 0, one.shape[1] - 1)
            like = np.abs(one[rows[near], columns[near]] - other[y[near], x[near]]).max(axis=1) <= TONE
            left[np.nonzero(near)[0][like]] = False
    return int(left.sum())


def differ(name, one, other, slack=None):
    """What is wrong, in words, or nothing."""
    if one.shape != other.shape:
        return [f"{name}: {one.shape[1]}×{one.shape[0]} and {other.shape[1]}×{other.shape[0]} pixels"]
    most = int(one.shape[0] * one.shape[1] * SHARE)
    far = max(astray(one, other, slack), astray(other, one, slack))
    return [f"{name}: {far} pixels differ, at most {most} may"] if far > most else []


# ---- words ----

def texts(svg):
    return [element.text or "" for element in ET.parse(svg).iter(SVG + "text")]


def lines_of_text(svg, shape):
    """Where the plain SVG has text, with room to the left and right of it."""
    slack = np.zeros(shape[:2], bool)
    for element in ET.parse(svg).iter(SVG + "text"):
        x, y, size = (float(element.get(name)) for name in ("x", "y", "font-size"))
        width = len(element.text or "") * size * 1.1
        start = x - {"middle": width / 2, "end": width}.get(element.get("text-anchor"), 0) - size / 2
        box = [y - size, y + size * 0.3, start, start + width + size]
        top, bottom, left, right = (max(0, int(v * PIXELS)) for v in box)
        slack[top:bottom + 1, left:right + 1] = True
    return slack


def letters(text):
    return sorted(re.sub(r"\s", "", text))


def said_by_pages(path):
    """The words of the drawing on each page, as --show pages has them."""
    with open(path, encoding="utf-8") as file:
        return [[word for word in line.split("|")[1:-1]] for line in file if line.lstrip().startswith("drawing")]


# ---- one picture ----

def well_made(folder, name):
    wrong = []
    for file in (f"{name}.svg", f"{name}-outline.svg"):
        root = ET.parse(f"{folder}/{file}").getroot()
        title, desc = root.find(SVG + "title"), root.find(SVG + "desc")
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        wrong += [f"{file}: no title"] if title is None or not title.text else []
        wrong += [f"{file}: no description"] if desc is None or not desc.text else []
        wrong += [f"{file}: an id twice"] if len(ids) != len(set(ids)) else []
        wrong += [f"{file}: classes, which mean nothing there"] if any(element.get("class") for element in root.iter()) else []
        wrong += [f"{file}: points to {link}" for link in re.findall(r"url\(#([^)]*)\)", ET.tostring(root, "unicode")) if link not in ids]
        wrong += [f"{file}: {len(list(root.iter(SVG + 'text')))} texts"] if bool(list(root.iter(SVG + "text"))) == ("outline" in file) else []
    with Image.open(f"{folder}/{name}.png") as image:
        wrong += [f"{name}.png: resolution {image.info.get('dpi')}"] if round(image.info.get("dpi", (0, 0))[0]) != DPI else []
        wrong += [f"{name}.png: {image.mode}"] if image.mode != "RGB" else []
    return wrong


def by_svg(folder, name, work):
    png, plain = pixels(f"{folder}/{name}.png"), drawn(f"{folder}/{name}.svg", work)
    slack = lines_of_text(f"{folder}/{name}.svg", png.shape)
    return (differ(f"{name}, outlines and PNG", drawn(f"{folder}/{name}-outline.svg", work), png) +
            differ(f"{name}, SVG and PNG", plain, png, slack))


def by_pdf(folder, name, number, pdf, work):
    """The chart below the marks, which pages set in another way."""
    made, png = f"{work}/page-{number}", pixels(f"{folder}/{name}.png")
    width, height = str(png.shape[1] * FINER), str(png.shape[0] * FINER)
    subprocess.run(["pdftocairo", "-png", "-singlefile", "-r", str(DPI * FINER), "-x", "0", "-y", "0", "-W", width, "-H", height,
                    "-f", str(number), "-l", str(number), pdf, made], check=True)
    with Image.open(made + ".png") as image:
        page = np.asarray(image.convert("RGB").reduce(FINER)).astype(np.int16)
    top = int((papers.MARGIN + papers.MARK_ROW) * PIXELS)
    return differ(f"{name}, PDF and PNG", page[top:], png[top:])


def by_words(folder, name, number, pdf, said):
    svg = texts(f"{folder}/{name}.svg")
    words, marks = svg[:-1], svg[-1]
    text = subprocess.run(["pdftotext", "-f", str(number), "-l", str(number), "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    wrong = [] if words == said else [f"{name}: the SVG says {words}, the page {said}"]
    wrong += [] if letters("".join(svg)) == letters(text) else [f"{name}: the SVG says {svg}, the PDF {text.split()}"]
    return wrong + ([] if "見本" in marks else [f"{name}: no mark that it is a sample"])


# ---- all of them ----

def report(name, wrong):
    print(("not ok " if wrong else "ok ") + name)
    for line in wrong[:12]:
        print(f"#   {line[:300]}")
    return bool(wrong)


def each(do, items):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [line for lines in pool.map(lambda item: do(*item), items) for line in lines]


def compare(folder, pdf, work, pages):
    found, said = papers.names(folder), said_by_pages(pages)
    numbered = list(enumerate(found, 1))
    print(f"# {len(found)} pictures")
    return sum([
        report("charts: there are pictures of every kind, each on its page", [] if len(found) > 30 and len(said) == len(found) else [f"{len(found)} {len(said)}"]),
        report("charts: names differ, in any case of letters", [] if len({name.lower() for name in found}) == len(found) else found),
        report("charts: every file is as it should be", each(well_made, [(folder, name) for name in found])),
        report("charts: SVG, outlines and PNG are one picture", each(by_svg, [(folder, name, work) for name in found])),
        report("charts: PDF and PNG are one picture", each(by_pdf, [(folder, name, number, pdf, work) for number, name in numbered])),
        report("charts: SVG, PDF and drawing have the same words", each(by_words, [(folder, name, number, pdf, said[number - 1]) for number, name in numbered])),
    ])


# ---- made wrong ----

def first(pattern, text, new):
    spoilt, count = re.subn(pattern, new, text, count=1, flags=re.S)
    assert count, pattern
    return spoilt


WRONG = [
    ("a grid line left out", "1-1-1", "", lambda s: first(r'<path stroke="#c9d0d9"[^>]*/>\n', s, "")),
    ("a column left out", "1-1-3", "", lambda s: first(r'<path fill="#1d3f66"[^>]*/>\n', s, "")),
    ("a word left out", "1-1-1", "", lambda s: first(r"<text [^>]*>98\.7</text>\n", s, "")),
    ("a word's outlines left out", "1-1-1", "-outline", lambda s: first(r'<path fill="#4d5866" d="[^"]*"/>\n', s, "")),
    ("all of it a point to the right", "1-1-1", "", lambda s: s.replace('viewBox="0 0 ', 'viewBox="-1 0 ')),
    ("all of it a point down", "1-1-1", "-outline", lambda s: s.replace('viewBox="0 0 ', 'viewBox="0 -1 ')),
    ("a word a point up", "1-1-1", "", lambda s: first(r'y="([\d.]+)"([^>]*>98\.7<)', s, lambda m: f'y="{float(m[1]) - 1}"{m[2]}')),
    ("another colour", "1-1-3", "", lambda s: s.replace("#1d3f66", "#7a4a00")),
    ("another colour of words", "1-1-1", "-outline", lambda s: s.replace("#4d5866", "#a3241c")),
    ("a dashed line solid", "1-1-1", "", lambda s: re.sub(r'(stroke="#1d3f66"[^>]*) stroke-dasharray="[^"]*"', r"\1", s)),
    ("a line too thick", "1-1-1", "", lambda s: first(r'stroke-width="0.5"', s, 'stroke-width="2.5"')),
]


def spoil(folder, work):
    failed = 0
    for what, name, kind, change in WRONG:
        with open(f"{folder}/{name}{kind}.svg", encoding="utf-8") as file:
            good = file.read()
        made = f"{work}/{name}{kind}.svg"
        with open(made, "w", encoding="utf-8") as file:
            file.write(change(good))
        png = pixels(f"{folder}/{name}.png")
        slack = None if kind else lines_of_text(f"{folder}/{name}.svg", png.shape)
        wrong = differ(name, drawn(made, work), png, slack)
        failed += report(f"noticed: {what}", [] if wrong else ["nothing was"])
    return failed


if sys.argv[1] == "--spoilt":
    sys.exit(spoil(*sys.argv[2:]) > 0)
sys.exit(compare(*sys.argv[1:]) > 0)
