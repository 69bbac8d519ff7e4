#!/usr/bin/env python3
"""spoil.py GYOKAKU OUTPUT WORK: spoils the files of OUTPUT in one place after another and has each looked at by `gyokaku verify`.

Each is looked at alone and without a record, so that its values must tell; then all together with the record, which must name each.
Prints TAP; the exit status is 0 if everything was caught and named.
"""
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "conformance"))
from tables import grid_of  # noqa: E402
from tagged import SHOWING, Element, Tagged, name, solid  # noqa: E402

gyokaku, made, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
failed = 0


def report(fine, what, said=""):
    global failed
    failed += not fine
    print("ok" if fine else "not ok", f"verify: {what}")
    if not fine:
        print("".join(f"#   {line[:300]}\n" for line in said.splitlines()[:10]), end="")


def verify(folder):
    run = subprocess.run([gyokaku, "-o", str(folder), "verify"], capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


def looked_at(path, what, pattern, spoil):
    """The file alone, spoilt: status 1, and the pattern is said of it."""
    folder = work / "alone"
    shutil.rmtree(folder, ignore_errors=True)
    copy = folder / path
    copy.parent.mkdir(parents=True)
    shutil.copy(made / path, copy)
    spoil(copy)
    status, said = verify(folder)
    lines = [line for line in said.splitlines() if str(copy) in line]
    report(status == 1 and any(re.search(pattern, line) for line in lines), f"{path}: {what}", f"status {status}, wanted {pattern}\n{said}")


# ---- texts --------------------------------------------------------------------------------------------------------------------

def edited(old, new):
    def spoil(path):
        data = path.read_bytes().decode("utf-8")
        changed = re.sub(old, new, data, count=1, flags=re.S)
        assert changed != data, f"nothing to spoil: {old} in {path}"
        path.write_bytes(changed.encode("utf-8"))
    return spoil


def row_of(*starts):
    """The start of a CSV row of an initiative, up to the column 年度 and its era."""
    return rf"((?:^|\n)[^\n]*,{starts[0]},[^\n]*,{starts[1]},令和\d+年度,)"


def swapped_rows(path):
    """98.52 stands in 2027 and 98.61 in 2026."""
    text = path.read_bytes().decode("utf-8")
    path.write_bytes(text.replace("98.52,98.52%", "@").replace("98.61,98.61%", "98.52,98.52%").replace("@", "98.61,98.61%").encode("utf-8"))


def json_edited(change):
    def spoil(path):
        data = json.loads(path.read_text(encoding="utf-8"))
        change(data)
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return spoil


def initiative(data, number):
    return next(one for policy in data["policies"] for item in policy["items"] for one in item["initiatives"] if one["id"] == number)


def year(data, number, at):
    return next(one for one in initiative(data, number)["indicators"][0]["years"] if one["year"] == at)


VALUE = "「{}」は、入力では「{}」ですが、ここでは「{}」です"


def texts():
    of = "data/indicators.csv"
    looked_at(of, "a digit of an actual", r"csv:\d+: .*1-1-1／1／2027の" + VALUE.format("実績値", r"98\.61", r"98\.62"), edited(r"98\.61,98\.61%", "98.62,98.61%"))
    looked_at(of, "a digit of an actual as written", VALUE.format("実績値（原文）", "98.61%", "98.71%"), edited(r"98\.61%", "98.71%"))
    looked_at(of, "a digit of a rate", VALUE.format("割合", r"83\.3", r"83\.4"), edited(r",83\.3,", ",83.4,"))
    looked_at(of, "a grade", "1-1-1／1／2026の" + VALUE.format("判定", "未達成", "達成"), edited(r",57\.8,未達成,", ",57.8,達成,"))
    looked_at(of, "two years swapped", "1-1-1／1／2026の" + VALUE.format("実績値", r"98\.52", r"98\.61"), swapped_rows)
    looked_at(of, "a row dropped", "「1-1-1／1／2028」の行がありません", edited(r"\n[^\n]*,1-1-1,[^\n]*,2028,[^\n]*", ""))
    looked_at(of, "a row twice", "「1-1-1／1／2028（2件目）」の行は、入力にはありません", edited(r"(\n[^\n]*,1-1-1,[^\n]*,2028,[^\n]*)", r"\1\1"))
    looked_at(of, "a column renamed", "「実績値」の列がありません", edited(",実績値,", ",実績,"))
    looked_at(of, "a quotation mark too many", "CSVとして読めません", edited(r"98\.61,", '98.61",'))
    looked_at("data/tallies.csv", "a count", "2027／全体／全体／達成の" + VALUE.format("件数", "11", "12"), edited(r"(2027,[^\n]*,全体,全体,達成,)11", r"\g<1>12"))
    looked_at("data/initiatives.csv", "a word of a text", "1-1-1の「2027年度の実施内容」", edited("4,130件", "4,180件"))
    looked_at("data/effects.csv", "a digit of an effect", VALUE.format("効果額（千円）", "19480", "19490"), edited("19480", "19490"))
    looked_at("data/opinions.csv", "an opinion dropped", "の行がありません", edited(r"\r\n[^\r]*\r\n$", "\r\n"))
    of = "data/data.json"
    looked_at(of, "a digit of an actual", "1-1-1／1／2027の" + VALUE.format("実績値", r"98\.61", r"98\.62"), edited(r'"number":"98\.61"', '"number":"98.62"'))
    looked_at(of, "two years swapped", "1-1-1／1／2026の", json_edited(lambda d: (a := year(d, "1-1-1", 2026), b := year(d, "1-1-1", 2027), c := a["actual"], a.update(actual=b["actual"]), b.update(actual=c))))
    looked_at(of, "an initiative dropped", "「4-2-3」の行がありません", json_edited(lambda d: d["policies"][3]["items"][-1]["initiatives"].pop()))
    looked_at(of, "a grade", "1-1-1／2027の" + VALUE.format("判定", "おおむね達成", "達成"), json_edited(lambda d: initiative(d, "1-1-1")["years"][1].update(result="達成")))
    looked_at(of, "a count", "2027／全体／全体／達成の「件数」", json_edited(lambda d: next(t for t in d["tallies"] if t["year"] == 2027)["counts"][0].update(count=12)))
    looked_at(of, "cut off", "JSONとして読めません", lambda path: path.write_bytes(path.read_bytes()[:5000]))
    of = "site/initiatives/1-1-1.html"
    cell = r'(<td data-label="{}"><p>){}'
    looked_at(of, "a digit of an actual", r"html:\d+: .*1-1-1（令和9年度）の" + VALUE.format("実績値", r"98\.61%", r"98\.62%"), edited(cell.format("実績値", r"98\.61"), r"\g<1>98.62"))
    looked_at(of, "a digit of a target", VALUE.format("目標値", r"98\.70%", r"98\.90%"), edited(r'(<td data-label="目標値">)98\.70', r"\g<1>98.90"))
    looked_at(of, "a digit of a rate", VALUE.format("達成率", r"83\.3%", r"88\.3%"), edited(r'(<td data-label="達成率">)83\.3', r"\g<1>88.3"))
    looked_at(of, "a grade", "1-1-1（令和8年度）の" + VALUE.format("判定", "未達成", "△達成"), edited(r'(data-label="判定"><span class="grade unmet"><span[^>]*>△</span>)未達成', r"\1達成"))
    looked_at(of, "two years swapped", "1-1-1（令和8年度）の「実績値」", edited(r"<p>98\.52%</p>(.*?)<p>98\.61%</p>", r"<p>98.61%</p>\1<p>98.52%</p>"))
    looked_at(of, "a year's row dropped", "1-1-1の年度の表", edited(r'<tr><th scope="row">令和10年度</th>.*?</tr>', ""))
    looked_at(of, "a number in a sentence", "1-1-1にある数「98.64」", edited(r'(<p class="headline">令和9年度は)98\.61', r"\g<1>98.64"))
    looked_at(of, "a word of a text", "1-1-1の「実施内容」", edited("県の職員1人の派遣を受け", "県の職員の派遣を受け"))
    looked_at(of, "a number in a figure's words", "1-1-1（令和9年度）の「図の代替テキスト」", edited(r"(<desc[^>]*>.*?実績98\.52%、未達成。令和9年度は、目標98\.65%、実績)98\.61", r"\g<1>98.65"))
    looked_at(of, "a number in a figure", "1-1-1（令和9年度）の「図の数値」", edited(r"(<text[^>]*>)98\.61<", r"\g<1>98.67<"))
    looked_at(of, "a number in the description", "文章にある数「98.64」", edited(r'(name="description" content="[^"]*)98\.61', r"\g<1>98.64"))
    looked_at(of, "the mark of the sample", "「見本」の印がありません", edited(r'<p class="mark">見本[^<]*</p>', ""))
    looked_at("site/results.html", "a count", "件数の表（全体）の" + VALUE.format("未達成", "8", "3"), edited(r'(<th scope="row">全体</th>\s*<td[^>]*>4?11</td>\s*<td[^>]*>5</td>\s*<td[^>]*>)8', r"\g<1>3"))
    looked_at("site/index.html", "a grade in the matrix", "1-1-2（令和9年度）の「判定」", edited(r"(1-1-2</span>.*?未達成.*?)達成(.*?1-1-3</span>)", r"\1未達成\2"))
    looked_at("site/policies/1.html", "a count of a year", "件数の表（令和8年度）", edited(r'(<tr><th scope="row">令和8年度</th>\s*<td[^>]*>)\d+', r"\g<1>9"))


# ---- PDF ----------------------------------------------------------------------------------------------------------------------

def rewritten(t, ref, change):
    """Shows other codes in a marked content: `change` takes [(code, text)] and the font, and gives the codes."""
    page, out, marks, font, done = t.pages[ref.page], [], [], None, False
    for operands, operator in pikepdf.parse_content_stream(page.page):
        op, operands = str(operator), list(operands)
        if op in ("BDC", "BMC"):
            inner = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
            marks.append(int(inner["/MCID"]) if "/MCID" in inner else None)
        elif op == "EMC":
            marks.pop()
        elif op == "Tf":
            font = page.font(str(operands[0]))
        elif op in SHOWING and ref.mcid in marks and not done:
            parts = list(operands[-1]) if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
            for i, part in enumerate(parts):
                if isinstance(part, pikepdf.String):
                    codes = change(font.shown(part), font)
                    done = done or codes != [code for code, _ in font.shown(part)]
                    parts[i] = pikepdf.String(b"".join(code.to_bytes(2, "big") for code in codes))
            operands[-1] = pikepdf.Array(parts) if isinstance(operands[-1], pikepdf.Array) else parts[0]
        out.append((operands, operator))
    assert done, f"nothing to change in {ref}"
    page.page.Contents = t.pdf.make_stream(pikepdf.unparse_content_stream(out))


def other_character(old, new, nth=0):
    """The nth `old` becomes `new`, which the font has too."""
    seen = [0]

    def change(shown, font):
        codes = []
        for code, text in shown:
            hit = text == old and seen[0] == nth
            seen[0] += text == old
            codes.append(next(c for c, one in font.codes.items() if one == new) if hit else code)
        return codes
    return change


def sheet_tables(t, number):
    """The tables between an initiative's heading and the next."""
    inside, found = False, []

    def walk(element):
        nonlocal inside
        if element.tag in ("H1", "H2", "H3"):
            inside = t.text(element).startswith(number)
        if element.tag == "Table" and inside:
            found.append(element)
        for kid in element.kids:
            if isinstance(kid, Element):
                walk(kid)
    walk(t.root)
    return found


def cell(t, table, row, column):
    """The element at the crossing of two heads."""
    cells, _ = grid_of(table)
    rows = {c.row for c in cells if c.head and solid(t.text(c.element)) == row}
    columns = {c.column for c in cells if c.head and c.row == 0 and solid(t.text(c.element)) == column}
    return next((c.element for c in cells if c.row in rows and c.column in columns and not c.head), None)


def value_cell(t, number, row, column):
    return next(filter(None, (cell(t, table, row, column) for table in sheet_tables(t, number))))


def in_pdf(change):
    def spoil(path):
        t = Tagged(path)
        change(t)
        t.pdf.save(path.with_suffix(".new"))
        path.with_suffix(".new").rename(path)
    return spoil


def digit_in(row, column, old, new, nth=0, number="1-1-1"):
    return in_pdf(lambda t: rewritten(t, next(value_cell(t, number, row, column).refs()), other_character(old, new, nth)))


def table_with(t, caption):
    return next(e for e in t.elements("Table") if any(caption in solid(t.text(k)) for k in e.elements() if k.tag == "Caption"))


def swap(one, other):
    one.obj.K, other.obj.K = other.obj.K, one.obj.K


def swapped(t):
    swap(*(value_cell(t, "1-1-1", "実績値", at) for at in ("令和8年度", "令和9年度")))


def row_dropped(t):
    row = value_cell(t, "1-1-1", "実績値", "令和9年度").parent
    row.parent.obj.K = pikepdf.Array([k for k in row.parent.obj.K if k.objgen != row.obj.objgen])


def head_lost(t):
    cells, _ = grid_of(sheet_tables(t, "1-1-1")[0])
    next(c.element for c in cells if solid(t.text(c.element)) == "令和9年度").obj.S = pikepdf.Name.TD


def grades_swapped(t):
    table = next(e for e in t.elements("Table") if "1-1-3" in t.text(e) and "担当課" in t.text(e))
    rows = [e for e in t.elements("TR") if "1-1-2" in t.text(e) and "納税課" in t.text(e) and e.parent.parent is table]
    swap(*rows[0].elements()[2:4])


def figure_of(t, words):
    return next(e for e in t.elements("Figure") if words in str(e.obj.get("/Alt", "")))


def alternative(t):
    figure = figure_of(t, "市税収納率")
    figure.obj.Alt = str(figure.obj.Alt).replace("98.61%", "98.16%")


def label_drawn(t):
    figure = figure_of(t, "市税収納率")
    for ref in figure.refs():
        if "98.61%" in t.text_of(ref):
            rewritten(t, ref, drawn("98.61%", "98.69%"))
            return
    raise AssertionError("no label")


def drawn(old, new):
    def change(shown, font):
        if "".join(text for _, text in shown) != old:
            return [code for code, _ in shown]
        return [next(c for c, one in font.codes.items() if one == text) for text in new]
    return change


def page_lost(t):
    del t.pdf.pages[20]


def headline(t):
    heading = next(e for e in t.elements("H1") if "31の取組" in t.text(e))
    rewritten(t, next(heading.refs()), other_character("1", "2", 2))  # 31の取組のうち、令和9年度に達成したのは11件


def unmarked(t):
    page = t.pages[9]
    out, inside, texts = [], 0, []
    for operands, operator in pikepdf.parse_content_stream(page.page):
        op = str(operator)
        inside += op in ("BMC", "BDC") and (inside or name(operands[0]) == "Artifact")
        if not (inside and op in SHOWING):
            out.append((operands, operator))
        else:
            texts.append(op)
        inside -= op == "EMC" and inside > 0
    assert texts, "no artifact to drop"
    page.page.Contents = t.pdf.make_stream(pikepdf.unparse_content_stream(out))


def count_of(t):
    table = table_with(t, "基本方針別の件数")
    row = next(e for e in t.elements("TR") if e.parent.parent is table and solid(t.text(e)).startswith("2デジタル"))
    rewritten(t, next(row.elements()[1].refs()), other_character("3", "5"))


def word_of(t):
    element = next(e for e in t.elements("P") if "県の職員1人の派遣を受け" in t.text(e))
    rewritten(t, next(element.refs()), other_character("7", "4"))


def pdfs():
    of = "report-2027.pdf"
    where = r"\d+ページの1-1-1（令和9年度）の"
    looked_at(of, "a digit of an actual", where + VALUE.format("実績値", r"98\.61%", r"98\.62%"), digit_in("実績値", "令和9年度", "1", "2"))
    looked_at(of, "a digit of a target", where + VALUE.format("目標値", r"98\.65%", r"98\.66%"), digit_in("目標値", "令和9年度", "5", "6"))
    looked_at(of, "a digit of a rate", where + VALUE.format("達成率", r"83\.3%", r"88\.3%"), digit_in("達成率", "令和9年度", "3", "8"))
    looked_at(of, "a digit of a difference", where + "「目標との差」", digit_in("目標との差", "令和9年度", "4", "1"))
    looked_at(of, "two years swapped", "1-1-1（令和8年度）の" + VALUE.format("実績値", r"98\.52%", r"98\.61%"), in_pdf(swapped))
    looked_at(of, "a row dropped", where + VALUE.format("実績値", r"98\.61%", "（なし）"), in_pdf(row_dropped))
    looked_at(of, "a head that is none", "1-1-1の年度の表", in_pdf(head_lost))
    looked_at(of, "a count", "件数の表（2デジタル.*）の" + VALUE.format("達成", "3", "5"), in_pdf(count_of))
    looked_at(of, "grades swapped in the matrix", "1-1-2（令和8年度）の「判定」", in_pdf(grades_swapped))
    looked_at(of, "a figure's alternative text", where + "「図の代替テキスト」", in_pdf(alternative))
    looked_at(of, "a figure's label", where + "「図の数値」", in_pdf(label_drawn))
    looked_at(of, "a page lost", "行がありません|ページ番号", in_pdf(page_lost))
    looked_at(of, "a number in the headline", "文章にある数「12」", in_pdf(headline))
    looked_at(of, "the marks of a page", "10ページに「見本」の印がありません", in_pdf(unmarked))
    looked_at(of, "a digit in a text", "1-1-1の「実施内容」", in_pdf(word_of))
    looked_at(of, "cut off", "PDFとして読めません", lambda path: path.write_bytes(b"%PDF-1.7\n"))
    looked_at("plan.pdf", "a digit of a target", "1-1-2（令和9年度）の" + VALUE.format("目標値", "110,100件", "110,600件"),
              in_pdf(lambda t: rewritten(t, next(value_cell(t, "1-1-2", "目標値", "令和9年度").refs()), other_character("1", "6", 2))))
    looked_at("plan.pdf", "a number in a text", "1-1-1にある数|1-1-1の「現状」",
              in_pdf(lambda t: rewritten(t, next(next(e for e in t.elements("P") if "99.42%" in t.text(e)).refs()), other_character("2", "3", 1))))


# ---- the record ---------------------------------------------------------------------------------------------------------------

def records():
    """One digit in each kind of output, and a word by hand: the record names every file."""
    folder = work / "all"
    shutil.copytree(made, folder)
    edits = {"data/indicators.csv": (r"98\.61", "98.62"), "data/columns.csv": ("1から", "2から"), "data/data.json": (r"98\.61", "98.62"),
             "site/rules.html": ("判定の方法", "判定のしかた"), "site/initiatives/2-1-1.html": ("令和9年度", "令和3年度"),
             "site/site.css": ("0", "1"), "site/feed.xml": ("2", "3")}
    for path, edit in edits.items():
        edited(*edit)(folder / path)
    for path in ("plan.pdf", "report.pdf"):
        data = bytearray((folder / path).read_bytes())
        data[-10] ^= 1
        (folder / path).write_bytes(bytes(data))
    status, said = verify(folder)
    for path in [*edits, "plan.pdf", "report.pdf"]:
        named = any(str(folder / path) + ": " in line and line.endswith("[verify-touched]") for line in said.splitlines())
        report(status == 1 and named, f"{path}: changed by hand", said)
    others = [line for line in said.splitlines() if line.endswith("[verify-touched]")]
    report(len(others) == len(edits) + 2, "no other file is said to be changed", "\n".join(others))


work.mkdir(parents=True)
texts()
pdfs()
records()
sys.exit(1 if failed else 0)
