#!/usr/bin/env python3
"""Makes the inputs of COUNT municipalities out of the sample: FOLDER/0001/ … each with its own name, code and 10 to 60 initiatives.

usage: cities.py INPUT COUNT FOLDER

Which initiatives, how many, and the wording follow from the municipality's index only. Names are ours and made of two characters and
市, 町 or 村; codes have a right check digit.
"""
import copy
import os
import random
import sys

import multiply

FIRST = "北南東西上下大小新古高中白青赤黒長広松竹梅桜杉柳石岩金銀花鳥月星水霧雪雲風森藤稲麦桑葦萩"
SECOND = "川山野原田島谷沢浜崎津瀬江池泉岡坂林里宮城橋倉井戸塚平尾根波渡関郷台丘浦湊峰畑磯"
FEWEST, MOST = 10, 60


def name(index):
    return FIRST[index % len(FIRST)] + SECOND[index // len(FIRST)] + "市町市町村"[index % 5]


def code(index):
    five = f"{index % 47 + 1:02}{200 + index // 47:03}"
    total = sum(int(digit) * weight for digit, weight in zip(five, (6, 5, 4, 3, 2)))
    return five + str((11 - total % 11) % 10)


def rename(root, old, new):
    for node in root.iter():
        for where in ("text", "tail"):
            text = getattr(node, where)
            if text and old in text:
                setattr(node, where, text.replace(old, new))


def city(sample, index):
    plan, actuals = copy.deepcopy(sample)
    chance = random.Random(index)
    wanted = chance.randint(FEWEST, MOST)
    for policy in plan.findall("policy"):
        multiply.vary(policy, (index, policy.get("number")))
    for root in actuals.values():
        for sheet in root.findall("sheet"):
            multiply.vary(sheet, (index, sheet.get("ref").split("-")[0]))
    rounds, shape = multiply.multiply_plan(plan, wanted)
    for root in actuals.values():
        multiply.multiply_actuals(root, rounds, shape)
    multiply.keep(plan, actuals, set(chance.sample(multiply.initiatives(plan), wanted)))
    municipality = plan.find("municipality")
    old = municipality.text
    municipality.set("code", code(index))
    for root in [plan, *actuals.values()]:
        rename(root, old, name(index))
    return wanted, plan, actuals


def main():
    if len(sys.argv) != 4 or not sys.argv[2].isdigit() or not 1 <= int(sys.argv[2]) <= len(FIRST) * len(SECOND):
        sys.exit(__doc__.split("\n\n")[1] + f"\nCOUNT: 1 to {len(FIRST) * len(SECOND)}")
    sample, sheets = multiply.read(sys.argv[1]), 0
    for index in range(int(sys.argv[2])):
        wanted, plan, actuals = city(sample, index)
        multiply.write(plan, actuals, os.path.join(sys.argv[3], f"{index + 1:04}"))
        sheets += wanted
    print(sheets)


if __name__ == "__main__":
    main()
