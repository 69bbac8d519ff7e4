"""Do readers get out of justified lines what was put in? A document of random Japanese texts in faces, sizes and widths that squeeze,
widen, indent and hang; poppler and MuPDF must read it exactly, blanks included, but for where lines end.

usage: extraction.py GYOKAKU
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

TREE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORDS = """行政改革 大綱 実施計画 令和8年度 取組み 市民 主管課 財政効果額 の を に は が と も から まで について する した しない 進める
定める 見直す 、 、 、 。 。 「計画」 『大綱』 （案） （略） ・ ・ 第5次 5か年 98.6% 110,000件 １２月 PDF ICT AI websiteを RPA（自動化） ー
センター サービス チェックリスト ……と ？ ！ ％ 〜 あ い う ： 、「 」、 （「略」） 。（ Open Data on the web""".split()
READERS = {"pdftotext": ["pdftotext", "-raw", "-enc", "UTF-8"], "mutool": ["mutool", "draw", "-q", "-F", "txt"]}
FACES = ("text", "label", "fixed")
PARAGRAPHS, WORDS_EACH = 240, 70

DOCUMENT = """<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:output method="xml" encoding="UTF-8"/>
<xsl:template match="/facts"><document lang="ja" title="乱文" author="試し" class="plan"><page title="乱文"><h1>乱文</h1>{}</page></document>
</xsl:template></xsl:stylesheet>"""
PRINT = """<print version="1"><face name="fixed" family="BIZ UDGothic"/>
<master name="a4" width="595.28" height="841.89" top="64" right="60" bottom="62" left="54" header="32" footer="40" numbering="decimal"/>
<style of="document" face="text" size="10" leading="16"/><style of="p" align="justify" after="3"/>{}</print>"""


def random_text(rng):
    text = ""
    for _ in range(WORDS_EACH):
        text += rng.choice(WORDS) + (" " if rng.random() < 0.08 else "")
    return re.sub(" +", " ", text).strip()


def make(gyokaku, folder, texts):
    """The texts as one PDF, each in a style of its own kind."""
    templates = os.path.join(folder, "templates")
    shutil.copytree(os.path.join(TREE, "templates"), templates)
    styles, paragraphs = "", ""
    for i in range(48):
        size = 7 + i % 11 * 0.5
        styles += (f'<style of="p" class="s{i}" face="{FACES[i % 3]}" size="{size}" leading="{size * 1.6}" width="{110 + i * 37 % 370}"'
                   f' hang="{"yes" if i % 2 else "no"}" first-indent="{i // 2 % 2}"/>')
    for i, text in enumerate(texts):
        paragraphs += f'<p class="s{i % 48}"><xsl:text>{escape(text)}</xsl:text></p>'
    with open(os.path.join(templates, "plan.xsl"), "w", encoding="utf-8") as out:
        out.write(DOCUMENT.format(paragraphs))
    with open(os.path.join(templates, "print.xml"), "w", encoding="utf-8") as out:
        out.write(PRINT.format(styles))
    subprocess.run([gyokaku, "-q", "--input", os.path.join(TREE, "input"), "--templates", templates, "-o", folder, "plan"], check=True)
    return os.path.join(folder, "plan.pdf")


def difference(text, lines):
    """The first place where the lines are not the text; a blank at which a line ended may be missing."""
    at = 0
    for line in lines:
        if text.startswith(" ", at) and not line.startswith(" "):
            at += 1
        if not text.startswith(line, at):
            same = os.path.commonprefix([line, text[at:]])
            here = at + len(same)
            return f"「{text[max(0, here - 10):here + 10]}」 is read as 「{line[max(0, len(same) - 10):len(same) + 10]}」"
        at += len(line)
    return None if at == len(text) else f"「{text[at:at + 20]}」 is not read"


def read(command, pdf):
    out = subprocess.run(command + ([pdf, "-"] if command[0] == "pdftotext" else ["-o", "-", pdf]), check=True, capture_output=True)
    return [line.strip(" ") for line in re.split("[\n\f]+", out.stdout.decode()) if line.strip(" ")]


def main():
    rng = random.Random(4051)
    texts = [random_text(rng) for _ in range(PARAGRAPHS)]
    whole = "乱文" + "".join(texts)
    failures = 0

    def tell(name, fault):
        nonlocal failures
        print(("not ok " if fault else "ok ") + f"conformance: extraction, {name}" + (f"\n#   {fault}" if fault else ""))
        failures += bool(fault)

    with tempfile.TemporaryDirectory() as folder:
        pdf = make(sys.argv[1], folder, texts)
        for name, command in READERS.items():
            lines = read(command, pdf)
            tell(f"{name} reads {len(lines)} lines exactly", difference(whole, lines) or (len(lines) < 1000 and "too few lines"))
            middle = next(i for i, line in enumerate(lines) if i > 99 and " " not in line and len(line) > 9)
            spoilt = lines[:middle] + [lines[middle][:5] + " " + lines[middle][5:]] + lines[middle + 1:]
            tell(f"{name}, one blank too many is seen", None if difference(whole, spoilt) else "it is not")
    sys.exit(failures > 0)


main()
