#!/usr/bin/env python3
"""The council's papers: briefing (briefing.pdf and matrix.pdf), and matrix alone.

usage: tests/bench/slides.py   (this section alone; `make bench` has it too)
"""
import os
import sys

from measure import amount, median, memory, must, seconds, size, stop, table, title

ROUNDS = {31: 9, 310: 5}
AIMS = {(31, "briefing"): 0.080}
FILES = {"briefing": ("briefing.pdf", "matrix.pdf"), "matrix": ("matrix.pdf",)}


def once(bench, name, n):
    out = f"{bench.work}/slides/{n}"
    for file in FILES[name]:
        if os.path.exists(f"{out}/{file}"):
            os.remove(f"{out}/{file}")
    done = must([bench.gyokaku, "-q", "--input", f"{bench.work}/in/{n}", "-o", out, name])
    if not all(os.path.exists(f"{out}/{file}") for file in FILES[name]):
        stop(f"{name}のPDFができていません。")
    done.bytes = sum(size(f"{out}/{file}") for file in FILES[name])
    return done


def aim(r):
    limit = AIMS.get((r["initiatives"], r["name"]))
    if not limit:
        return "－", "－"
    return f"{seconds(limit)}以下", "✓" if r["wall"] <= limit else f"× {r['wall'] / limit:.1f}倍"


def measure(bench):
    rows = []
    for n, rounds in ROUNDS.items():
        for name in FILES:
            once(bench, name, n)
            runs = [once(bench, name, n) for _ in range(rounds)]
            rows.append({"initiatives": n, "name": name, "wall": median(r.wall for r in runs), "fastest": min(r.wall for r in runs),
                         "cpu": median(r.cpu for r in runs), "memory": median(r.memory for r in runs), "bytes": runs[0].bytes, "rounds": rounds})
        print(f"{n:,}の取組の説明資料を計りました。", file=sys.stderr, flush=True)
    title("議会説明資料（briefing.pdfとmatrix.pdf）")
    table(["コマンド", "取組", "時間", "最短", "CPU", "メモリ", "大きさ", "回", "目標", "結果"],
          [[r["name"], f"{r['initiatives']:,}", seconds(r["wall"]), seconds(r["fastest"]), seconds(r["cpu"]), memory(r["memory"]), amount(r["bytes"]),
            r["rounds"], *aim(r)] for r in rows])
    return rows


if __name__ == "__main__":
    import run as whole
    alone = whole.Bench()
    whole.machine()
    whole.inputs(alone, ROUNDS)
    measure(alone)
