#!/usr/bin/env python3
"""What the published plan gets wrong, and what is found of it in input/, which keeps each of these: every contradiction of the list has a
finding, and what is found besides is listed too, so that a new false alarm shows. Prints TAP and both counts. usage: sample.py GYOKAKU WORK"""
import json
import subprocess
import sys

GYOKAKU, WORK = sys.argv[1:]

LISTED = {
    "the heading says 第4次, the title 第5次": [("plan-number-differs", "第1章の題名")],
    "the name of item ④ differs": [("item-name-differs", "項目1-4の一覧表での表示")],
    "税込 for 税収": [("item-name-differs", "1-1-3の項目の表示"), ("spelling-mixed", "terms/税込/税収")],
    "names that differ by a blank": [("name-signs-differ", "第2章の目次での題名"), ("name-signs-differ", "項目1-1の一覧表での表示"), ("name-signs-differ", "項目1-2の一覧表での表示"),
                                     ("name-signs-differ", "項目1-3の一覧表での表示"), ("name-signs-differ", "1-2-1の項目の表示"), ("name-signs-differ", "3-2-3/outline-name")],
    "the name of ふるさと納税 differs": [("initiative-name-differs", "1-2-1/outline-name")],
    "多面的な選考手法の検討 is missing from the outline": [("initiative-not-in-outline", "3-1-1/outline-name")],
    "a goal of 72.0% against 72.50%": [("goal-against-target", "4-1-1/goal")],
    "two sheets with one indicator": [("indicator-of-another-sheet", "4-1-4/indicator/1")],
    "取組み内容 of another sheet": [("text-like-another-sheet", "2-1-4/action")],
    "課題 of another sheet": [("text-of-another-sheet", "3-1-3/challenge"), ("text-of-another-sheet", "3-2-2/challenge")],
    "現状 of another sheet": [("text-of-another-sheet", "3-1-2/current"), ("text-of-another-sheet", "3-2-2/current")],
    "市人材育成基本方針, 市人材育成・確保基本方針": [("term-almost-the-same", "terms/市人材育成基本方針/市人材育成・確保基本方針")],
    "定員適正化計画, 定員管理適正化計画": [("term-almost-the-same", "terms/市定員管理適正化計画/市定員適正化計画")],
    "取組み, 取り組み, 取組": [("spelling-mixed", "terms/取り組み/取組み"), ("spelling-mixed", "terms/取組/取組み")],
    "及び, および": [("spelling-mixed", "terms/及び/および")],
    "growth without a baseline": [("growth-no-baseline", "2-1-1/indicator/1"), ("growth-no-baseline", "2-1-3/indicator/1")],
    "a unit only in the definition": [("unit-only-in-definition", "1-2-1/indicator/1"), ("unit-only-in-definition", "4-2-3/indicator/1")],
    "a mixed row": [("row-mixed", "1-4-1/indicator/1")],
    "a 課題 about recruiting on a training sheet": [("subject-of-another-sheet", "3-2-2/challenge")],
    "a goal of 検討 against 導入": [("goal-below-target", "2-1-3/goal")],
    "a goal of 導入方針 against 導入": [("goal-below-target", "2-1-4/goal")],
    "a goal of 導入 against 導入可否": [("goal-beyond-target", "2-2-3/goal")],
    "a goal's figure without an indicator": [("goal-figure-without-indicator", "1-1-1/goal")],
    "a plan cited, 関係計画等 empty": [("cited-plan-not-related", f"4-1-{n}/related") for n in (1, 2, 3, 4)],
    "戦力的, 戦略的": [("term-almost-the-same", "terms/戦力的/戦略的")],
    "CT, ICT": [("term-almost-the-same", "terms/CT/ICT")],
    "市民活動センター, 市民活動支援センター": [("term-almost-the-same", "terms/市民活動センター/市民活動支援センター")],
    "収納率, 徴収率": [("term-almost-the-same", "terms/徴収率/収納率")],
    "LINE, ライン": [("spelling-mixed", "terms/ライン/LINE")],
    "years of nothing but study": [("milestones-only-study", "2-2-3/indicator/1"), ("milestones-only-study", "1-4-2/indicator/1")],
    "brackets of both widths": [("width-mixed", "characters/brackets")],
    "colons of both widths": [("width-mixed", "characters/colons")],
    "だ, である beside です, ます": [("style-mixed", "style")],
}

# True as well, though not on the list; or, where a remark says so, what a reader would let pass.
FURTHER = [
    ("toc-title-differs", "第2章第3節の目次での題名"),
    ("goal-unit", "1-4-1/goal"),
    ("unit-nowhere", "2-1-2/indicator/1"),
    ("unit-nowhere", "2-2-2/indicator/1"),
    ("spelling-mixed", "terms/または/又は"),
    ("term-almost-the-same", "terms/専門分野別研修/専門分野研修"),
    ("text-like-another-sheet", "3-2-2/goal"),  # sentences of one mould, each about its own sheet
    ("text-like-another-sheet", "3-2-3/goal"),  # the same
]


def tell(name, faults):
    print(f"{'not ok' if faults else 'ok'} sample: {name}")
    for fault in faults:
        print(f"#   {fault}")
    return bool(faults)


def main():
    done = subprocess.run([GYOKAKU, "-o", WORK, "--format", "json", "check"], capture_output=True, text=True, timeout=60)
    findings = [one for one in json.loads(done.stdout)["findings"] if one["file"] == "input/plan.xml"]
    found = {(one["rule"], one["about"]) for one in findings}
    listed = {pair for pairs in LISTED.values() for pair in pairs}
    failed = [tell(name, [f"not found: {pair}" for pair in pairs if pair not in found]) for name, pairs in LISTED.items()]
    further = sorted(found - listed)
    failed.append(tell("nothing is found twice", [str(len(findings))] if len(findings) != len(found) else []))
    failed.append(tell("further findings are those that are known", [str(pair) for pair in set(further) ^ set(FURTHER)]))
    print(f"# {len(LISTED) - sum(failed[:len(LISTED)])} of {len(LISTED)} contradictions found, by {len(found & listed)} findings; {len(further)} further findings")
    sys.exit(any(failed))


main()
