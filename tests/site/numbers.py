#!/usr/bin/env python3
"""numbers.py [--self-test] GYOKAKU INPUT OUTPUT: do the pages of OUTPUT/site say the numbers of the facts, and do the open data say the same?

Every target, actual, rate, difference, result and count is looked up by the headers of its row and column, never by its place: in the facts
of the newest report (`--show facts report`), in OUTPUT's CSV and JSON files if there are any, and every text of the report's sheets
(its tagged structure) on the page of its initiative. Prints TAP. With --self-test each kind of number is then altered, and must be missed.
"""
import csv
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pages import caption, read_all, rows, squeeze


def words(element):
    return squeeze("".join(element.itertext())) if element is not None else ""


def heard(cell):
    return squeeze(cell.text(True))


def seen(cell):
    return squeeze(cell.text(False))


# ---- what is said: {(what, initiative, indicator, year): text} ----

def parts_of(cell, name):
    """The texts of a target or actual: what is written, a number beside it, steps."""
    element = cell.find(name)
    if element is None:
        return ()
    texts = [words(s) for s in element.findall("step")] or [squeeze(element.text or "")]
    return tuple(t for t in [*texts, squeeze(element.get("number-text") or "")] if t)


def of_facts(facts):
    """The facts' own: cells of indicators, the year's headlines, tallies."""
    said = {}
    newest = facts.find("report").get("year")
    for sheet in facts.iter("sheet"):
        ref = sheet.get("ref")
        for indicator in sheet.findall("indicator"):
            for cell in indicator.findall("cell"):
                key = ref, indicator.get("number"), cell.get("label")
                for what in ("target", "actual", "original"):
                    said[(what, *key)] = parts_of(cell, what)
                said[("rate", *key)] = cell.get("rate") or ""
                said[("difference", *key)] = squeeze(cell.get("difference") or "")
                said[("result", *key)] = cell.get("word") if cell.get("due") else ""
        for year in sheet.findall("year"):
            said["matrix", ref, "", year.get("label")] = year.get("word") or "" if year.get("due") else ""
        headline = sheet.find("headline")
        said["list result", ref, "", newest] = sheet.get("word") or ""
        for what in ("target", "actual"):
            said[f"list {what}", ref, "", newest] = squeeze(headline.get(what) or "") if headline is not None else ""
    for tally in facts.findall("tally"):
        name = squeeze(tally.get("label")) if tally.get("by") != "all" else "全体"
        for count in [*tally.findall("count"), *tally.findall("other")]:
            said["count", tally.get("by"), name, count.get("word")] = count.get("n")
            if count.tag == "count":
                said["share", tally.get("by"), name, count.get("word")] = count.get("rate") or ""
        said["count", tally.get("by"), name, "計"] = tally.get("of")
    return said


def table_of(section, name):
    return [t for t in section.all("table") if name in t.classes()]


def of_pages(pages, facts):
    """The same keys, from the pages; and what is wrong with the pages as such."""
    said, wrong = {}, []
    newest = facts.find("report").get("year")
    for sheet in facts.iter("sheet"):
        ref = sheet.get("ref")
        page = pages.get(f"initiatives/{ref}.html")
        tables = table_of(page, "values") if page else []
        numbers = [i.get("number") for i in sheet.findall("indicator")]
        if len(tables) != len(numbers):
            wrong.append(f"{ref}: {len(tables)} tables for {len(numbers)} indicators")
            continue
        for number, table in zip(numbers, tables):
            for year, row in rows(table).items():
                key = ref, number, year
                for what, column in (("target", "目標値"), ("actual", "実績値"), ("original", "当初の目標値")):
                    said[(what, *key)] = row.get(column)
                for what, column in (("rate", "達成率"), ("difference", "目標との差")):
                    said[(what, *key)] = seen(row[column]) if column in row else ""
                said[("result", *key)] = heard(row["判定"])
    refs = {s.get("ref") for s in facts.iter("sheet")}
    for label, row in rows(table_of(pages["index.html"], "matrix")[0]).items():
        ref = next((r for r in refs if label.startswith(r)), label)
        for year, cell in row.items():
            if year != "取組":
                said["matrix", ref, "", year] = heard(cell)
    for label, row in rows(pages["initiatives/index.html"].find("list")).items():
        ref = next((r for r in refs if label.startswith(r)), label)
        for what, column in (("result", f"{facts.find('report').get('label')}の判定"), ("target", "目標"), ("actual", "実績")):
            said[f"list {what}", ref, "", newest] = heard(row[column])
    of_tallies(pages, facts, said)
    return said, wrong


