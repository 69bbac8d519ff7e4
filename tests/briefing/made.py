"""Makes small plans with chosen results, so that a slide's title can be held to what it must say.

usage: made.py FOLDER CASE      the input of a case
       made.py --titles CASE    what the titles of its slides must be, one a line
       made.py --cases          the names of all cases
"""
import os
import sys

MET, PARTLY, UNMET, LATE, NONE = "達成", "一部達成", "未達成", "一部達成・遅れ", ""
# A case: policies of (last year's, this year's) states; whether there is a last year; whether there are effects.
CASES = {
    "none-late": ([[(MET, MET), (MET, PARTLY)], [(MET, MET)]], True, False),
    "one-late": ([[(MET, MET), (MET, UNMET)], [(MET, MET)]], True, False),
    "one-again": ([[(MET, MET), (UNMET, UNMET)], [(MET, MET)]], True, False),
    "some-again": ([[(UNMET, UNMET), (MET, UNMET)], [(MET, MET), (MET, LATE)]], True, False),
    "only-reported": ([[(MET, LATE), (MET, MET)], [(MET, MET)]], True, False),
    "all-late": ([[(UNMET, UNMET), (UNMET, UNMET)], [(UNMET, UNMET)]], True, False),
    "all-met": ([[(MET, MET), (MET, MET)], [(MET, MET)]], True, False),
    "no-last-year": ([[(NONE, MET), (NONE, UNMET)], [(NONE, MET)]], False, False),
    "nothing-graded": ([[(NONE, NONE), (NONE, NONE)], [(NONE, NONE)]], False, False),
    "one-policy": ([[(MET, MET), (MET, UNMET)]], True, False),
    "effects": ([[(MET, MET)]], True, True),
    "many-late": ([[(MET, UNMET)] * 20, [(MET, MET)]], True, False),
}
YEAR = "（令和8年度は{}件）"
TITLES = {
    "none-late": ["3の取組のうち、達成は2件" + YEAR.format(3), "未達成の取組も、遅れていると報告された取組もない", "未達成の取組がある基本方針はない",
                  "段階で判定した3件のうち、達成は2件", "基本方針1：2件のうち達成は1件、未達成は0件", "基本方針2：1件の全てが達成"],
    "one-late": ["3の取組のうち、達成は2件" + YEAR.format(3), "1件が未達成", "未達成の取組は、基本方針1にある",
                 "段階で判定した3件のうち、達成は2件、未達成は1件", "基本方針1：2件のうち達成は1件、未達成は1件", "基本方針2：1件の全てが達成"],
    "one-again": ["3の取組のうち、達成は2件" + YEAR.format(2), "1件が未達成（前年度に続く）", "未達成の取組は、基本方針1にある",
                  "段階で判定した3件のうち、達成は2件、未達成は1件", "基本方針1：2件のうち達成は1件、未達成は1件", "基本方針2：1件の全てが達成"],
    "some-again": ["4の取組のうち、達成は1件" + YEAR.format(3), "2件が未達成（うち1件は前年度に続く）、ほか1件に遅れ", "未達成の取組は、基本方針1にある",
                   "段階で判定した4件のうち、達成は1件、未達成は2件", "基本方針1：2件のうち達成は0件、未達成は2件", "基本方針2：2件のうち達成は1件、未達成は0件"],
    "only-reported": ["3の取組のうち、達成は2件" + YEAR.format(3), "未達成の取組はないが、1件に遅れがある", "未達成の取組がある基本方針はない",
                      "段階で判定した3件のうち、達成は2件", "基本方針1：2件のうち達成は1件、未達成は0件", "基本方針2：1件の全てが達成"],
    "all-late": ["3の取組のうち、達成はない" + YEAR.format(0), "3件が未達成（全て前年度に続く）", "2つの基本方針の全てに、未達成の取組がある",
                 "段階で判定した3件のうち、達成は0件、未達成は3件", "基本方針1：2件のうち達成は0件、未達成は2件", "基本方針2：1件のうち達成は0件、未達成は1件"],
    "all-met": ["3の取組の全てが達成" + YEAR.format(3), "未達成の取組も、遅れていると報告された取組もない", "未達成の取組がある基本方針はない",
                "段階で判定した3件のうち、達成は3件", "基本方針1：2件の全てが達成", "基本方針2：1件の全てが達成"],
    "no-last-year": ["3の取組のうち、達成は2件", "1件が未達成", "未達成の取組は、基本方針1にある", "段階で判定した3件のうち、達成は2件、未達成は1件",
                     "基本方針1：2件のうち達成は1件、未達成は1件", "基本方針2：1件の全てが達成"],
    "nothing-graded": ["3の取組のうち、判定できたものはまだない", "判定できた取組がまだなく、遅れは分からない", "どの基本方針にも、判定できた取組がまだない",
                       "段階で進める取組に、判定できたものはまだない", "基本方針1：2件のうち判定できたものはまだない", "基本方針2：1件のうち判定できたものはまだない"],
    "one-policy": ["2の取組のうち、達成は1件" + YEAR.format(2), "1件が未達成", "基本方針1：2件のうち達成は1件、未達成は1件",
                   "段階で判定した2件のうち、達成は1件、未達成は1件", "基本方針1：2件のうち達成は1件、未達成は1件"],
    "effects": ["1の取組の全てが達成" + YEAR.format(1), "未達成の取組も、遅れていると報告された取組もない", "基本方針1：1件の全てが達成",
                "段階で判定した1件のうち、達成は1件", "財政効果額は1,350千円、費用を引くと1,050千円", "基本方針1：1件の全てが達成"],
    "many-late": ["21の取組のうち、達成は1件" + YEAR.format(21), "20件が未達成", "20件が未達成", "未達成の取組は、基本方針1にある",
                  "段階で判定した21件のうち、達成は1件、未達成は20件", "基本方針1：20件のうち達成は0件、未達成は20件", "基本方針2：1件の全てが達成"],
}
INITIATIVE = """<initiative number="{number}" department="総務課"><name>{policy}の{number}番目の取組</name><current>現状</current><challenge>課題</challenge><action>内容</action>
<goal>導入</goal><related/><indicator><definition>導入の段階</definition><target year="2026">研究</target><target year="2027">試行</target><target year="2028">導入</target></indicator></initiative>"""


