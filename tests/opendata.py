#!/usr/bin/python3
"""Do the files of the open data say the same as each other, as the facts of the report, and as their schema? Reads CSV and JSON as
anybody would, and nothing of the program.

usage: opendata.py [--self-test] DATA_FOLDER [FACTS_XML]   (facts: of `--show facts report`; none: a plan without actuals)
--self-test alters one digit after another, in each file, and wants every one to be noticed.
"""
import argparse
import csv
import io
import json
import random
import re
import sys
import xml.etree.ElementTree as ET
from decimal import Decimal
from pathlib import Path

import jsonschema

GUARDED = re.compile("'+[=+\\-@\t\r＝＋－＠]")
PLAIN = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
NUMERIC = {"目標値", "目標値（上限）", "実績値", "割合"}
ALTERATIONS = 120
SAMPLE = "見本（架空の数値）"


def read_csv(text):
    """Rows as dictionaries, the ' in front of formulas taken away."""
    assert text.startswith("\ufeff"), "no byte order mark"
    assert "\n" not in re.sub(r'"(?:[^"]|"")*"', "", text).replace("\r\n", ""), "a line does not end with CRLF"
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    assert all(len(row) == len(rows[0]) for row in rows), "rows of different lengths"
    assert len(set(rows[0])) == len(rows[0]), "two columns of one name"
    return [dict(zip(rows[0], (cell[1:] if GUARDED.match(cell) else cell for cell in row))) for row in rows[1:]]


# ---- what the CSV must say, by the JSON -----------------------------------------------------------------------------------

def initiatives_of(data):
    for policy in data["policies"]:
        for item in policy["items"]:
            for one in item["initiatives"]:
                yield policy, item, one


def plan_cells(data):
    return {"団体コード": data["municipality"].get("code", ""), "団体名": data["municipality"]["name"], "計画名": data["plan"]["title"],
            "注記": SAMPLE if data["sample"] else ""}


def year_cells(one):
    return {"年度": str(one["year"]), "和暦年度": one["era"]}


def place_cells(data, policy, item, one):
    return {**plan_cells(data), "取組番号": one["id"], "連番": str(one["number"]), "基本方針": policy["name"], "項目": item["label"],
            "主な取組み": one["name"], "担当課": "、".join(one["departments"])}


def indicator_rows(data):
    whole = {report["year"]: report["asOf"] for report in data["reports"]}
    for policy, item, one in initiatives_of(data):
        for indicator in one["indicators"]:
            for year in indicator["years"]:
                target, original, actual = (year.get(key, {}) for key in ("target", "original", "actual"))
                as_of = actual.get("asOf", whole.get(year["year"], "")) if "actual" in year else ""
                yield {**place_cells(data, policy, item, one), "指標番号": indicator["id"], "指標": indicator.get("definition", ""),
                       "単位": indicator.get("unit", ""), **year_cells(year),
                       "目標値": target.get("number", ""), "目標値（原文）": target.get("text", ""),
                       "当初目標値": original.get("number", original.get("text", "")),
                       "実績値": actual.get("number", ""), "実績値（原文）": actual.get("text", ""), "状態": year.get("state", ""),
                       "割合": year.get("rate", ""), "判定": year.get("result", ""), "時点": as_of, "確定区分": actual.get("certainty", ""),
                       "境界": target.get("bound", ""), "目標値（上限）": target.get("high", "") if target.get("bound") == "範囲" else "",
                       "判定できない理由": year.get("reasonText", "") if year.get("result") == "判定できない" else ""}


def evaluations(year):
    return "\n".join(e["by"] + (f"（{e['grade']}）" if "grade" in e else "") + "：" + e.get("text", "") for e in year.get("evaluations", ()))


def own_columns(holders):
    """The columns of the fields that the body added, in the order in which they are first met."""
    return list(dict.fromkeys(own_column(field) for holder in holders for field in holder.get("fields", ())))


def own_column(field):
    return f"{field['name']}（{field['unit']}）" if "unit" in field else field["name"]


