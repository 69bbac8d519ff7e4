#!/usr/bin/env python3
"""Cells that are not plain numbers: rows of three years through report, chart, data, check, diff and verify: the grade and the rate of each
year, the sentence of the last one, the number and the bound in the open data, the chart's points.
usage: tests/forms.py GYOKAKU WORK"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import xml.sax.saxutils as sax

GYOKAKU, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
MET, NEAR, UNMET, NONE, CANNOT = "達成", "おおむね達成", "未達成", "対象外", "判定できない"
FIRST, YEARS = 2026, 3
BASE = '<baseline year="2025">{}</baseline>'

# name, attributes, baseline, targets, actuals, (grade, rate) of each year, the sentence of the last year, number and bound of the first year,
# points of the chart as target/actual of the last year ("" for none; None: a strip of stages)
ROWS = [
    ("change from the year before", "", BASE.format("600人"), ["15人削減"] * 3, ["585人", "573人", "560人"],
     [(MET, "100.0"), (NEAR, "80.0"), (NEAR, "86.6")],
     "は560人で、令和9年度の573人から13人減り、目標「15人削減」に2人届きませんでした。", "-15", "増減", ("558", "560")),
    ("change from the baseline", 'growth="baseline"', BASE.format("600人"), ["5人減", "10人減", "15人減"], ["596人", "590人", "583人"],
     [(NEAR, "80.0"), (MET, "100.0"), (MET, "113.3")], "は583人で、基準値の600人から17人減り、目標「15人減」に届きました。", "-5", "増減", ("585", "583")),
    ("change told itself, summed", 'accumulation="sum"', "", ["5人削減"] * 3, ["△6人", "5人削減", "6人"],
     [(MET, "120.0"), (MET, "110.0"), (MET, "113.3")], "はこれまでの合計で17人の減となり、目標「△15人」に届きました。", "-5", "増減", ("-5", "6")),
    ("more", "", BASE.format("10件"), ["3件増"] * 3, ["13件", "15件", "14件"], [(MET, "100.0"), (UNMET, "66.6"), (UNMET, "-33.4")],
     "は14件で、令和9年度の15件から1件減り、目標「3件増」に4件届きませんでした。", "3", "増減", ("18", "14")),
    ("points", "", BASE.format("50.0%"), ["2ポイント向上"] * 3, ["52.0%", "53.0%", "55.5%"], [(MET, "100.0"), (UNMET, "50.0"), (MET, "125.0")],
     "は55.5%で、令和9年度の53.0%から2.5ポイント増え、目標「2ポイント向上」に届きました。", "2", "増減", ("55.0", "55.5")),
    ("rank", "", "", ["第5位", "第4位", "全国3位以内"], ["第5位", "10位", "第4位"], [(MET, "100.0"), (UNMET, "40.0"), (UNMET, "75.0")],
     "は第4位で、目標の全国3位以内に届きませんでした（差は1位）。", "5", "以下", ("3", "4")),
    ("duration", 'direction="down"', "", ["10分12秒", "8分", "7分以内"], ["10分12秒", "8分30秒", "7分30秒"],
     [(MET, "100.0"), (NEAR, "94.1"), (NEAR, "93.3")], "は7分30秒で、目標7分以内を30秒上回り、届きませんでした。", "612", "", ("420", "450")),
    ("plain minutes against parts", "", "", ["10分以内"] * 3, ["10分", "9分50秒", "12分5秒"], [(MET, "100.0"), (MET, "101.6"), (NEAR, "82.7")],
     "は12分5秒で、目標10分以内を2分5秒上回り、届きませんでした。", "600", "以下", ("600", "725")),
    ("ratio", "", "", ["1:2", "1:3", "1:3"], ["1:2", "1:2.8", "1:3.5"], [(MET, "100.0"), (NEAR, "93.3"), (MET, "116.6")],
     "は1:3.5で、目標1:3を0.5上回りました。", "2", "", ("3", "3.5")),
    ("pair", 'direction="down"', "", ["4,305人→4,245人", "4,305人→4,200人", "4,305人→4,100人"], ["4,245人", "4,263人", "4,100人"],
     [(MET, "100.0"), (UNMET, "40.0"), (MET, "100.0")], "は4,100人で、目標4,305人→4,100人に届きました。", "4245", "", ("4100", "4100")),
    ("counts a year", "", "", ["年1回以上", "1回以上/年", "年2回"], ["2回", "年1回", "1回/年"], [(MET, "200.0"), (MET, "100.0"), (UNMET, "50.0")],
     "は1回/年で、目標年2回に1回足りませんでした。", "1", "以上", ("2", "1")),
    ("counts a month", "", "", ["月2回"] * 3, ["月2回", "月1回", "3回以上/月"], [(MET, "100.0"), (UNMET, "50.0"), (CANNOT, "")], "", "2", "", ("2", "3")),
    ("running totals", "", "", ["累計10件", "累計30件", "延べ50件"], ["累計8件", "30件", "累計55件"], [(NEAR, "80.0"), (MET, "100.0"), (MET, "110.0")],
     "は累計55件で、目標延べ50件を5件上回りました。", "10", "", ("50", "55")),
    ("more than it was", "", BASE.format("100件"), ["増加"] * 3, ["101件", "101件", "99件"], [(MET, ""), (UNMET, ""), (UNMET, "")],
     "は99件で、令和9年度の101件から2件減り、目標「増加」に届きませんでした。", "", "", ("", "99")),
    ("no less than the year before", "", BASE.format("100件"), ["前年度以上"] * 3, ["100件", "99件", "99件"], [(MET, ""), (UNMET, ""), (MET, "")],
     "は99件で、令和9年度の99件と同じで、目標「前年度以上」に届きました。", "", "", ("", "99")),
    ("kept", 'direction="down"', BASE.format("20日"), ["現状維持"] * 3, ["20日", "21日", "18日"], [(MET, ""), (UNMET, ""), (MET, "")],
     "は18日で、基準値の20日から2日減り、目標「現状維持」に届きました。", "", "", ("", "18")),
    ("a wish that is declared", "", "", ["維持"] * 3, ['<actual state="達成">維持した</actual>'] * 3, [(MET, "")] * 3, "の目標「維持」：", "", "", None),
    ("signs", "", "", ["○", "有", "済"], ["○", "無", "済"], [(MET, ""), (UNMET, ""), (MET, "")], "の目標「済」：済", "", "", None),
    ("letters", "", "", ["A", "A", "B"], ["B", "S", "A"], [(UNMET, ""), (MET, ""), (MET, "")], "の目標「B」：A", "", "", None),
    ("tenths", "", "", ["3割5分", "4割", "5割以上"], ["35%", "3割6分", "60%"], [(MET, "100.0"), (NEAR, "90.0"), (MET, "120.0")],
     "は60%で、目標5割以上を10ポイント上回りました。", "35", "", ("50", "60")),
    ("per mille", "", "", ["5‰", "10‰", "20‰"], ["0.5%", "9‰", "25‰"], [(MET, "100.0"), (NEAR, "90.0"), (MET, "125.0")],
     "は25‰で、目標20‰を5‰上回りました。", "5", "", ("20", "25")),
    ("hundreds of millions of the indicator's unit", 'unit="百万円"', "", ["30億以上"] * 3, ["31億", "3,000百万円", "27億円"],
     [(MET, "103.3"), (MET, "100.0"), (NEAR, "90.0")], "は27億円で、目標30億以上に3億円足りませんでした。", "3000", "以上", ("3000", "2700")),
    ("every year", "", "", ["毎年度1億円"] * 3, ["1億2,000万円", "9,000万円", "1億円"], [(MET, "120.0"), (NEAR, "90.0"), (MET, "100.0")],
     "は1億円で、目標毎年度1億円に届きました。", "1", "", ("1", "1")),
    ("not settled yet", "", "", ["5件", "10件", "未定"], ["5件", "9件", ""], [(MET, "100.0"), (NEAR, "90.0"), (NONE, "")], "は対象外です。", "5", "", ("", "")),
    ("a sum that lacks a year", 'accumulation="sum"', "", ["5件"] * 3, ["5件", "", "9件"], [(MET, "100.0"), ("未報告", ""), (CANNOT, "")], "", "5", "", ("5", "9")),
]
CANNOT_BE = {"a sum that lacks a year": "合計に要る年度の実績がない（令和9年度）", "counts a month": "おおよその値"}


def plan_of(rows):
    sheets = "".join(
        f'<initiative number="{i}" department="財政課"><name>取組{i}</name><current>現状{i}。</current><goal>目標{i}。</goal>'
        f'<indicator {attributes}><definition>{sax.escape(name)}</definition>{base}'
        + "".join(f'<target year="{FIRST + k}">{sax.escape(t)}</target>' for k, t in enumerate(targets)) + "</indicator></initiative>"
        for i, (name, attributes, base, targets, *_) in enumerate(rows, 1))
    return f'''<plan version="1" xml:lang="ja"><title>計画</title><municipality>架空市</municipality><state>確定</state><date>2026-03</date>
<period first="{FIRST}" last="{FIRST + YEARS - 1}"/><chapter><title>内容</title><sheets/></chapter><policy number="1"><name>方針</name><item number="1"><name>項目</name>{sheets}</item></policy></plan>'''


def actuals_of(rows, year):
    def one(text):
        return text if text.startswith("<") else f"<actual>{sax.escape(text)}</actual>" if text else ""
    sheets = "".join(f'<sheet ref="1-1-{i}">{one(row[4][year])}</sheet>' for i, row in enumerate(rows, 1))
    return f'<actuals version="1" year="{FIRST + year}" as-of="{FIRST + year + 1}-03-31">{sheets}</actuals>'


def run(folder, *command):
    return subprocess.run([GYOKAKU, "-q", "--input", folder, "-o", WORK / "out", *command], capture_output=True, text=True)


def write(rows):
    folder = WORK / "input"
    (folder / "actuals").mkdir(parents=True, exist_ok=True)
    (folder / "plan.xml").write_text(plan_of(rows))
    for year in range(YEARS):
        (folder / f"actuals/{FIRST + year}.xml").write_text(actuals_of(rows, year))
    return folder


def chart_faults(row, chart):
    if row[9] is None:
        return [] if 'kind="strip"' in chart else ["no strip"]
    found = []
    for role, wanted in zip(("target", "actual"), row[9]):
        series = re.search(rf'<series role="{role}".*?</series>', chart, re.S)
        values = re.findall(r'value="([^"]*)"', series[0]) if series else []
        if wanted and (not values or float(values[-1] or "nan") != float(wanted)):
            found.append(f"the chart's {role} is {values}")
    return found


def faults(rows):
    folder, found = write(rows), []
    made, document = run(folder, "data"), run(folder, "--show", "document", "report")
    if made.returncode or document.returncode:
        return [f"the program ended with {made.returncode} and {document.returncode}: {made.stderr}{document.stderr}"]
    cells = list(csv.DictReader((WORK / "out/data/indicators.csv").open(encoding="utf-8-sig")))
    sentences = re.findall(r'<p class="headline">令和10年度(.*?)</p>', document.stdout)
    charts = re.findall(r'<chart [^>]*name="1-1-.*?</chart>', document.stdout, re.S)
    if not (len(cells) == YEARS * len(rows) and len(sentences) == len(charts) == len(rows)):
        return [f"{len(cells)} rows, {len(sentences)} sentences and {len(charts)} charts for {len(rows)} rows of targets"]
    for i, (row, sentence, chart) in enumerate(zip(rows, sentences, charts)):
        name, wanted, told = row[0], row[5], row[6]
        mine = cells[i * YEARS:(i + 1) * YEARS]
        got = [(cell["判定"], cell["割合"]) for cell in mine]
        if got != wanted:
            found.append(f"{name}: {got}, not {wanted}")
        if (mine[0]["目標値"], mine[0]["境界"]) != (row[7], row[8]):
            found.append(f"{name}: {mine[0]['目標値']} {mine[0]['境界']}")
        if told and not sentence.startswith(told):
            found.append(f"{name}: {sentence}, not {told}")
        if mine[-1]["判定できない理由"] != CANNOT_BE.get(name, ""):
            found.append(f"{name}: {mine[-1]['判定できない理由']}")
        found += [f"{name}: {fault}" for fault in chart_faults(row, chart)]
    return found


def tell(name, found):
    print("not ok" if found else "ok", name)
    for line in found:
        print("  #", line)
    return bool(found)


failed = tell("forms: grade, rate, sentence, chart and data of each cell", faults(ROWS))
folder = write(ROWS)
every = run(folder, "all")
failed |= tell("forms: every output is made", [every.stderr] if every.returncode else [])
checked = subprocess.run([GYOKAKU, "--input", folder, "-o", WORK / "out", "check"], capture_output=True, text=True)
failed |= tell("forms: check names the years that a sum lacks",
               [] if "[progress-sum-missing]" in checked.stderr + checked.stdout and "令和9年度" in checked.stderr + checked.stdout else [checked.stderr[:2000]])
verified = subprocess.run([GYOKAKU, "-q", "--input", folder, "-o", WORK / "out", "verify"], capture_output=True, text=True)
failed |= tell("forms: verify agrees", [verified.stdout + verified.stderr] if verified.returncode else [])
wrong = [row[:5] + ([(UNMET if g == MET else MET, r) for g, r in row[5]],) + row[6:] for row in ROWS]
failed |= tell("forms: a wrong table is noticed", [] if len(faults(wrong)) >= len(ROWS) else ["it was not"])
sys.exit(failed)
