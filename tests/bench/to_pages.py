#!/usr/bin/env python3
"""The pages of `gyokaku --show document site` as data for Jinja2 and Hugo: the same elements and texts; a chart is its alternative text.

usage: to_pages.py DOCUMENT FOLDER
Makes FOLDER/fine.json and ready.json, and Hugo's sites hugo-fine and hugo-ready. A node is a text or {t: element, a: its attributes as HTML}
with its content: c, nodes, or h, HTML ("ready" has it where nothing but text and phrases is inside).
"""
import html
import json
import os
import sys
import xml.etree.ElementTree as ET

PHRASES = {"a", "span", "strong", "abbr", "time", "br"}
RENAMED = {"label": "aria-label"}
LAYOUT = """{{ define "node" }}{{ if reflect.IsMap . }}{{ printf "<%s%s>" .t .a | safeHTML }}{{ with .h }}{{ . | safeHTML }}{{ end }}{{ range .c }}{{ template "node" . }}{{ end }}{{ printf "</%s>" .t | safeHTML }}{{ else }}{{ . }}{{ end }}{{ end -}}
<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body>{{ range .Params.body }}{{ template "node" . }}{{ end }}</body></html>
"""
CONFIG = """baseURL = "/"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "section", "home"]
[module]
  [[module.mounts]]
    source = "content"
    target = "content"
"""


def attributes(element):
    return "".join(f' {RENAMED.get(k, k)}="{html.escape(v)}"' for k, v in element.items())


def inside(element):
    """The content as HTML."""
    return html.escape(element.text or "", False) + "".join(
        f"<{c.tag}{attributes(c)}>" + ("" if c.tag == "br" else f"{inside(c)}</{c.tag}>") + html.escape(c.tail or "", False) for c in element)


def node(element, ready):
    if element.tag == "chart":
        return {"t": "p", "a": "", "c": [element.get("alt", "")]}
    made = {"t": element.tag, "a": attributes(element)}
    if element.find("br") is not None or ready and all(e.tag in PHRASES for e in list(element.iter())[1:]):
        made["h"] = inside(element)
        return made
    made["c"] = [element.text] if element.text else []
    for child in element:
        made["c"] += [node(child, ready)] + ([child.tail] if child.tail else [])
    return made


def hugo(folder, pages):
    """One content file a page, its data in the front matter; `url` keeps the page's own path."""
    for inner in ("content", "layouts/_default"):
        os.makedirs(f"{folder}/{inner}", exist_ok=True)
    for name, text in (("config.toml", CONFIG), ("layouts/_default/single.html", LAYOUT)):
        with open(f"{folder}/{name}", "w", encoding="utf-8") as out:
            out.write(text)
    for i, page in enumerate(pages):
        front = {"title": page["title"], "description": page["description"], "url": "/" + page["path"], "body": page["body"]}
        with open(f"{folder}/content/p{i}.html", "w", encoding="utf-8") as out:
            json.dump(front, out, ensure_ascii=False, indent=1)
            out.write("\n")


def main():
    root = ET.parse(sys.argv[1]).getroot()
    os.makedirs(sys.argv[2], exist_ok=True)
    for form in ("fine", "ready"):
        pages = [{"path": p.get("path"), "title": p.get("title"), "description": p.get("description"),
                  "body": [node(e, form == "ready") for e in p]} for p in root.iter("page")]
        with open(f"{sys.argv[2]}/{form}.json", "w", encoding="utf-8") as out:
            json.dump(pages, out, ensure_ascii=False)
        hugo(f"{sys.argv[2]}/hugo-{form}", pages)


if __name__ == "__main__":
    main()
