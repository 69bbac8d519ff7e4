#!/usr/bin/env python3
"""verbatim.py SOURCE PLAN.xml: does plan.xml say what the published plan says, and none of it in the published words?

SOURCE is the published plan as plain text copied out of its tables (cells separated by tabs); it is not part of the
project. Facts (names, departments, items as printed, definitions, targets, the outline's rows …) must agree to the
character. Prose must keep every figure of its field and share no run of 12 characters with any prose of the source,
unless the run is made up of figures and of the names of plans and systems.

With --prove, each fact and each kind of prose is then spoilt in turn, and the check must notice every one.
"""
import copy
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter

RUN = 12      # characters of the source that prose must not repeat in a row, punctuation not counted
REIWA = 2018  # 令和元年 is the year after
GLUE = 3      # characters of such a run that may stand between figures and names
PROSE = {"current": "現状", "challenge": "課題", "action": "取組み内容", "goal": "期間内の最終目標"}

# Names of plans, systems, projects and events: they may be repeated.
NAMES = (
    "第5次南アルプス市行政改革大綱", "第3次総合計画", "公共施設等総合管理計画", "市定員適正化計画", "市定員管理適正化計画",
    "市人材育成・確保基本方針", "市人材育成基本方針", "進行管理・評価シート", "事務事業マネジメントシート", "今後の方向性",
    "協働支援テーマ型活動助成事業", "市民活動センター", "市民ディレクターズサロン", "市民活動フェスタ", "まちづくり協働フォーラム",
    "旧文化調査事務所", "大井保育所跡地", "ペイジー", "Pay-easy", "LINE", "Instagram", "SNS", "マイナンバーカード",
    "コミュニケーションツール", "電子決裁システム", "AIチャットボット", "指定管理者制度", "企業版ふるさと納税",
)

FIGURE = re.compile(r"(?:令和|平成|[HRr])?\d[\d,]*(?:\.\d+)?(?:年度|年|月|回|人|件|社|団体|施設|千円|億円|%)?(?:末|現在|以上)?")
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
FULL_WIDTH = "WF"


# ---- reading both sides ------------------------------------------------------------------------------------------

def is_japanese(char):
    return unicodedata.east_asian_width(char) in FULL_WIDTH or char in "“”‘’…—→"


def unwrap(text):
    """formats.md: a line break with its indentation vanishes between Japanese characters and is one blank elsewhere."""
    def join(match):
        before, after = text[:match.start()], text[match.end():]
        return "" if before and after and is_japanese(before[-1]) and is_japanese(after[0]) else " "
    return re.sub(r"[ \t]*\n[ \t\n]*", join, text.strip())


def text_of(element):
    """The text of a field as it is read: blocks and breaks become line ends."""
    if element is None:
        return ""
    if element.find("p") is not None or element.find("ul") is not None:
        return "\n".join(text_of(block) for block in element if block.tag != "name")
    if element.tag == "ul":
        return "\n".join(text_of(line) for line in element)
    parts = [element.text or ""] + [line_break.tail or "" for line_break in element]
    return "\n".join(unwrap(part) for part in parts)


def child(element, name):
    return text_of(element.find(name))


def item_label(item):
    return chr(ord("①") + int(item.get("number")) - 1) + child(item, "name")