def of_tiles(page, by, name, said):
    for tile in [e for e in page.all("li") if "tile" in e.classes()]:
        label = squeeze("".join(e.text(True) for e in tile.all("span") if "label" in e.classes()))
        count = squeeze("".join(e.text() for e in tile.all("strong")))
        rate = squeeze("".join(e.text() for e in tile.all("span") if "rate" in e.classes()))
        said.setdefault("tiles", {})[by, name, label] = count, rate


def of_tallies(pages, facts, said):
    for table in table_of(pages["results.html"], "tally"):
        by = {"基本方針別の件数": "policy", "担当課別の件数": "department"}.get(caption(table))
        for label, row in rows(table).items():
            name = "全体" if by and label in ("計", "全体", "合計") else re.sub(r"^\d+", "", label) if by == "policy" else label
            for column, cell in row.items():
                if column in ("区分", "年度"):
                    continue
                kind = "all" if name == "全体" else by or "year"
                if column == "達成の割合":
                    said["share", kind, name, "達成"] = seen(cell)
                else:
                    said["count", kind, name, column] = seen(cell)
    of_tiles(pages["index.html"], "all", "全体", said)
    of_tiles(pages["results.html"], "all", "全体", said)
    for policy in [t for t in facts.findall("tally") if t.get("by") == "policy"]:
        of_tiles(pages[f"policies/{policy.get('number')}.html"], "policy", squeeze(policy.get("label")), said)


# ---- comparing ----

def same_cell(what, parts, cell):
    """A cell says exactly these texts: beside them only what is said in brackets (the state that was declared, why there is no
    value), that a value may still change, and the mark of a target that was revised."""
    if cell is None:
        return not parts
    paragraphs = [seen(p) for p in cell.all("p")] or [seen(cell)]
    if not parts:
        return what == "original" or not re.search(r"\d", "".join(re.sub(r"令和\d+年|\d+月|\d+日", "", p) for p in paragraphs))
    rest = "".join(paragraphs)
    for part in parts:
        if part not in rest:
            return False
        rest = rest.replace(part, "", 1)
    return not re.sub(r"[（(].*?[）)]|[、・※]|速報", "", rest)


def differences(facts, said):
    want = of_facts(facts)
    have, wrong = dict(said[0]), list(said[1])
    tiles = have.pop("tiles", {})
    compared = 0
    for key, expected in want.items():
        what, absent = key[0], key not in have
        if what in ("count", "share"):
            if absent and expected in ("0", "", "0.0%") or what == "share" and key[3] != "達成":
                continue
            if absent and key[1] == "all":
                continue  # shown on the tiles
        compared += 1
        if absent:
            wrong.append(f"{key} is on no page: {expected}")
        elif what in ("target", "actual", "original"):
            if not same_cell(what, expected, have[key]):
                wrong.append(f"{key}: facts {expected}, page {have[key] and seen(have[key])}")
        elif what == "matrix" and not expected:
            if have[key] not in ("", facts.find("outcomes/outcome[@id='not-applicable']").get("word")):
                wrong.append(f"{key}: not due, page {have[key]}")
        elif squeeze(expected) != have[key]:
            wrong.append(f"{key}: facts {expected}, page {have[key]}")
    grades = [g.get("word") for g in facts.find("judgement")]
    for (by, name, label), (count, rate) in tiles.items():
        compared += 1
        if label in grades:
            if want["count", by, name, label] != count or (rate and want["share", by, name, label] != rate):
                wrong.append(f"tile {by} {name} {label}: {count} {rate}")
        elif int(count) != sum(int(want["count", by, name, o.get("word")]) for o in facts.find("outcomes")):
            wrong.append(f"tile {by} {name} {label}: {count}")
    before = {c.get("word"): c.get("before") for c in facts.find("tally").findall("count")}
    for (what, by, name, column), value in [(k, v) for k, v in have.items() if k[0] == "count" and k[1] == "year"]:
        if name == facts.find("report").get("previous") and column in before:
            compared += 1
            if before[column] != value:
                wrong.append(f"{name} {column}: facts {before[column]}, page {value}")
    return wrong, compared


def plain(text):
    """Undoes the ' before what a spreadsheet would run."""
    return text[1:] if re.match(r"'[=+\-@\t\r]", text) else text


