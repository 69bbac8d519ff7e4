#!/usr/bin/env python3
"""What real bodies published, as oracles: their bases, targets and actuals in our own format, and the rates and grades that they printed beside
those that are computed here. Figures and names are as published; nothing here is anybody's wording.
usage: tests/realplans.py GYOKAKU WORK"""
import csv
import json
import pathlib
import re
import subprocess
import sys

GYOKAKU, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
ABCD = '<judgement rounding="half-up" of="target"><grade name="A" at-least="100"/><grade name="B" at-least="80"/><grade name="C" at-least="60"/><grade name="D"/></judgement>'
ROUNDED = '<judgement rounding="half-up" of="target"/>'

# body, first and last year, plan's attributes, judgement, indicator, {year: actual}, {year: (rate, grade or None)}
ROWS = [
    ("宇陀市 合計特殊出生率", 2015, 2019, 'interim="final"', ABCD,
     '<indicator><definition>合計特殊出生率</definition><baseline year="2014">0.90</baseline><target year="2019">1.40</target></indicator>',
     {2015: "0.93", 2016: "1.11", 2017: "1.00"}, {2015: ("66.4", "C"), 2016: ("79.3", "C"), 2017: ("71.4", "C")}),
    ("宇陀市 社会減", 2015, 2019, 'interim="final"', ABCD,
     '<indicator direction="down"><definition>社会減</definition><baseline year="2014">300人</baseline><target year="2019">150人</target></indicator>',
     {2015: "385人", 2016: "245人", 2017: "205人"}, {2015: ("39.0", "D"), 2016: ("61.2", "C"), 2017: ("73.2", "C")}),
    ("大崎町 合同企業説明会", 2015, 2019, 'interim="final"', ROUNDED,
     '<indicator accumulation="cumulative"><definition>延べ参加者数</definition><target year="2019">300人</target></indicator>',
     {2015: "32人"}, {2015: ("10.7", None)}),
    *[(f"大崎町 {name}", 2015, 2019, 'interim="final"', ROUNDED,
       f'<indicator accumulation="cumulative"><definition>{name}</definition><target year="2019">{target}</target></indicator>',
       {2015: actual}, {2015: (rate, None)})
      for name, target, actual, rate in (("就業相談者", "100人", "0人", "0.0"), ("企業立地", "10件", "1件", "10.0"),
                                         ("新規農業者", "10人", "12人", "120.0"), ("農業法人", "5件", "1件", "20.0"))],
    ("大崎町 地産地消", 2015, 2015, "", ROUNDED,
     '<indicator><definition>実践割合</definition><target year="2015">80%以上</target></indicator>',
     {2015: ("75%以上", "yes")}, {2015: ("93.8", None)}),
    ("福知山市 削減効果額", 2016, 2020, 'interim="final"', ROUNDED,
     '<indicator accumulation="cumulative"><definition>削減効果額</definition><target year="2020">3,297百万円</target></indicator>',
     {2018: "2,273百万円", 2020: "4,533百万円"}, {2018: ("68.9", None), 2020: ("137.5", None)}),
    ("いわき市 効果額", 2006, 2010, "", ROUNDED,
     '<indicator accumulation="sum"><definition>効果額</definition><target year="2006">950百万円</target><target year="2007">1,030百万円</target>'
     '<target year="2008">1,200百万円</target><target year="2009">840百万円</target><target year="2010">1,120百万円</target>'
     '<target year="period">5,140百万円</target></indicator>',
     {2006: "2,085百万円"}, {2006: ("219.5", None)}),
]
WHOLE = {"いわき市 効果額": "40.6%"}  # of the target for the whole period, in the report

# Grades alone: how many count as met, and what the report's first sentence says.
MET = [
    ("木津川市 S、A、B、C", '<judgement><grade name="S" above="120" met="yes"/><grade name="A" at-least="100" met="yes"/><grade name="B" at-least="80"/><grade name="C"/></judgement>',
     ["13件", "12.1件", "12件", "10件", "11件", "10.5件", "9件"], "7の取組のうち、令和2年度に達成したのは6件（S又はA）"),
    ("岡崎市 計画以上、計画どおり、計画未満", '<judgement source="declared"><grade name="計画以上" met="yes"/><grade name="計画どおり" met="yes"/><grade name="計画未満"/></judgement>',
     ["計画以上", "計画どおり", "計画未満", None], "4の取組のうち、令和2年度に達成したのは2件（計画以上又は計画どおり）"),
    ("さいたま市 時期の遅れはあるがおおむね達成",
     '<judgement source="declared"><grade name="達成" met="yes"/><grade name="時期の遅れはあるがおおむね達成" met="yes"/><grade name="一部未達成"/><grade name="未達成"/></judgement>',
     ["達成", "時期の遅れはあるがおおむね達成", "一部未達成"], "3の取組のうち、令和2年度に達成したのは2件（達成又は時期の遅れはあるがおおむね達成）"),
]


