#!/usr/bin/env python3
"""The colours of the theme as others see them: in greyscale, and with protanopia, deuteranopia and tritanopia.

Read from the charts as they are painted (SVG), so that nothing is taken for granted of how a state is drawn:
  - shares that stand side by side differ by 3:1 or more, or by the lines they are hatched with (WCAG 2.1, 1.4.11);
  - words differ from what is behind them by 4.5:1 or more (WCAG 2.1, 1.4.3).
Each in the colours of paper and of the dark screen. Colour vision deficiencies after Machado, Oliveira and Fernandes (2009), severity 1.

usage: colours.py CHARTS-FOLDER THEME.XML LABEL        prints TAP
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
ALIKE, LEGIBLE = 3.0, 4.5
TOUCH = 1.6  # points between two shares
SEEN = {
    "paper": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(color):
    parts = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(color, matrix):
    light = linear(color)
    seen = [min(max(sum(m * p for m, p in zip(row, light)), 0), 1) for row in matrix]
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]


def contrast(one, other, matrix):
    high, low = sorted((luminance(one, matrix), luminance(other, matrix)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class Shape:
    def __init__(self, element, dark):
        points = [tuple(map(float, p.split())) for p in re.findall(r"[ML]([-\d.]+ [-\d.]+)", element.get("d", ""))]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        self.left, self.top, self.right, self.bottom = min(xs), min(ys), max(xs), max(ys)
        self.points, self.closed = points, element.get("d", "").endswith("Z")
        color = element.get("fill")
        self.fill = dark.get(color, color)
        self.stroke = element.get("stroke")
        self.hatch = set()

    def is_rectangle(self):
        return self.closed and self.fill and len(self.points) == 4 and len({p[0] for p in self.points}) == 2

    def holds(self, x, y):
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def slant(self):
        """+1, -1 of a slanted line; 0: it is none."""
        if self.closed or len(self.points) != 2:
            return 0
        (a, b), (c, d) = self.points
        return 0 if abs(a - c) < 0.01 or abs(b - d) < 0.01 else (1 if (c - a) * (d - b) > 0 else -1)


def read(path, dark):
    """The shapes in their order, each with the slants of the lines upon it, and the texts with what is behind them."""
    shapes, texts = [], []
    for element in ET.parse(path).getroot().iter():
        if element.tag == SVG + "path" and not element.get("clip-rule"):
            shape = Shape(element, dark)
            slant = shape.slant()
            if slant:
                x, y = (shape.left + shape.right) / 2, (shape.top + shape.bottom) / 2
                below = [s for s in shapes if s.is_rectangle() and s.holds(x, y)]
                if below:
                    below[-1].hatch.add((slant, shape.stroke))
            shapes.append(shape)
        elif element.tag == SVG + "text":
            x, y, size = (float(element.get(k)) for k in ("x", "y", "font-size"))
            middle = {"middle": 0, "end": -1}.get(element.get("text-anchor"), 1) * size / 2
            behind = [s for s in shapes if s.is_rectangle() and s.holds(x + middle, y - size * 0.3)]
            color = element.get("fill")
            texts.append((element.text, dark.get(color, color), behind[-1].fill if behind else None))
    return shapes, texts


def neighbours(shapes):
    """Shares of one bar: rectangles of one height, beside each other."""
    bars = [s for s in shapes if s.is_rectangle() and s.bottom - s.top > 8]
    for one in bars:
        for other in bars:
            if abs(one.top - other.top) < 0.01 and abs(one.bottom - other.bottom) < 0.01 and 0 <= other.left - one.right < TOUCH:
                yield one, other


def main():
    folder, theme, label = sys.argv[1:]
    colors = ET.parse(theme).getroot().findall("color")
    darks = {c.get("value"): c.get("dark", c.get("value")) for c in colors}
    bad = 0
    for name, dark in (("on paper", {}), ("on a dark screen", darks)):
        pairs = words = 0
        faults = {way: [] for way in SEEN}
        for path in sorted(pathlib.Path(folder).glob("*.svg")):
            if path.stem.endswith("-outline"):
                continue
            shapes, texts = read(path, dark)
            for way, matrix in SEEN.items():
                for one, other in neighbours(shapes):
                    pairs += 1
                    ratio = contrast(one.fill, other.fill, matrix)
                    if ratio < ALIKE and one.hatch == other.hatch:
                        faults[way].append(f"{path.name}: {one.fill} beside {other.fill}: {ratio:.2f}")
                for text, ink, ground in texts:
                    words += ground is not None
                    if ground and contrast(ink, ground, matrix) < LEGIBLE:
                        faults[way].append(f"{path.name}: 「{text}」 {ink} on {ground}: {contrast(ink, ground, matrix):.2f}")
        for way, found in faults.items():
            print(f"{'not ok' if found else 'ok'} colours: {label}, {name}, {way}")
            for fault in sorted(set(found))[:8]:
                print(f"#   {fault}")
            bad += bool(found)
        good = pairs >= len(SEEN) and words >= len(SEEN)
        print(f"{'ok' if good else 'not ok'} colours: {label}, {name}: {pairs} pairs of shares and {words} words were looked at")
        bad += not good
    sys.exit(bad > 0)


main()
