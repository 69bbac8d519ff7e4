"""Where the time goes: perf's samples by library and by function. Does without when perf is absent or not allowed."""
import os
import re
import subprocess

import sheets
from measure import run, table, title

LINE = re.compile(r"^\s*([0-9.]+)%\s+(.*\S)\s*$", re.M)
TOP = 20


def shares(data, sort):
    said = subprocess.run(["perf", "report", "-i", data, "--stdio", "--no-children", "-g", "none", "--percent-limit", "0.05", "-s", sort],
                          capture_output=True, text=True, check=False).stdout
    return [(float(percent), rest) for percent, rest in LINE.findall(said)]


def functions(data):
    """The most costly; what a library without symbols spends is one line of it."""
    found = {}
    for percent, rest in shares(data, "dso,symbol"):
        parts = re.split(r"\s+\[[.k]\]\s+", rest, maxsplit=1)
        name = re.split(r"\s{2,}", parts[1])[0] if len(parts) == 2 else ""
        key = parts[0], "（関数名のない所）" if name.startswith("0x") else name
        found[key] = found.get(key, 0) + percent
    return [(percent, *key) for key, percent in sorted(found.items(), key=lambda item: -item[1])[:TOP]]


def record(bench, name, n):
    """perf's file, or None and a line that says why not."""
    data = f"{bench.work}/perf-{name}-{n}.data"
    os.makedirs(f"{bench.work}/out/{n}", exist_ok=True)
    done = run(["perf", "record", "-q", "-F", "2000", "-o", data, "--"] + sheets.command(bench, name, n))
    if done.status != 0 or not os.path.exists(data):
        last = (done.said.strip().splitlines() or ["理由は表示されませんでした。"])[-1]
        print(f"perfを使えなかったので、内訳を調べずに進みます：{last}\n", flush=True)
        return None
    return data


def library(text):
    return {"[kernel.kallsyms]": "カーネル", "[unknown]": "不明"}.get(text, text)


def show(bench, name, n):
    title(f"内訳（perf、{name}、{n:,}シート）")
    data = record(bench, name, n)
    if not data:
        return None
    by_library, by_symbol = shares(data, "dso"), functions(data)
    table(["割合", "ライブラリー"], [[f"{percent:5.1f}%", library(rest)] for percent, rest in by_library if percent >= 0.3], left=2)
    table(["割合", "ライブラリー", "関数"], [[f"{percent:5.1f}%", library(dso), symbol] for percent, dso, symbol in by_symbol], left=3)
    os.remove(data)
    return {"library": by_library, "symbol": by_symbol}
