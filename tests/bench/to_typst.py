#!/usr/bin/env python3
"""Turns a document (`gyokaku --show document plan`) into Typst source of the same content and much the same look.

usage: to_typst.py DOCUMENT.xml TEMPLATES OUTPUT.typ [FIT]

Papers, column widths, faces, sizes, colours and rules come from TEMPLATES/print.xml and theme.xml; each distinct style becomes one Typst
function, as a person who writes Typst would do it. FIT is the step of type that gyokaku chose for the sheets. Headings, links, contents
with page numbers, table headers, spans, lists, header and footer are Typst's own elements. Charts are drawn from Typst's shapes: lines,
bars or cells with the same values and labels, not the same drawing. Left out: captions that print.xml does not paint, the reading of
abbreviations, digits of one width, labels repeated after a page break.
"""
import re
import sys
import xml.etree.ElementTree as ET

INHERITED = ("face", "size", "leading", "color", "bold", "align")
BLOCK_PARENTS = ("page", "section", "div", "nav", "document")


def escape(text):
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", re.sub(r"[ \t\n]+", " ", text or ""))


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def points(value):
    return f"{round(float(value), 3):g}pt"


class Styles:
    """print.xml: the rules that hold for an element, later ones over earlier ones."""

    def __init__(self, templates, fit):
        theme = ET.parse(f"{templates}/theme.xml").getroot()
        self.color = {c.get("name"): c.get("value") for c in theme.iter("color")}
        self.face = {f.get("name"): f.get("family") for f in theme.iter("face")}
        root = ET.parse(f"{templates}/print.xml").getroot()
        self.masters = {m.get("name"): m.attrib for m in root.iter("master")}
        self.rules = [(set(s.get("of").split()), s.get("class"), s.get("in"),
                       {k: v for k, v in s.attrib.items() if k not in ("of", "class", "in")}) for s in root.iter("style")]
        self.fit, self.memo = fit, {}

    def own(self, tag, classes, around):
        key = (tag, classes, around)
        if key not in self.memo:
            own = {}
            for of, wanted, inside, values in self.rules:
                if tag in of and (not wanted or wanted in classes) and (not inside or inside in around):
                    own.update(values)
            if own.get("scale") == "yes":
                own.update({k: str(float(own[k]) * self.fit) for k in ("size", "leading") if k in own})
            self.memo[key] = own
        return self.memo[key]


def sides(value):
    v = [float(x) for x in value.split()]
    top, right, bottom, left = {1: lambda: v * 4, 2: lambda: v * 2, 4: lambda: v}[len(v)]()
    return f"(top: {points(top)}, right: {points(right)}, bottom: {points(bottom)}, left: {points(left)})"


ALIGN = {"center": "center", "end": "right", "start": "left", "justify": "left"}


