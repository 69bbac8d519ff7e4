"""gyokaku itself at growing numbers of sheets: time, memory, bytes, pages, and its stages as `-v` prints them."""
import os
import re
import subprocess

from measure import MB, MIB, amount, memory, median, must, seconds, size, stop, table, title

STAGE = re.compile(r"^\s*([0-9.]+) ms\s+([0-9.]+) MB\s+([^（\s]+)", re.M)
FIT = re.compile(r"文字の大きさ([0-9.]+)")
COMMANDS = ("plan", "report")
AIMS = {31: (0.040, 32 * MIB, 0.45 * MB), 1000: (0.6, 85 * MIB, 5.5 * MB)}


def command(bench, name, n, extra=()):
    return [bench.gyokaku, "-q", *extra, "--input", f"{bench.work}/in/{n}", "-o", f"{bench.work}/out/{n}", name]


def once(bench, name, n):
    """One run, from an empty output folder's state: a PDF that is left from before cannot pass for this one's."""
    pdf = f"{bench.work}/out/{n}/{name}.pdf"
    if os.path.exists(pdf):
        os.remove(pdf)
    done = must(command(bench, name, n, ["-v"]))
    done.bytes = size(pdf)
    done.stages = [(label, float(ms) / 1000, float(mb)) for ms, mb, label in STAGE.findall(done.said)]
    if not done.stages:
        stop("gyokaku -vが段階の時間を表示しませんでした。")
    return done


def pages(pdf):
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=False).stdout
    found = re.search(r"^Pages:\s+(\d+)", said, re.M)
    if not found:
        stop(f"{pdf}のページ数をpdfinfoで読めません。")
    return int(found[1])


def summary(bench, name, n, runs):
    fit = FIT.search(runs[0].said)
    stages = [(label, median(r.stages[i][1] for r in runs), runs[0].stages[i][2]) for i, (label, _, _) in enumerate(runs[0].stages)]
    return {"sheets": n, "command": name, "wall": median(r.wall for r in runs), "fastest": min(r.wall for r in runs),
            "cpu": median(r.cpu for r in runs), "memory": median(r.memory for r in runs), "bytes": runs[0].bytes,
            "rounds": len(runs), "pages": pages(f"{bench.work}/out/{n}/{name}.pdf"), "fit": float(fit[1]) if fit else 1.0,
            "stages": [{"name": label, "seconds": s, "memory_mb": mb} for label, s, mb in stages]}


def show(rows):
    title("計画書（plan）と評価報告書（report）：全体")
    table(["種類", "シート", "ページ", "時間", "最短", "CPU", "メモリ", "大きさ", "1シート", "増え方", "回"],
          [[r["command"], f"{r['sheets']:,}", f"{r['pages']:,}", seconds(r["wall"]), seconds(r["fastest"]), seconds(r["cpu"]), memory(r["memory"]),
            amount(r["bytes"]), f"{r['wall'] / r['sheets'] * 1000:.2f} ms", growth(rows, r), r["rounds"]] for r in rows])
    print("  増え方：1シート当たりのCPUの時間を、310シートのときを1として示す。1より大きければ、枚数より速く増えている。\n")


def growth(rows, row):
    base = next((r for r in rows if r["command"] == row["command"] and r["sheets"] == 310), None)
    return f"{row['cpu'] / row['sheets'] / (base['cpu'] / base['sheets']):.2f}" if base else "－"


def show_stages(rows):
    for name in COMMANDS:
        mine = [r for r in rows if r["command"] == name]
        title(f"{name}：段階ごとの時間と、そこまでのメモリ（gyokaku -vの表示）")
        head = ["段階"] + [f"{r['sheets']:,}シート" for r in mine]
        table(head, [[stage["name"]] + [f"{seconds(r['stages'][i]['seconds'])} {r['stages'][i]['memory_mb']:6.1f} MB" for r in mine]
                     for i, stage in enumerate(mine[0]["stages"])])


def verdict(value, limit):
    return "✓" if value <= limit else f"× {value / limit:.2f}倍"


def show_aims(rows):
    title("目標との比較")
    lines = []
    for r in rows:
        if r["sheets"] in AIMS:
            wall, peak, most = AIMS[r["sheets"]]
            lines.append([r["command"], f"{r['sheets']:,}", f"{seconds(wall)}以下", verdict(r["wall"], wall),
                          f"{memory(peak)}以下", verdict(r["memory"], peak), f"{amount(most)}以下", verdict(r["bytes"], most)])
    table(["種類", "シート", "時間", "結果", "メモリ", "結果", "大きさ", "結果"], lines, left=2)
