"""Rules about the plan, each provoked and each left in peace by a small change of tests/check/base."""
PLAN = "plan.xml"
END = "    </item>\n    <item number=\"2\">"


def new(goal="案内を分かりやすくする。", definition="案内を改めた窓口の数", targets=("3か所",), related="", more="", first=2028, **fields):
    """A change that adds the initiative 1-1-3, of years that have no actuals yet."""
    years = range(first, first + len(targets))
    cells = "".join(f'<target year="{year}">{text}</target>' for year, text in zip(years, targets))
    texts = {"current": "窓口の場所が分かりにくい。", "challenge": "案内の表示が古い。", "action": "表示を作り直す。", **fields}
    body = "".join(f"<{name}>{text}</{name}>" for name, text in texts.items())
    return (PLAN, END, f'<initiative number="3" department="情報課" from="{years[0]}" to="{years[-1]}"><name>窓口の案内</name>{body}'
            f"<goal>{goal}</goal><related>{related}</related><indicator>{more}<definition>{definition}</definition>{cells}</indicator></initiative>\n{END}")


def say(text):
    """A change of a paragraph of the plan, for rules about words."""
    return (PLAN, "3年間の計画である。", f"3年間の計画である。{text}")


CURRENT = "滞納する世帯が増えている。"
LONG = "市税を納めない世帯が毎年度増えており、担当する職員の負担が重くなっている。"
LATER = [(PLAN, 'last="2028"', 'last="2031"')] + [(PLAN, f'department="{name}">', f'department="{name}" to="2028">') for name in ("納税課", "納税課 情報課", "管財課")]
RENAMED = (PLAN, "電子納付の普及", "電子納付と口座振替の普及")
SOURCE = "<source>第3次総合計画 まちづくり指標</source>"

