#!/usr/bin/python3
"""Templates that make a document of nothing but charts, a page each: every chart of the report, and one of every kind with unkind words.

usage: papers.py DOCUMENT TEMPLATES OUT            report.xsl in OUT: the charts of DOCUMENT (as --show document has it) and the unkind ones
       papers.py --sizes OUT FOLDER                print.xml in OUT: sheets on which each chart has the frame that it has in its picture in FOLDER

On its page the chart stands where it stands in its picture; the marks stand above it on both.
"""
import os
import re
import shutil
import sys
import xml.etree.ElementTree as ET

MARGIN, MARK_ROW, TYPE = 12, 16, 12  # src/chart/picture.c
ROOM = 200                           # points of paper below the picture: a chart takes no more than nine tenths of a page
YEARS = ["令和8年度", "令和9年度", "令和10年度", "令和11年度", "令和12年度"]
UNKIND = """
<chart name="unkind-bars" kind="bars" alt="x" unit="&lt;件&amp;&quot;"><series role="target" name="目標&lt;b&gt;">{target}</series><series role="actual" name="実績&amp;">{actual}</series></chart>
<chart name="unkind-dots" kind="dots" alt="x" unit="%" note="縦軸は0から始まりません" from="90" to="100"><series role="target" name="目標">{percent}</series></chart>
<chart name="unkind-line" kind="line" alt="x"><series role="target" name="とても長い名前の目標の系列がここにあるときの凡例の折返し">{target}</series><series role="actual" name="とても長い名前の実績の系列がここにあるときの凡例の折返し">{actual}</series><series role="projection" name="推計">{target}</series></chart>
<chart name="unkind-strip" kind="strip" alt="x"><series role="plan" name="段階">{states}</series></chart>
<chart name="unkind-stacked" kind="stacked" alt="x"><series role="met" name="達成">{counts}</series><series role="near" name="おおむね達成">{counts}</series><series role="unmet" name="未達成">{counts}</series><series role="none" name="対象外">{counts}</series><series role="unreported" name="未報告">{counts}</series></chart>
<chart name="unkind-matrix" kind="matrix" alt="x">{rows}</chart>
<chart name="Unkind/Matrix" kind="matrix" alt="x"><series role="row" name="1行だけ" href="#page1">{states}</series></chart>
<chart name="main" kind="strip" alt="x"><series role="plan" name="本文と同じ名前">{states}</series></chart>
<chart name="unkind-matrix" kind="strip" alt="x"><series role="plan" name="同じ名前">{states}</series></chart>
"""


def points(kind, values, texts):
    return "".join(f'<point at="{year}" {kind}="{value}">{text}</point>' for year, value, text in zip(YEARS, values, texts))


def unkind():
    words = ["研究・検討", "→", "とても長い段階の名前がここに書いてあるので折り返す", "A&amp;B &lt;導入&gt;", "—"]
    states = points("state", ["met", "near", "unmet", "unreported", "none"], words)
    return UNKIND.format(
        target=points("value", ["-1200", "0", "3400.5", "12000", "99999"], ["△1,200", "0", "3,400.5", "12,000", "99,999"]),
        actual=points("value", ["-900", "", "5000", "", ""], ["△900", "", "5,000", "", ""]),
        percent=points("value", ["91.5", "93", "94.25", "99.9", "100"], ["91.5%", "93%", "94.25%", "99.9%", "100%"]),
        counts=points("value", ["4", "0", "12", "1", "3"], ["4", "0", "12", "1", "3"]), states=states,
        rows="".join(f'<series role="row" name="{n}-1 取組の名前{"が長い" * n}">{states}</series>' for n in range(1, 9)))


def charts(document):
    for page in ET.parse(document).getroot():
        marks = [aside.text for aside in page.iter("aside")]
        for chart in page.iter("chart"):
            yield ET.tostring(chart, encoding="unicode"), marks
    marks = ["案", "見本&amp;"]
    for chart in unkind().strip().split("\n"):
        yield chart, marks


def literal(text):
    """What stands in attributes of a literal result element is a template of its own."""
    return text.replace("{", "{{").replace("}", "}}")


def write_report(document, templates, out):
    shutil.copytree(templates, out, dirs_exist_ok=True)
    os.remove(f"{out}/briefing.xsl")  # its slides are no pages of this report
    shutil.copy(f"{templates}/report.xsl", f"{out}/report-whole.xsl")
    pages = []
    for number, (chart, marks) in enumerate(charts(document), 1):
        asides = "".join(f'<aside class="mark">{mark}</aside>' for mark in marks)
        pages.append(f'<page class="p{number}" id="page{number}" title="{number}枚目">{asides}<figure>{literal(chart)}</figure></page>')
    with open(f"{out}/report.xsl", "w", encoding="utf-8") as file:
        file.write('<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:import href="report-whole.xsl"/>'
                   '<xsl:template match="/facts"><document lang="ja" title="図" author="市" class="report">' + "".join(pages) +
                   "</document></xsl:template></xsl:stylesheet>\n")


def names(folder):
    """The pictures in the order in which the page shows them."""
    with open(f"{folder}/index.html", encoding="utf-8") as file:
        return re.findall(r'<section class="picture" id="figure-([^"]+)"', file.read())


def size(path):
    box = ET.parse(path).getroot().get("viewBox").split()
    return float(box[2]), float(box[3])


def write_print(out, folder):
    with open(f"{out}/report.xsl", encoding="utf-8") as file:
        report = file.read()
    sheets = {}
    for number, name in enumerate(names(folder), 1):
        sheet = sheets.setdefault(size(f"{folder}/{name}.svg"), f"size{len(sheets)}")
        report = report.replace(f'<page class="p{number}"', f'<page class="{sheet}"')
    masters, styles = [], []
    for (width, height), sheet in sheets.items():
        top = MARGIN + MARK_ROW
        masters.append(f'<master name="{sheet}" width="{width}" height="{height + ROOM}" top="{top}" right="{MARGIN}" bottom="0" left="{MARGIN}" '
                       f'header="0" footer="0" numbering="decimal" least="0"/>')
        styles += [f'<style of="page" class="{sheet}" master="{sheet}"/>', f'<style of="chart" in="{sheet}" height="{height - top - MARGIN}"/>']
    with open(f"{out}/report.xsl", "w", encoding="utf-8") as file:
        file.write(report)
    with open(f"{out}/print.xml", "w", encoding="utf-8") as file:
        file.write('<print version="1" continued="（続き）">' + "".join(masters) + f'<style of="document" face="label" size="{TYPE}" leading="{TYPE}" color="ink"/>' +
                   "".join(styles) + "</print>\n")


if __name__ == "__main__":
    if sys.argv[1] == "--sizes":
        write_print(*sys.argv[2:])
    else:
        write_report(*sys.argv[1:])
