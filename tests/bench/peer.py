"""Typst beside gyokaku: the same document, its own process, alternately with gyokaku's. Does without when it cannot be installed."""
import os
import re
import subprocess
import sys

import sheets
from measure import MIB, amount, memory, median, must, run, seconds, size, table, title

HERE = os.path.dirname(os.path.abspath(__file__))
SLOW = 20  # seconds at 1,000 sheets beyond which 5,000 are not tried
COMPARED = 310  # sheets up to which the texts are compared: pdftotext takes a minute for 5,000
STANDARDS = ["ua-1", "a-2a"]
COMPILE = """import sys, time, typst
start = time.perf_counter()
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=sys.argv[4:], ignore_system_fonts=True, pdf_standards=sys.argv[3].split(","))
print("compile", time.perf_counter() - start, file=sys.stderr)"""


def install(bench):
    """The Python of a venv that has Typst and Jinja2, or None and a line that says why not; and Typst's version."""
    venv = f"{bench.work}/venv"
    python = f"{venv}/bin/python"
    pins = dict(line.split("==") for line in open(f"{HERE}/requirements.txt", encoding="utf-8").read().split())
    pinned = pins["typst"]
    probe = [python, "-c", f"from importlib.metadata import version; import typst, sys; sys.exit(any(version(p) != v for p, v in {pins}.items()))"]
    if run(probe).status == 0:
        return python, pinned
    for step in ([sys.executable, "-m", "venv", "--clear", venv],
                 [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", f"{HERE}/requirements.txt"], probe):
        done = run(step)
        if done.status != 0:
            last = (done.said.strip().splitlines() or ["理由は表示されませんでした。"])[-1]
            print(f"TypstとJinja2を入れられなかったので、比べずに進みます：{last}\n", flush=True)
            return None, pinned
    return python, pinned


def fonts(bench):
    """The folders of fonts/fonts.conf: Typst sees the same fonts as gyokaku."""
    conf = open(f"{bench.root}/fonts/fonts.conf", encoding="utf-8").read()
    return [d for d in re.findall(r"<dir>([^<]+)</dir>", conf) if os.path.isdir(d)]


def source(bench, name, n, fit):
    """The document as Typst source."""
    xml, typ = f"{bench.work}/typst/{name}-{n}.xml", f"{bench.work}/typst/{name}-{n}.typ"
    os.makedirs(f"{bench.work}/typst", exist_ok=True)
    must([bench.gyokaku, "-q", "--input", f"{bench.work}/in/{n}", "--show", "document", name], stdout=xml)
    must([sys.executable, f"{HERE}/to_typst.py", xml, f"{bench.root}/templates", typ, str(fit)])
    os.remove(xml)
    return typ


def once(bench, name, n):
    pdf = f"{bench.work}/typst/{name}-{n}.pdf"
    if os.path.exists(pdf):
        os.remove(pdf)
    done = must([bench.typst, "-c", COMPILE, f"{bench.work}/typst/{name}-{n}.typ", pdf, ",".join(STANDARDS), *fonts(bench)])
    done.bytes = size(pdf)
    done.compile = float(re.search(r"^compile ([0-9.]+)", done.said, re.M)[1])
    return done


def excuse(bench, n, before):
    """Why a size is left out, or None. before: what the next smaller size cost."""
    if not before:
        return None
    times = n / before["sheets"]
    available = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    if before["sheets"] >= 1000 and before["wall"] > SLOW:
        return f"{before['sheets']:,}シートに{before['wall']:.0f}秒かかったため（上限は{SLOW}秒）"
    if before["memory"] * times > available * 0.6:
        return f"メモリがおよそ{before['memory'] * times / MIB / 1024:.0f} GB要ると見込まれるため"
    return None


def summary(bench, name, n, runs):
    """With the share of the text that both files have in common, counted without blanks and leaders (in a process of its own)."""
    pdf = f"{bench.work}/typst/{name}-{n}.pdf"
    common = None
    if n <= COMPARED:
        said = subprocess.run([sys.executable, f"{HERE}/common.py", f"{bench.work}/out/{n}/{name}.pdf", pdf], capture_output=True, text=True, check=False)
        common = float(said.stdout) if said.returncode == 0 else 0.0
    return {"sheets": n, "command": name, "wall": median(r.wall for r in runs), "compile": median(r.compile for r in runs),
            "cpu": median(r.cpu for r in runs), "memory": median(r.memory for r in runs), "bytes": runs[0].bytes, "pages": sheets.pages(pdf),
            "rounds": len(runs), "common": common}


def show(rows, mine, version, excuses):
    title(f"Typst {version}（PyPI、PDF/UA-1とPDF/A-2aを指定）で同じ内容を作ったとき。比はTypst÷gyokaku")
    ours = {(r["command"], r["sheets"]): r for r in mine}
    lines = []
    for r in rows:
        g = ours[r["command"], r["sheets"]]
        common = f"{r['common'] * 100:.1f}%" if r["common"] is not None else "－"
        lines.append([r["command"], f"{r['sheets']:,}", f"{r['pages']:,}", seconds(r["wall"]), f"{r['wall'] / g['wall']:.1f}倍", seconds(r["compile"]),
                      f"{r['cpu'] / g['cpu']:.1f}倍", memory(r["memory"]), f"{r['memory'] / g['memory']:.1f}倍",
                      amount(r["bytes"]), f"{r['bytes'] / g['bytes']:.1f}倍", common, r["rounds"]])
    table(["種類", "シート", "ページ", "時間", "比", "うち組版", "CPUの比", "メモリ", "比", "大きさ", "比", "同じ文字", "回"], lines)
    for line in excuses:
        print(f"  {line}")
    print("  時間はPythonの起動を含む。「うち組版」はtypst.compileの呼出しだけの時間である。「同じ文字」は両方のPDFから取り出した文字のうち\n"
          "  共通するものの割合（空白と目次の点線を除く）。図は、同じ値と文字をTypstの図形で描いた簡単なもので置き換えた。\n")