class Converter:
    def __init__(self, styles):
        self.styles = styles
        self.functions = {}  # body of a Typst function → its name
        self.out = []
        self.wanted = set()  # ids that something links to
        self.pending = None  # the id of the page or section whose heading comes next

    # ---- styles → Typst ----

    def color(self, name):
        return f'rgb("{self.styles.color[name]}")'

    def sets(self, now, before):
        """Set rules for what an element's inherited style changes."""
        text, par, rest = [], [], ""
        if now["face"] != before["face"]:
            text.append(f"font: {quoted(self.styles.face[now['face']])}")
        if now["size"] != before["size"]:
            text.append(f"size: {points(now['size'])}")
        if now["color"] != before["color"]:
            text.append(f"fill: {self.color(now['color'])}")
        if now["bold"] != before["bold"]:
            text.append('weight: "bold"' if now["bold"] == "yes" else 'weight: "regular"')
        if (now["leading"], now["size"]) != (before["leading"], before["size"]):
            par.append(f"leading: {points(float(now['leading']) - float(now['size']))}")
        if now["align"] != before["align"]:
            par.append(f"justify: {'true' if now['align'] == 'justify' else 'false'}")
            rest = f"set align({ALIGN[now['align']]}); "
        return (f"set text({', '.join(text)}); " if text else "") + (f"set par({', '.join(par)}); " if par else "") + rest

    def define(self, prefix, body):
        if body not in self.functions:
            self.functions[body] = f"{prefix}{len(self.functions)}"
        return self.functions[body]

    def resolve(self, element, around, before):
        classes = tuple((element.get("class") or "").split())
        own = self.styles.own(element.tag, classes, around)
        return own, {k: own.get(k, before[k]) for k in INHERITED}, around + classes

    # ---- inline ----

    def phrase(self, element, around, before):
        parts = [escape(element.text)]
        for child in element:
            own, now, inner = self.resolve(child, around, before)
            if child.tag == "br":
                parts.append("#linebreak()")
            elif child.tag == "span" and "page" in inner[-1:]:
                parts.append("#counter(page).display()")
            else:
                body = self.phrase(child, inner, now)
                if child.tag == "a" and child.get("href").startswith("#"):
                    body = f"#link(<{child.get('href')[1:]}>)[{body}]"
                elif child.tag == "a":
                    body = f"#link({quoted(child.get('href'))})[{body}]"
                sets = self.sets(now, before)
                parts.append(f"#{self.define('i', f'(b) = {{ {sets}b }}')}[{body}]" if sets else body)
            parts.append(escape(child.tail))
        return "".join(parts).strip()

    # ---- blocks ----

    def label(self, element):
        mine = element.get("id")
        ids = [i for i in (self.pending, mine) if i in self.wanted]
        self.pending = None
        return ids

    def block(self, element, around, before):
        own, now, inner = self.resolve(element, around, before)
        return getattr(self, "on_" + {"h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "ol": "list", "ul": "list"}
                       .get(element.tag, element.tag))(element, own, now, inner, before)

    def blocks(self, element, around, before):
        return "\n".join(filter(None, (self.block(child, around, before) for child in element)))

    def on_heading(self, element, own, now, inner, before):
        sets = self.sets(now, before).replace("set text(", "show heading: set text(")
        spacing = f"above: {points(own.get('before', 0))}, below: {points(own.get('after', 0))}"
        name = self.define("h", f"(b) = {{ {sets}show heading: set block({spacing}); heading(level: {element.tag[1]}, b) }}")
        marks = "".join(f"#metadata(none)<{i}>" for i in self.label(element))
        return f"{marks}#{name}[{self.phrase(element, inner, now)}]"

    def on_p(self, element, own, now, inner, before):
        after = float(own.get("after", 0))
        spacing = max(float(own.get("before", 0)), after if after < 60 else 0)
        gap = f" + v({points(after)})" if after >= 60 else ""
        name = self.define("p", f"(b) = {{ {self.sets(now, before)}set par(spacing: {points(spacing)}); par(b){gap} }}")
        return f"#{name}[{self.phrase(element, inner, now)}]"

    def on_section(self, element, own, now, inner, before):
        self.pending = element.get("id") or self.pending
        return self.blocks(element, inner, now)

    def on_nav(self, element, own, now, inner, before):
        return self.blocks(element, inner, now)

    def on_div(self, element, own, now, inner, before):
        sets = self.sets(now, before)
        if own.get("as") == "columns":
            widths = ", ".join(f"{w[:-1]}fr" if w.endswith("*") else points(w) for w in own["columns"].split())
            name = self.define("d", f"(..b) = {{ {sets}grid(columns: ({widths}), column-gutter: {points(own.get('gap', 0))}, ..b) }}")
            return f"#{name}({', '.join('[' + self.block(child, inner, now) + ']' for child in element)})"
        how = ["width: 100%"]
        if "padding" in own:
            how.append(f"inset: {sides(own['padding'])}")
        if "fill" in own:
            how.append(f"fill: {self.color(own['fill'])}")
        if own.get("border", "").startswith("0 0 0 "):
            how.append(f"stroke: (left: {points(own['border'].split()[3])} + {self.color(own['border-color'])})")
        name = self.define("d", f"(b) = {{ {sets}block({', '.join(how)}, b) }}")
        return f"#{name}[{self.blocks(element, inner, now)}]"

    def on_list(self, element, own, now, inner, before):
        if "toc" in inner:
            return "\n".join(self.entry(li, inner, now) for li in element)
        kind = "list" if element.tag == "ul" else "enum"
        name = self.define("l", f"(..b) = {{ {self.sets(now, before)}{kind}(spacing: 5pt, indent: 4pt, body-indent: 5pt, ..b) }}")
        items = []
        for li in element:
            _, style, around = self.resolve(li, inner, now)
            holds_blocks = len(li) and li[0].tag in ("p", "ul", "ol")
            items.append("[" + (self.blocks(li, around, style) if holds_blocks else self.phrase(li, around, style)) + "]")
        return f"#{name}({', '.join(items)})"

    def entry(self, li, around, before):
        own, now, inner = self.resolve(li, around, before)
        link = li[0]
        _, linked, inner = self.resolve(link, inner, now)
        indent = points(float(own.get("indent", 0)))
        spacing = points(max(float(own.get("before", 0)), float(now["leading"]) - float(now["size"])))
        name = self.define("e", f"(to, b) = {{ {self.sets(linked, before)}block(above: {spacing}, below: 0pt, inset: (left: {indent}), "
                                "width: 100%, link(to)[#b#h(4pt)#box(width: 1fr, repeat[.])#h(4pt)#context counter(page).at(to).first()]) }")
        return f"#{name}(<{link.get('href')[1:]}>)[{self.phrase_without_page(link, inner, linked)}]"

    def phrase_without_page(self, link, around, now):
        for child in list(link):
            if child.tag == "span":
                link.remove(child)
        return self.phrase(link, around, now)

    # ---- tables ----

    def columns(self, own, count):
        given = own.get("columns", "1*").split()
        given = (given + [given[-1]] * count)[:count]
        return "(" + ", ".join("auto" if w == "auto" else f"{w[:-1]}fr" if w.endswith("*") else points(w) for w in given) + ",)"

    def on_table(self, element, own, now, inner, before):
        count = sum(int(c.get("colspan", 1)) for c in next(element.iter("tr")))
        name = self.define("t", f"(..c) = {{ {self.sets(now, before)}block(above: {points(own.get('before', 0))}, below: "
                                f"{points(own.get('after', 0))}, table(columns: {self.columns(own, count)}, "
                                f"stroke: 0.5pt + {self.color('rule')}, ..c)) }}")
        above, cells = "", []
        for part in element:
            part_own, style, around = self.resolve(part, inner, now)
            if part.tag == "caption":
                if part_own.get("as") != "none":
                    above = self.on_p(part, part_own, style, around, now) + "\n"
                continue
            rows = []
            for tr in part:
                _, row, row_around = self.resolve(tr, around, style)
                rows.append(", ".join(self.cell(c, row_around, row) for c in tr))
            body = ",\n".join(rows)
            cells.append(f"table.header({body})" if part.tag == "thead" else body)
        if self.pending in self.wanted:
            above = f"#metadata(none)<{self.pending}>" + above
            self.pending = None
        return above + f"#{name}(" + ",\n".join(cells) + ")"

    def cell(self, element, around, before):
        own, now, inner = self.resolve(element, around, before)
        how = [f"inset: {sides(own.get('padding', '0'))}"]
        if "fill" in own:
            how.append(f"fill: {self.color(own['fill'])}")
        valign = {"middle": " + horizon"}.get(own.get("valign"), "")
        how.append(f"align: {ALIGN[now['align']]}{valign}")
        sets = re.sub(r"set align\([a-z]+\); ", "", self.sets(now, before))
        body = f"{{ {sets}b }}" if sets else "b"
        if "height" in own:
            body = f"block(height: {points(float(own['height']) - 12)}, {body})"
        name = self.define("c", f"(..a, b) = table.cell({', '.join(how)}, ..a, {body})")
        spans = ", ".join(f"{k}: {element.get(k)}" for k in ("colspan", "rowspan") if int(element.get(k, 1)) > 1)
        blocks = len(element) and element[0].tag in ("p", "ul", "ol", "figure")
        content = self.blocks(element, inner, now) if blocks else self.phrase(element, inner, now)
        return f"{name}{f'({spans})' if spans else ''}[{content}]"

    # ---- figures ----

    def on_figure(self, element, own, now, inner, before):
        chart = element.find("chart")
        chart_own, style, _ = self.resolve(chart, inner, now)
        caption = element.find("figcaption")
        above = ""
        if caption is not None:
            caption_own, caption_style, around = self.resolve(caption, inner, now)
            above = self.on_p(caption, caption_own, caption_style, around, now) + "\n"
        series = []
        for s in chart.iter("series"):
            marks = ", ".join(f"({quoted(p.get('at'))}, {quoted(p.text or '')}, {self.height(chart, p)}, "
                              f"{quoted(p.get('state') or '')})" for p in s.iter("point"))
            series.append(f"({quoted(s.get('name'))}, {quoted(s.get('role'))}, ({marks},))")
        kind = {"strip": "cells", "matrix": "cells", "stacked": "cells"}.get(chart.get("kind"), chart.get("kind"))
        return above + (f"#chart({quoted(kind)}, {points(chart_own.get('height', 112))}, {points(style['size'])}, "
                        f"{quoted(chart.get('alt'))}, {quoted(chart.get('note') or '')}, ({', '.join(series)},))")

    @staticmethod
    def height(chart, point):
        if not point.get("value"):
            return "none"
        values = [float(p.get("value")) for p in chart.iter("point") if p.get("value")]
        low, high = float(chart.get("from", 0)), float(chart.get("to", max(values) or 1))
        return f"{(float(point.get('value')) - low) / (high - low):.4f}" if high > low else "0.5"

    # ---- pages ----

    def page(self, element, before, last):
        own, now, inner = self.resolve(element, (), before)
        master = self.styles.masters[own["master"]]
        setup = self.page_setup(element, master, inner, now)
        lead = "#pagebreak(weak: true)\n" if setup == last else setup
        self.pending = element.get("id")
        body = [self.block(c, inner, now) for c in element if c.tag not in ("header", "footer", "aside")]
        sets = self.sets(now, before)
        text = "\n".join(filter(None, body))
        self.out.append(lead + (f"#{{ {sets}[\n{text}\n] }}" if sets else text))
        return setup

    def page_setup(self, element, master, inner, now):
        def runner(tag):
            holder = element.find(tag)
            if holder is None:
                return ""
            _, style, around = self.resolve(holder, inner, now)
            return f"#[#{{ {self.sets(style, now)}[" + self.blocks(holder, around, style) + "] }]"
        marks = []
        for mark in element.findall("aside"):
            own, style, _ = self.resolve(mark, inner, now)
            marks.append(f"box(stroke: 0.8pt + {self.color('mark')}, inset: 3pt, "
                         f"{{ {self.sets(style, now)}[{escape(mark.text)}] }})")
        header = runner("header")
        if marks:
            header = f"#grid(columns: (1fr, auto), [{header}], {{ {' + h(6pt) + '.join(marks)} }})"
        margin = ", ".join(f"{k}: {points(master[k])}" for k in ("top", "right", "bottom", "left"))
        return (f"#set page(width: {points(master['width'])}, height: {points(master['height'])}, margin: ({margin}), "
                f"header: context [{header}], footer: context [{runner('footer')}])\n")

    def document(self, root):
        self.wanted = {a.get("href")[1:] for a in root.iter("a") if a.get("href").startswith("#")}
        before = {"face": "text", "size": "10.5", "leading": "18", "color": "ink", "bold": "no", "align": "justify"}
        own = self.styles.own("document", (), ())
        before.update({k: own[k] for k in INHERITED if k in own})
        last = None
        for page in root:
            last = self.page(page, before, last)
        colors = ", ".join(f'{name}: {self.color(name)}' for name in ("actual", "target", "hair", "met-tint", "near-tint", "unmet-tint", "tint"))
        functions = "\n".join(f"#let {name}{body}" for body, name in self.functions.items())
        return (f"#set document(title: {quoted(root.get('title'))}, author: {quoted(root.get('author'))}, "
                "date: datetime(year: 2026, month: 3, day: 1))\n"
                f"#set text(lang: {quoted(root.get('lang'))}, font: {quoted(self.styles.face[before['face']])}, size: {points(before['size'])}, "
                f"fill: {self.color(before['color'])}, top-edge: 0.88em, bottom-edge: -0.12em)\n"
                f"#set par(justify: true, leading: {points(float(before['leading']) - float(before['size']))}, spacing: 6pt)\n"
                f"#let color = ({colors})\n{CHART}{functions}\n" + "\n".join(self.out))


CHART = r"""
#let measured(kind, series) = {
  let n = series.first().at(2).len()
  for (i, p) in series.first().at(2).enumerate() {
    place(bottom + left, dx: (i + 0.5) / n * 100% - 30pt, box(width: 60pt, align(center, p.at(0))))
  }
  place(bottom + left, dy: -14pt, line(length: 100%, stroke: 0.6pt + color.target))
  block(width: 100%, height: 100% - 14pt, inset: (top: 24pt, bottom: 4pt), for (s, (name, role, points)) in series.enumerate() {
    let paint = if role == "actual" { color.actual } else { color.target }
    let known = points.enumerate().filter(((i, p)) => p.at(2) != none)
    if kind == "line" {
      for (a, b) in known.zip(known.slice(calc.min(1, known.len()))) {
        place(line(start: ((a.at(0) + 0.5) / n * 100%, (1 - a.at(1).at(2)) * 100%),
                   end: ((b.at(0) + 0.5) / n * 100%, (1 - b.at(1).at(2)) * 100%), stroke: 1pt + paint))
      }
    }
    for (i, p) in known {
      let x = (i + 0.5) / n * 100%
      if kind == "bars" {
        place(bottom + left, dx: x + (s - 1) * 12pt, rect(width: 11pt, height: p.at(2) * 100%, stroke: 0.6pt + paint, fill: if role == "actual" { paint } else { none }))
      } else {
        place(dx: x - 2pt, dy: (1 - p.at(2)) * 100% - 2pt, circle(radius: 2pt, stroke: 0.6pt + paint, fill: if role == "actual" { paint } else { white }))
      }
      place(dx: x - 30pt, dy: (1 - p.at(2)) * 100% - 13pt - s * 2pt, box(width: 60pt, align(center, text(fill: paint, p.at(1)))))
    }
  })
  place(top + left, series.map(s => s.at(0)).join("　"))
}
#let cells(series) = grid(columns: (60pt,) + series.first().at(2).len() * (1fr,), stroke: 0.5pt + color.hair, inset: 3pt,
  [], ..series.first().at(2).map(p => p.at(0)),
  ..series.map(s => (s.at(0), ..s.at(2).map(p => grid.cell(fill: color.at(p.at(3) + "-tint", default: none), p.at(1))))).flatten())
#let chart(kind, height, size, alt, note, series) = figure(alt: alt, {
  set text(font: "BIZ UDPGothic", size: size)
  set par(leading: 2pt, justify: false)
  set align(left)
  if note != "" { block(below: 2pt, note) }
  block(height: height - 14pt, width: 100%, if kind == "cells" { cells(series) } else { measured(kind, series) })
})
"""


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__.split("\n\n")[1])
    source, templates, target = sys.argv[1:4]
    converter = Converter(Styles(templates, float(sys.argv[4]) if len(sys.argv) > 4 else 1.0))
    text = converter.document(ET.parse(source).getroot())
    with open(target, "w", encoding="UTF-8") as out:
        out.write(text)


if __name__ == "__main__":
    main()
