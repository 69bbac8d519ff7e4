#!/usr/bin/env python3
"""tallies.py [--self-test] INPUT_DIR YEAR PDF_TEXT: are the results and counts of a report those of the input?

Judges every initiative of plan.xml and actuals/*.xml anew, in exact fractions and with nothing of the program's own, counts
by policy, department and grade, and looks for every result and number in the report's text (`pdftotext -raw`, or `pdfinfo
-struct-text`; - is standard input). Prints TAP; exits 1 when anything differs.

With --self-test, digits and results of the text are then altered one at a time, and the comparison must notice each.
With --list instead of PDF_TEXT, prints how each indicator was judged.
"""
import argparse
import math
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter, namedtuple
from fractions import Fraction
from pathlib import Path

# Results that are no grade, in the order in which an initiative takes the first that any of its indicators has.
UNREPORTED, UNDECIDABLE, HARD, COUNTING, NOT_SURVEYED, CONTINUED, OUTSIDE = CATEGORIES = (
    "未報告", "判定できない", "評価困難", "集計中", "未調査", "継続", "対象外")
EXCUSES = (HARD, NOT_SURVEYED, COUNTING)
MET, PARTLY, UNMET, AHEAD, LATE, STOPPED = "達成", "一部達成", "未達成", "前倒し", "遅れて", "中断"
DEFAULT = (("達成", Fraction(100), MET), ("おおむね達成", Fraction(80), PARTLY), ("未達成", None, UNMET))
NARROW = Fraction(80, 100)
DECISIONS = re.compile("可否|方針(の)?決定")
SHAPES = "■◆◇▽○△…→—？"

# --- values -------------------------------------------------------------------------------------------------------