def open_data(folder, said, facts):
    """What CSV and JSON say otherwise than the pages."""
    have, outside = dict(said[0]), facts.find("outcomes/outcome[@id='not-applicable']").get("word")
    tiles = have.pop("tiles")
    wrong, compared, csv_said = [], 0, {}
    number_of = {(s.get("ref"), i.get("id")): i.get("number") for s in facts.iter("sheet") for i in s.findall("indicator")}
    with open(folder / "indicators.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            csv_said[row["取組番号"], number_of[row["取組番号"], row["指標番号"]], row["和暦年度"]] = {
                "target": [squeeze(plain(t)) for t in row["目標値（原文）"].split("\n") if t],
                "actual": [squeeze(plain(t)) for t in row["実績値（原文）"].split("\n") if t],
                "original": row["当初目標値"], "rate": row["割合"], "result": row["判定"]}
    json_said = {}
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    for policy in data["policies"]:
        for initiative in [i for item in policy["items"] for i in item["initiatives"]]:
            for number, indicator in enumerate(initiative["indicators"], 1):
                for year in indicator["years"]:
                    json_said[initiative["id"], str(number), year["era"]] = year
    if set(csv_said) != set(json_said) or set(csv_said) != {k[1:] for k in have if k[0] == "target"}:
        wrong.append("CSV, JSON and pages do not have the same cells")
    for key, row in csv_said.items():
        year = json_said.get(key, {})
        for what in ("target", "actual"):
            compared += 1
            if not same_cell(what, tuple(row[what]), have.get((what, *key))):
                wrong.append(f"{what} {key}: CSV {row[what]}, page {have.get((what, *key)) and seen(have[(what, *key)])}")
            text = squeeze(year.get(what, {}).get("text", ""))
            if text and text not in "".join(row[what]) or not text and row[what] and "steps" not in year.get(what, {}):
                wrong.append(f"{what} {key}: CSV {row[what]}, JSON {text}")
        for what, mark in (("rate", "%"), ("result", "")):
            compared += 1
            shown = have.get((what, *key), "")
            if what == "result" and row[what] == outside and not shown and seen(have["target", *key]) in ("", "—"):
                shown = outside  # the year is none of the initiative's: its cells are empty, the matrix says so
            if (row[what] + mark if row[what] else "") != re.sub("[,約]", "", shown).replace("△", "-") or year.get(what, "") != row[what]:
                wrong.append(f"{what} {key}: CSV {row[what]}, JSON {year.get(what)}, page {shown}")
    newest = facts.find("report").get("label")
    by = {"全体": "all", "基本方針": "policy", "担当課": "department"}
    json_counts = {(t["era"], t["by"], t["name"], c["result"]): str(c["count"]) for t in data["tallies"] for c in t["counts"]}
    with open(folder / "tallies.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            compared += 1
            key = row["和暦年度"], row["区分"], row["名称"], row["判定"]
            if json_counts.get(key) != row["件数"]:
                wrong.append(f"{key}: CSV {row['件数']}, JSON {json_counts.get(key)}")
            if row["区分"] not in by:
                wrong.append(f"a tally by {row['区分']}")
                continue
            place = by[row["区分"]], squeeze(plain(row["名称"])), row["判定"]
            if row["区分"] == "全体":
                shown = have.get(("count", "year", row["和暦年度"], row["判定"]))
                if row["和暦年度"] == newest and place in tiles and tiles[place][0] != row["件数"]:
                    shown = tiles[place][0]
            else:
                shown = have.get(("count", *place)) if row["和暦年度"] == newest else None
            if shown is not None and shown != row["件数"]:
                wrong.append(f"{key}: CSV {row['件数']}, page {shown}")
    return wrong, compared


# ---- the report ----

HEADS = ("事業費", "財政効果額", "今後の方向性")  # stand on paper even when there is nothing to say
TEXTS = {"p", "li", "th", "td", "h1", "h2", "h3", "h4", "caption", "figcaption"}


def sheets_of(document):
    """{initiative: (its texts, what its drawings say)} as they are set in the report."""
    found = {}
    for page in [p for p in document if "sheet" in (p.get("class") or "").split()]:
        running = {e for part in page if part.tag in ("header", "footer", "aside") for e in part.iter()}
        texts = [("".join(e.itertext()), e.tag == "th") for e in page.iter()
                 if e.tag in TEXTS and e not in running and not any(c.tag in TEXTS or c.tag == "ul" for c in e)]
        found[page.get("id").lstrip("s")] = [t for t in texts if t[0].strip()], [squeeze(c.get("alt")) for c in page.iter("chart")]
    return found


def only_in_report(document, pages):
    """Texts of sheets that the page does not have; a definition and its source stand in two places there, and the head of a row that is
    empty (事業費) stands on other pages."""
    wrong, compared, site = [], 0, squeeze("".join(p.text(False) for path, p in pages.items() if path.startswith("initiatives/")))
    for ref, (texts, alts) in sheets_of(document).items():
        root = pages[f"initiatives/{ref}.html"]
        page, drawn = squeeze(root.text(False)), squeeze("".join(d.text() for d in root.all("desc")))
        lost = [t for t, is_head in texts if not all(squeeze(part) in (site if is_head else page) for part in t.split("　"))]
        wrong += [f"{ref}: {t[:100]}" for t in lost] + [f"{ref}: drawing: {a[:100]}" for a in alts if a not in drawn]
        compared += len(texts) + len(alts)
    return wrong, compared


def only_in_pdf(pdf, document, pages):
    """What is really in the file, word by word on the sheets' first pages. Drawings choose their own ticks and shorten what is long."""
    wrong, compared = [], 0
    refs = sheets_of(document)
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    for sheet in text.split("\f"):
        ref = next((m[1] for m in re.finditer(r"^([0-9-]+) ", sheet, re.MULTILINE) if m[1] in refs), None)
        if not ref or "年度ごとの目標値" not in sheet:
            continue
        root = pages[f"initiatives/{ref}.html"]
        page = squeeze(root.text() + "".join(c for rt in root.all("rt") for c in rt.children if isinstance(c, str)))
        body = [line for line in sheet.splitlines() if not re.fullmatch(r"－ \d+ －|案|見本（.*）|.*進行管理・評価報告書.*", line.strip())]
        for token in " ".join(body).replace("　", " ").split():
            if "…" in token or re.fullmatch(r"[\d.,△万億千・-]+", token):
                continue
            compared += 1
            if token not in page and token not in HEADS:
                wrong.append(f"{ref}: {token[:60]}")
    return wrong, compared


# ---- ----

failed = False


def report(name, wrong):
    global failed
    failed = failed or bool(wrong)
    print(("not ok" if wrong else "ok"), name)
    for line in wrong[:12]:
        print("#  ", line)


def altered(text):
    return re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), text, count=1) if re.search(r"\d", text or "") else "別の言葉"


