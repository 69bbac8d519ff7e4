"""Does a report say what the actuals say: each sheet's texts, words, numbers and dates in its own sheet, each actual in its row
and its year's column, and nothing of a later year? Written against the schema of the actuals and the tag tree; it reads neither
the facts nor the templates.
"""
import re
import xml.etree.ElementTree as ET

from faithful import input_texts, plain, tagged_text
from tables import grid_of
from tagged import Element, Ref, run, solid

REIWA = 2018
SAMPLE_MARK, PLAN_SAMPLE_MARK, DRAFT_MARK = "見本（架空の数値）", "見本", "案"
PROSE = ("done", "reason", "problem", "next")
FIELDS = {"actual": "実績値", "effect": "財政効果額", "evaluation": "評価"}
FULL_WIDTH = str.maketrans("０１２３４５６７８９，▲－−-", "0123456789,△△△△")
SHORTEST_TELLING = 8  # a text of fewer characters may stand in another year too


def said_date(text):
    """2027-03-31 as it is printed: 令和9年3月31日 (all years of actuals are of this era)."""
    year, *rest = (int(part) for part in text.split("-"))
    return f"令和{year - REIWA}年" + "".join(f"{n}{unit}" for n, unit in zip(rest, "月日"))


def said_year(year):
    return f"令和{int(year) - REIWA}年度"


def said_amount(text):
    """1350, 1,350 or １，３５０ of thousands of yen: 1,350千円."""
    number = text.strip().translate(FULL_WIDTH).replace(",", "")
    return ("△" if number.startswith("△") else "") + f"{int(number.lstrip('△')):,}千円"


def said_number(text):
    return f"{int(text):,}人"


# ---- what an actuals file asks for: (where it stands there, what must be read) --------------------------------------------

def of_prose(element, where):
    return [(where + path, text) for path, text in input_texts(element)]


def of_opinion(opinion, where):
    wanted = [(where + " by", plain(opinion.get("by"))), (where + " date", said_date(opinion.get("date")))]
    return wanted + [pair for kid in opinion for pair in of_prose(kid, where)]


def of_actual(actual, where):
    """All years: an actual's value and what is noted of it stay in the sheets of later years."""
    wanted = [pair for step in actual.iter("step") for pair in of_prose(step, where)]
    wanted += [(f"{where} state", step.get("state")) for step in actual.iter() if "state" in step.attrib]
    for key, say in (("as-of", said_date), ("status", str), ("source", plain), ("evidence", plain), ("months", lambda n: n + "か月"),
                     ("decision", plain), ("in", said_year), ("value", plain), ("why", plain)):
        if key in actual.attrib:
            wanted.append((f"{where} {key}", say(actual.get(key))))
    return wanted + ([(where, plain(actual.text.strip()))] if (actual.text or "").strip() else [])


def of_effect(effect, where):
    wanted = [(where, effect.get("category")), (where, "累計" if effect.get("kind") == "cumulative" else "単年度"),
              (where, said_amount(effect.text))]
    wanted += [(f"{where} {key}", said_amount(effect.get(key))) for key in ("planned", "cost") if key in effect.attrib]
    return wanted + ([(where + " rule", plain(effect.get("rule")))] if "rule" in effect.attrib else [])


def of_survey(survey, where):
    return [(where + " date", said_date(survey.get("date"))), (where + " n", said_number(survey.get("n")))]


def of_evaluation(evaluation, where):
    grade = f"（{evaluation.get('grade')}）" if "grade" in evaluation.attrib else ""
    return [(where, plain(evaluation.get("by") + grade))] + of_prose(evaluation, where)


KEPT = {"actual": of_actual, "survey": of_survey}
OF_THE_YEAR = {"effect": of_effect, "evaluation": of_evaluation, "opinion": of_opinion,
               "cost": lambda e, where: [(where, said_amount(e.text))],
               "progress": lambda e, where: [(where, plain(e.text))], "direction": lambda e, where: [(where, plain(e.text))],
               **{tag: of_prose for tag in PROSE}}


def of_sheet(sheet, year, newest):
    """What the sheet must show. Of years before the report's: the actuals and what is noted of them."""
    where = f"{year} {sheet.get('ref')}"
    asks = {**KEPT, **OF_THE_YEAR} if newest else KEPT
    wanted = [pair for kid in sheet if kid.tag in asks for pair in asks[kid.tag](kid, f"{where} {kid.tag}")]
    if newest:
        wanted += [(f"{where} {key}", said_date(sheet.get(key))) for key in ("entered", "checked") if key in sheet.attrib]
    return wanted


def of_year(actuals):
    """What the report of this year says outside of its sheets."""
    year = actuals.get("year")
    wanted = [(f"{year} {key}", said_date(actuals.get(key))) for key in ("as-of", "published") if key in actuals.attrib]
    for kid in actuals:
        if kid.tag == "overview":
            wanted += of_prose(kid, year)
        elif kid.tag == "opinion":
            wanted += of_opinion(kid, year)
    return wanted


def of_correction(correction, year):
    wanted = [(f"{year} correction date", said_date(correction.get("date")))]
    wanted += [(f"{year} correction {key}", say(correction.get(key))) for key, say in
               (("ref", str), ("year", said_year), ("field", FIELDS.__getitem__)) if key in correction.attrib]
    return wanted + [pair for kid in correction for pair in of_prose(kid, f"{year} correction")]


# ---- the report, sheet by sheet -------------------------------------------------------------------------------------------

