"""Rules about actuals, each provoked and each left in peace by a small change of tests/check/base."""
Y26, Y27 = "actuals/2026.xml", "actuals/2027.xml"
PLAN = "plan.xml"

# rule, what it is about, the changes (file, old, new)
PROVOKED = [
    ("entries-missing", "department/納税課/2027", [(Y27, 'ref="1-1-1"', 'ref="1-1-1" DROP')]),
    ("actual-missing", "1-2-1/actual/income/2027", [(Y27, '<actual indicator="income">21,907千円</actual>', "")]),
    ("actual-same-as-last-year", "1-1-1/actual/1/2027", [(Y27, ">98.81%<", ">98.52%<"), (Y27, "98.81%となり", "98.52%となり"), (Y27, ' grade="達成">収', ">収"), (Y27, "計画どおり", "遅れ")]),
    ("text-same-as-last-year", "1-1-1/done/2027", [(Y27, "夜間の相談を毎週水曜日に開いた。", "夜間の相談を月に2回開いた。")]),
    ("text-same-as-last-year", "1-1-2/evaluation/2027", [(Y26, "実績は10,412件で、目標を上回った。", "窓口が混まなくなった。"), (Y27, "画面を使える期間が短かった。", "窓口が混まなくなった。")]),
    ("digit-slip", "1-1-2/actual/1/2026", [(Y26, "<actual>10,412件", "<actual>104,120件"), (Y26, "実績は10,412件で、", "")]),
    ("digit-slip", "1-1-1/actual/1/2027", [(Y27, ">98.81%<", ">9.881%<"), (Y27, "収納率は98.81%となり、目標を0.01ポイント上回った。", "相談が増えた。"), (Y27, ' grade="達成">相', ">相"), (Y27, "計画どおり", "遅れ")]),
    ("digit-slip", "1-2-1/actual/income/2026", [(Y26, "20,316千円", "20,316,000千円")]),
    ("digit-slip", "1-2-1/actual/1/2027", [(Y27, "<actual>3件", "<actual>30件")]),
    ("unit-changed", "1-2-1/actual/income/2027", [(Y27, "21,907千円", "22百万円")]),
    ("grade-declared-differs", "1-1-1/evaluation/2026", [(Y26, '<evaluation by="主管課">相談', '<evaluation by="本部" grade="達成">相談')]),
    ("grade-declared-differs", "1-1-2/evaluation/2027", [(Y27, 'grade="未達成"', 'grade="達成"')]),
    ("progress-against-grade", "1-1-2/progress/2027", [(Y27, "遅れ", "計画どおり")]),
    ("progress-against-grade", "1-1-2/progress/2026", [(Y26, '<actual>10,412件</actual>\n    <progress>計画どおり', '<actual>10,412件</actual>\n    <progress>未着手')]),
    ("prose-against-grade", "1-1-2/evaluation/2027", [(Y27, "画面を使える期間が短かった。", "件数は目標を上回った。")]),
    ("prose-against-grade", "1-2-1/done/2027", [(Y27, "5か所の測量を終え、3か所を入札に付した。", "測量を終えたが、入札は実施できなかった。")]),
    ("figure-against-actual", "1-1-1/evaluation/2027", [(Y27, "収納率は98.81%", "収納率は98.18%")]),
    ("figure-against-actual", "1-1-2/evaluation/2026", [(Y26, "実績は10,412件", "実績は９，３０１件")]),
    ("era-against-year", "令和9年度の総括", [(Y27, "令和9年度（2027年度）", "令和9年度（2026年度）")]),
    ("era-against-year", "第1章第1節の本文", [(PLAN, "令和8年度（2026年度）", "2025年度（令和8年度）")]),
    ("era-against-year", "令和9年度の総括", [(Y27, "令和9年度（2027年度）は、", "平成31年4月（2020年4月）に始めた。")]),
    ("source-of-last-year", "1-1-1/actual/1/2027", [(Y27, "令和9年度市税決算", "令和8年度市税決算")]),
    ("effect-unit-slip", "1-1-2/effect/2027", [(Y27, "<progress>遅れ", '<effect category="歳入増" planned="1200">1,350,000</effect><progress>遅れ')]),
    ("effect-unit-slip", "1-1-2/effect/2027", [(Y27, "<progress>遅れ", '<effect category="歳出減">1,350,000</effect><progress>遅れ'), (Y26, '<actual>10,412件</actual>', '<actual>10,412件</actual><effect category="歳出減">1,300</effect>')]),
]