def self_test(facts, said):
    before = len(differences(facts, said)[0])
    due = next(c for c in facts.iter("cell") if c.get("rate") and c.find("target").get("value") and c.find("actual").text)
    sheet = next(s for s in facts.iter("sheet") if s.find("headline") is not None and s.find("headline").get("actual"))
    policy = next(t for t in facts.findall("tally") if t.get("by") == "policy")
    office = next(t for t in facts.findall("tally") if t.get("by") == "department")
    spots = [("a target", due.find("target"), None), ("an actual", due.find("actual"), None), ("a rate", due, "rate"), ("a difference", due, "difference"),
             ("a result", due, "word"), ("a year's result", next(y for y in sheet.findall("year") if y.get("due")), "word"),
             ("the list's result", sheet, "word"), ("the list's target", sheet.find("headline"), "target"), ("the list's actual", sheet.find("headline"), "actual"),
             ("a count of all", facts.find("tally").find("count"), "n"), ("a share of all", facts.find("tally").find("count"), "rate"),
             ("an earlier count", facts.find("tally").find("count"), "before"),
             ("a count of a policy", policy.find("count"), "n"), ("a share of a policy", policy.find("count"), "rate"),
             ("a count of a department", office.find("count"), "n")]
    for name, element, attribute in spots:
        old = element.text if attribute is None else element.get(attribute)
        new = altered(old)
        if attribute is None:
            element.text = new
        else:
            element.set(attribute, new)
        wrong, _ = differences(facts, said)
        report(f"numbers: noticed {name}: {old} → {new}", [] if len(wrong) > before else ["not noticed"])
        if attribute is None:
            element.text = old
        else:
            element.set(attribute, old)


def show(program, source, stage):
    """A stage of the newest report, without readings: interlinear annotation (Unicode 23.8), <rt>."""
    said = subprocess.run([program, "-q", "--input", source, "--show", stage, "report"], check=True, capture_output=True, text=True).stdout
    return re.sub("\ufffa[^\ufffb]*\ufffb|\ufff9|<rt>[^<]*</rt>", "", said)


def main():
    program, source, output = [a for a in sys.argv[1:] if not a.startswith("--")]
    facts, pages, output = ET.fromstring(show(program, source, "facts")), read_all(Path(output) / "site"), Path(output)
    said = of_pages(pages, facts)
    wrong, compared = differences(facts, said)
    report(f"numbers of {source}: {compared} on the pages are those of the facts", wrong if compared > 100 else wrong + ["too few"])
    if (output / "data").is_dir():
        wrong, compared = open_data(output / "data", said, facts)
        report(f"numbers of {source}: {compared} of CSV and JSON are those of the pages", wrong if compared > 100 else wrong + ["too few"])
    document = ET.fromstring(show(program, source, "document"))
    wrong, compared = only_in_report(document, pages)
    report(f"report of {source}: {compared} texts of its sheets are on the pages", wrong if compared > 300 else wrong + ["too few"])
    if (output / "report.pdf").exists():
        wrong, compared = only_in_pdf(output / "report.pdf", document, pages)
        report(f"PDF of {source}: {compared} words of its sheets are on the pages", wrong if compared > 300 else wrong + ["too few"])
    if "--self-test" in sys.argv:
        self_test(facts, said)
    sys.exit(failed)


main()
