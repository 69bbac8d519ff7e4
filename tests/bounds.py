#!/usr/bin/env python3
"""Bounds of targets: cells x actuals x what must come of them, each bound on, just above and just below its number: the rate and the grade in
the open data, the bound beside the number, the sentence of the report, the points of the chart; and a cell that contradicts its direction.
usage: tests/bounds.py GYOKAKU WORK [--self-test]"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import xml.sax.saxutils as sax

GYOKAKU, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
MET, NEAR, UNMET = "達成", "おおむね達成", "未達成"

# target, attributes of the indicator, baseline, actual, rate, grade, sentence, bound, number, upper end
CASES = [
    ("98.5%以上", "", "", "98.6%", "100.1", MET, "は98.6%で、目標98.5%以上を0.1ポイント上回りました。", "以上", "98.5", ""),
    ("98.5%以上", "", "", "98.5%", "100.0", MET, "は98.5%で、目標98.5%以上に届きました。", "以上", "98.5", ""),
    ("98.5%以上", "", "", "98.4%", "99.8", NEAR, "は98.4%で、目標98.5%以上に0.1ポイント足りませんでした。", "以上", "98.5", ""),
    ("30回以上", "", "", "31回", "103.3", MET, "は31回で、目標30回以上を1回上回りました。", "以上", "30", ""),
    ("30回以上", "", "", "30回", "100.0", MET, "は30回で、目標30回以上に届きました。", "以上", "30", ""),
    ("30回以上", "", "", "23回", "76.6", UNMET, "は23回で、目標30回以上に7回足りませんでした。", "以上", "30", ""),
    ("95%以下", "", "", "94.9%", "100.1", MET, "は94.9%で、目標95%以下を0.1ポイント下回り、達成しました。", "以下", "95", ""),
    ("95%以下", "", "", "95.0%", "100.0", MET, "は95.0%で、目標95%以下に届きました。", "以下", "95", ""),
    ("95%以下", "", "", "96.0%", "98.9", NEAR, "は96.0%で、目標95%以下を1.0ポイント上回り、届きませんでした。", "以下", "95", ""),
    ("11.0%以下", "", "", "8.9%", "123.5", MET, "は8.9%で、目標11.0%以下を2.1ポイント下回り、達成しました。", "以下", "11.0", ""),
    ("10時間以内", "", "", "10時間", "100.0", MET, "は10時間で、目標10時間以内に届きました。", "以下", "10", ""),
    ("10時間以内", 'direction="down"', "", "12.5時間", "80.0", NEAR, "は12.5時間で、目標10時間以内を2.5時間上回り、届きませんでした。", "以下", "10", ""),
    ("140億円以内", "", "", "141億円", "99.2", NEAR, "は141億円で、目標140億円以内を1億円上回り、届きませんでした。", "以下", "140", ""),
    ("50件超", "", "", "51件", "102.0", MET, "は51件で、目標50件超を1件上回りました。", "超", "50", ""),
    ("50件超", "", "", "50件", "100.0", NEAR, "は50件で、目標50件超に届きませんでした。", "超", "50", ""),
    ("50件超", "", "", "49件", "98.0", NEAR, "は49件で、目標50件超に1件足りませんでした。", "超", "50", ""),
    ("10人を上回る", "", "", "10人", "100.0", NEAR, "は10人で、目標「10人を上回る」に届きませんでした。", "超", "10", ""),
    ("100%未満", "", "", "99.9%", "100.1", MET, "は99.9%で、目標100%未満を0.1ポイント下回り、達成しました。", "未満", "100", ""),
    ("100%未満", "", "", "100%", "100.0", NEAR, "は100%で、目標100%未満に届きませんでした。", "未満", "100", ""),
    ("5件を下回る", "", "", "6件", "83.3", NEAR, "は6件で、目標「5件を下回る」を1件上回り、届きませんでした。", "未満", "5", ""),
    ("4～7社", "", "", "3社", "", UNMET, "は3社で、目標4～7社を1社下回り、範囲に入りませんでした。", "範囲", "4", "7"),
    ("4～7社", "", "", "4社", "", MET, "は4社で、目標4～7社の範囲に入りました。", "範囲", "4", "7"),
    ("4～7社", "", "", "7社", "", MET, "は7社で、目標4～7社の範囲に入りました。", "範囲", "4", "7"),
    ("4社から7社", 'direction="keep"', "", "8社", "", UNMET, "は8社で、目標4社から7社を1社上回り、範囲に入りませんでした。", "範囲", "4", "7"),
    ("4～7社", 'direction="keep" tolerance="1"', "", "8社", "", MET, "は8社で、目標4～7社の範囲に入りました。", "範囲", "4", "7"),
    ("40～45件", 'direction="down"', "", "44件", "102.2", MET, "は44件で、目標40～45件を1件下回り、達成しました。", "範囲", "40", "45"),
    ("98%以上", "", "96.5%", "97.0%", "33.3", UNMET, "は97.0%で、目標98%以上に1.0ポイント足りませんでした。", "以上", "98", ""),
    ("98%以上", "", "96.5%", "98.0%", "100.0", MET, "は98.0%で、目標98%以上に届きました。", "以上", "98", ""),
    ("30時間以下", "", "60時間", "36時間", "83.3", NEAR, "は36時間で、目標30時間以下を6時間上回り、届きませんでした。", "以下", "30", ""),
    ("95%以下", "", "96%", "95.2%", "80.0", NEAR, "は95.2%で、目標95%以下を0.2ポイント上回り、届きませんでした。", "以下", "95", ""),
    ("80%以上", "", "", '75%以上" confirmed="yes', "93.7", NEAR, "", "以上", "80", ""),
    ("80%以上", "", "", "75%以上", "", "判定できない", "", "以上", "80", ""),
]
# target, direction: told as an error, with both
CONTRADICTIONS = [("95%以下", "up", "bound-direction"), ("30回以上", "down", "bound-direction")]


def plan_of(cases):
    sheets = "".join(
        f'''<initiative number="{i}" department="課"><name>取組{i}</name><indicator {c[1]}><definition>数{i}</definition>
{f'<baseline year="2025">{c[2]}</baseline>' if c[2] else ""}<target year="2026">{c[0]}</target></indicator></initiative>'''
        for i, c in enumerate(cases, 1))
    return f'''<plan version="1" xml:lang="ja"><title>計画</title><municipality>架空市</municipality><state>確定</state><date>2026-03</date>
<period first="2026" last="2026"/><chapter><title>内容</title><sheets/></chapter><policy number="1"><name>方針</name><item number="1"><name>項目</name>{sheets}</item></policy></plan>'''


def actuals_of(cases):
    sheets = "".join(
        (f'<sheet ref="1-1-{i}"><actual confirmed="yes">{c[3].split(chr(34))[0]}</actual></sheet>' if '"' in c[3]
         else f'<sheet ref="1-1-{i}"><actual>{sax.escape(c[3])}</actual></sheet>') for i, c in enumerate(cases, 1))
    return f'<actuals version="1" year="2026" as-of="2027-03-31">{sheets}</actuals>'


def run(folder, *command):
    return subprocess.run([GYOKAKU, "-q", "--input", folder, "-o", WORK / "out", *command], capture_output=True, text=True)


def write(cases):
    folder = WORK / "input"
    (folder / "actuals").mkdir(parents=True, exist_ok=True)
    (folder / "plan.xml").write_text(plan_of(cases))
    (folder / "actuals/2026.xml").write_text(actuals_of(cases))
    return folder


def faults(cases):
    """What differs from the table."""
    folder, found = write(cases), []
    made, document = run(folder, "data"), run(folder, "--show", "document", "report")
    if made.returncode or document.returncode:
        return [f"the program ended with {made.returncode} and {document.returncode}: {made.stderr}{document.stderr}"]
    rows = list(csv.DictReader((WORK / "out/data/indicators.csv").open(encoding="utf-8-sig")))
    sheets = re.findall(r'<page[^>]*class="[^"]*sheet.*?</page>', document.stdout, re.S)
    sentences = re.findall(r'<p class="headline">令和8年度(.*?)</p>', document.stdout)
    years = [y for p in json.loads((WORK / "out/data/data.json").read_text())["policies"] for i in p["items"] for n in i["initiatives"]
             for x in n["indicators"] for y in x["years"]]
    if not len(rows) == len(sentences) == len(years) == len(cases):
        return [f"{len(rows)} rows, {len(sentences)} sentences, {len(years)} years of JSON for {len(cases)} cases"]
    for case, row, sentence, year in zip(cases, rows, sentences, years):
        target, _, _, actual, rate, grade, wanted, bound, number, high = case
        name = f"{target} / {actual}"
        got = {"rate": row["割合"], "grade": row["判定"] or row["状態"], "bound": row["境界"], "number": row["目標値"], "upper end": row["目標値（上限）"]}
        for what, value in zip(got, (rate, grade, bound, number, high)):
            if got[what] != value:
                found.append(f"{name}: {what} is {got[what]}, not {value}")
        if wanted and not sentence.startswith(wanted):
            found.append(f"{name}: {sentence}, not {wanted}")
        if year["target"]["bound"] != bound or year["target"]["number"] != number:
            found.append(f"{name}: JSON says {year['target']}")
    charts = re.findall(r'<chart [^>]*kind="(?:bars|dots|line)".*?</chart>', document.stdout, re.S)
    points = [dict(re.findall(r'role="(target|actual)".*?value="([^"]*)"', c, re.S)) for c in charts]
    for case, point in zip(cases, points):
        if point.get("target") and point["target"].rstrip("0").rstrip(".") != case[8].rstrip("0").rstrip(".") and case[7] != "範囲":
            found.append(f"{case[0]}: the chart's target is {point['target']}")
    if len(charts) != len(cases):
        found.append(f"{len(charts)} charts for {len(cases)} cases")
    return found


def tell(name, found):
    print("not ok" if found else "ok", name)
    for line in found:
        print("  #", line)
    return bool(found)


failed = tell("bounds: rate, grade, sentence, chart and data of each cell", faults(CASES))
wrong = [c[:4] + (c[4], UNMET if c[5] == MET else MET) + c[6:] for c in CASES]
failed |= tell("bounds: a wrong table is noticed", [] if len(faults(wrong)) >= len(CASES) else ["it was not"])
for target, direction, message in CONTRADICTIONS:
    folder = write([(target, f'direction="{direction}"', "", "1")])
    told = subprocess.run([GYOKAKU, "--input", folder, "-o", WORK / "none", "plan"], capture_output=True, text=True)
    fine = told.returncode == 1 and f"[{message}]" in told.stderr and target in told.stderr and not (WORK / "none").exists()
    failed |= tell(f"bounds: {target} against {direction}", [] if fine else [told.stderr])
sys.exit(failed)