# rule, the changes after which it says nothing
QUIET = [
    ("entries-missing", [(PLAN, '<initiative number="1" department="納税課">', '<initiative number="1" department="納税課" to="2026">'),
                         (PLAN, '<target year="2027">98.80%</target>', ""), (PLAN, '<target year="2028">99.00%</target>', ""),
                         (Y27, 'ref="1-1-1"', 'ref="1-1-1" DROP')]),
    ("actual-missing", [(PLAN, '<target year="2027">21,000千円</target>', '<target year="2027">—</target>'), (Y27, '<actual indicator="income">21,907千円</actual>', "")]),
    ("actual-missing", [(Y27, '<actual indicator="income">21,907千円</actual>', '<actual indicator="income" state="集計中" why="決算の前であるため"/>')]),
    ("actual-same-as-last-year", [(Y27, ">98.81%<", ">98.80%<"), (Y26, ">98.52%<", ">98.80%<")]),
    ("text-same-as-last-year", [(Y26, "夜間の相談を月に2回開いた。", "特になし。"), (Y27, "夜間の相談を毎週水曜日に開いた。", "特になし。")]),
    ("digit-slip", [(Y27, "<actual>3件", "<actual>1件"), (PLAN, '<target year="2027">3件', '<target year="2027">10件')]),
    ("digit-slip", [(Y27, "<actual>8,105件", "<actual>110,000件"), (Y26, "<actual>10,412件", "<actual>100,412件"), (PLAN, '<target year="2026">10,000件', '<target year="2026">100,000件')]),
    ("unit-changed", [(Y26, "20,316千円", "20,316,000円"), (Y27, "21,907千円", "21,907,000円")]),
    ("unit-changed", [(Y26, "20,316千円", "2,031万6千円"), (Y26, "2,031万6千円", "1億3,160万円"), (Y27, "21,907千円", "1億円")]),
    ("grade-declared-differs", [(Y27, 'grade="未達成"', 'grade="未達成" '), (Y26, '<evaluation by="主管課">相談', '<evaluation by="外部" grade="おおむね達成">相談'), (PLAN, "98.10%", "98.00%")]),
    ("progress-against-grade", [(Y27, "遅れ", "未着手")]),
    ("prose-against-grade", [(Y27, "画面を使える期間が短かった。", "前年度は目標を上回った。")]),
    ("prose-against-grade", [(Y27, "画面を使える期間が短かった。", "準備は予定どおり終えたが、件数は伸びなかった。")]),
    ("prose-against-grade", [(Y27, "画面を使える期間が短かった。", "令和8年度は目標を上回った。")]),
    ("figure-against-actual", [(Y27, "収納率は98.81%となり", "収納率は98.8%となり")]),
    ("figure-against-actual", [(Y27, "収納率は98.81%となり", "実績は、前年度の98.25%から伸び")]),
    ("figure-against-actual", [(Y27, "収納率は98.81%となり", "目標の98.80%を上回り")]),
    ("figure-against-actual", [(Y26, "実績は10,412件で", "実績は5,000人の利用で")]),
    ("era-against-year", [(Y27, "令和9年度（2027年度）", "平成31年度（2019）から令和元年度（2019年度）まで続き、令和10年3月（2027年度）")]),
    ("source-of-last-year", [(Y27, "令和9年度市税決算", "令和8年度及び令和9年度市税決算")]),
    ("effect-unit-slip", [(Y27, "<progress>遅れ", '<effect category="歳入増" planned="1200">135,000</effect><progress>遅れ')]),
]
