#!/usr/bin/env python3
"""The website at growing sizes: a first build, one without a change, one after a single actual changed; beside it Jinja2 and Hugo.

usage: tests/bench/pages.py [--gyokaku PROGRAM]   (this section alone; `make bench` has it too)
"""
import os
import re
import shutil
import sys

import peer
from measure import amount, median, memory, must, seconds, stop, table, title

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS = {31: 5, 310: 5, 1000: 3}
BUILDS = {"first": "初めて", "same": "変更なし", "one": "実績1つ"}
AIMS = {(31, "first"): 0.020, (1000, "first"): 0.120, (31, "same"): 0.010, (310, "same"): 0.010, (1000, "same"): 0.010}
ACTUAL = re.compile(r"(<actual\b[^>]*>[^<0-9]*)([0-9])")
# Each peer gets both forms of the same pages (to_pages.py): "fine" has every element as a node, "ready" has paragraphs and cells as HTML.
FORMS = {"fine": "要素ごと", "ready": "段落ごと"}
JINJA = """import json, os, sys
import jinja2
NODE = '''{% macro node(n) %}{% if n is string %}{{ n }}{% elif n.h is defined %}<{{ n.t }}{{ n.a|safe }}>{{ n.h|safe }}</{{ n.t }}>
{% else %}<{{ n.t }}{{ n.a|safe }}>{% for c in n.c %}{{ node(c) }}{% endfor %}</{{ n.t }}>{% endif %}{% endmacro %}'''
PAGE = '''<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>{{ title }}</title><meta name="description" content="{{ description }}"></head>
<body>{% for n in body %}{{ node(n) }}{% endfor %}</body></html>
'''
page = jinja2.Environment(autoescape=True).from_string(NODE + PAGE)
with open(sys.argv[1], encoding="utf-8") as file:
    pages = json.load(file)
for p in pages:
    path = os.path.join(sys.argv[2], p["path"])
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(page.render(p))
"""


def build(bench, n, out, changed=None):
    done = must([bench.gyokaku, "-q", "--input", f"{bench.work}/in/{n}", "-o", out, *(["--changed", changed] if changed else []), "site"])
    if not os.path.exists(f"{out}/site/index.html"):
        stop(f"{out}/site/index.htmlができていません。")
    return done


def change_one(folder):
    """Another first digit in the first actual of the newest year. The file and what it was."""
    years = sorted(name for name in os.listdir(f"{folder}/actuals") if re.fullmatch(r"[0-9]{4}\.xml", name))
    path = f"{folder}/actuals/{years[-1]}"
    with open(path, encoding="utf-8") as file:
        before = file.read()
    after, count = ACTUAL.subn(lambda m: m[1] + str(int(m[2]) % 9 + 1), before, count=1)
    if not count:
        stop(f"{path}に、変える実績がありません。")
    with open(path, "w", encoding="utf-8") as file:
        file.write(after)
    return path, before


def rounds(bench, n):
    """Three builds a round; what the last one rewrote."""
    out, changed, runs, lines = f"{bench.work}/site/{n}", f"{bench.work}/site/changed-{n}", {b: [] for b in BUILDS}, None
    os.makedirs(f"{bench.work}/site", exist_ok=True)
    for _ in range(ROUNDS[n]):
        shutil.rmtree(out, ignore_errors=True)
        runs["first"].append(build(bench, n, out))
        runs["same"].append(build(bench, n, out))
        with open(changed, "w", encoding="utf-8"):
            pass  # what an earlier build left cannot pass for this one's
        path, before = change_one(f"{bench.work}/in/{n}")
        try:
            runs["one"].append(build(bench, n, out, changed))
        finally:
            with open(path, "w", encoding="utf-8") as file:
                file.write(before)
        with open(changed, encoding="utf-8") as file:
            lines = len(file.read().splitlines())
        if not lines:
            stop("実績を変えても、書き直したファイルがありません。")
    return runs, lines


def written(folder, under=""):
    """Pages and their bytes: HTML only."""
    found = [os.path.join(top, f) for top, _, files in os.walk(f"{folder}{under}") for f in files if f.endswith(".html")]
    return len(found), sum(os.path.getsize(f) for f in found)


def jinja(bench, n, form):
    out = f"{bench.work}/site/jinja-{n}"
    shutil.rmtree(out, ignore_errors=True)
    return must([bench.typst, "-c", JINJA, f"{bench.work}/site/data-{n}/{form}.json", out]), out


def hugo(bench, n, form):
    source = f"{bench.work}/site/data-{n}/hugo-{form}"
    for made in ("public", "resources"):
        shutil.rmtree(f"{source}/{made}", ignore_errors=True)
    return must(["hugo", "--quiet", "--source", source]), f"{source}/public"


