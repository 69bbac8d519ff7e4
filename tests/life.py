"""Initiatives that are added, ended, merged and split, departments with roles and years, revisions of the plan: what each year counts, what
the pages and the data say of them, and what is told of a plan that contradicts itself.
usage: life.py GYOKAKU FOLDER   (prints TAP)"""

import csv
import json
import os
import re
import subprocess
import sys

GYOKAKU, FOLDER = sys.argv[1:]
TREE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

HEAD = """<plan version="1" xml:lang="ja">
<title>試験の計画</title><municipality>架空町</municipality><state>確定</state><date>2026-03</date>
<period first="2026" last="2029"/>
<departments><department was="庶務課"><name>総務課</name></department><department><name>財政課</name></department></departments>
<chapter><title>取組</title><section><title>内容</title><sheets/></section></chapter>"""
INDICATOR = "<indicator><definition>件数</definition>%s</indicator>"


def targets(*years):
    return INDICATOR % "".join(f'<target year="{year}">10件</target>' for year in years)


def initiative(number, attributes, inside):
    return (f'<initiative number="{number}" {attributes}>{inside[0]}<name>取組{number}</name>'
            f'<current>一</current><challenge>二</challenge><action>三</action><goal>四</goal>{inside[1]}</initiative>')


def plan(rows, after=""):
    return HEAD + "".join(initiative(n + 1, *row) for n, row in enumerate(rows)) + after + "</plan>"


