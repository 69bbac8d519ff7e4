#!/usr/bin/env python3
"""Is what `gyokaku import` writes the plan that the document holds?

compare.py plan MADE.xml PLAN.xml           do both say the same: names, departments, labels, targets, prose, in order?
compare.py account SOURCE.txt MADE.xml SAID are the characters of the source those of the plan and of the table in SAID (import -v)?
compare.py mutate SOURCE.txt GYOKAKU COUNT  the same for COUNT broken copies of the source, with --keep-going

The first two prove themselves: they spoil what they compare, piece by piece, and must notice.
"""
import copy
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter

UNKNOWN = "未記入"
WRITTEN = "そのまま書いた"
SEED = 20260323
WRITTEN_ATTRIBUTES = {"initiative": "department", "outline": "head", "field": "name"}


def is_japanese(char):
    return unicodedata.east_asian_width(char) in "WF" or char in "—→…～"


def unwrap(text):
    """A line break of the file vanishes between Japanese characters and is a blank elsewhere."""
    def join(match):
        before, after = text[:match.start()], text[match.end():]
        return "" if before and after and is_japanese(before[-1]) and is_japanese(after[0]) else " "
    return re.sub(r"[ \t]*\n[ \t\n]*", join, (text or "").strip())


def text_of(element):
    """The text of an element; lines, paragraphs, list items and steps with a blank between them, ・ before items."""
    if element is None:
        return None
    parts = [unwrap(element.text)]
    for child in element:
        parts += [("・" if child.tag == "li" else "") + text_of(child), unwrap(child.tail)]
    return " ".join(part for part in parts if part)


def squeezed(text):
    return "" if text is None else "".join(text.split())


def sayings(root):
    """Everything a plan says, as (place, text), in its order; what a document cannot say is left out."""
    for name in ("title", "municipality", "state", "date"):
        yield name, text_of(root.find(name))
    yield "period", root.find("period").get("first") + root.find("period").get("last")
    for heading in root.iter():
        if heading.tag in ("chapter", "section"):
            yield heading.tag, text_of(heading.find("title"))
            yield "toc-title", text_of(heading.find("toc-title"))
            for part in heading:
                if part.tag in ("p", "policies", "viewpoints", "sheets"):
                    yield part.tag, text_of(part)
                if part.tag == "outline":
                    yield "outline", f"{part.get('policies')} {part.get('head')}"
    for viewpoint in root.findall("viewpoint"):
        yield "viewpoint", f"{viewpoint.get('number')} {text_of(viewpoint.find('name'))} {text_of(viewpoint.find('p'))}"
    for policy in root.findall("policy"):
        yield "policy", f"{policy.get('number')} {text_of(policy.find('name'))} {squeezed(text_of(policy.find('approach')))}"
        for item in policy.findall("item"):
            yield "item", f"{item.get('number')} {text_of(item.find('name'))} {text_of(item.find('outline-name'))}"
            for initiative in item.findall("initiative"):
                yield from sheet(initiative)


def sheet(initiative):
    name = text_of(initiative.find("name"))
    yield "initiative", f"{initiative.get('number')} {initiative.get('department')} {name}"
    for field in ("outline-name", "item-name"):
        yield f"{name} {field}", text_of(initiative.find(field))
    for field in ("current", "challenge", "action", "goal", "related"):
        yield f"{name} {field}", squeezed(text_of(initiative.find(field)))
    for indicator in initiative.findall("indicator"):
        definition = [text_of(indicator.find("source")), text_of(indicator.find("definition"))]
        yield f"{name} definition", " ".join(filter(None, definition))
        for target in indicator.findall("target"):
            yield f"{name} {target.get('year')}", squeezed(text_of(target))


def differences(made, plan):
    left, right = list(sayings(made)), list(sayings(plan))
    return [f"{a} <> {b}" for a, b in zip(left, right) if a != b] + (["数が違う"] if len(left) != len(right) else [])


def compare_plans(made_path, plan_path):
    made, plan = ET.parse(made_path).getroot(), ET.parse(plan_path).getroot()
    faults = differences(made, plan)
    spoilt = 0
    for index, element in enumerate(made.iter()):
        if not (element.text or "").strip() or element.tag == "department":
            continue
        copied = copy.deepcopy(made)
        spoiled = list(copied.iter())[index]
        spoiled.text = spoiled.text.strip()[1:] or "×"
        spoilt += 1
        if not differences(copied, plan):
            faults.append(f"見逃した誤り：{element.tag}「{element.text.strip()[:20]}」")
    print(f"{len(list(sayings(plan)))}件を比べ、{spoilt}件を壊した。")
    return faults


# ---- every character ---------------------------------------------------------------------------------------------

def letters(text):
    return Counter("".join(text.split()))


def of_plan(root):
    """The characters of the plan that come from the document."""
    counted = Counter()
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag == "date":
            continue
        said = [element.text] + [child.tail for child in element] + [element.get(WRITTEN_ATTRIBUTES.get(element.tag, ""))]
        for text in said:
            if text and text.strip() != UNKNOWN:
                counted += letters(text)
    return counted