def plan(policies):
    text = '<plan version="1" xml:lang="ja"><title>試しの計画</title><municipality>試し市</municipality><state>確定</state><date>2026-03</date><period first="2026" last="2028"/>'
    text += "<chapter><title>取組</title><sheets/></chapter>"
    for policy, initiatives in enumerate(policies, 1):
        text += f'<policy number="{policy}"><name>{policy}番の方針</name><approach>進め方</approach><item number="1"><name>項目</name>'
        text += "".join(INITIATIVE.format(number=number, policy=f"方針{policy}") for number in range(1, len(initiatives) + 1))
        text += "</item></policy>"
    return text + "</plan>"


def actuals(policies, year, turn, effects):
    text = f'<actuals version="1" year="{year}" as-of="{year + 1}-03-31">'
    for policy, initiatives in enumerate(policies, 1):
        for number, states in enumerate(initiatives, 1):
            if not states[turn]:
                continue
            state, _, late = states[turn].partition("・")
            text += f'<sheet ref="{policy}-1-{number}"><actual state="{state}" evidence="会議の記録">試行の結果</actual>'
            text += f"<progress>{late or '計画どおり'}</progress><reason>人が足りない。</reason><next>人を増やす。</next>"
            text += '<effect category="歳入増" kind="yearly" planned="1200" cost="300" rule="差額">1350</effect>' if effects else ""
            text += "</sheet>"
    return text + "</actuals>"


def main():
    if sys.argv[1] == "--cases":
        print("\n".join(CASES))
        return
    case = sys.argv[2]
    if sys.argv[1] == "--titles":
        print("\n".join(TITLES[case]))
        return
    folder, (policies, has_last, effects) = sys.argv[1], CASES[case]
    os.makedirs(f"{folder}/actuals")
    files = {"plan.xml": plan(policies), "actuals/2027.xml": actuals(policies, 2027, 1, effects)}
    if has_last:
        files["actuals/2026.xml"] = actuals(policies, 2026, 0, False)
    for name, text in files.items():
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?>\n' + text)


main()