class Source:
    """The published text: facts as (place, value) in order, prose as {place: text}."""

    def __init__(self, text):
        self.facts, self.prose = [], {}
        lines = [line.strip("\n") for line in text.splitlines()]
        start = next(i for i, line in enumerate(lines) if cells(line)[:1] == ["項目"]) - 1
        self.read_front([line for line in lines[:start] if line.strip()])
        sheet = []
        for line in lines[start:] + [""]:
            if line.strip():
                sheet.append(line)
            elif sheet:
                self.read_sheet(sheet)
                sheet = []

    def read_front(self, lines):
        contents = lines.index("目 次")
        self.facts += [("表紙", line.strip("()").replace(" ", "")) for line in lines[:contents]]
        body = next(i for i in range(contents + 1, len(lines)) if re.match(r"1 ", lines[i]) and "\t" not in lines[i])
        # the contents: a number, a title, sometimes a page
        self.facts += [("目次", cells(line)[0]) for line in lines[contents + 1:body]]
        section, table = "", ""
        for line in lines[body:]:
            if re.match(r"\d+\. \S", line):
                section, table = line.split(" ", 1)[1], ""
                self.facts.append(("見出し", line))
            elif re.match(r"\d ", line) and "\t" not in line:
                self.facts.append(("見出し", line))
            elif cells(line)[:2] == ["基本方針", "取組み方針"]:
                table = "policies"
            elif cells(line)[1:] == ["項目", "主な取組み"]:
                table = "outline"
                self.facts += [("一覧", cell) for cell in cells(line)]
            elif re.match(r"視点\d ", line):
                name, text = cells(line)
                self.facts.append(("視点", name))
                self.prose[name.split(" ")[0]] = text
            elif table == "policies":
                name, text = cells(line)
                self.facts.append(("基本方針", name))
                self.prose["取組み方針 " + name] = text
            elif table == "outline":
                self.facts += [("一覧", cell) for cell in cells(line)]
            else:
                self.prose[section] = self.prose.get(section, "") + line

    def read_sheet(self, lines):
        policy = re.match(r"基本方針(\d)\s+(.*)", lines[0].strip())
        rows = {cells(line)[0]: cells(line)[1:] for line in lines[1:]}
        name = rows["主な取組み"][0]
        self.facts += [(name + " 基本方針", policy[1] + " " + policy[2])]
        self.facts += [(f"{name} {row}", " ".join(rows[row])) for row in ("項目", "主な取組み", "主管課", "関係計画等", "数値の定義")]
        self.facts += [(f"{name} {year}", squeeze(value)) for year, value in zip(rows["年度"], rows["目標値"])]
        # 現状 and 課題 share a row of the form
        row = rows["現状"]
        split = row.index("課題")
        texts = {"現状": row[:split], "課題": row[split + 1:], "取組み内容": rows["取組み内容"], "期間内の最終目標": rows["期間内の最終目標"]}
        self.prose.update({f"{name} {field}": " ".join(text) for field, text in texts.items()})


def cells(line):
    return [cell.strip() for cell in line.split("\t") if cell.strip()]


def squeeze(value):
    """Steps of a cell are printed with or without a blank between them."""
    return value.replace(" ", "").replace("\n", "")


class Plan:
    """The same of plan.xml, in the same places."""

    def __init__(self, root):
        self.facts, self.prose = [], {}
        self.root = root
        date = root.find("date").text.split("-")
        self.facts += [("表紙", value) for value in (
            child(root, "title"), child(root, "state"), f"令和{int(date[0]) - REIWA}年{int(date[1])}月", child(root, "municipality"))]
        chapters = root.findall("chapter")
        self.facts += [("目次", line) for number, chapter in enumerate(chapters, 1)
                       for line in headings(number, chapter, "toc-title")]
        for number, chapter in enumerate(chapters, 1):
            if chapter.find("sheets") is None:
                self.facts += [("見出し", headings(number, chapter, "title")[0])]
                for index, section in enumerate(chapter.findall("section"), 1):
                    self.facts += [("見出し", f"{index}. {child(section, 'title')}")]
                    self.read_section(section)
        for policy in root.findall("policy"):
            for item in policy.findall("item"):
                for initiative in item.findall("initiative"):
                    self.read_initiative(policy, item, initiative)

    def read_section(self, section):
        root = self.root
        paragraphs = [text_of(block) for block in section if block.tag in ("p", "ul")]
        if paragraphs:
            self.prose[child(section, "title")] = "\n".join(paragraphs)
        for part in section:
            if part.tag == "policies":
                for policy in root.findall("policy"):
                    self.facts.append(("基本方針", child(policy, "name")))
                    self.prose["取組み方針 " + child(policy, "name")] = child(policy, "approach")
            elif part.tag == "outline":
                self.facts += [("一覧", cell) for cell in (part.get("head", "基本方針"), "項目", "主な取組み")]
                for number in part.get("policies").split():
                    self.read_outline(root.find(f"policy[@number='{number}']"))
            elif part.tag == "viewpoints":
                for viewpoint in root.findall("viewpoint"):
                    number = viewpoint.get("number")
                    self.facts.append(("視点", f"視点{number} {child(viewpoint, 'name')}"))
                    self.prose["視点" + number] = text_of(viewpoint)

    def read_outline(self, policy):
        self.facts.append(("一覧", child(policy, "name")))
        for item in policy.findall("item"):
            self.facts.append(("一覧", child(item, "outline-name") or item_label(item)))
            for initiative in item.findall("initiative"):
                name = initiative.find("outline-name")
                name = child(initiative, "name") if name is None else text_of(name)
                if name:
                    self.facts.append(("一覧", f"{initiative.get('number')} {name}"))

    def read_initiative(self, policy, item, initiative):
        name = child(initiative, "name")
        indicator = initiative.find("indicator")
        definition = " ".join(filter(None, (child(indicator, "source"), child(indicator, "definition"))))
        self.facts += [
            (name + " 基本方針", f"{policy.get('number')} {child(policy, 'name')}"),
            (name + " 項目", child(initiative, "item-name") or item_label(item)),
            (name + " 主な取組み", name),
            (name + " 主管課", initiative.get("department")),
            (name + " 関係計画等", child(initiative, "related")),
            (name + " 数値の定義", definition)]
        for target in indicator.findall("target"):
            value = "".join(text_of(step) for step in target) if len(target) else text_of(target)
            self.facts.append((f"{name} 令和{int(target.get('year')) - REIWA}年度", squeeze(value)))
        self.prose.update({f"{name} {label}": child(initiative, field) for field, label in PROSE.items()})