FULL_WIDTH = {ord(a): b for a, b in zip("０１２３４５６７８９．，％～〜", "0123456789.,%~~")}
YEN = {"円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "億円": 10**8}
MANY = {"億": 10**8, "万": 10**4}
ABOUT_BEFORE = r"(?:約|およそ|おおよそ|おおむね|概ね)"
ABOUT_AFTER = r"(?:以上|以下|程度|前後|未満|超|余り|余|弱|強|ほど)"
AMOUNT = r"-?[0-9][0-9.]*(?:[億万][0-9][0-9.]*)*"
NUMERIC = re.compile(rf"({ABOUT_BEFORE})?\s*({AMOUNT})\s*(%|[^\s\d%~。、，！？：；]{{0,8}}?)\s*"
                     rf"(?:~\s*({AMOUNT})\s*(%|[^\s\d%~。、]{{0,8}}?)\s*)?({ABOUT_AFTER})?\s*(?:[（(].*[）)])?")
PARTICLE = re.compile("[ぁ-んァ-ヴ]")
COUNTER = re.compile("か所|か月|か国|つ|カ所|ヶ所|ケ所|ページ|グループ|ポイント|キロ.*|トン|メートル|センチ.*|リットル|アクセス|セット|チーム|コマ|ケース|クラス")
GROWTH = re.compile(r"([0-9.]+)%(?:以上|程度)?の?(?:(増加|増|向上|上昇|拡大|アップ)|(減少|削減|縮減|低減|低下|減|ダウン))(?:以上|程度)?$")
Value = namedtuple("Value", "kind text low high unit about")  # kind: number, growth, words, continue, none


def amount_of(digits, unit):
    """1億2000万円 and 3万人 are worked out, money in yen: what has no 億 or 万 behind it is in the unit."""
    scale, name = 1, unit or None
    if unit in YEN:
        scale, name = YEN[unit], "円"
    elif unit and unit[0] in MANY and len(unit) > 1:
        scale, name = MANY[unit[0]], unit[1:]
    parts = re.findall(r"(-?[0-9.]+)([億万]?)", digits)
    return sum(Fraction(number) * MANY.get(many, scale) for number, many in parts), name


def parse(text):
    text = (text or "").strip()
    plain = text.translate(FULL_WIDTH)
    plain = re.sub(r"[△▲−－](?=\s*[0-9])", "-", plain)
    plain = re.sub(r"(?<=[0-9]),(?=[0-9])", "", plain)
    if plain == "→":
        return Value("continue", text, 0, 0, None, False)
    if plain in ("—", "―", "－", "-", "–"):
        return Value("none", text, 0, 0, None, False)
    growth = GROWTH.search(plain)
    if growth:
        percents = Fraction(growth[1]) * (-1 if growth[3] else 1)
        about = bool(re.search("以上|程度|約", plain))
        return Value("growth", text, percents, percents, "%", about)
    match = NUMERIC.fullmatch(plain)
    if match:
        before, low, unit, high, upper_unit, after = match.groups()
        unit = unit or upper_unit
        if not unit or not PARTICLE.search(unit) or COUNTER.fullmatch(unit):
            lower, name = amount_of(low, unit)
            upper = amount_of(high, unit)[0] if high else lower
            return Value("number", text, lower, upper, name, bool(before or after or high))
    return Value("words", text, 0, 0, None, False)


# --- reading ------------------------------------------------------------------------------------------------------

def document(path):
    """expat knows neither Shift_JIS nor EUC: the text is decoded here."""
    data = path.read_bytes()
    declared = re.match(rb"<\?xml[^>]*encoding=[\"']([A-Za-z0-9_-]+)", data)
    name = declared[1].decode().lower() if declared else "utf-8"
    if name in ("utf-8", "utf-16"):
        return ET.fromstring(data)
    text = data.decode("cp932" if name in ("shift_jis", "sjis", "windows-31j", "cp932") else name)
    return ET.fromstring(re.sub(r"^<\?xml.*?\?>", "", text))


def text_of(element):
    return "".join(element.itertext()).strip() if element is not None else ""


def cell_of(element):
    steps = [text_of(step) for step in element.findall("step")]
    return Value("words", "\n".join(steps), 0, 0, None, False) if steps else parse(text_of(element))


def date_of(text):
    return tuple(int(part) for part in text.split("-"))


def is_after(a, b):
    """2027-03 is not after 2027-03-20, nor before: only the parts that both give count."""
    length = min(len(a), len(b))
    return a[:length] > b[:length]


def scheme_of(parent):
    grades = parent.findall("judgement/grade")
    if not grades:
        return None
    return tuple((g.get("name"), Fraction(g.get("at-least")) if g.get("at-least") else None, g.get("state"))
                 for g in grades)


class Indicator:
    def __init__(self, node, initiative, scheme, ordinal):
        self.id = node.get("id") or str(ordinal)
        self.first, self.last = initiative.first, initiative.last
        self.unit = node.get("unit")
        self.direction = node.get("direction", "up")
        self.sum = node.get("accumulation") == "sum"
        self.basis, self.growth = node.get("basis"), node.get("growth", "previous")
        self.tolerance = Fraction(node.get("tolerance", "0"))
        self.scheme = scheme_of(node) or scheme
        base = node.find("baseline")
        self.base = self.sized(parse(text_of(base))) if base is not None else None
        if self.base and self.base.kind != "number":
            self.base = None
        self.base_year = int(base.get("year")) if base is not None else None
        self.base_about = base is not None and base.get("approx") == "yes" or bool(self.base and self.base.about)
        self.targets = {int(t.get("year")): self.sized(cell_of(t)) for t in node.findall("target")}
        self.steps = {int(t.get("year")): len(t.findall("step")) for t in node.findall("target")}
        self.revised = [(int(r.get("year")), date_of(r.get("date")), self.sized(cell_of(r)))
                        for r in node.findall("revised")]

    def sized(self, value):
        """A bare number is in the indicator's unit."""
        if value.kind == "number" and value.unit is None and self.unit:
            low, unit = amount_of("1", self.unit)
            return value._replace(low=value.low * low, high=value.high * low, unit=unit)
        return value

    def row(self, published):
        """Targets in force on a date, → resolved: year → (value, continues)."""
        row, before = {}, None
        for year in range(self.first, self.last + 1):
            later = sorted((r for r in self.revised if r[0] == year and published and is_after(r[1], published)),
                           key=lambda r: r[1])
            value = later[0][2] if later else self.targets.get(year)
            continues = value is not None and value.kind == "continue"
            value = before if continues else value
            row[year] = (value, continues)
            before = value
        return row


class Initiative:
    def __init__(self, node, policy, item, period, scheme):
        self.id = f"{policy.get('number')}-{item.get('number')}-{node.get('number')}"
        self.policy = policy.get("number")
        self.name = text_of(node.find("name"))
        self.departments = node.get("department").split()
        self.first, self.last = int(node.get("from", period[0])), int(node.get("to", period[1]))
        self.indicators = [Indicator(one, self, scheme, at + 1) for at, one in enumerate(node.findall("indicator"))]


class Plan:
    def __init__(self, folder):
        root = document(folder / "plan.xml")
        period = root.find("period")
        self.first, self.last = int(period.get("first")), int(period.get("last"))
        self.scheme = scheme_of(root) or DEFAULT
        self.policies = [(p.get("number"), text_of(p.find("name"))) for p in root.findall("policy")]
        self.departments = [text_of(d.find("name")) for d in root.findall("departments/department")]
        self.initiatives = [Initiative(one, policy, item, (self.first, self.last), self.scheme)
                            for policy in root.findall("policy") for item in policy.findall("item")
                            for one in item.findall("initiative")]
        self.files = {}
        for path in sorted((folder / "actuals").glob("[0-9][0-9][0-9][0-9].xml")):
            self.files[int(path.stem)] = document(path)

    def sheet(self, year, ref):
        file = self.files.get(year)
        return next((s for s in file.findall("sheet") if s.get("ref") == ref), None) if file is not None else None


# --- judging (domain.md, "Judgement") -----------------------------------------------------------------------------

Verdict = namedtuple("Verdict", "grade category measured why rate")  # grade: index into the scheme, or None


def category(name, why=""):
    return Verdict(None, name, False, why, None)


def of_state(scheme, state):
    """The index of the grade that a declared state counts as."""
    for index, grade in enumerate(scheme):
        if grade[2] == state:
            return index
    met = next((i for i, g in enumerate(scheme) if g[1] is not None and g[1] <= 100), len(scheme) - 1)
    return {MET: met, PARTLY: min(met + 1, len(scheme) - 1), UNMET: len(scheme) - 1}[state]


def of_rate(scheme, rate):
    return next((i for i, g in enumerate(scheme) if g[1] is not None and rate * 100 >= g[1]), len(scheme) - 1)


def tenths(rate):
    return math.floor(rate * 1000)


class Judge:
    """One indicator over the years of one report."""

    def __init__(self, plan, initiative, indicator, report):
        published = plan.files[report].get("published") if report in plan.files else None
        self.indicator, self.initiative, self.scheme = indicator, initiative, indicator.scheme
        self.row = indicator.row(date_of(published) if published else None)
        self.actuals = {}
        for year in range(indicator.first, min(indicator.last, report) + 1):
            sheet = plan.sheet(year, initiative.id)
            for actual in sheet.findall("actual") if sheet is not None else ():
                if (actual.get("indicator") or initiative.indicators[0].id) == indicator.id:
                    self.actuals[year] = actual
        self.is_narrow = self.narrow()

    def number(self, year):
        actual = self.actuals.get(year)
        if actual is None or actual.get("state") in EXCUSES:
            return None
        for text in (actual.get("value"), text_of(actual)):
            value = self.indicator.sized(parse(text)) if text else None
            if value and value.kind == "number":
                return value
        return None

    def narrow(self):
        """Would a standstill read as 80 % or more?"""
        one, down = self.indicator, self.indicator.direction == "down"
        numbers = [value for value, _ in self.row.values() if value and value.kind == "number"]
        if one.sum or not numbers:
            return False
        a, b = (one.base.low if one.base else numbers[0].low), (numbers[0].low if one.base else numbers[-1].low)
        if down:
            a, b = b, a
        constant = len({value.low for value in numbers}) == 1
        return (one.base is not None or not constant) and b > 0 and a / b >= NARROW

    def grade(self, rate, why):
        return Verdict(of_rate(self.scheme, rate), None, True, why, tenths(rate))

    def met(self, is_met, why, measured=True):
        return Verdict(of_state(self.scheme, MET if is_met else UNMET), None, measured, why, None)

    def judge(self, year):
        value, continues = self.row.get(year, (None, False))
        actual = self.actuals.get(year)
        if not self.indicator.first <= year <= self.indicator.last or value is None or value.kind == "none":
            return category(OUTSIDE)
        if actual is None or not (text_of(actual) or set(actual.keys()) & {"state", "value", "decision"}):
            return category(UNREPORTED)
        if actual.get("state") in EXCUSES:
            return category(actual.get("state"), "declared")
        if value.kind == "words":
            return self.milestone(year, value, continues, actual)
        if actual.get("state") == STOPPED:
            return self.met(False, "stopped", False)
        if self.number(year) is None:
            return category(UNDECIDABLE, "not a number")
        verdict, about = self.of_growth(year, value) if value.kind == "growth" else self.level(year, value)
        if verdict.category is None and about and actual.get("confirmed") != "yes":
            return category(UNDECIDABLE, "approximate")._replace(rate=verdict.rate)
        return verdict

    # Words

    def declared(self, state, continues):
        if continues and state in (CONTINUED, MET, AHEAD):
            return category(CONTINUED, "declared")
        counts_as = {MET: MET, AHEAD: MET, PARTLY: PARTLY, UNMET: UNMET, LATE: UNMET, STOPPED: UNMET}.get(state)
        if state in EXCUSES:
            return category(state, "declared")
        if counts_as is None:
            return category(UNDECIDABLE, "no state")
        why = {PARTLY: "partly", AHEAD: "ahead", LATE: "late", STOPPED: "stopped"}.get(state, "declared")
        return Verdict(of_state(self.scheme, counts_as), None, False, why, None)

    def milestone(self, year, value, continues, actual):
        state, steps = actual.get("state"), actual.findall("step")
        before = self.row.get(year - 1, (None, False))[0]
        again = state == CONTINUED and before is not None and before.text == value.text
        if again or (continues and state):
            return self.declared(state, True)
        if steps:
            verdicts = [self.declared(step.get("state"), continues) for step in steps]
            missing = len(steps) < self.indicator.steps.get(year, 0) or any(v.category == UNDECIDABLE for v in verdicts)
            graded = [v.grade for v in verdicts if v.grade is not None]
            if missing and not (graded and max(graded) >= of_state(self.scheme, UNMET)):
                return category(UNDECIDABLE, "no state")
            if graded:
                return Verdict(max(graded), None, False, "steps", None)
            return min(verdicts, key=lambda v: CATEGORIES.index(v.category))
        if actual.get("decision") and state in (None, MET) and DECISIONS.search(value.text) and not continues:
            return self.met(True, "decision", False)
        return self.declared(state, continues)

    # Numbers

    @staticmethod
    def fits(a, b):
        return a.unit is None or b.unit is None or a.unit == b.unit

    def totals(self, year):
        """Running totals of a sum: years of words ask for nothing, and add what they report."""
        target, actual, about, like = [0, 0], [0, 0], False, None
        for at in range(self.indicator.first, year + 1):
            value, number = self.row[at][0], self.number(at)
            wanted = value is not None and value.kind == "number"
            like = like or (value if wanted else None)
            if wanted:
                target = [target[0] + value.low, target[1] + value.high]
                about |= value.about
                if number is None:
                    return None
            if number is not None and (wanted or (like and self.fits(number, like))):
                actual = [actual[0] + number.low, actual[1] + number.high]
                about |= number.about
        return target, actual, about

    def level(self, year, value):
        one, number, down = self.indicator, self.number(year), self.indicator.direction == "down"
        if one.sum:
            totals = self.totals(year)
            if totals is None:
                return category(UNDECIDABLE, "base missing"), False
            target, actual, about = totals
        elif not self.fits(number, value):
            return category(UNDECIDABLE, "units"), False
        else:
            target, actual, about = (value.low, value.high), (number.low, number.high), value.about or number.about
        a, t = (actual[1], target[1]) if down else (actual[0], target[0])
        reached = a <= t if down else a >= t
        if one.direction == "keep":
            return self.met(actual[0] >= target[0] - one.tolerance and actual[1] <= target[1] + one.tolerance,
                            "keep"), about
        basis = one.basis or ("target" if not self.is_narrow else "baseline" if one.base else "compare")
        if t <= 0 or basis == "compare":
            return self.met(reached, "compare"), about
        if basis == "baseline":
            if one.base is None:
                return category(UNDECIDABLE, "no baseline"), False
            base = one.base.high if down else one.base.low
            if (t >= base) if down else (t <= base):
                return self.met(reached, "compare"), about
            return self.grade((a - base) / (t - base), "baseline"), about or one.base_about
        if down and a <= 0:
            return self.met(True, "target down"), about
        return self.grade(t / a if down else a / t, "target down" if down else "target"), about

    def of_growth(self, year, value):
        one, number = self.indicator, self.number(year)
        base, about = one.base, one.base_about
        if one.growth == "previous" and year > one.first:
            base = self.number(year - 1)
            about = bool(base and base.about)
            months = [int(self.actuals[at].get("months", "12")) for at in (year - 1, year) if at in self.actuals]
            if base is None:
                return category(UNDECIDABLE, "base missing"), False
            if min(months) < 12:
                return category(UNDECIDABLE, "part year"), False
        elif one.growth == "previous" and one.base_year != year - 1:
            return category(UNDECIDABLE, "first year"), False
        if base is None:
            return category(UNDECIDABLE, "no baseline"), False
        if base.low <= 0:
            return category(UNDECIDABLE, "from zero"), False
        if not self.fits(number, base):
            return category(UNDECIDABLE, "units"), False
        share = ((number.high if value.low < 0 else number.low) - base.low) / base.low
        if value.low == 0:
            return self.met(share >= 0, "growth"), False
        return self.grade(share * 100 / value.low, "growth"), about or number.about or value.about


def counts_as(scheme, index, plans):
    """A grade of an indicator's own judgement in the plan's: by name, by state, by threshold."""
    name, at_least, state = scheme[index]
    for at, grade in enumerate(plans):
        if grade[0] == name:
            return at
    for at, grade in enumerate(plans):
        if state and grade[2] == state:
            return at
    return of_rate(plans, at_least / 100) if at_least is not None else len(plans) - 1


Result = namedtuple("Result", "grade word measured differs")


def result_of(plan, initiative, year, report):
    """The worst grade of its indicators; without any, the first category that any of them has."""
    verdicts = []
    for indicator in initiative.indicators:
        verdict = Judge(plan, initiative, indicator, report).judge(year)
        if verdict.grade is not None:
            verdict = verdict._replace(grade=counts_as(indicator.scheme, verdict.grade, plan.scheme))
        verdicts.append(verdict)
    graded = [v for v in verdicts if v.grade is not None]
    if graded:
        worst = max(graded, key=lambda v: v.grade)
        grade, word, measured = worst.grade, plan.scheme[worst.grade][0], worst.measured
    else:
        word = min((v.category for v in verdicts), key=CATEGORIES.index, default=OUTSIDE)
        grade, measured = None, False
    own = None
    sheet = plan.sheet(year, initiative.id) if initiative.first <= year <= initiative.last else None
    for evaluation in sheet.findall("evaluation") if sheet is not None else ():
        if evaluation.get("by") == "主管課" and evaluation.get("grade"):
            own = evaluation.get("grade")
            break
    return Result(grade, word, measured, own is not None and own != word)


# --- counting -----------------------------------------------------------------------------------------------------

class Tally:
    def __init__(self, label, results):
        self.label = label
        self.words = Counter(result.word for result in results)
        self.total = len(results)
        self.of = self.total - self.words[OUTSIDE]
        self.measured = [r for r in results if r.measured]
        self.declared = [r for r in results if r.grade is not None and not r.measured]

    def rate(self, best):
        if not self.of:
            return None
        cut = self.words[best] * 1000 // self.of
        return f"{cut // 10}.{cut % 10}%"


class Count:
    def __init__(self, plan, year):
        self.plan, self.year = plan, year
        self.results = {at: {one.id: result_of(plan, one, at, year) for one in plan.initiatives}
                        for at in range(plan.first, year + 1)}
        now = self.results[year]
        self.all = Tally("全体", list(now.values()))
        self.policies = [Tally(number + name, [now[one.id] for one in plan.initiatives if one.policy == number])
                         for number, name in plan.policies]
        first = [one.departments[0] for one in plan.initiatives]
        names = [name for name in plan.departments if name in first]
        names += [name for name in dict.fromkeys(first) if name not in names]
        self.departments = [Tally(name, [now[one.id] for one in plan.initiatives if one.departments[0] == name])
                            for name in names]
        self.grades = [grade[0] for grade in plan.scheme]
        self.columns = self.grades + [name for name in CATEGORIES if self.all.words[name]]

    def change(self):
        """better, same, worse, other since the year before; None: it has no file."""
        if self.year - 1 not in self.plan.files or self.year - 1 not in self.results:
            return None
        change = Counter()
        for one in self.plan.initiatives:
            before, now = (self.results[at][one.id].grade for at in (self.year - 1, self.year))
            if before is None or now is None:
                change["other"] += 1
            else:
                change["same" if before == now else "better" if now < before else "worse"] += 1
        return [change[word] for word in ("better", "same", "worse", "other")]


# --- the report's text --------------------------------------------------------------------------------------------

def plain_text(text):
    """Without variation selectors; of a structure dump, what is in quotes."""
    text = re.sub("[\ufe00-\ufe0f\U000e0100-\U000e01ef]", "", text)
    if re.search(r"^\s*TD\b", text, re.M):
        text = "\n".join(re.findall(r'^\s*"(.*)"$', text, re.M))
    return text


def loose(words):
    """The words with line breaks and blanks anywhere."""
    words = re.sub("[\ufe00-\ufe0f\U000e0100-\U000e01ef]", "", words)
    return r"\s*".join(re.escape(char) for char in words if not char.isspace())


class Comparison:
    """Checks in the order of the report; `places` are where digits and results were found."""

    def __init__(self, count, text):
        self.count, self.text, self.at = count, text, 0
        self.checks, self.places = [], []

    def check(self, name, is_so, said=""):
        self.checks.append((name, is_so, said))

    def excerpt(self, words):
        found = re.compile(loose(words)).search(self.text, self.at)
        return re.sub(r"\s+", " ", self.text[found.start():found.end() + 60]) if found else "not in the text"

    def numbers(self, name, pattern, wanted):
        """A pattern with a group a number, from here on."""
        found = re.compile(pattern).search(self.text, self.at)
        said = f"wanted {wanted}"
        if found:
            seen = [re.sub(r"\s", "", group) if group else None for group in found.groups()]
            wanted = [None if one is None else str(one) for one in wanted]
            self.check(name, seen == wanted, f"{said}, found {seen}")
            self.places += [(name, found.start(i + 1), found.end(i + 1)) for i in range(len(seen)) if seen[i]]
            self.at = found.end()
        else:
            self.check(name, False, said + ", not found")
        return found

    def sentences(self):
        all_, best = self.count.all, self.count.grades[0]
        self.numbers("in one sentence", r"(\d+)" + loose("の取組のうち、") + r"[^。]{0,20}?" + loose("に達成したのは") + r"\s*(\d+)\s*件", [all_.total, all_.words[best]])
        graded = len(all_.measured) + len(all_.declared)
        met = [sum(r.word == best for r in group) for group in (all_.measured, all_.declared)]
        n = r"\s*(\d+)\s*"
        self.numbers("denominator, measured and declared",
                     loose("対象外を除く") + n + loose("件のうち、判定したのは") + n + loose("件です。数値で判定した") + n
                     + loose("件のうち") + n + loose("件、段階について主管課が申告した") + n + loose("件のうち") + n
                     + loose("件が達成でした。"),
                     [all_.of, graded, len(all_.measured), met[0], len(all_.declared), met[1]])
        for word in self.count.grades[1:]:
            self.numbers(f"件数：{word}", loose(word + "は") + n + "件", [all_.words[word]])
        for word in self.count.columns[len(self.count.grades):]:
            self.numbers(f"件数：{word}", loose(word) + n + "件", [all_.words[word]])
        change = self.count.change()
        if change:
            wanted = change if change[3] else change[:3]
            rest = loose("残る") + n + loose("件は") if change[3] else ""
            self.numbers("change since last year", loose("良くなったのは") + n + loose("件、同じは") + n
                         + loose("件、悪くなったのは") + n + loose("件です。") + rest, wanted)

    def row(self, kind, tally):
        values = [tally.words[word] for word in self.count.columns] + [tally.total, tally.of]
        rate = tally.rate(self.count.grades[0])
        pattern = loose(tally.label) + r"\s+(\d+)" * len(values) + (r"\s+(\d[\d\s]*\.\s*\d\s*%)" if rate else "")
        name = f"{kind}：{tally.label}"
        if not re.compile(pattern).search(self.text, self.at):
            self.check(name, False, f"wanted {values} {rate}; {self.excerpt(tally.label)}")
            return
        self.numbers(name, pattern, values + ([rate] if rate else []))
        self.check(f"{name} adds up", sum(values[:-2]) == tally.total, str(values))

    def tables(self):
        head = re.compile(loose("区分" + "".join(self.count.columns) + "計うち対象外を除く達成の割合"))
        heads = [match.start() for match in head.finditer(self.text)]
        self.check("three tables with the columns " + " ".join(self.count.columns), len(heads) >= 3, f"{len(heads)}")
        if not heads:
            return
        self.at = start = heads[0]
        groups = [("一年", []), ("基本方針別", self.count.policies), ("担当課別", self.count.departments)]
        for kind, tallies in groups:
            for tally in tallies + [self.count.all]:
                self.row(kind, tally)
            if tallies:
                whole = sum((tally.words for tally in tallies), Counter())
                self.check(f"{kind} adds up", +whole == +self.count.all.words, f"{whole}")
        rows = re.findall(r"(?:\s\d+){%d}\s+\d[\d\s]*\.\s*\d\s*%%" % (len(self.count.columns) + 2),
                          self.text[start:self.at])
        wanted = [t for _, tallies in groups for t in tallies + [self.count.all] if t.of]
        self.check("no other row", len(rows) == len(wanted), f"wanted {len(wanted)}, found {len(rows)}")
        differing = sum(r.differs for r in self.count.results[self.count.year].values())
        found = re.search(loose("主管課の評価が判定と異なる取組が") + r"\s*(\d+)\s*件", self.text)
        self.check("departments that say another grade", (int(found[1]) if found else 0) == differing, f"wanted {differing}")
        if found:
            self.places.append(("departments that say another grade", found.start(1), found.end(1)))

    def one_result(self, name, before, words, last):
        """`words`, each behind a sign, follow `before`; no other sign comes next, but the legend's behind the last row."""
        sign = rf"\s*[{SHAPES}]\s*"
        pattern = before + "".join(rf"{sign}({loose(word)})" for word in words) + ("" if last else r"(?!\s*[■◆◇▽○△？])")
        found = re.compile(pattern).search(self.text, self.at)
        self.check(name, bool(found), f"wanted {'、'.join(words)}")
        if found:
            self.places += [(name, found.start(i + 1), found.end(i + 1)) for i in range(len(words))]
        return found

    def results(self):
        count, start = self.count, self.at
        for one in count.plan.initiatives:
            words = [count.results[at][one.id].word for at in range(count.plan.first, count.year + 1)
                     if one.first <= at <= one.last]
            others = "".join(r"\s*\S?\s*" + loose(department) for department in one.departments[1:])
            head = loose(one.id + one.name)
            found = self.one_result(f"判定一覧：{one.id}", head + r"\s*" + loose(one.departments[0]) + others, words,
                                    one is count.plan.initiatives[-1])
            if found:
                self.at = found.end()
        for one in count.plan.initiatives:
            if not one.first <= count.year <= one.last:
                continue
            word = count.results[count.year][one.id].word
            head = rf"{loose(one.id + one.name)}(?=\s*[{SHAPES}])"
            found = self.one_result(f"シート：{one.id}", head, [word], False)
            if found:
                self.at = found.end()
        self.check("results were looked for behind the tables", self.at > start > 0)

    def run(self):
        self.sentences()
        self.tables()
        self.results()
        return self


def prove(count, text, places):
    """A digit of each number, and each result, made another: the comparison must fail."""
    others = count.grades + list(CATEGORIES)
    for name, start, end in places:
        part = text[start:end]
        digit = re.search(r"\d", part)
        if digit:
            place = start + digit.start()
            changed = text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1:]
        else:
            word = re.sub(r"\s", "", part)
            changed = text[:start] + others[(others.index(word) + 1) % len(others)] + text[end:]
        yield name, not all(is_so for _, is_so, _ in Comparison(count, changed).run().checks)


