#!/usr/bin/env python3
"""Makes an input of N initiatives out of the sample: its policies as often as needed, renumbered, with their actuals.
After 20 rounds (80 policies) further copies become items of those policies: no plan has policies by the hundred.

usage: multiply.py [--same] INPUT N OUTPUT [CITY]

So that neither a cache of shaped words nor a compressor gains what a real plan of that size would not give it, every copy but the
first is varied, always in the same way (no clock, no chance):
  names and prose   words of WORDS give way to another of the same row and the same length, by copy and policy
  prose             its sentences are rotated; its numbers get other digits, as many of them (years, dates, ordinals stay)
  actuals' prose    likewise
Lengths, the number of each kind of target, definitions, targets, baselines, actual values and grades stay those of the sample, so that
cost can be compared from N to N. --same varies nothing. CITY is the municipality's name.
"""
import copy
import os
import re
import sys
import xml.etree.ElementTree as ET
import zlib

WORDS = """
市民 住民 町民 村民 区民 県民 国民 家庭 世帯
職員 係員 係長 班員 幹部 課長
施設 会館 公園 道路 河川 橋梁 校舎 庁舎 緑地 港湾 霊園
窓口 受付 電話 端末 画面 書面
事業 業務 施策 活動 作業 仕事 工程
検討 研究 調査 精査 討議 審議 吟味
推進 促進 展開 拡充 振興 普及 奨励
活用 利用 使用 応用 運用 援用
見直し 組替え 立直し 洗直し
情報 資料 記録 統計 台帳 図面 帳簿
企業 商店 農家 漁協 工場 団体 病院 法人
研修 訓練 講習 学習 演習 実習
財源 予算 税収 基金 経費 費用 歳費
制度 規則 条例 要綱 基準 手順 規程
連携 協力 協調 提携 共同 結束
地域 地区 集落 校区 区域 町内 街区
向上 改善 増進 上昇 伸長 躍進
管理 保全 点検 整備 補修 監督 維持
計画 方針 構想 戦略 大綱 綱領
意識 理解 関心 信頼 自覚 熱意
体制 組織 陣容 布陣
仕組み 枠組み
実施 実行 遂行 履行 執行 断行
人材 若手 後継 新人 熟練 専門
周知 広報 案内 告知 宣伝 啓発
分析 解析 比較 評定 診断 推計
高齢 若年 幼児 青年 児童 障害
売却 貸付 譲渡 交換 賃貸
寄附 募金 出資 拠出 助成
申請 届出 登録 予約 照会 請求
効果 成果 効用 実績 恩恵
負担 手間 労力 荷重 苦労
""".split("\n")
ROWS = [row.split() for row in WORDS if row]
ROW_OF = {word: row for row in ROWS for word in row}
WORD = re.compile("|".join(sorted(ROW_OF, key=len, reverse=True)))
NUMBER = re.compile(r"(?<![0-9.,令和成昭RH第年月])[0-9][0-9,]*(?:\.[0-9]+)?(?![0-9.]|\s*(?:年|月|日|か月|次|期|[-~～]))")

MOST_ROUNDS = 20
NAMES = {"name", "outline-name", "item-name", "related", "definition"}
PROSE = {"approach", "current", "challenge", "action", "goal", "p", "li", "text", "response",
         "done", "evaluation", "reason", "problem", "next"}


def draw(*key):
    """A number that depends on the key only."""
    return zlib.crc32(repr(key).encode())


def other_words(text, key):
    def swap(match):
        row = ROW_OF[match[0]]
        same = [word for word in row if len(word) == len(match[0])]
        return same[(same.index(match[0]) + draw(key, row[0])) % len(same)]
    return WORD.sub(swap, text)