def headings(number, chapter, kind):
    """The chapter's line and its sections' lines, as the contents or the body print them."""
    title = child(chapter, kind) or child(chapter, "title")
    return [f"{number} {title}"] + [f"{i}. {child(section, kind) or child(section, 'title')}"
                                    for i, section in enumerate(chapter.findall("section"), 1)]


# ---- comparing ---------------------------------------------------------------------------------------------------

def compare_facts(source, plan):
    """Differences of the facts, kind by kind and in order, so that one missing fact does not shift all others."""
    faults = []
    places = list(dict.fromkeys([place for place, _ in source.facts] + [place for place, _ in plan.facts]))
    for place in places:
        there = [value for key, value in source.facts if key == place]
        here = [value for key, value in plan.facts if key == place]
        if there != here:
            wrong = [pair for pair in zip(there + [None] * len(here), here + [None] * len(there)) if pair[0] != pair[1]]
            faults.append(f"{place}：公表は「{wrong[0][0]}」、plan.xmlは「{wrong[0][1]}」")
    order = [place for place, _ in source.facts]
    if not faults and order != [place for place, _ in plan.facts]:
        faults.append("順序が違う")
    return faults


def figures(text):
    return Counter(DIGITS.findall(unicodedata.normalize("NFKC", text)))


def compare_figures(source, plan):
    faults = []
    for place in dict.fromkeys(list(source.prose) + list(plan.prose)):
        there, here = figures(source.prose.get(place, "")), figures(plan.prose.get(place, ""))
        if there != here:
            faults.append(f"{place}：数値が違う（公表 {sorted(there.elements())}、plan.xml {sorted(here.elements())}）")
        if bool(source.prose.get(place)) != bool(plan.prose.get(place)):
            faults.append(f"{place}：文章が一方にしかない")
    return faults


def compare_promises(source, root):
    """Baselines must be figures of the published 現状, goal values figures of the published 期間内の最終目標."""
    faults = []
    for initiative in root.iter("initiative"):
        name = child(initiative, "name")
        for tag, field in (("indicator/baseline", "現状"), ("goal-value", "期間内の最終目標")):
            for element in initiative.findall(tag):
                if figures(text_of(element)) - figures(source.prose.get(f"{name} {field}", "")):
                    faults.append(f"{name} {element.tag}：公表された{field}にない「{text_of(element)}」")
    return faults


def letters(text):
    """The characters that count, and which of them belong to a figure or a name."""
    text = unicodedata.normalize("NFKC", text)
    free = [False] * len(text)
    for pattern in [FIGURE] + [re.compile(re.escape(name)) for name in NAMES]:
        for match in pattern.finditer(text):
            free[match.start():match.end()] = [True] * (match.end() - match.start())
    kept = [i for i, char in enumerate(text) if unicodedata.category(char)[0] in "LN"]
    return "".join(text[i] for i in kept), [free[i] for i in kept]


