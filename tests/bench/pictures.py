#!/usr/bin/env python3
"""The pictures of all charts (charts): a first run and one without a change.

usage: tests/bench/pictures.py [--gyokaku PROGRAM]   (this section alone; `make bench` has it too)
"""
import os
import shutil
import sys

from measure import amount, median, memory, must, seconds, stop, table, title

ROUNDS = {31: 5, 310: 5}
RUNS = {"first": "初めて", "same": "変更なし"}
AIMS = {(31, "first"): 0.400, (31, "same"): 0.010}
KINDS = ("-outline.svg", ".svg", ".png")


def make(bench, n, out):
    done = must([bench.gyokaku, "-q", "--input", f"{bench.work}/in/{n}", "-o", out, "charts"])
    if not os.path.exists(f"{out}/charts/index.html"):
        stop(f"{out}/charts/index.htmlができていません。")
    return done


def sizes(folder):
    """How many files of each kind, and their bytes."""
    found = {kind: [0, 0] for kind in KINDS}
    for file in os.listdir(folder):
        for kind in KINDS:
            if file.endswith(kind):
                found[kind][0] += 1
                found[kind][1] += os.path.getsize(f"{folder}/{file}")
                break
    return found


def aim(r):
    limit = AIMS.get((r["initiatives"], r["name"]))
    if not limit:
        return "－", "－"
    return f"{seconds(limit)}以下", "✓" if r["fastest"] <= limit else f"× {r['fastest'] / limit:.1f}倍"


def measure(bench):
    rows = []
    for n, rounds in ROUNDS.items():
        out, runs = f"{bench.work}/pictures/{n}", {name: [] for name in RUNS}
        for _ in range(rounds):
            shutil.rmtree(out, ignore_errors=True)
            for name in RUNS:
                runs[name].append(make(bench, n, out))
        made = sizes(f"{out}/charts")
        rows += [{"initiatives": n, "name": name, "wall": median(r.wall for r in done), "fastest": min(r.wall for r in done),
                  "cpu": median(r.cpu for r in done), "memory": median(r.memory for r in done), "rounds": rounds, "pictures": made[".png"][0],
                  "bytes": {kind: size for kind, (_, size) in made.items()}} for name, done in runs.items()]
        print(f"{n:,}の取組のchartsを計りました。", file=sys.stderr, flush=True)
    title("図のファイル（charts）")
    table(["作り方", "取組", "時間", "最短", "CPU", "メモリ", "図", "SVG", "SVG（輪郭）", "PNG", "回", "目標", "最短との比"],
          [[RUNS[r["name"]], f"{r['initiatives']:,}", seconds(r["wall"]), seconds(r["fastest"]), seconds(r["cpu"]), memory(r["memory"]), r["pictures"],
            amount(r["bytes"][".svg"]), amount(r["bytes"]["-outline.svg"]), amount(r["bytes"][".png"]), r["rounds"], *aim(r)] for r in rows])
    return rows


if __name__ == "__main__":
    import run as whole
    alone = whole.Bench()
    if sys.argv[1:2] == ["--gyokaku"]:
        alone.gyokaku = os.path.abspath(sys.argv[2])
    whole.machine()
    whole.inputs(alone, ROUNDS)
    measure(alone)