PROVOKED = [
    ("plan-number-differs", "第1章の題名", [(PLAN, "<title>架空市", "<title>第2次架空市"), (PLAN, "取組みの内容", "第1次架空市行政改革実施計画の内容")]),
    ("plan-number-differs", "第1章第1節の題名", [(PLAN, "<title>架空市", "<title>第三期 架空市"), (PLAN, "<title>一覧", "<title>第四期架空市行政改革実施計画一覧")]),
    ("toc-title-differs", "第1章の目次での題名", [(PLAN, "取組みの内容</title>", "取組みの内容</title><toc-title>施策の内容</toc-title>")]),
    ("name-signs-differ", "第1章の目次での題名", [(PLAN, "取組みの内容</title>", "取組みの内容</title><toc-title>取組みの 内容</toc-title>")]),
    ("name-signs-differ", "1-1-1/outline-name", [(PLAN, "<name>納税相談の充実</name>", "<name>納税相談の充実</name><outline-name>「納税相談」の充実</outline-name>")]),
    ("item-name-differs", "項目1-1の一覧表での表示", [(PLAN, "<name>税収の確保</name>", "<name>税収の確保</name><outline-name>① 税込の確保</outline-name>")]),
    ("item-name-differs", "1-1-1の項目の表示", [(PLAN, "<name>納税相談の充実</name>", "<name>納税相談の充実</name><item-name>①財源の確保</item-name>")]),
    ("initiative-name-differs", "1-1-1/outline-name", [(PLAN, "<name>納税相談の充実</name>", "<name>納税相談の充実</name><outline-name>夜間の納税相談</outline-name>")]),
    ("initiative-not-in-outline", "1-1-1/outline-name", [(PLAN, "<name>納税相談の充実</name>", "<name>納税相談の充実</name><outline-name/>")]),
    ("indicator-of-another-sheet", "1-1-3/indicator/1", [new(goal="収納率を99%にする。", definition="市税の収納率", targets=("99.00%",))]),
    ("indicator-with-other-targets", "1-1-3/indicator/1", [new(goal="収納率を98%にする。", definition="市税の 収納率", targets=("98.00%",))]),
    ("text-of-another-sheet", "1-1-2/current", [(PLAN, CURRENT, LONG), (PLAN, "窓口で納める人が多い。", LONG.replace("、", ""))]),
    ("text-of-another-sheet", "1-1-1/challenge", [(PLAN, CURRENT, LONG), (PLAN, "相談を受ける職員が足りない。", LONG)]),
    ("text-like-another-sheet", "1-1-2/current", [(PLAN, CURRENT, LONG), (PLAN, "窓口で納める人が多い。", "電子で納める人は増えたが、市税を納めない世帯が毎年度増えており、担当する職員の負担が重い。")]),
    ("subject-of-another-sheet", "1-2-1/challenge", [RENAMED, (PLAN, "境界の定まらない土地が残る。", "電子納付と口座振替を知らない人が多い。")]),
    ("goal-against-target", "1-1-1/goal", [(PLAN, "収納率を99.00%以上", "収納率を98.90%以上")]),
    ("goal-against-target", "1-1-2/goal", [(PLAN, "<related>情報化計画", "<goal-value>13,000件</goal-value><related>情報化計画")]),
    ("goal-against-target", "1-2-1/goal", [(PLAN, "<related>公有", '<goal-value indicator="income">21百万円</goal-value><related>公有')]),
    ("goal-figure-without-indicator", "1-1-2/goal", [(PLAN, "12,000件にする", "12,000件、口座振替を3,000件にする")]),
    ("goal-figure-without-indicator", "1-1-1/goal", [(PLAN, "収納率を99.00%以上", "現年度分の収納率を99.9%以上")]),
    ("goal-below-target", "1-1-3/goal", [new(goal="機器の導入に向けて検討する。", targets=("導入",))]),
    ("goal-below-target", "1-1-3/goal", [new(goal="機器を検討し、導入方針を定める。", targets=("導入", "→"), first=2028), *LATER]),
    ("goal-beyond-target", "1-1-3/goal", [new(goal="案内の機器を導入する。", targets=("導入可否",))]),
    ("milestones-only-study", "1-1-3/indicator/1", [new(goal="案内を改める。", targets=("調査・研究", "検討", "検討"), first=2029), *LATER]),
    ("unit-only-in-definition", "1-1-3/indicator/1", [new(definition="案内を改めた窓口の数（か所）", targets=("3",))]),
    ("unit-nowhere", "1-1-3/indicator/1", [new(definition="案内を改めた窓口（本庁）の数", targets=("3",))]),
    ("figure-in-words", "1-1-3/indicator/1", [new(targets=("3施設の廃止方針を決定",))]),
    ("cited-plan-not-related", "1-1-3/related", [new(more=SOURCE)]),
    ("cited-plan-not-related", "1-1-3/related", [new(definition="第3次総合計画の指標による窓口の数", related="情報化計画")]),
    ("term-almost-the-same", "terms/市民活動センター/市民活動支援センター", [say("市民活動支援センターと市民活動支援センターの分館、市民活動センターがある。")]),
    ("term-almost-the-same", "terms/市人材育成・確保基本方針/市人材育成基本方針", [say("市人材育成基本方針による。"), new(current="市人材育成・確保基本方針による。")]),
    ("term-almost-the-same", "terms/CT/ICT", [say("ICTを使う。ICTを学ぶ。CTを学ぶ。")]),
    ("term-almost-the-same", "terms/戦力的/戦略的", [say("戦略的に進める。戦略的な配置と戦力的配置を行う。")]),
    ("term-almost-the-same", "terms/徴収率/収納率", [new(current="徴収率が低い。収納率の向上が要る。")]),
    ("term-almost-the-same", "terms/サーバ/サーバー", [say("サーバーを置く。サーバーを直す。サーバを移す。")]),
    ("term-almost-the-same", "terms/行政事務効車化推進/行政事務効率化推進", [say("行政事務効率化推進と行政事務効率化推進と行政事務効率化推進と行政事務効車化推進。")]),
    ("spelling-mixed", "terms/および/及び", [say("売却及び貸付、譲渡及び廃止、寄附および交換とする。")]),
    ("spelling-mixed", "terms/取り組み/取組み", [say("この取り組みを進める。")]),
    ("spelling-mixed", "terms/ライン/LINE", [say("LINEとLINEを使うがラインもある。"), ("terms.xml", '<terms version="1"><term><word>LINE</word><word>ライン</word></term></terms>', '<terms version="1"><term><word>LINE</word><word>ライン</word></term></terms>')]),
    ("dependent-character", "characters/U+3231", [say("㈱架空と組む。")]),
    ("dependent-character", "characters/U+2163", [("actuals/2027.xml", "夜間の相談を毎週水曜日に開いた。", "夜間の相談を第Ⅳ期から開いた。")]),
    ("private-character", "characters/U+E000", [say("辺\ue000氏に頼む。")]),
    ("half-width-katakana", "characters/half-width-katakana", [say("ｼｽﾃﾑを使う。")]),
    ("look-alike-character", "characters/一/ー", [say("サ一ビスを増やす。")]),
    ("look-alike-character", "characters/カ/力", [say("能カ開発を行う。")]),
    ("look-alike-character", "characters/ヘ/へ", [say("窓口ヘ行く。")]),
    ("look-alike-character", "characters/О/O", [say("NPОと組む。")]),
    ("look-alike-character", "characters/リ/り", [("actuals/2026.xml", "夜間の相談を月に2回開いた。", "夜間の相談をわかリやすくした。")]),
    ("width-mixed", "characters/brackets", [say("研修(実務)を行う。")]),
    ("width-mixed", "characters/colons", [say("数：18件、人:20人とする。")]),
    ("width-mixed", "characters/digits", [say("５年で終える。")]),
    ("width-mixed", "characters/percents", [say("5％を超える。")]),
    ("width-mixed", "characters/letters", [say("ＡＩとAPIを使う。")]),
    ("style-mixed", "style", [say("毎年度見直します。")]),
]