def copied_runs(source, plan):
    """Runs of the plan's prose that stand in the source's prose as well, each as long as it can be."""
    published = "\n".join(letters(text)[0] for text in source.prose.values())
    faults = []
    for place, text in plan.prose.items():
        kept, free = letters(text)
        start = 0
        while start + RUN <= len(kept):
            end = start + RUN
            if kept[start:end] not in published:
                start += 1
                continue
            while end < len(kept) and kept[start:end + 1] in published:
                end += 1
            if free[start:end].count(False) > GLUE:
                faults.append(f"{place}：公表された文章と同じ「{kept[start:end]}」")
            start = end - RUN + 2 if end - RUN >= start else start + 1
    return faults


def compare(source, root):
    plan = Plan(root)
    return compare_facts(source, plan) + compare_figures(source, plan) + compare_promises(source, root) + copied_runs(source, plan)


# ---- proof that the check can fail -------------------------------------------------------------------------------

def spoilt_plans(root, source):
    """Copies of the plan with one thing wrong in each."""
    facts = ("title", "toc-title", "municipality", "name", "outline-name", "item-name", "related", "source", "definition", "target", "step")
    listed = set(root.find("departments").iter()) if root.find("departments") is not None else set()
    for index, element in enumerate(root.iter()):
        if element in listed:
            continue
        if element.tag in facts and (element.text or "").strip():
            yield f"{element.tag}「{element.text.strip()}」", index, lambda e: setattr(e, "text", e.text.strip()[:-1] + "×")
        if element.tag == "initiative":
            yield f"{child(element, 'name')}の主管課", index, lambda e: e.set("department", "×課")
            yield f"{child(element, 'name')}の目標値の順", index, swap_targets
            yield f"{child(element, 'name')}に数値を足す", index, lambda e: add_text(e.find("goal"), "777")
            yield f"{child(element, 'name')}に公表された文を足す", index, lambda e: add_text(e.find("action"), longest(source))
        if element.tag in ("p", "current", "goal") and DIGITS.search(element.text or ""):
            yield f"{element.tag}の数値", index, lambda e: setattr(e, "text", DIGITS.sub("", e.text, count=1))
        if element.tag in ("baseline", "goal-value"):
            yield f"{element.tag}「{element.text}」", index, lambda e: setattr(e, "text", "3" + e.text)
        if element.tag == "item":
            yield f"{child(element, 'name')}の番号", index, lambda e: e.set("number", "9")


def swap_targets(initiative):
    """Changes the first target and the last: where both say the same, the last is spoilt."""
    targets = initiative.find("indicator").findall("target")
    first, last = targets[0], targets[-1]
    if squeeze("".join(first.itertext())) == squeeze("".join(last.itertext())):
        last.text = "×"
    else:
        first.text, last.text = "".join(last.itertext()), "".join(first.itertext())
        for target in (first, last):
            for step in list(target):
                target.remove(step)


def add_text(field, text):
    (field[-1] if len(field) and field[-1].tag == "p" else field).text = (field.text or "") + text


def longest(source):
    """A few more than RUN characters out of the longest prose, figures and names aside."""
    text = max(source.prose.values(), key=len)
    clean = max(re.split("|".join([FIGURE.pattern] + [re.escape(name) for name in NAMES]), text), key=len)
    return clean[len(clean) // 2:][:RUN + 6]


def prove(source, root):
    missed, count = [], 0
    for what, index, spoil in spoilt_plans(root, source):
        spoilt = copy.deepcopy(root)
        spoil(list(spoilt.iter())[index])
        count += 1
        if not compare(source, spoilt):
            missed.append(f"見逃した誤り：{what}")
    return count, missed


def main(arguments):
    proving = "--prove" in arguments
    paths = [argument for argument in arguments if argument != "--prove"]
    if len(paths) != 2:
        print("使い方：verbatim.py [--prove] 公表された計画のテキスト plan.xml", file=sys.stderr)
        return 2
    with open(paths[0], encoding="utf-8") as file:
        source = Source(file.read())
    root = ET.parse(paths[1]).getroot()
    faults = compare(source, root)
    plan = Plan(root)
    number = sum(sum(figures(text).values()) for text in plan.prose.values())
    print(f"事実{len(source.facts)}件、文章{len(source.prose)}件、文章の数値{number}個を比べた。違いは{len(faults)}件。")
    if proving:
        count, missed = prove(source, root)
        print(f"誤りを1つずつ{count}件入れた。見逃しは{len(missed)}件。")
        faults += missed
    for fault in faults:
        print("  " + fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