def show(plan, year):
    for one in plan.initiatives:
        for indicator in one.indicators:
            for at in range(plan.first, year + 1):
                verdict = Judge(plan, one, indicator, year).judge(at)
                word = verdict.category or indicator.scheme[verdict.grade][0]
                print(one.id, indicator.id, at, word, verdict.why or "-", "-" if verdict.rate is None else verdict.rate)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("input", type=Path)
    parser.add_argument("year", type=int)
    parser.add_argument("text", nargs="?")
    options = parser.parse_args()
    plan = Plan(options.input)
    if options.list:
        show(plan, options.year)
        return 0
    if not options.text:
        parser.error("PDF_TEXT is missing")
    if not plan.first <= options.year <= plan.last:
        parser.error(f"{options.year} is outside the plan")
    text = sys.stdin.read() if options.text == "-" else Path(options.text).read_text(encoding="utf-8")
    count, text = Count(plan, options.year), plain_text(text)
    comparison = Comparison(count, text).run()
    failed = 0
    for name, is_so, said in comparison.checks:
        print("ok" if is_so else "not ok", f"tallies {options.year}: {name}")
        if not is_so:
            print(f"#   {said}")
            failed += 1
    if options.self_test:
        missed, tried = [], 0
        for name, noticed in prove(count, text, comparison.places):
            tried += 1
            missed += [] if noticed else [name]
        fine = tried and not missed and not failed
        print("ok" if fine else "not ok", f"tallies {options.year}: {tried} alterations of the text, each is noticed")
        for name in missed:
            print(f"#   not noticed: {name}")
        failed += not fine
    print(f"1..{len(comparison.checks) + options.self_test}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