def row(n, name, runs, **more):
    return {"initiatives": n, "name": name, "wall": median(r.wall for r in runs), "fastest": min(r.wall for r in runs),
            "cpu": median(r.cpu for r in runs), "memory": median(r.memory for r in runs), "rounds": len(runs), **more}


def peers(bench, n, pages):
    """The data are made beforehand, in a process of its own; it is not timed."""
    document, data, rows = f"{bench.work}/site/document-{n}.xml", f"{bench.work}/site/data-{n}", []
    must([bench.gyokaku, "-q", "--input", f"{bench.work}/in/{n}", "--show", "document", "site"], stdout=document)
    must([sys.executable, f"{HERE}/to_pages.py", document, data])
    os.remove(document)
    programs = [("Jinja2", jinja)] if bench.typst else []
    programs += [("Hugo", hugo)] if shutil.which("hugo") else []
    for name, program in programs:
        for form, label in FORMS.items():
            runs = [program(bench, n, form) for _ in range(ROUNDS[n])]
            made, size = written(runs[0][1])
            if made != pages:
                stop(f"{name}のページは{made}で、gyokakuの{pages}と違います。")
            rows.append(row(n, f"{name}（{label}）", [r for r, _ in runs], bytes=size))
    return rows


def show(mine, theirs):
    title("ウェブのページ（site）")
    table(["作り方", "取組", "時間", "最短", "CPU", "メモリ", "書いたファイル", "回", "目標", "最短との比"],
          [[BUILDS[r["name"]], f"{r['initiatives']:,}", seconds(r["wall"]), seconds(r["fastest"]), seconds(r["cpu"]), memory(r["memory"]),
            r["written"], r["rounds"], *aim(r)] for r in sorted(mine, key=lambda r: list(BUILDS).index(r["name"]))])
    if not theirs:
        return
    first = {r["initiatives"]: r for r in mine if r["name"] == "first"}
    title("同じ文章と表のページを、ほかのもので作ったとき（初めて）。比は、それ÷gyokaku")
    lines = []
    for r in theirs:
        g = first[r["initiatives"]]
        lines.append([r["name"], f"{r['initiatives']:,}", seconds(r["wall"]), seconds(r["fastest"]), f"{r['wall'] / g['wall']:.2f}倍", f"{r['fastest'] / g['fastest']:.2f}倍",
                      f"{r['cpu'] / g['cpu']:.2f}倍", memory(r["memory"]), f"{r['memory'] / g['memory']:.2f}倍", amount(r["bytes"]), amount(g["bytes"]), r["rounds"]])
    table(["", "取組", "時間", "最短", "比", "最短の比", "CPUの比", "メモリ", "比", "HTML", "gyokakuのHTML", "回"], lines)
    print("  計るのは、起動、データの読込み、ページの生成と書込みである。データは、gyokakuが計算と判定を済ませて作った文書（--show document site）から\n"
          "  前もって作り、その時間は含まない。「要素ごと」は文書の要素を1つずつ、「段落ごと」は段落と欄をできたHTMLのまま様式に渡す。gyokakuの時間は、\n"
          "  XMLの読込み、点検、計算、判定、文章、図、リンクの解決、CSVとJSONを含む。Jinja2とHugoは、そのどれもせず、図は代わりの文だけを書く。\n")


def aim(r):
    limit = AIMS.get((r["initiatives"], r["name"]))
    if not limit:
        return "－", "－"
    return f"{seconds(limit)}以下", "✓" if r["fastest"] <= limit else f"× {r['fastest'] / limit:.1f}倍"


def measure(bench):
    mine, theirs = [], []
    for n in ROUNDS:
        runs, changed = rounds(bench, n)
        pages, size = written(f"{bench.work}/site/{n}", "/site")
        files = {"first": sum(len(f) for _, _, f in os.walk(f"{bench.work}/site/{n}/site")), "same": 0, "one": changed}
        mine += [row(n, b, runs[b], written=files[b], bytes=size) for b in BUILDS]
        theirs += peers(bench, n, pages)
        print(f"{n:,}の取組のsiteを計りました。", file=sys.stderr, flush=True)
    show(mine, theirs)
    if not shutil.which("hugo"):
        print("Hugoがないので、比べずに進みました（パッケージhugo）。\n")
    return {"gyokaku": mine, "peers": theirs}


if __name__ == "__main__":
    import run as whole
    alone = whole.Bench()
    if sys.argv[1:2] == ["--gyokaku"]:
        alone.gyokaku = os.path.abspath(sys.argv[2])
    whole.machine()
    whole.inputs(alone, ROUNDS)
    alone.typst, _ = peer.install(alone)
    measure(alone)