def write(name, text):
    path = os.path.join(FOLDER, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n' + text + "\n")
    return path


def run(*words):
    command = [GYOKAKU, "--input", os.path.join(FOLDER, "input"), "--templates", os.path.join(TREE, "templates"),
               "--fonts", os.path.join(TREE, "fonts"), "-o", os.path.join(FOLDER, "output"), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


def check(name, fine, said=""):
    print(("ok " if fine else "not ok ") + name)
    if not fine:
        print("#   " + str(said).replace("\n", "\n#   "))


def rows(name):
    with open(os.path.join(FOLDER, "output", "data", name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def pages(name):
    done = subprocess.run(["pdftotext", "-raw", os.path.join(FOLDER, "output", name), "-"], capture_output=True, text=True)
    return re.sub(r"\s+", "", done.stdout)


# --- a plan that changes ---

ALWAYS = ('', ('<department to="2027">庶務課</department><department from="2028">財政課</department>'
               '<department role="関係">財政課</department>', targets(2026, 2027, 2028, 2029)))
MERGED = ('ended="2027" into="4" reason="1つにまとめるため"', ('<department>財政課</department>', targets(2026, 2027, 2028)))
SPLIT = ('department="財政課" ended="2027"', ('', targets(2026, 2027)))
ADDED = ('department="総務課" began="2028" succeeds="3"', ('', targets(2028, 2029)))
REVISION = '<revision date="2028-02-10" title="中間改定"><p>2つを1つにまとめた。</p></revision>'


def actuals(year, values):
    sheets = "".join(f'<sheet ref="{ref}"><actual>{value}件</actual></sheet>' for ref, value in values.items())
    write(f"input/actuals/{year}.xml", f'<actuals version="1" year="{year}" as-of="{year + 1}-03-31" sample="yes">{sheets}</actuals>')


def tally(year, kind, label):
    chosen = [row for row in rows("tallies.csv") if row["年度"] == str(year) and row["区分"] == kind and row["名称"] == label]
    return {row["判定"]: int(row["件数"]) for row in chosen if int(row["件数"])}


def changing():
    write("input/plan.xml", plan([ALWAYS, MERGED, SPLIT, ADDED], REVISION))
    actuals(2026, {1: 10, 2: 9, 3: 2})
    actuals(2027, {1: 10, 2: 10, 3: 10})
    actuals(2028, {1: 9, 4: 10})
    status, said = run("all")
    check("life: a plan that changes goes through every command", status == 0, said)
    status, said = run("verify")
    check("life: verify finds all of it as the input says", status == 0 and "違いは0件" in said, said)
    check("life: 2027 counts the three that ran", tally(2027, "全体", "全体") == {"達成": 3}, tally(2027, "全体", "全体"))
    check("life: 2028 counts the two that run", tally(2028, "全体", "全体") == {"達成": 1, "おおむね達成": 1}, tally(2028, "全体", "全体"))
    check("life: the department in charge is that of the year",
          tally(2027, "担当課", "総務課") == {"達成": 1} and tally(2028, "担当課", "財政課") == {"おおむね達成": 1}
          and tally(2028, "担当課", "総務課") == {"達成": 1},
          [tally(2027, "担当課", "総務課"), tally(2028, "担当課", "財政課")])
    of = {row["取組番号"]: row for row in rows("initiatives.csv")}
    check("life: years say 終了 and 開始前",
          [of["2"][f"{year}年度の判定"] for year in range(2026, 2030)] == ["おおむね達成", "達成", "終了", "終了"]
          and [of["4"][f"{year}年度の判定"] for year in range(2026, 2030)] == ["開始前", "開始前", "達成", ""],
          [of["2"], of["4"]])
    check("life: both ends of a succession are known",
          of["2"]["引き継ぎ先"] == "4" and of["3"]["引き継ぎ先"] == "4" and of["4"]["引き継ぎ元"] == "2、3"
          and of["2"]["終えた年度"] == "2027" and of["4"]["加えた年度"] == "2028" and of["2"]["終えた理由"] == "1つにまとめるため", of)
    check("life: departments with roles, years and a former name",
          of["1"]["担当課"] == "総務課（旧 庶務課、令和9年度まで）、財政課（令和10年度から）、財政課（関係）", of["1"]["担当課"])
    with open(os.path.join(FOLDER, "output", "data", "data.json"), encoding="utf-8") as file:
        record = json.load(file)
    second = next(one for one in record["initiatives"] if one["id"] == "2")
    check("life: the record has them, too", (second["ended"], second["into"]) == (2027, ["4"]), second)
    report, printed = pages("report.pdf"), pages("plan.pdf")
    for name, text in (("report", report), ("plan", printed)):
        check(f"life: the {name} tells what became of it", "令和9年度で終えた取組です（1つにまとめるため）。4取組4に引き継ぎました。" in text
              and "令和10年度に加えた取組です。2取組2、3取組3を引き継ぎました。" in text, text[:4000])
    check("life: the published target of a later year stays", printed.count("10件") >= 4 + 3 + 2 + 2, printed.count("10件"))
    check("life: the plan tells its revision", "計画の改定" in printed and "中間改定（令和10年2月10日）" in printed, printed[-600:])
    check("life: the report's title counts what ran", "2の取組のうち、令和10年度に達成したのは1件" in report, report[:600])
    status, said = run("check")
    check("life: nobody is asked for what is over", "check-missing" not in said and "actual-missing" not in said, said)
    actuals(2028, {1: 9, 2: 9, 4: 10})
    status, said = run("--year", "2028", "report")
    check("life: an entry after the end is told", "sheet-year" in said, said)


# --- plans that contradict themselves ---

def wrong(name, message, place, attributes="", inside=('<department>総務課</department>', targets(2026)), other=("", ("<department>財政課</department>", targets(2026)))):
    text = plan([(attributes, inside), other])
    path = write("input/plan.xml", text)
    status, said = run("plan")
    told = [line for line in said.splitlines() if f"[{message}]" in line]
    check(f"life: {name}", status == 1 and len(told) == 1 and told[0].startswith(f"{path}:") and place in told[0], said)


def contradictions():
    for left in os.listdir(os.path.join(FOLDER, "input", "actuals")):
        os.remove(os.path.join(FOLDER, "input", "actuals", left))
    subprocess.run(["rm", "-r", os.path.join(FOLDER, "output")], check=True)
    wrong("no department at all", "initiative-department", "担当", inside=("", targets(2026)))
    wrong("only a department with another role is one", "department-guess", "総務", inside=("<department>総無課</department>", targets(2026)))
    wrong("a charge that ends before it begins", "charge-order", "2028",
          inside=('<department from="2028" to="2027">総務課</department>', targets(2026)))
    wrong("ended before it was added", "life-order", "began", 'began="2028" ended="2027"', inside=("<department>総務課</department>", targets(2028)))
    wrong("ended outside the plan's years", "life-outside", "令和14年度", 'ended="2032"')
    wrong("carried on, but not ended", "life-not-ended", "into", 'into="2"')
    wrong("a reason without an end", "life-not-ended", "reason", 'reason="完了"')
    wrong("carried on by nothing", "life-unknown", "「9」", 'ended="2026" into="9"')
    wrong("carrying on nothing", "life-unknown", "「9」", 'succeeds="9"')
    wrong("a circle of one", "life-circle", "1は", 'succeeds="1"')
    wrong("a circle of two", "life-circle", "自身", 'succeeds="2"', other=('succeeds="1"', ("<department>財政課</department>", targets(2026))))
    check("life: nothing was written for any of them", not os.path.exists(os.path.join(FOLDER, "output")))


changing()
contradictions()