def sheets_of(t):
    """{number: (text, tables)} of each sheet: from its H3 to the next heading of its rank or above."""
    found, now = {}, None

    def walk(element):
        nonlocal now
        if element.tag in ("H1", "H2", "H3"):
            number = re.match(r"\d+-\d+-\d+", t.text(element)) if element.tag == "H3" else None
            now = found.setdefault(number[0], ([], [])) if number else None
        if element.tag == "Table" and now is not None:
            now[1].append(element)
        for kid in element.kids:
            if isinstance(kid, Element):
                walk(kid)
            elif isinstance(kid, Ref) and now is not None:
                now[0].append(t.text_of(kid))

    walk(t.root)
    return {number: (solid("".join(text)), tables) for number, (text, tables) in found.items()}


def rows_of_years(t, tables):
    """[{year's label: text}] of the row 実績値 of each table of years, in the sheet's order: one for each indicator."""
    out = []
    for table in tables:
        cells, _ = grid_of(table)
        columns = {cell.column: solid(t.text(cell.element)) for cell in cells if cell.row == 0}
        row = next((cell.row for cell in cells if cell.head and solid(t.text(cell.element)) == "実績値"), None)
        if row is not None and columns.get(0) == "年度":
            out.append({columns[cell.column]: solid(t.text(cell.element)) for cell in cells if cell.row == row and not cell.head})
    return out


def indicators_of(plan):
    """{number of the initiative: {what an actual may call an indicator: its place}}, in the plan's order."""
    return {"-".join((policy.get("number"), item.get("number"), initiative.get("number"))):
            {key: at for at, one in enumerate(initiative.findall("indicator")) for key in (str(at + 1), one.get("id")) if key}
            for policy in plan.iter("policy") for item in policy.iter("item") for initiative in item.iter("initiative")}


def misplaced(t, plan, actuals, sheets):
    """Each actual's words and number stand in the column of its year, in the table of its indicator."""
    faults, places = [], indicators_of(plan)
    for one in actuals:
        label = said_year(one.get("year"))
        for sheet in one.iter("sheet"):
            number = sheet.get("ref")
            rows = rows_of_years(t, sheets.get(number, ("", []))[1])
            for actual in sheet.iter("actual"):
                at = places[number].get(actual.get("indicator", "1"), -1)
                cell = rows[at].get(label, "") if 0 <= at < len(rows) else ""
                parts = [*(step.text for step in actual.iter("step")), actual.text or "", actual.get("value", "")]
                faults += [f"{number}, {label}: 「{part.strip()[:30]}」 is not in its cell 「{cell[:40]}」"
                           for part in parts if part.strip() and plain(part.strip()) not in cell]
    return faults


def check_actuals(t, plan, actuals):
    """Every text, word, number and date of the actuals, those of a sheet in that sheet. `actuals`: oldest first."""
    sheets, whole, newest = sheets_of(t), tagged_text(t), actuals[-1]
    numbers = list(indicators_of(plan))
    faults = [] if list(sheets) == numbers else [f"sheets {list(sheets)} instead of {numbers}"]
    for one in actuals:
        for sheet in one.iter("sheet"):
            text = sheets.get(sheet.get("ref"), ("", []))[0]
            faults += [f"{where} 「{part[:40]}」 is not in its sheet" for where, part in of_sheet(sheet, one.get("year"), one is newest)
                       if part not in text]
    outside = of_year(newest) + [pair for one in actuals for c in one.iter("correction") for pair in of_correction(c, one.get("year"))]
    faults += [f"{where} 「{part[:40]}」 is not in the report" for where, part in outside if part not in whole]
    return faults + misplaced(t, plan, actuals, sheets)


def texts_of(actuals):
    """Texts of an actuals file that would tell that it was read."""
    found = {text for kid in actuals for _, text in input_texts(kid)}
    found |= {plain(value) for e in actuals.iter() for key, value in e.attrib.items() if key in ("why", "evidence", "source", "rule")}
    return {text for text in found if len(text) >= SHORTEST_TELLING}


def check_later(t, plan, actuals, later):
    """Nothing of the years after the report's."""
    known = "\n".join(plain("".join(root.itertext())) for root in (plan, *actuals))
    known += "\n".join(plain(value) for root in (plan, *actuals) for e in root.iter() for value in e.attrib.values())
    whole = solid(t.text(t.root)) + "".join(solid(str(e.obj.get("/Alt", ""))) for e in t.root.walk())
    telling = [text for one in later for text in texts_of(one) if text not in known]
    return [f"「{text[:40]}」 of a later year is shown" for text in sorted(telling) if text in whole] if telling or not later \
        else ["the later years say nothing that could be told"]


def check_marks(t, plan, actuals):
    """What a page must not be taken out without: sample and draft are marked on every page, and on none where they are not."""
    pages = run("pdftotext", "-enc", "UTF-8", str(t.path), "-")[1].split("\f")[:-1]
    faults = [] if len(pages) == len(t.pages) else [f"poppler reads {len(pages)} pages of {len(t.pages)}"]
    invented = any(one.get("sample") == "yes" for one in actuals)
    wanted = [(SAMPLE_MARK, invented), (DRAFT_MARK, (plan.findtext("state") or "").strip() == "案"),
              (PLAN_SAMPLE_MARK, plan.get("sample") == "yes" and not invented)]
    for number, page in enumerate(pages, 1):
        marks = [solid(line) for line in page.split("\n")]
        faults += [f"page {number}: 「{mark}」 is {'missing' if must else 'shown'}" for mark, must in wanted if (mark in marks) != must]
    return faults


def read_actuals(paths):
    return [ET.parse(path).getroot() for path in paths]
