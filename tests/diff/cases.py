#!/usr/bin/env python3
"""Edits of an input, and what gyokaku diff must tell of each: that, once, and nothing else.
usage: cases.py GYOKAKU INPUT WORK"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

ACTUALS = "actuals/2026.xml"
NEW = """<initiative number="1" department="財政課"><name>クラウドファンディングの検討</name>
  <current>a</current><challenge>b</challenge><action>c</action><goal>d</goal><related/>
  <indicator><definition>検討の進捗状況</definition><target year="2026">検討</target><target year="2027">検討</target><target year="2028">検討</target>
  <target year="2029">検討</target><target year="2030">検討</target></indicator></initiative>
  """


def once(text, old, new):
    if old not in text:
        raise SystemExit(f"{old!r} is not in the input: the case is about nothing")
    return text.replace(old, new, 1)


def swap(file, old, new):
    def edit(folder):
        path = folder / file
        path.write_text(once(path.read_text("utf-8"), old, new), "utf-8")
    return edit


def several(*edits):
    def edit(folder):
        for one in edits:
            one(folder)
    return edit


def item_of(text):
    start = text.index("<name>民間資金や国・県補助金等の積極的活用による歳入確保</name>")
    return start, text.index("</item>", start)


def in_item(change):
    """The second item of the first policy."""
    def edit(folder):
        path = folder / "plan.xml"
        text = path.read_text("utf-8")
        start, end = item_of(text)
        path.write_text(text[:start] + change(text[start:end]) + text[end:], "utf-8")
    return edit


def in_actuals(change):
    def edit(folder):
        for path in (folder / "actuals").glob("*.xml"):
            path.write_text(change(path.read_text("utf-8")), "utf-8")
    return edit


def shifted(text):
    text = re.sub(r'<initiative number="(\d)"', lambda m: f'<initiative number="{int(m[1]) + 1}"', text)
    return once(text, "<initiative", NEW + "<initiative")


def inserted(folder):
    in_item(shifted)(folder)
    in_actuals(lambda text: re.sub(r'ref="1-2-(\d)"', lambda m: f'ref="1-2-{int(m[1]) + 1}"', text))(folder)


def removed(folder):
    in_item(lambda text: re.sub(r'<initiative number="3".*?</initiative>', "", text, flags=re.S))(folder)
    in_actuals(lambda text: re.sub(r'<sheet ref="1-2-3".*?</sheet>', "", text, flags=re.S))(folder)


SECOND = """<indicator id="2"><definition>相談の件数</definition><target year="2026">10件</target><target year="2027">10件</target>
  <target year="2028">10件</target><target year="2029">10件</target><target year="2030">10件</target></indicator>"""

# name: edit of the later edition, what is told: kind document ref field year old new (of texts: removed added)
CASES = {
    "one digit of an actual": (swap(ACTUALS, "98.52%", "98.51%"), [
        "value report 1-1-1 actual 2026 98.52% 98.51%"]),
    "an actual that changes a grade": (swap(ACTUALS, "98.52%", "98.62%"), [
        "value report 1-1-1 actual 2026 98.52% 98.62%", "words report 1-1-1 grade 2026 未達成 達成 by actual 2026"]),
    "an actual in full-width digits": (swap(ACTUALS, "98.52%", "９８．５２％"), [
        "writing report 1-1-1 actual 2026 98.52% ９８．５２％"]),
    "a target of a later year": (swap("plan.xml", '<target year="2030">9社', '<target year="2030">10社'), [
        "value plan 1-2-2 target 2030 9社 10社"]),
    "a target revised by a decision": (several(
        swap("plan.xml", '<target year="2030">9社</target>',
             '<target year="2030">10社</target><revised year="2030" date="2028-03-20" decided-by="本部" reason="好調のため">9社</revised>')), [
        "revised plan 1-2-2 target 2030 9社 10社"]),
    "a baseline of the same value in another unit": (swap("plan.xml", '<baseline year="2024">4,263,148千円', '<baseline year="2024">42.63148億円'), [
        "writing plan 1-2-1 baseline - 4,263,148千円 42.63148億円"]),
    "a correction that the later edition tells itself": (several(
        swap(ACTUALS, "98.52%", "98.51%"),
        swap(ACTUALS, "</actuals>", '<correction date="2028-09-08" document="report" ref="1-1-1" field="actual" year="2026"><wrong>98.52%</wrong><right>98.51%</right></correction></actuals>')), [
        "value report 1-1-1 actual 2026 98.52% 98.51% announced"]),
    "a name": (swap("plan.xml", "<name>民間企業との連携による新たな財源確保</name>", "<name>民間企業と連携した新たな財源確保</name>"), [
        "words plan 1-2-2 name - 民間企業との連携による新たな財源確保 民間企業と連携した新たな財源確保"]),
    "a department": (several(
        swap("plan.xml", '<initiative number="2" department="政策推進課"', '<initiative number="2" department="財政課"')), [
        "words plan 1-2-2 department - 政策推進課 財政課"]),
    "a word of a text": (swap("plan.xml", "毎年度の寄附額を目標の金額まで伸ばす。", "毎年度の寄附額を目標の件数まで伸ばす。"), [
        "text plan 1-2-1 goal - 金額まで 件数まで"]),
    "a word of what was done": (swap(ACTUALS, "1,862件", "1,962件"), [
        "text report 1-1-1 done 2026 年間1,862件受け、 年間1,962件受け、"]),
    "an amount": (swap(ACTUALS, "<cost>6,240</cost>", "<cost>6,420</cost>"), [
        "words report 1-1-1 cost 2026 6,240千円 6,420千円"]),
    "an initiative put in before others": (inserted, [
        "added plan 1-2-1 initiative - - -", "renumbered plan 1-2-2 initiative - 1-2-1 1-2-2",
        "renumbered plan 1-2-3 initiative - 1-2-2 1-2-3", "renumbered plan 1-2-4 initiative - 1-2-3 1-2-4"]),
    "an initiative taken out": (removed, ["removed plan 1-2-3 initiative - - -"]),
    "an indicator more": (swap("plan.xml", "</indicator>\n      </initiative>", "</indicator>" + SECOND + "\n      </initiative>"), [
        "added plan 1-1-1 indicator - - -"]),
    "a year's actuals more": (lambda folder: None, ["added report - actuals 2027 - -"]),
    "a sheet of a year left out": (in_actuals(lambda text: re.sub(r'<sheet ref="3-1-1".*?</sheet>', "", text, count=1, flags=re.S) if 'year="2026"' in text else text), [
        "removed report 3-1-1 sheet 2026 - -", "words report 3-1-1 grade 2026 達成 未報告 by sheet 2026"]),
    "a text of which one place of two is told by a correction": (several(
        swap(ACTUALS, "1,862件", "1,962件"), swap(ACTUALS, "平均で12日", "平均で14日"),
        swap(ACTUALS, "</actuals>", '<correction date="2028-09-08" document="report" ref="1-1-1" field="done" year="2026"><wrong>1,862件</wrong><right>1,962件</right></correction></actuals>')), [
        "text report 1-1-1 done 2026 年間1,862件受け、／12日短くした。 年間1,962件受け、／14日短くした。"]),
    "the title": (swap("plan.xml", "<title>第5次南アルプス市行政改革実施計画</title>", "<title>第5次南アルプス市行政改革計画</title>"), [
        "words plan - 計画の題名 - 第5次南アルプス市行政改革実施計画 第5次南アルプス市行政改革計画"]),
    "a paragraph of a chapter": (swap("plan.xml", "計画の期間は5年間", "計画の期間は4年間"), [
        "text plan - 第1章第2節の本文 - 5年間 4年間"]),
    "a comment and blanks": (swap("plan.xml", "<goal>", "<!-- x -->\n  <goal>  "), []),
    "nothing": (lambda folder: None, []),
}
EARLIER = {"a year's actuals more": lambda folder: (folder / "actuals/2027.xml").unlink()}


def line_of(change):
    phrases = change.get("phrases", [])
    old = "／".join(one.get("removed", "") for one in phrases) if phrases else change.get("old")
    new = "／".join(one.get("added", "") for one in phrases) if phrases else change.get("new")
    ref = change.get("ref") or change.get("oldRef") or "-"
    line = f'{change["kind"]} {change["document"]} {ref} {change["field"]} {change.get("year", "-")} {old or "-"} {new or "-"}'
    cause = change.get("cause")
    line += " announced" if change.get("announced") else ""
    return line + (f' by {cause["field"]} {cause.get("year", "-")}' if cause else "")


def told(gyokaku, old, new, work):
    said = subprocess.run([gyokaku, "-q", "-o", work / "output", "--format", "json", "diff", old, new], capture_output=True, check=True)
    return [line_of(change) for change in json.loads(said.stdout)["changes"]]


def main():
    gyokaku, source, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    bad = 0
    for name, (edit, expected) in CASES.items():
        for side in ("old", "new"):
            shutil.rmtree(work / side, ignore_errors=True)
            shutil.copytree(source, work / side, ignore=shutil.ignore_patterns("schema", "published"))
        EARLIER.get(name, lambda folder: None)(work / "old")
        edit(work / "new")
        got = told(gyokaku, work / "old", work / "new", work)
        print(("ok" if got == expected else "not ok") + f" told: {name}")
        if got != expected:
            bad += 1
            print("\n".join("#   got  " + line for line in got))
            print("\n".join("#   want " + line for line in expected))
    return bad > 0


sys.exit(main())
