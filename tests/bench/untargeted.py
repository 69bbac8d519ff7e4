#!/usr/bin/env python3
"""Makes the input of a plan with COUNT initiatives that has no targets, as many bodies write them: fields of text, and a year's grade that
somebody declared.

usage: untargeted.py COUNT FOLDER [KIND]
KIND is what an initiative has: none (no indicator at all, as when it is left out), asked (an indicator without a target: it is only told of),
final (an indicator with a target in the last year alone).
Texts follow from the initiative's number only.
"""
import os
import random
import sys
from xml.sax.saxutils import escape

FIRST, LAST, REPORTED = 2026, 2030, 2
POLICIES = ("持続できる財政の運営", "質の高い行政サービス", "職員の力を引き出す組織", "公共施設の最適化", "市民との協働")
ITEMS = ("事務事業の見直し", "歳入の確保", "民間の力の活用", "デジタル化の推進", "情報の公開と共有", "人材の育成", "施設の統廃合", "広域の連携")
DEPARTMENTS = ("企画課", "財政課", "総務課", "人事課", "税務課", "市民課", "福祉課", "子育て支援課", "農林課", "商工課", "建設課", "学校教育課")
SUBJECTS = ("窓口", "補助金", "使用料", "広報紙", "公用車", "図書館", "集会所", "防災倉庫", "統計調査", "給食", "道路照明", "上水道", "健診", "電話交換",
            "庁舎の清掃", "会議資料", "選挙事務", "職員研修", "検査契約", "市有地")
DEEDS = ("の見直し", "の電子化", "の共同処理", "の民間委託の検討", "の基準の整備", "の周知")
STATES = ("計画どおり", "計画どおり", "計画どおり", "遅れ", "完了", "未着手")
GRADES = ("達成", "達成", "おおむね達成", "未達成", None)


def text(chance, subject, what):
    tail = ("関係課と協議しながら進める。", "利用者の意見を聴いて改める。", "年度ごとに結果を確かめる。", "ほかの自治体の例を調べる。")
    return f"{subject}{what}{chance.choice(tail)}"


def indicator(kind, number, subject):
    if kind == "none":
        return ""
    target = f'<target year="{LAST}">{number % 40 + 10}件</target>' if kind == "final" else ""
    return f'<indicator unit="件"><definition>{subject}に関する改善の件数</definition>{target}</indicator>'


def initiative(kind, ordinal, number, chance):
    subject = SUBJECTS[ordinal % len(SUBJECTS)]
    name = f"{subject}{DEEDS[ordinal // len(SUBJECTS) % len(DEEDS)]}（{ordinal + 1}）"
    fields = "".join(f"<{field}>{escape(text(chance, subject, what))}</{field}>" for field, what in (
        ("current", "については、これまでの方法を続けている。"), ("challenge", "に掛かる費用と時間が増えている。"),
        ("action", "の手順を改め、"), ("goal", "の費用と時間を減らす。")))
    return (f'<initiative number="{number}" department="{DEPARTMENTS[ordinal % len(DEPARTMENTS)]}"><name>{name}</name>{fields}'
            f'{indicator(kind, ordinal, subject)}</initiative>\n')


def sheet(kind, ref, ordinal, year, chance):
    subject = SUBJECTS[ordinal % len(SUBJECTS)]
    grade = GRADES[(ordinal + year) % len(GRADES)]
    told = f"<actual>{chance.randint(1, 12)}件</actual>" if kind != "none" else ""
    graded = f'<evaluation by="主管課" grade="{grade}">' if grade else '<evaluation by="主管課">'
    return (f'<sheet ref="{ref}">{told}<progress>{STATES[(ordinal + year) % len(STATES)]}</progress>'
            f'<done>{subject}について、関係課と{chance.randint(2, 9)}回の協議を行った。</done>'
            f'{graded}{subject}の手順の見直しが進んだ。</evaluation><direction>継続</direction>'
            f'<next>{subject}の見直しの案をまとめる。</next></sheet>\n')


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n' + content)


def main():
    count, folder, kind = int(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "none"
    chance, refs, body = random.Random(count), [], []
    shares = [count * (i + 1) // len(POLICIES) - count * i // len(POLICIES) for i in range(len(POLICIES))]
    for p, share in enumerate(shares):
        body.append(f'<policy number="{p + 1}"><name>{POLICIES[p]}</name><approach>{POLICIES[p]}に取り組む。</approach>\n')
        for i in range(len(ITEMS)):
            number = share * (i + 1) // len(ITEMS) - share * i // len(ITEMS)
            if not number:
                continue
            body.append(f'<item number="{i + 1}"><name>{ITEMS[i]}</name>\n')
            for n in range(number):
                body.append(initiative(kind, len(refs), n + 1, chance))
                refs.append(f"{p + 1}-{i + 1}-{n + 1}")
            body.append("</item>\n")
        body.append("</policy>\n")
    departments = "".join(f"<department><name>{name}</name></department>" for name in DEPARTMENTS)
    write(os.path.join(folder, "plan.xml"), '<plan version="1" xml:lang="ja"><title>第3次架空市行政改革推進計画</title>'
          '<municipality>架空市</municipality><state>確定</state><date>2026-03</date>'
          f'<period first="{FIRST}" last="{LAST}"/><contact><department>企画課</department></contact><departments>{departments}</departments>\n'
          '<chapter><title>計画の趣旨</title><p>この計画は、行政改革の取組を定める。</p><policies/><outline/></chapter>\n'
          f'<chapter><title>取組の内容</title><sheets/></chapter>\n{"".join(body)}</plan>\n')
    for year in range(FIRST, FIRST + REPORTED):
        sheets = "".join(sheet(kind, ref, k, year, chance) for k, ref in enumerate(refs) if (k + year) % 40)
        write(os.path.join(folder, "actuals", f"{year}.xml"),
              f'<actuals version="1" year="{year}" as-of="{year + 1}-03-31" published="{year + 1}-09-10">\n{sheets}</actuals>\n')


main()
