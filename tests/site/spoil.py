#!/usr/bin/env python3
"""spoil.py WORK: makes pages that are wrong, so that the judges can be seen to notice: WORK/broken/site from the sample's, WORK/idle/site without
its script, WORK/naive/site as the hostile plan's would be had nobody escaped it; and WORK/wrapped, fragments in the least of pages."""
import html
import re
import shutil
import sys
from pathlib import Path

work = Path(sys.argv[1])


def edit(path, *changes):
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        changed = re.sub(old, lambda _: new, text, count=1)
        if changed == text:
            sys.exit(f"nothing to spoil: {old} in {path}")
        text = changed
    path.write_text(text, encoding="utf-8")


broken = work / "broken/site"
shutil.copytree(work / "sample/site", broken)
edit(broken / "index.html", ("</h1>", '</h1><img src="site.css"><p class="low">hard to read</p><script>alert(1)</script>'))
edit(broken / "rules.html", ("<meta http-equiv[^>]*>", ""), ("</h1>", '</h1><img alt="" src="https://example.invalid/a.png"><pre class="much">much too wide</pre>'))
edit(broken / "initiatives/1-1-1.html", ('font-size="', 'font-size="5" class="'))
edit(broken / "initiatives/index.html", ('<p class="skip">.*?</p>', ""))
(broken / "site.js").write_text('document.cookie = "a=b"; localStorage.setItem("a", "b");')
edit(broken / "index.html", ("</head>", '<script src="site.js"></script></head>'))
with open(broken / "site.css", "a") as css:
    css.write(".low { color: #333; background: #222; } .much { width: 2000px; }\n")

idle = work / "idle/site"
shutil.copytree(work / "sample/site", idle)
(idle / "site.js").write_text("")

naive = work / "naive/site"
shutil.copytree(work / "hostile/site", naive)
for path in naive.rglob("*.html"):
    head, body = path.read_text(encoding="utf-8").split("<body", 1)
    path.write_text(head + "<body" + html.unescape(body), encoding="utf-8")

fragments = work / "sample/fragment"
for path in fragments.rglob("*.html"):
    copy = work / "wrapped" / path.relative_to(fragments)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(f'<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>市のページ</title></head><body><main>'
                    f'{path.read_text(encoding="utf-8")}</main></body></html>\n', encoding="utf-8")