def own_cells(holder, columns, before=""):
    said = {column: [f.get("number", f.get("text", "")) for f in holder.get("fields", ()) if own_column(f) == column] for column in columns}
    return {before + column: "\n".join(texts) for column, texts in said.items()}


def initiative_rows(data):
    texts = {"現状": "current", "課題": "challenge", "取組み内容": "action", "期間内の最終目標": "goal", "関係計画等": "related"}
    yearly = {"判定": "result", "主管課の評価": "ownGrade", "今後の方向性": "direction", "進捗状況": "progress", "事業費（千円）": "cost",
              "実施内容": "done", "要因": "reason", "課題": "problem", "次年度の取組み": "next"}
    all_of_them = [one for _, _, one in initiatives_of(data)]
    own, own_yearly = own_columns(all_of_them), own_columns(year for one in all_of_them for year in one["years"])
    for policy, item, one in initiatives_of(data):
        row = {**place_cells(data, policy, item, one), "開始年度": str(one["from"]), "終了年度": str(one["to"])}
        row.update({head: one.get(key, "") for head, key in texts.items()})
        row["その他の欄"] = "\n".join(f"{field['name']}：{field.get('text', '')}" for field in one.get("fields", ()))
        for year in one["years"]:
            row.update({f"{year['year']}年度の{head}": year.get(key, "") for head, key in yearly.items()})
            row[f"{year['year']}年度の評価"] = evaluations(year)
            row.update(own_cells(year, own_yearly, f"{year['year']}年度の"))
        row.update(own_cells(one, own))
        yield row


def tally_rows(data):
    for tally in data["tallies"]:
        for count in tally["counts"]:
            yield {**plan_cells(data), **year_cells(tally), "区分": tally["by"], "名称": tally["name"], "判定": count["result"],
                   "件数": str(count["count"]), "うち数値": str(count.get("measured", "")), "うち申告": str(count.get("declared", "")),
                   "分母": str(tally["denominator"])}


def effect_rows(data):
    for _, _, one in initiatives_of(data):
        for year in one["years"]:
            for effect in year.get("effects", ()):
                amounts = {"効果": effect["amount"], "計画": effect.get("planned", ""), "費用": effect.get("cost", "")}
                thousands = dict(zip(("効果額（千円）", "計画額（千円）", "費用（千円）"), amounts.values()))
                if effect["unit"] != "千円":
                    thousands = dict.fromkeys(thousands, "")
                yield {**plan_cells(data), "取組番号": one["id"], "主な取組み": one["name"], "担当課": "、".join(one["departments"]),
                       **year_cells(year), "区分": effect["category"], "種別": effect["kind"], **thousands,
                       "算定の方法": effect.get("rule", ""), "単位": effect["unit"], **amounts}


def opinion_rows(data):
    years = {year["year"]: year for _, _, one in initiatives_of(data) for year in one["years"]}
    for number in sorted(years):
        said = [("", "", opinion) for report in data["reports"] if report["year"] == number for opinion in report.get("opinions", ())]
        said += [(one["id"], one["name"], opinion) for _, _, one in initiatives_of(data) for year in one["years"]
                 if year["year"] == number for opinion in year.get("opinions", ())]
        for ref, name, opinion in said:
            yield {**plan_cells(data), **year_cells(years[number]), "取組番号": ref, "主な取組み": name, "意見を述べた者": opinion["by"],
                   "日付": opinion["date"], "意見": opinion.get("text", ""), "対応": opinion.get("response", "")}


ROWS = {"indicators.csv": indicator_rows, "initiatives.csv": initiative_rows, "tallies.csv": tally_rows, "effects.csv": effect_rows,
        "opinions.csv": opinion_rows}
OPTIONAL = ("effects.csv", "opinions.csv")


def check_table(name, rows, wanted):
    if len(rows) != len(wanted):
        return [f"{name}: {len(rows)} rows instead of {len(wanted)}"]
    faults = []
    for number, (row, want) in enumerate(zip(rows, wanted), 2):
        if row.keys() != want.keys():
            return [f"{name}: columns {sorted(row.keys() ^ want.keys())}"]
        faults += [f"{name}, row {number}, {head}: 「{row[head]}」 instead of 「{want[head]}」" for head in want if row[head] != want[head]]
        faults += [f"{name}, row {number}, {head}: 「{row[head]}」 is no plain number" for head in NUMERIC & row.keys()
                   if row[head] and not PLAIN.fullmatch(row[head])]
    return faults


