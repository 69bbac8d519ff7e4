#!/usr/bin/env python3
"""links.py [--self-test] SITE…: does every link of these folders of pages lead somewhere, and is every page and id there once?

Prints TAP. With --self-test, links, ids and titles of the first are then spoilt one at a time, and each must be noticed.
"""
import posixpath
import re
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

sys.path.insert(0, str(Path(__file__).parent))
import pages

OUTSIDE = {"http", "https", "mailto", "tel"}


def addresses(root):
    for element in root.walk():
        for name in ("href", "src", "srcset", "poster", "action"):
            if element.get(name) is not None:
                yield element, element.get(name)


def wrong_link(site, tree, path, element, address):
    """What is wrong with a link; None: nothing."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        good = parts.scheme in OUTSIDE and element.name == "a" and (parts.netloc or parts.path)
        return None if good else f"{path}: {address} leaves the site"
    if parts.path.startswith("/"):
        return f"{path}: {address} is absolute"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if target.startswith("..") or not (Path(site) / target).is_file():
        return f"{path}: {address}: no such file"
    if address.endswith("#") or (parts.fragment and target in tree and not tree[target].find(unquote(parts.fragment))):
        return f"{path}: {address}: no such id"
    return None


def faults(site):
    """{what is checked: [what is wrong]}"""
    tree, found = pages.read_all(site), {"links": [], "ids": [], "titles": [], "headings": [], "references": []}
    titles = Counter()
    reached = {"index.html", "404.html"}
    for path, root in tree.items():
        found["links"] += filter(None, (wrong_link(site, tree, path, e, a) for e, a in addresses(root)))
        reached |= {posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(urlsplit(a).path)))
                    for _, a in addresses(root) if urlsplit(a).path}
        ids = Counter(e.get("id") for e in root.walk() if e.get("id") is not None)
        found["ids"] += [f"{path}: id {i!r} {n} times" for i, n in ids.items() if n > 1 or not i or re.search(r"\s", i)]
        for element in root.walk():
            for name in ("headers", "for", "aria-labelledby", "aria-describedby", "aria-controls"):
                found["references"] += [f"{path}: {name} of {i!r}" for i in (element.get(name) or "").split() if i not in ids]
        title = [e.text() for e in root.all("title") if e.parent.name == "head"]
        titles[title[0] if title else ""] += 1
        found["titles"] += [f"{path}: no title"] if len(title) != 1 or not title[0].strip() else []
        levels = [int(e.name[1]) for e in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
        if levels.count(1) != 1 or levels[:1] != [1] or any(b > a + 1 for a, b in zip(levels, levels[1:])):
            found["headings"].append(f"{path}: levels {levels}")
    found["titles"] += [f"{n} times: {t}" for t, n in titles.items() if n > 1]
    found["links"] += [f"{p}: no page leads to it" for p in tree if p not in reached]
    if not tree:
        found["links"].append("no pages")
    return found


def spoilt(folder, edit):
    """What is noticed after an edit of a copy of the site."""
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        edit(Path(copy))
        return {what for what, wrong in faults(copy).items() if wrong}


def replace(name, old, new):
    def edit(copy):
        path = copy / name
        text = path.read_text(encoding="utf-8")
        if not re.search(old, text):
            sys.exit(f"not ok links: nothing to spoil: {old} in {name}")
        path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")
    return edit


SPOIL = [
    ("a page is gone", "links", lambda copy: (copy / "rules.html").unlink()),
    ("an id is gone", "links", replace("initiatives/1-1-1.html", r' id="fy\d+"', "")),
    ("a path is absolute", "links", replace("index.html", r'href="results\.html"', 'href="/results.html"')),
    ("another host", "links", replace("index.html", r'href="site\.css"', 'href="https://example.invalid/site.css"')),
    ("a way out", "links", replace("index.html", r'href="results\.html"', 'href="javascript:alert(1)"')),
    ("an id twice", "ids", replace("index.html", "<h2", '<h2 id="main"')),
    ("a title twice", "titles", replace("rules.html", "<title>.*?</title>", "<title>判定の方法</title><title>判定の方法</title>")),
    ("a level left out", "headings", replace("index.html", "<h3(.*?)</h3>", r"<h5\1</h5>")),
    ("a name that is nowhere", "references", replace("initiatives/1-1-1.html", r'aria-describedby="[^"]*"', 'aria-describedby="x"')),
]


def main():
    sites = [a for a in sys.argv[1:] if not a.startswith("--")]
    bad = False
    for site in sites:
        for what, wrong in faults(site).items():
            print(("not ok" if wrong else "ok"), what, "of", Path(site).parent.name)
            for line in wrong[:10]:
                print("#  ", line)
            bad = bad or bool(wrong)
    if "--self-test" in sys.argv:
        for name, what, edit in SPOIL:
            noticed = what in spoilt(sites[0], edit)
            print(("ok" if noticed else "not ok"), "links: noticed that", name)
            bad = bad or not noticed
    sys.exit(bad)


main()