QUIET = [
    ("plan-number-differs", [(PLAN, "<title>架空市", "<title>第2次架空市"), (PLAN, "取組みの内容", "第1次架空市行政改革大綱の内容")]),
    ("plan-number-differs", [(PLAN, "<title>架空市", "<title>第2次架空市"), (PLAN, "取組みの内容", "第２次架空市行政改革実施計画の内容")]),
    ("toc-title-differs", [(PLAN, "取組みの内容</title>", "取組みの内容</title><toc-title>取組みの内容</toc-title>")]),
    ("name-signs-differ", [(PLAN, "<name>税収の確保</name>", "<name>税収の確保</name><outline-name>①税収の確保</outline-name>")]),
    ("item-name-differs", [(PLAN, "<name>税収の確保</name>", "<name>税収の確保</name><outline-name>① 税収の確保</outline-name>")]),
    ("initiative-name-differs", [(PLAN, "<name>納税相談の充実</name>", "<name>納税相談の充実</name><outline-name>納税相談の充実</outline-name>")]),
    ("initiative-not-in-outline", [(PLAN, "<name>納税相談の充実</name>", "<name>納税相談の充実</name><outline-name/>"), (PLAN, "<outline/>", "")]),
    ("indicator-of-another-sheet", [new(goal="収納率を99%にする。", definition="国民健康保険税の収納率", targets=("99.00%",))]),
    ("indicator-with-other-targets", [new(definition="市税の収納率", targets=("99.5%",), first=2029), *LATER]),
    ("text-of-another-sheet", [(PLAN, "窓口で納める人が多い。", CURRENT)]),
    ("text-like-another-sheet", [(PLAN, CURRENT, LONG), (PLAN, "窓口で納める人が多い。", "電子で納める人は増えたが、窓口の前に並ぶ人の数は変わらず、担当する職員の負担が重い。")]),
    ("subject-of-another-sheet", [RENAMED, (PLAN, "境界の定まらない土地が残る。", "電子納付と口座振替を知らない人が多く、売却の代金を納めにくい。")]),
    ("subject-of-another-sheet", [RENAMED, (PLAN, "申込みの手続に手間が掛かる。", "電子納付と口座振替を知らない人が多い。")]),
    ("goal-against-target", [(PLAN, "収納率を99.00%以上", "収納率を99%以上")]),
    ("goal-against-target", [(PLAN, "<related>公有", '<goal-value indicator="income">22百万円</goal-value><goal-value>9件</goal-value><related>公有'),
                             (PLAN, "<definition>売却した", "<definition>期間中に売却した")]),
    ("goal-figure-without-indicator", [(PLAN, "12,000件にする", "令和10年度末（第2次計画の5年目、R10）に12,000件とし、1つの窓口にする")]),
    ("goal-figure-without-indicator", [(PLAN, "12,000件にする", "12,000件、口座振替を3,000口にする"), (PLAN, "<related>情報化計画", "<goal-value>3,000口</goal-value><related>情報化計画")]),
    ("goal-figure-without-indicator", [(PLAN, "12,000件にする", "1人当たり12,000件にする")]),
    ("goal-figure-without-indicator", [new(goal="赤字を△2,000万円まで改める。", definition="年間の収支", targets=("△2,000万円",))]),
    ("goal-against-target", [new(goal="40～45か所を改める。", targets=("40～45か所",))]),
    ("goal-below-target", [new(goal="導入方針を決定する。", targets=("方針決定",))]),
    ("goal-below-target", [new(goal="検討する。", targets=("3か所",))]),
    ("goal-beyond-target", [new(goal="検討の上、運用を開始する。", targets=("導入", "→", "—"), first=2029), *LATER]),
    ("milestones-only-study", [new(targets=("調査・研究", "検討", "検討・方針決定"), first=2029), *LATER]),
    ("unit-only-in-definition", [new(definition="案内を改めた窓口の数（か所）", targets=("3か所",))]),
    ("unit-nowhere", [new(targets=("3",), more=""), (PLAN, "<indicator><definition>案内", '<indicator unit="か所"><definition>案内')]),
    ("figure-in-words", [new(targets=("令和12年度導入",)), ]),
    ("figure-in-words", [new(targets=("年3回以上",))]),
    ("cited-plan-not-related", [new(more=SOURCE, related="第3次総合計画")]),
    ("cited-plan-not-related", [new(definition="研修計画の策定の進み具合", targets=("策定",))]),
    ("term-almost-the-same", [say("電子決済と電子決裁、市民活動支援課と市民活動支援センター、効果的に、効率的に。")]),
    ("term-almost-the-same", [say("IT、ICT、ICカード、AI、DX。令和8年度と令和9年度。総合計画と管理計画。")]),
    ("term-almost-the-same", [new(current="加入率が低い。利用率も低く、業務効率と運営効率化が要る。")]),
    ("spelling-mixed", [say("申込みは申込書による。取組みは取組方針による。")]),
    ("spelling-mixed", [say("課題に取り組み、市民と取り組む。")]),
    ("spelling-mixed", [say("LINEとオンライン窓口とガイドラインがある。"), ("terms.xml", '<terms version="1"><term><word>LINE</word><word>ライン</word></term></terms>', '<terms version="1"><term><word>LINE</word><word>ライン</word></term></terms>')]),
    ("spelling-mixed", [say("売却及び貸付、寄附および交換とする。"), ("terms.xml", '<terms version="1" built-in="no"/>', '<terms version="1" built-in="no"/>')]),
    ("dependent-character", [say("①の土地は500㎡である。")]),
    ("private-character", [say("辺󠄀﨑氏に頼む。")]),
    ("half-width-katakana", [say("システムを使う。")]),
    ("look-alike-character", [say("サービス一覧、メニュー一カ月分、三カ年、センターへアクセス、μmとPOの力をつける。")]),
    ("width-mixed", [say("9:30に開き、https://example.jp/を見る。AI・DXは5%である。")]),
    ("style-mixed", [say("毎年度見直すこと。「やります」という。")]),
]