def check_columns(tables):
    """columns.csv explains each column of each file, in order."""
    explained = {}
    for row in tables["columns.csv"]:
        columns = explained.setdefault(row["ファイル"], [])
        columns.append(row["列"])
        if row["番号"] != str(len(columns)) or not row["説明"] or not row["型"]:
            return [f"columns.csv: {row}"]
    return [f"columns.csv: {name}" for name, rows in tables.items() if rows and explained.get(name) != list(rows[0])]


def check_tallies(data):
    """The counts add up, and are those of the initiatives' results."""
    faults = []
    for tally in data["tallies"]:
        where = f"tally {tally['year']} {tally['name']}"
        years = [year for policy, _, one in initiatives_of(data) for year in one["years"]
                   if year["year"] == tally["year"] and (tally["by"] == "全体" or tally["name"] == (
                       policy["name"] if tally["by"] == "基本方針" else one["departments"][0]))]
        results = [year.get("result", "") for year in years]
        differing = sum(year.get("ownGrade", result) != result for year, result in zip(years, results))
        faults += [f"{where}: differing" for _ in "x" if differing != tally["differing"]]
        faults += [f"{where}: {count['result']}" for count in tally["counts"] if results.count(count["result"]) != count["count"]]
        faults += [f"{where}: not all" for _ in "x" if len(results) != tally["initiatives"]]
        faults += [f"{where}: denominator" for _ in "x" if len(results) - results.count("対象外") != tally["denominator"]]
        faults += [f"{where}: {count['result']} in parts" for count in tally["counts"]
                   if "measured" in count and count["measured"] + count["declared"] != count["count"]]
    return faults


# ---- what the facts say ---------------------------------------------------------------------------------------------------

def base(text):
    """Without readings."""
    return re.sub("\ufff9(.*?)\ufffa.*?\ufffb", r"\1", text or "", flags=re.S)


def lines(element):
    return base((element.text or "") + "".join(("\n" if kid.tag == "br" else "") + (kid.tail or "") for kid in element))


def value_text(element):
    steps = element.findall("step")
    return "\n".join(lines(step) for step in steps) if steps else lines(element)


def field_text(element):
    if element is None:
        return ""
    said = []
    for kid in element:
        said += [lines(kid)] if kid.tag == "p" else ["・" + lines(item) for item in kid.findall("li")]
    return "\n".join(said)


def date_text(text):
    year, *rest = (int(part) for part in text.split("-"))
    era = (("令和", 2018), ("平成", 1988))[(year, *rest, 12, 31)[:3] < (2019, 5, 1)]
    count = year - era[1]
    return era[0] + ("元" if count == 1 else str(count)) + "年" + "".join(f"{n}{unit}" for n, unit in zip(rest, "月日"))


def year_text(year):
    return re.sub("5月$", "度", date_text(f"{year:04}-05"))


def eras(node):
    """Every year that is told twice is the same year."""
    if isinstance(node, dict):
        if "era" in node and node["era"] != year_text(node["year"]):
            yield f"{node['year']} is not {node['era']}"
    for kid in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from eras(kid)


def check_numbers(data):
    """What the words say as well: a growth that is wanted, the numbers of policies, items and initiatives."""
    for ordinal, (policy, item, one) in enumerate(initiatives_of(data), 1):
        if one["id"].rpartition("-")[0] != f"{policy['number']}-{item['number']}" or one["number"] != ordinal:
            yield f"{one['id']} in {policy['number']}, {item['number']}, {one['number']}"
        for indicator in one["indicators"]:
            for year in indicator["years"]:
                wanted = year.get("target", {}).get("wantedGrowth", "").lstrip("-")
                if wanted not in year.get("target", {}).get("text", ""):
                    yield f"{one['id']} {year['year']}: growth {wanted}"