def other_digits(text, key):
    def swap(match):
        shift, number = draw(key, match[0]), match[0]
        if number in ("0", "24"):
            return number
        first = str((int(number[0]) - 1 + shift) % 9 + 1) if number[0] != "0" else "0"
        return first + "".join(c if not c.isdigit() else str((int(c) + shift // 7) % 10) for c in number[1:])
    return NUMBER.sub(swap, text)


def rotated(text, key):
    """Whole sentences only: a text that does not end with one (before a <br/>, say) stays in order."""
    parts = text.strip().split("。")
    if len(parts) < 3 or parts[-1]:
        return text
    parts.pop()
    by = draw(key) % len(parts)
    return "。".join(part.strip() for part in parts[by:] + parts[:by]) + "。"


def vary(element, key):
    """Changes the texts below an element in place."""
    for node in element.iter():
        names, prose = node.tag in NAMES, node.tag in PROSE
        texts = [(node, "text")] if names or prose else []
        texts += [(child, "tail") for child in node] if prose else []
        for owner, where in texts:
            text = getattr(owner, where)
            if not text or not text.strip():
                continue
            text = other_words(text, key)
            if prose:
                text = rotated(other_digits(text, key), key)
            setattr(owner, where, text)


def place(k, policy, items, policies):
    """Where copy k of a policy goes: its number, and what its items' numbers grow by. From MOST_ROUNDS on, copies join earlier ones."""
    return (k % MOST_ROUNDS) * policies + policy, (k // MOST_ROUNDS) * items


def multiply_plan(root, wanted, same=False):
    """The items of each policy, by its number: multiply_actuals needs them, and how often the plan was taken."""
    policies = root.findall("policy")
    shape = [len(policy.findall("item")) for policy in policies]
    rounds = -(-wanted // len(root.findall(".//initiative")))
    last, made = list(root).index(policies[-1]), {}
    originals = [copy.deepcopy(policy) for policy in policies]
    for i, policy in enumerate(policies):
        made[i + 1] = policy
    for k in range(1, rounds):
        for i, original in enumerate(originals):
            twin = copy.deepcopy(original)
            number, later = place(k, i + 1, shape[i], len(policies))
            if not same:
                vary(twin, (k, i))
            for item in twin.findall("item"):
                item.set("number", str(int(item.get("number")) + later))
                if later:
                    made[number].append(item)
            if not later:
                twin.set("number", str(number))
                last += 1
                root.insert(last, twin)
                made[number] = twin
    for outline in root.iter("outline"):  # each copied policy stands in the outlines where its original does
        numbers = [int(n) for n in outline.get("policies", "").split()]
        outline.set("policies", " ".join(str(k * len(policies) + n) for k in range(min(rounds, MOST_ROUNDS)) for n in numbers))
    return rounds, shape


def multiply_actuals(root, rounds, shape, same=False):
    sheets = root.findall("sheet")
    last = list(root).index(sheets[-1])
    for k in range(1, rounds):
        for sheet in sheets:
            twin = copy.deepcopy(sheet)
            policy, item, rest = twin.get("ref").split("-")
            number, later = place(k, int(policy), shape[int(policy) - 1], len(shape))
            twin.set("ref", f"{number}-{int(item) + later}-{rest}")
            if not same:
                vary(twin, (k, int(policy) - 1))
            last += 1
            root.insert(last, twin)


def keep(plan, actuals, chosen):
    """Leaves the chosen initiatives ("1-1-2") only, numbered afresh; what refers to the others goes."""
    refs, policies = {}, {}
    for policy in plan.findall("policy"):
        at, old_policy = [len(policies) + 1, 0, 0], policy.get("number")
        for item in policy.findall("item"):
            at[2], old_item = 0, item.get("number")
            for initiative in item.findall("initiative"):
                old = "-".join((old_policy, old_item, initiative.get("number")))
                if old not in chosen:
                    item.remove(initiative)
                    continue
                at[2] += 1
                refs[old] = f"{at[0]}-{at[1] + 1}-{at[2]}"
                initiative.set("number", str(at[2]))
            if at[2]:
                at[1] += 1
                item.set("number", str(at[1]))
            else:
                policy.remove(item)
        if at[1]:
            policies[old_policy] = at[0]
            policy.set("number", str(at[0]))
        else:
            plan.remove(policy)
    for holder in list(plan.iter()):
        for outline in holder.findall("outline"):
            left = [str(policies[n]) for n in outline.get("policies", "").split() if n in policies]
            outline.set("policies", " ".join(left))
            if not left:
                holder.remove(outline)
    for root in actuals.values():
        for element in list(root):
            ref = element.get("ref")
            if ref in refs:
                element.set("ref", refs[ref])
            elif ref:
                root.remove(element)


def initiatives(plan):
    return ["-".join((p.get("number"), i.get("number"), n.get("number")))
            for p in plan.findall("policy") for i in p.findall("item") for n in i.findall("initiative")]


def read(source):
    """The plan's root and those of the actuals, by file name."""
    folder = os.path.join(source, "actuals")
    return (ET.parse(os.path.join(source, "plan.xml")).getroot(),
            {name: ET.parse(os.path.join(folder, name)).getroot() for name in sorted(os.listdir(folder)) if name.endswith(".xml")})


def write(plan, actuals, target):
    os.makedirs(os.path.join(target, "actuals"), exist_ok=True)
    for name, root in [("plan.xml", plan)] + [(os.path.join("actuals", name), root) for name, root in actuals.items()]:
        ET.ElementTree(root).write(os.path.join(target, name), encoding="UTF-8", xml_declaration=True)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--same"]
    same = len(arguments) < len(sys.argv) - 1
    if len(arguments) not in (3, 4) or not arguments[1].isdigit() or int(arguments[1]) < 1:
        sys.exit(__doc__.split("\n\n")[1])
    plan, actuals = read(arguments[0])
    rounds, shape = multiply_plan(plan, int(arguments[1]), same)
    for root in actuals.values():
        multiply_actuals(root, rounds, shape, same)
    keep(plan, actuals, set(initiatives(plan)[:int(arguments[1])]))
    if len(arguments) == 4:
        plan.find("municipality").text = arguments[3]
    write(plan, actuals, arguments[2])


if __name__ == "__main__":
    main()