def write(first, last, attributes, judgement, initiatives, years):
    folder = WORK / "input"
    for old in (folder / "actuals").glob("*.xml"):
        old.unlink()
    (folder / "actuals").mkdir(parents=True, exist_ok=True)
    sheets = "".join(f'<initiative number="{n}" department="課"><name>取組{n}</name>{indicator}</initiative>' for n, indicator in enumerate(initiatives, 1))
    (folder / "plan.xml").write_text(
        f'<plan version="1" xml:lang="ja" {attributes}><title>計画</title><municipality>架空市</municipality><state>確定</state><date>{first}-03</date>'
        f'<period first="{first}" last="{last}"/><chapter><title>内容</title><sheets/></chapter>{judgement}'
        f'<policy number="1"><name>方針</name><item number="1"><name>項目</name>{sheets}</item></policy></plan>')
    for year, sheets in years.items():
        body = "".join(f'<sheet ref="1-1-{n}">{sheet}</sheet>' for n, sheet in sheets)
        (folder / f"actuals/{year}.xml").write_text(f'<actuals version="1" year="{year}" as-of="{year + 1}-03-31">{body}</actuals>')
    return folder


def run(folder, *command):
    return subprocess.run([GYOKAKU, "-q", "--input", folder, "-o", WORK / "out", *command], capture_output=True, text=True)


def actual(value):
    text, confirmed = value if isinstance(value, tuple) else (value, "no")
    return f'<actual confirmed="{confirmed}">{text}</actual>'


def faults_of(row):
    name, first, last, attributes, judgement, indicator, actuals, wanted = row
    folder = write(first, last, attributes, judgement, [indicator], {year: [(1, actual(value))] for year, value in actuals.items()})
    made = run(folder, "data")
    if made.returncode:
        return [made.stderr]
    rows = {int(r["年度"]): r for r in csv.DictReader((WORK / "out/data/indicators.csv").open(encoding="utf-8-sig"))}
    found = [f"{year}: {rows[year]['割合']} {rows[year]['判定']}, published {rate} {grade or ''}" for year, (rate, grade) in wanted.items()
             if rows[year]["割合"] != rate or (grade and rows[year]["判定"] != grade)]
    if name in WHOLE:
        document = run(folder, "--show", "document", "report").stdout
        if WHOLE[name] not in document:
            found.append(f"{WHOLE[name]} of the whole period is not in the report")
    return found


def faults_of_met(judgement, results, sentence):
    declared = 'source="declared"' in judgement
    indicator = "" if declared else '<indicator><definition>件数</definition><target year="2020">10件</target></indicator>'
    sheets = [(n, (f'<evaluation by="主管課" grade="{r}">理由。</evaluation>' if r else "<done>行った。</done>") if declared else actual(r))
              for n, r in enumerate(results, 1)]
    folder = write(2020, 2020, "", judgement, [indicator] * len(results), {2020: sheets})
    document = run(folder, "--show", "document", "report")
    said = re.findall(r'<h1 class="message">(.*?)</h1>', document.stdout)
    return [] if sentence in said else [f"said: {said} {document.stderr}"]


def tell(name, found):
    print("not ok" if found else "ok", name)
    for line in found:
        print("  #", line)
    return bool(found)


failed = False
for row in ROWS:
    failed |= tell(f"as published: {row[0]}", faults_of(row))
wrong = ROWS[0][:7] + ({2015: ("66.3", "C")},)
failed |= tell("as published: another rate is noticed", [] if faults_of(wrong) else ["it was not"])
for name, judgement, results, sentence in MET:
    failed |= tell(f"as published: {name}", faults_of_met(judgement, results, sentence))
sys.exit(failed)