def check_distances(data):
    """actual − target, of a sum between the totals; not of ranges."""
    for _, _, one in initiatives_of(data):
        for indicator in one["indicators"]:
            for year in indicator["years"]:
                target, actual = year.get("target", {}), year.get("actual", {})
                pair = [year.get("actualTotal", actual.get("number")), year.get("targetTotal", target.get("number"))]
                if "distance" in year and not {"high"} & (target.keys() | actual.keys()) and None not in pair:
                    if Decimal(pair[0]) - Decimal(pair[1]) != Decimal(year["distance"]):
                        yield f"{one['id']} {year['year']}: distance {year['distance']} between {pair}"


def rate_text(rate):
    return None if rate is None else rate.replace("-", "△") + "%"


def same(where, pairs):
    return [f"{where}, {name}: 「{ours}」, the facts say 「{theirs}」" for name, ours, theirs in pairs if (ours or "") != base(theirs or "")]


def check_reading(where, year, cell, unit):
    target, original, actual = (year.get(key, {}) for key in ("target", "original", "actual"))
    there, before, reported = (cell.find(tag) for tag in ("target", "original", "actual"))
    none = there is None or (there.get("kind") == "none" and not target)
    pairs = [("era", year["era"], cell.get("label")), ("result", year.get("result"), cell.get("word")),
             ("rate", rate_text(year.get("rate")), (cell.get("rate") or "").lstrip("約")),
             ("reason", year.get("reason"), cell.get("reason"))]
    if not none:
        pairs += [("target", target.get("text"), value_text(there)), ("target's number", target.get("number"), there.get("value")),
                  ("continued", target.get("continues", "").replace("\n", "、"), there.get("continues"))]
    if (before is None) != (not original):
        pairs.append(("original", str(original), str(before)))
    elif original:
        pairs += [("original", original["text"], value_text(before)), ("original's number", original.get("number"), before.get("value")),
                  ("original's result", original.get("result"), before.get("word"))]
    if (reported is None) != ("actual" not in year):
        pairs.append(("actual", str(actual), str(reported)))
    elif actual:
        text = [value_text(reported), reported.get("number-text")]
        pairs += [("actual", actual.get("text"), "\n".join(part for part in text if part)),
                  ("actual's number", actual.get("number"), reported.get("value")),
                  ("as of", date_text(actual["asOf"]) if "asOf" in actual else "", reported.get("as-of-text")),
                  ("steps", "、".join(step.get("state", "") for step in actual.get("steps", ())),
                   "、".join(step.get("state-word", "") for step in reported.findall("step"))),
                  ("words of steps", "".join(step["text"] for step in actual.get("steps", ())), "".join(map(lines, reported.findall("step")))),
                  ("in", year_text(actual["in"]) if "in" in actual else "", reported.get("in-label")),
                  ("months", str(actual.get("months", "")), reported.get("months"))]
        pairs += [(key, actual.get(key), reported.get(name)) for key, name in (
            ("declared", "declared-word"), ("certainty", "certainty-word"), ("source", "source"), ("evidence", "evidence"),
            ("why", "why"), ("decision", "decision"))]
    return same(f"{where} {year['year']}", pairs + compared_pairs(year, cell, unit))


def compared_pairs(year, cell, unit):
    """Distance, totals, growth; of money the facts tell them in 万 and 億, so those are left to the numbers they come from."""
    total, growth = cell.find("total"), cell.find("growth")
    pairs = []
    if "円" not in unit:
        told = lambda key, unit: f"{grouped(year[key])}{unit}" if key in year else ""
        pairs += [("distance", told("distance", "ポイント" if unit == "%" else unit), (cell.get("difference") or "").lstrip("約")),
                  ("target's total", told("targetTotal", unit), total.get("target") if total is not None else ""),
                  ("actual's total", told("actualTotal", unit), total.get("actual") if total is not None else "")]
    return pairs + [("growth", rate_text(year.get("growth")), growth.get("rate") if growth is not None else ""),
                    ("needed", year.get("needed"), growth.get("needed-value") if growth is not None else "")]


