#!/usr/bin/env python3
"""The rules of check, one after the other: the base has no findings; each case changes it a little, and what is found then is exactly
what the case says. Every rule that messages.def lists has a case that provokes it and one that does not, an explanation, and a place in
the manual. Prints TAP. usage: rules.py GYOKAKU WORK"""
import importlib
import json
import pathlib
import re
import shutil
import subprocess
import sys

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
TREE = HERE.parent.parent
GYOKAKU, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
SCHEMA = jsonschema.Draft202012Validator(json.loads((TREE / "templates/schema/check.schema.json").read_text()))
failed = 0


def tell(name, faults):
    global failed
    print(f"{'not ok' if faults else 'ok'} {name}")
    for fault in faults[:12]:
        print(f"#   {fault}")
    failed += bool(faults)


def run(folder, *options):
    call = [GYOKAKU, "--input", folder, "--templates", TREE / "templates", "-o", WORK / "output", *options]
    return subprocess.run(call, capture_output=True, text=True, timeout=60)


def found(folder, *options):
    """The findings as JSON, which the schema must accept, and what is wrong with the run."""
    done = run(folder, "--format", "json", *options, "check")
    try:
        data = json.loads(done.stdout)
    except ValueError:
        return {"findings": [], "counts": {}}, [f"no JSON: {done.stdout[:100]} {done.stderr[:200]}"]
    faults = [f"schema: {fault.message[:100]}" for fault in SCHEMA.iter_errors(data)]
    open_ones = [one for one in data["findings"] if "accepted" not in one]
    for key in ("error", "warning"):
        if data["counts"][key] != sum(one["severity"] == key for one in open_ones):
            faults.append(f"counts: {data['counts']}")
    if data["counts"]["accepted"] != len(data["findings"]) - len(open_ones):
        faults.append(f"counts: {data['counts']}")
    if done.returncode != (data["counts"]["error"] > 0) or done.stderr:
        faults.append(f"status {done.returncode}: {done.stderr[:100]}")
    places = [(one.get("file", ""), one.get("line", 0)) for one in data["findings"]]
    if places != sorted(places):
        faults.append("not sorted by file and line")
    return data, faults


def change(text, old, new):
    """A sheet or initiative marked DROP goes; anything else is replaced, once."""
    if text.count(old) < 1:
        raise AssertionError(f"not there: {old}")
    text = text.replace(old, new, 1)
    return re.sub(r"<(sheet|initiative) [^>]* DROP.*?</\1>\s*", "", text, flags=re.S)


def changed(base, changes):
    folder = WORK / "input"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)
    for file, old, new in changes:
        path = folder / file
        path.write_text(change(path.read_text() if path.exists() else old, old, new))
    return folder


def pairs(data):
    return {(one["rule"], one.get("about", "")) for one in data["findings"]}


def cases(module):
    base = HERE / getattr(module, "BASE", "base")
    data, faults = found(changed(base, []))
    tell(f"{module.__name__}: the base has no findings", faults + [str(pair) for pair in pairs(data)])
    for number, (rule, about, changes) in enumerate(module.PROVOKED):
        data, faults = found(changed(base, changes))
        if pairs(data) != {(rule, about)}:
            faults.append(f"found {pairs(data)}")
        tell(f"{rule} is provoked ({number + 1}: {about})", faults)
    for number, (rule, changes) in enumerate(module.QUIET):
        data, faults = found(changed(base, changes))
        tell(f"{rule} is left in peace ({number + 1})", faults + [one["message"] for one in data["findings"] if one["rule"] == rule])
    return {rule for rule, *_ in module.PROVOKED}, {rule for rule, *_ in module.QUIET}


def all_rules(pattern):
    table = (TREE / "src/base/messages.def").read_text()
    return re.findall(rf'^MESSAGE\({pattern}, "([a-z0-9-]+)"', table, flags=re.M)


def completeness(provoked, quiet):
    rules = set(all_rules(r"CHECK_\w+"))
    tell("every rule is provoked by a case", sorted(rules - provoked))
    tell("every rule is left in peace by a case", sorted(rules - quiet))
    tell("every case names a rule", sorted((provoked | quiet) - rules))
    manual = run(WORK, "explain", "all").stdout
    tell("the manual has every rule", sorted(rule for rule in rules if f"\n## {rule}\n" not in manual))
    tell("docs/rules.md is the manual", [] if manual == (TREE / "docs/rules.md").read_text() else ["make it anew: gyokaku explain all"])


def explanations():
    faults = []
    for rule in all_rules(r"\w+"):
        done = run(WORK, "explain", rule)
        if done.returncode or done.stderr or not done.stdout.startswith(rule + "（") or "直し方　：" not in done.stdout or "{" in done.stdout:
            faults.append(f"{rule}: {done.stdout[:80]} {done.stderr[:80]}")
    tell("explain knows every message", faults)
    done = run(WORK, "explain", "digit-slop")
    tell("explain suggests the nearest rule", [] if done.returncode == 1 and "「digit-slip」の誤りではありませんか" in done.stderr else [done.stderr])
    done = run(WORK, "explain", "まったく違う名前である")
    tell("explain of a name that is near none", [] if done.returncode == 1 and "[explain-unknown]" in done.stderr else [done.stderr])


def main():
    provoked, quiet = set(), set()
    sys.path.insert(0, str(HERE))
    for path in sorted(HERE.glob("cases_*.py")):
        more, less = cases(importlib.import_module(path.stem))
        provoked |= more
        quiet |= less
    completeness(provoked, quiet)
    explanations()
    sys.exit(failed > 0)


main()
