#!/usr/bin/env python3
"""The bench: gyokaku at growing sizes, beside Typst, its profile, the floor, the website beside Jinja2 and Hugo, the pictures of charts, the slides, and a whole country's municipalities.

usage: tests/bench/run.py [--json FILE] [--quick] [--cities COUNT] [--gyokaku PROGRAM]
--quick stops at 1,000 sheets and leaves the municipalities out; PROGRAM is another one to measure in place of build/gyokaku. Never fails on a slow day: it ends with an error only when gyokaku does, or
when a PDF is missing. Everything it makes is in build/bench/.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import time

import pages
import peer
import pictures
import shares
import sheets
import slides
from measure import amount, median, memory, must, own_memory, seconds, stop, table, title

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
ROUNDS = {31: 5, 310: 5, 1000: 5, 5000: 3}
PEER_ROUNDS = {31: 5, 310: 5, 1000: 3, 5000: 1}
BUDGET = 15  # seconds for the rounds of one size and command; on a slow day there are fewer rounds, and the table says how many
TOOLS = {"xmllint": "libxml2-utils", "pdfinfo": "poppler-utils", "pdftotext": "poppler-utils"}


class Bench:
    root, work, gyokaku = ROOT, f"{ROOT}/build/bench", f"{ROOT}/build/gyokaku"
    typst = None


def inputs(bench, sizes):
    if not os.access(bench.gyokaku, os.X_OK):
        stop(f"{bench.gyokaku}がありません。makeを先に実行してください。")
    for tool, package in TOOLS.items():
        if not shutil.which(tool):
            stop(f"{tool}がありません。パッケージ{package}を入れてください（tools/packages.sh bench）。")
    for n in sizes:
        must([sys.executable, f"{HERE}/multiply.py", f"{ROOT}/input", str(n), f"{bench.work}/in/{n}"])


def measure(bench, sizes):
    """Each size and command: a warm-up each, then gyokaku and Typst in turn, so that a slow minute hits both."""
    mine, theirs, excuses = [], [], []
    for n in sizes:
        for name in sheets.COMMANDS:
            first = sheets.once(bench, name, n)
            beside = bench.typst is not None
            if beside:
                why = peer.excuse(bench, n, next((r for r in reversed(theirs) if r["command"] == name), None))
                if why or any(name == skipped for skipped, _ in excuses):
                    beside = False
                    excuses.append((name, f"{name}の{n:,}シートはTypstでは作らない：{why or '前の大きさでやめたため'}。"))
            if beside:
                fit = sheets.FIT.search(first.said)
                peer.source(bench, name, n, fit[1] if fit else 1)
                if PEER_ROUNDS[n] > 1:
                    peer.once(bench, name, n)
            runs, others, start = [], [], time.monotonic()
            for i in range(max(ROUNDS[n], PEER_ROUNDS[n])):
                if i and time.monotonic() - start > BUDGET:
                    break
                runs += [sheets.once(bench, name, n)] if i < ROUNDS[n] else []
                others += [peer.once(bench, name, n)] if beside and i < PEER_ROUNDS[n] else []
            mine.append(sheets.summary(bench, name, n, runs))
            theirs += [peer.summary(bench, name, n, others)] if others else []
            print(f"{n:,}シートの{name}を計りました。", file=sys.stderr, flush=True)
    order = {name: i for i, name in enumerate(sheets.COMMANDS)}
    return (sorted(mine, key=lambda r: order[r["command"]]), sorted(theirs, key=lambda r: order[r["command"]]), [e for _, e in excuses])


def show_floor(bench, n, plan):
    """What no program that makes this file can avoid."""
    start = median(must([bench.gyokaku, "--version"]).wall for _ in range(21))
    reading = median(must(["xmllint", "--noout", f"{bench.work}/in/{n}/plan.xml"]).wall for _ in range(5))
    said = subprocess.run([sys.executable, f"{HERE}/floor.py", f"{bench.work}/out/{n}/plan.pdf", f"{bench.work}/floor"],
                          capture_output=True, text=True, check=False)
    if said.returncode:
        stop(f"下限を計れませんでした。\n{said.stderr}")
    found = json.loads(said.stdout)
    total = start + reading + found["deflate"] + found["write"]
    size = os.path.getsize(f"{bench.work}/in/{n}/plan.xml")
    title(f"避けられないもの（plan、{n:,}シート）")
    table(["", "時間", "何を計ったか"],
          [["起動とライブラリーの結合", seconds(start), "gyokaku --version"],
           ["XMLを読む", seconds(reading), f"xmllint --noout（{amount(size)}、起動を含む）"],
           ["圧縮", seconds(found["deflate"]), f"{found['with']}で{amount(found['raw'])}を{amount(found['deflated'])}に（{found['streams']:,}個）"],
           ["書込み", seconds(found["write"]), f"{amount(found['written'])}を書いてfsync"],
           ["合計", seconds(total), f"gyokakuは{seconds(plan['wall'])}（{plan['wall'] / total:.1f}倍）"]], left=3)
    return {"start": start, "xml": reading, **found, "total": total}


def show_cities(bench, count):
    title(f"{count:,}市区町村の計画書と評価報告書（make -j）")
    said = subprocess.run([f"{HERE}/municipalities.sh", str(count)], stdout=subprocess.PIPE, text=True, check=False)
    print(said.stdout, flush=True)
    if said.returncode:
        stop("市区町村の計画書と評価報告書を作れませんでした。")
    return dict(line.strip().split("：", 1) for line in said.stdout.splitlines() if "：" in line)


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")), "不明")
    load = os.getloadavg()[0]
    busy = "。ほかの処理が動いているので、時間は長めに出る" if load > 0.7 else ""
    print(f"機械：{model}、{os.cpu_count()}コア。始めの負荷{load:.2f}{busy}。中央値を示す。MBは、メモリでは2の20乗、ファイルでは100万バイト。\n", flush=True)


def main():
    parser = argparse.ArgumentParser(add_help=True)
    parser.add_argument("--json")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--cities", type=int, default=1718)
    parser.add_argument("--gyokaku", default=Bench.gyokaku)
    asked = parser.parse_args()
    bench, sizes = Bench(), [n for n in ROUNDS if n <= (1000 if asked.quick else 5000)]
    bench.gyokaku = os.path.abspath(asked.gyokaku)
    machine()
    inputs(bench, sizes)
    bench.typst, version = peer.install(bench)
    mine, theirs, excuses = measure(bench, sizes)
    sheets.show(mine)
    sheets.show_aims(mine)
    sheets.show_stages(mine)
    if theirs:
        peer.show(theirs, mine, version, excuses)
    if any(r["common"] is not None and r["common"] < 0.95 for r in theirs):
        print("注意：取り出した文字がTypstのものと大きく違います。gyokakuのPDFから文字を正しく取り出せるか、テストで確かめてください。\n")
    result = {"gyokaku": mine, "typst": theirs, "site": pages.measure(bench), "charts": pictures.measure(bench), "briefing": slides.measure(bench)}
    result["profile"] = {name: shares.show(bench, name, 1000) for name in sheets.COMMANDS}
    result["floor"] = show_floor(bench, 1000, next(r for r in mine if r["sheets"] == 1000 and r["command"] == "plan"))
    smallest = min(r["memory"] for r in mine)
    if own_memory() >= smallest:
        print(f"注意：計る側のメモリ（{memory(own_memory())}）が大きく、メモリの数字はこれより小さくは出ません。\n")
    if not asked.quick and asked.cities:
        result["cities"] = show_cities(bench, asked.cities)
    if asked.json:
        with open(asked.json, "w", encoding="utf-8") as out:
            json.dump(result, out, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