def grouped(number):
    whole, point, part = number.partition(".")
    return f"{int(whole.lstrip('-')):,}{point}{part}" if not number.startswith("-") else "△" + grouped(number[1:])


def check_indicator(where, indicator, node):
    baseline, there = indicator.get("baseline", {}), node.find("baseline")
    pairs = [("id", indicator["id"], node.get("id")), ("definition", indicator.get("definition"), lines(node.find("definition"))),
             ("unit", indicator.get("unit"), node.get("unit")), ("outlook", indicator.get("outlook"), node.get("outlook")),
             ("direction", indicator["direction"], node.get("direction"))]
    if baseline:
        pairs += [("baseline", baseline["text"], value_text(there)), ("baseline's number", baseline.get("number"), there.get("value")),
                  ("baseline's date", date_text(baseline["asOf"]) if "asOf" in baseline else "", there.get("as-of")),
                  ("baseline's year", year_text(baseline["year"]), there.get("year"))]
    ours = [one["era"] + date_text(one["date"]) + str(one["n"]) for one in indicator.get("surveys", ())]
    pairs.append(("surveys", str(ours), str([one.get("year") + one.get("date-text") + one.get("value") for one in node.findall("survey")])))
    faults = same(where, pairs)
    ours = [one["era"] + date_text(one["date"]) + one["before"] for one in indicator.get("revisions", ())]  # also later ones
    theirs = [one.get("year") + one.get("date") + value_text(one) for one in node.findall("revised")]
    faults += [f"{where}: the facts say {one}, revised" for one in theirs if one not in ours]
    cells = {int(cell.get("year")): cell for cell in node.findall("cell")}
    for year in indicator["years"]:
        faults += check_reading(where, year, cells[year["year"]], indicator.get("unit", ""))
    if len(cells) != len(indicator["years"]):
        faults.append(f"{where}: years {sorted(cells)}")
    return faults


def check_sheet(one, policy, item, sheet, report):
    where = one["id"]
    year = next((year for year in one["years"] if year["year"] == report), {})
    rows = {int(row.get("n")): row for row in sheet.findall("year")}
    pairs = [("name", one["name"], lines(sheet.find("name"))), ("policy", policy["name"], lines(sheet.find("policy"))),
             ("item", one.get("itemName", item["label"]), lines(sheet.find("item"))), ("department", "、".join(one["departments"]), lines(sheet.find("department"))),
             ("own grade", year.get("ownGrade") if sheet.get("own-grade") else "", sheet.get("own-grade")),
             ("direction", year.get("direction"), sheet.get("direction")), ("progress", year.get("progress"), sheet.get("progress-word")),
             ("years late", str(year.get("yearsLate", 0)), sheet.get("years-late"))]
    pairs += [(tag, one.get(tag), field_text(sheet.find(f"field[@id='{tag}']"))) for tag in ("current", "challenge", "action", "goal", "related")]
    pairs += [(tag, year.get(tag), field_text(sheet.find(f"year-field[@id='{tag}']"))) for tag in ("done", "reason", "problem", "next")]
    for name, holder, tag in (("own fields", one, "field"), ("own fields of the year", year, "year-field")):
        said = "\n".join(f"{f['name']}：{f.get('text', '')}" for f in holder.get("fields", ()))
        pairs.append((name, said, "\n".join(f"{f.get('label')}：{field_text(f)}" for f in sheet.findall(tag) if f.get("id") is None)))
    pairs += [(f"result of {y['year']}", y.get("result"), rows[y["year"]].get("word")) for y in one["years"]]
    pairs += [(key, date_text(year[key]) if key in year else "", sheet.get(f"{key}-text")) for key in ("entered", "checked")]
    cost = sheet.find("cost")
    pairs.append(("cost", year.get("cost"), cost.get("value") if cost is not None else ""))
    money = lambda amount, unit="千円": f"{int(amount):,}{unit}".replace("-", "△") if amount else ""
    effects, told = year.get("effects", []), sheet.findall("effect")
    pairs.append(("effects", str(len(effects)), str(len(told))))
    for effect, there in zip(effects, told):
        pairs += [("effect", effect["category"] + effect["kind"], there.get("category") + there.get("kind-word")),
                  ("rule", effect.get("rule"), there.get("rule"))]
        pairs += [(key, money(effect.get(key), effect["unit"]), there.get(f"{key}-text")) for key in ("amount", "planned", "cost")]
    for key, tag, kids in (("evaluations", "evaluation", None), ("opinions", "opinion", ("text", "response"))):
        ours, theirs = year.get(key, []), sheet.findall(tag)
        pairs.append((key, str(len(ours)), str(len(theirs))))
        for said, there in zip(ours, theirs):
            pairs += [(tag, said["by"], there.get("by")), (tag, said.get("grade"), there.get("grade"))]
            pairs += [(tag, said.get(kid), field_text(there.find(kid))) for kid in kids] if kids else [(tag, said.get("text"), field_text(there))]
    faults = same(where, pairs)
    nodes = sheet.findall("indicator")
    if len(nodes) != len(one["indicators"]):
        faults.append(f"{where}: {len(nodes)} indicators in the facts")
    for indicator, node in zip(one["indicators"], nodes):
        faults += check_indicator(f"{where}/{indicator['id']}", indicator, node)
    return faults