def of_table(said):
    """The characters of the table's pieces that are not in the plan as they are, and how many pieces of any kind hold."""
    counted, total = Counter(), 0
    for line in said.split("\n"):
        cells = line.split("\t", 5)
        if len(cells) < 6 or not cells[0].isdigit():
            continue
        total += int(cells[2])
        if cells[3] != WRITTEN:
            counted += letters(cells[5])
    return counted, total


def unfounded(root, said):
    """Pieces that the plan is said to make again, but of which it knows nothing: years and short marks aside."""
    known = squeezed(" ".join(root.itertext()))
    for line in said.split("\n"):
        cells = line.split("\t", 5)
        if len(cells) < 6 or cells[3] != "計画が自動で作る" or cells[4] == "period":
            continue
        piece = re.sub(r"^[①-⑳]", "", squeezed(cells[5]))
        if len(piece) > 6 and piece not in known:
            yield f"{cells[0]}行目の「{piece}」は、計画のどこにもない"


def account_faults(source, root, said, exact):
    there, (beside, total) = letters(source), of_table(said)
    here = of_plan(root) + beside
    faults = [f"失われた文字：{''.join((there - here).elements())[:40]}"] if there - here else []
    if exact and here - there:
        faults.append(f"増えた文字：{''.join((here - there).elements())[:40]}")
    faults += unfounded(root, said)
    if total != sum(there.values()):
        faults.append(f"表の字数{total}、元の字数{sum(there.values())}")
    return faults


def compare_account(source_path, made_path, said_path):
    source, said = open(source_path, encoding="utf-8").read(), open(said_path, encoding="utf-8").read()
    root = ET.parse(made_path).getroot()
    faults = account_faults(source, root, said, True)
    spoilt = 0
    for index, element in enumerate(root.iter()):
        if (element.text or "").strip() and element.tag != "date":
            copied = copy.deepcopy(root)
            list(copied.iter())[index].text = None
            spoilt += 1
            if not account_faults(source, copied, said, True):
                faults.append(f"見逃した欠け：{element.tag}")
    print(f"{sum(letters(source).values())}字を数え、{spoilt}か所を消した。")
    return faults


# ---- broken documents --------------------------------------------------------------------------------------------

def broken(lines, chance):
    """A copy with a few faults: lines, tabs, cells and characters that go, come twice, or change places."""
    lines = list(lines)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(lines))
        cells = lines[at].split("\t")
        cell = chance.randrange(len(cells))
        kind = chance.randrange(9)
        if kind == 0:
            del lines[at]
        elif kind == 1:
            lines.insert(at, lines[at])
        elif kind == 2:
            lines[at] = lines[at].replace("\t", "", 1)
        elif kind == 3:
            lines[at] = lines[at].replace("\t", "\t\t", 1)
        elif kind == 4:
            del cells[cell]
            lines[at] = "\t".join(cells)
        elif kind == 5:
            cells.insert(cell, cells[cell])
            lines[at] = "\t".join(cells)
        elif kind == 6:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 7:
            place = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + chance.choice("-<&>①９ \t　\n案年度第1章。") + lines[at][place:]
        else:
            place = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place]
        lines = lines or [""]
    return "\n".join(lines)


def mutate(source_path, gyokaku, count):
    lines = open(source_path, encoding="utf-8").read().split("\n")
    chance, faults, made = random.Random(SEED), [], 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([gyokaku, "-q", "--input", folder, "schema"], check=True)
        schema = os.path.join(folder, "schema/plan.rng")
        plans = []
        for number in range(count):
            source = broken(lines, chance)
            path = os.path.join(folder, f"{number}.txt")
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(source)
            strict = subprocess.run([gyokaku, "-q", "import", path], capture_output=True, check=False)
            run = subprocess.run([gyokaku, "-v", "--keep-going", "import", path], capture_output=True, check=False)
            said = run.stderr.decode()
            if run.returncode not in (0, 1) or strict.returncode not in (0, 1):
                faults.append(f"{number}：{run.returncode} {said[-300:]}")
            elif run.returncode == 0:
                made += 1
                plans.append(path[:-3] + "xml")
                with open(plans[-1], "wb") as file:
                    file.write(run.stdout)
                faults += [f"{number}：{fault}" for fault in account_faults(source, ET.fromstring(run.stdout), said, False)]
                if (strict.returncode == 0) != ("\t行き先なし\t" not in said):
                    faults.append(f"{number}：残った文字があるのに、--keep-goingなしで通る")
            elif strict.stdout:
                faults.append(f"{number}：誤りがあるのに書き出した")
        valid = subprocess.run(["xmllint", "--noout", "--relaxng", schema] + plans, capture_output=True, check=False, text=True)
        if valid.returncode != 0:
            faults += [line for line in valid.stderr.split("\n") if not line.endswith(" validates")][:10]
    print(f"{count}個のうち{made}個から計画ができた。")
    return faults if made > count // 2 else faults + ["計画ができたものが少なすぎる"]


def main(arguments):
    if arguments[0] == "plan":
        faults = compare_plans(*arguments[1:])
    elif arguments[0] == "account":
        faults = compare_account(*arguments[1:])
    else:
        faults = mutate(arguments[1], arguments[2], int(arguments[3]))
    for fault in faults[:20]:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
