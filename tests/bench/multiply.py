#!/usr/bin/env python3
"""Makes an input of about N initiatives out of the sample: its policies as often as needed, renumbered, with their actuals.

usage: multiply.py INPUT N OUTPUT [SEED]
A SEED gives the copy a city's own name and shuffles nothing else: numbers, texts and their lengths stay those of the sample,
so that cost can be compared from N to N.
"""
import copy
import os
import sys
import xml.etree.ElementTree as ET


def renumber(policy, number):
    twin = copy.deepcopy(policy)
    twin.set("number", str(number))
    return twin


def multiply_plan(tree, wanted, city):
    root = tree.getroot()
    policies = root.findall("policy")
    have = len(root.findall(".//initiative"))
    rounds = -(-wanted // have)
    last = list(root).index(policies[-1])
    for k in range(1, rounds):
        for i, policy in enumerate(policies):
            last += 1
            root.insert(last, renumber(policy, k * len(policies) + i + 1))
    for outline in root.iter("outline"):  # each copied policy stands in the outlines where its original does
        numbers = [int(n) for n in outline.get("policies", "").split()]
        outline.set("policies", " ".join(str(k * len(policies) + n) for k in range(rounds) for n in numbers))
    if city:
        root.find("municipality").text = city
    return rounds, len(policies)


def multiply_actuals(tree, rounds, policies):
    root = tree.getroot()
    sheets = root.findall("sheet")
    last = list(root).index(sheets[-1])
    for k in range(1, rounds):
        for sheet in sheets:
            twin = copy.deepcopy(sheet)
            policy, rest = twin.get("ref").split("-", 1)
            twin.set("ref", f"{k * policies + int(policy)}-{rest}")
            last += 1
            root.insert(last, twin)


def main():
    source, wanted, target = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    city = sys.argv[4] if len(sys.argv) > 4 else None
    os.makedirs(os.path.join(target, "actuals"), exist_ok=True)
    plan = ET.parse(os.path.join(source, "plan.xml"))
    rounds, policies = multiply_plan(plan, wanted, city)
    plan.write(os.path.join(target, "plan.xml"), encoding="UTF-8", xml_declaration=True)
    for name in sorted(os.listdir(os.path.join(source, "actuals"))):
        tree = ET.parse(os.path.join(source, "actuals", name))
        multiply_actuals(tree, rounds, policies)
        tree.write(os.path.join(target, "actuals", name), encoding="UTF-8", xml_declaration=True)


if __name__ == "__main__":
    main()