def check_facts_tallies(data, facts, report):
    ours, theirs = [tally for tally in data["tallies"] if tally["year"] == report], facts.findall("tally")
    if len(ours) != len(theirs):
        return [f"{len(ours)} tallies, {len(theirs)} in the facts"]
    faults = []
    for tally, there in zip(ours, theirs):
        said = [(c.get("word"), c.get("n"), c.get("measured", "")) for c in there if c.tag in ("count", "other")]
        mine = [(c["result"], str(c["count"]), str(c.get("measured", ""))) for c in tally["counts"]]
        faults += same(f"tally {tally['name']}", [("counts", str(mine), str(said)), ("name", tally["name"], there.get("label")),
                                                  ("denominator", str(tally["denominator"]), there.get("of")),
                                                  ("all", str(tally["initiatives"]), there.get("initiatives")),
                                                  ("differing", str(tally["differing"]), there.get("differing"))])
    return faults


def check_facts(data, facts):
    plan, report = facts.find("plan"), facts.find("report")
    year = int(report.get("year"))
    faults = same("plan", [("title", data["plan"]["title"], plan.get("title")), ("code", data["municipality"].get("code"), plan.get("code")),
                           ("first", year_text(data["plan"]["firstYear"]), plan.get("first")),
                           ("last", year_text(data["plan"]["lastYear"]), plan.get("last")),
                           ("date", date_text(data["plan"]["date"]), plan.get("date-text")),
                           ("name", data["municipality"]["name"], plan.get("municipality")),
                           ("sample", "yes" if data["sample"] else "", plan.get("actuals-sample"))])
    sheets = {sheet.get("ref"): sheet for sheet in facts.findall("sheet")}
    ours = list(initiatives_of(data))
    if [one["id"] for _, _, one in ours] != list(sheets):
        return faults + ["other initiatives than in the facts"]
    for policy, item, one in ours:
        faults += check_sheet(one, policy, item, sheets[one["id"]], year)
    said = sorted(one.get("date-text") + one.get("ref", "") + one.get("year", "") + lines(one.find("wrong")) + lines(one.find("right")) for one in facts.findall("correction"))
    mine = sorted(date_text(one["date"]) + one.get("ref", "") + (year_text(one["year"]) if "year" in one else "") + one.get("wrong", "") + one.get("right", "") for one in data["corrections"])
    return faults + same("corrections", [("all", str(mine), str(said))]) + check_facts_tallies(data, facts, year)


# ---- everything -----------------------------------------------------------------------------------------------------------

def check(texts, facts, validated=False):
    """`texts`: {name of the file: its text}; `validated`: the schema is passed over, which takes most of the time"""
    try:
        data = json.loads(texts["data.json"])
        tables = {name: read_csv(text) for name, text in texts.items() if name.endswith(".csv")}
    except (AssertionError, ValueError, csv.Error) as fault:
        return [f"unreadable: {fault}"]
    faults = []
    if not validated:
        validator = jsonschema.Draft202012Validator(json.loads(texts["data.schema.json"]))
        faults = [f"schema: {list(fault.path)}: {fault.message[:100]}" for fault in validator.iter_errors(data)]
    if faults:
        return faults
    try:
        for name, rows in ROWS.items():
            wanted = list(rows(data))
            if name in tables or wanted or name not in OPTIONAL:
                faults += check_table(name, tables.get(name, []), wanted)
        faults += check_columns(tables) + check_tallies(data) + list(eras(data)) + list(check_distances(data)) + list(check_numbers(data))
        return faults + (check_facts(data, facts) if facts is not None else [])
    except (KeyError, ValueError, IndexError, AttributeError, ArithmeticError) as fault:
        return faults + [f"not comparable: {fault!r}"]


SKIPPED = {"$schema", "version", "reports", "licence", "reasonText", "goalValues", "high", "tolerance", "atLeast", "approach",
           "revisions"}
ONLY_NEWEST = {"entered", "checked", "yearsLate"}  # the facts say them of the report's year alone


def leaves(node, newest, key="", year=None):
    """The places of the digits that something else must say as well: (object or list, key, position)."""
    if isinstance(node, dict):
        year = node.get("year", year) if "result" in node or "effects" in node else year
        kids = [(kid, name, node) for name, kid in node.items()
                if name not in SKIPPED and not (name in ONLY_NEWEST and year != newest)]
    else:
        kids = [(kid, at, node) for at, kid in enumerate(node)]
    for kid, name, parent in kids:
        if isinstance(kid, (dict, list)):
            yield from leaves(kid, newest, name, year)
        elif not isinstance(kid, bool):
            yield from ((parent, name, found.start()) for found in re.finditer(r"\d", str(kid)))


def next_digit(text, place):
    return text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1:]


def alter_json(text, chance, count, newest):
    data = json.loads(text)
    places = list(leaves(data, newest))
    for parent, key, place in chance.sample(places, min(len(places), count)):
        before = parent[key]
        parent[key] = type(before)(next_digit(str(before), place))
        yield f"{key}: {parent[key]}", json.dumps(data)
        parent[key] = before


def alter_csv(text, chance, count):
    places = [found.start() for found in re.finditer(r"\d", text)]
    for place in chance.sample(places, min(len(places), count)):
        yield text[max(0, place - 40):place + 1], next_digit(text, place)


def self_test(texts, facts):
    chance, missed, tried = random.Random(1), [], 0
    newest = int(facts.find("report").get("year")) if facts is not None else None
    altered = [(name, where, text) for name in texts if name in ROWS for where, text in alter_csv(texts[name], chance, ALTERATIONS // 6)]
    if facts is not None:
        altered += [("data.json", *one) for one in alter_json(texts["data.json"], chance, ALTERATIONS, newest)]
    for name, where, text in altered:
        tried += 1
        if not check({**texts, name: text}, facts, validated=True):
            missed.append(f"{name}: {where}")
    broken = json.loads(texts["data.json"])
    broken["policies"][0]["items"][0]["initiatives"][0]["indicators"][0]["years"][0]["rate"] = 98.5
    if not any(fault.startswith("schema") for fault in check({**texts, "data.json": json.dumps(broken)}, facts)):
        missed.append("a number that is no string")
    return tried + 1, missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("folder", type=Path)
    parser.add_argument("facts", nargs="?", type=Path)
    options = parser.parse_args()
    texts = {path.name: path.read_bytes().decode("utf-8") for path in sorted(options.folder.iterdir())}
    facts = ET.parse(options.facts).getroot() if options.facts else None
    jsonschema.Draft202012Validator.check_schema(json.loads(texts["data.schema.json"]))
    faults = check(texts, facts)
    print("\n".join(faults[:20]) or "everything agrees")
    if options.self_test and not faults:
        tried, missed = self_test(texts, facts)
        print("\n".join(["not noticed: " + one for one in missed]) or f"{tried} alterations, each noticed")
        faults += missed
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
