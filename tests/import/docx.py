#!/usr/bin/env python3
"""docx.py KIND OUT [SAMPLE.txt]: Word documents for the tests, made of hand-written XML.

word        the sample as Word writes it: merged cells, split runs, tracked changes, content controls, fields, styles
plain       the same without anything that is beside the text
stray       plain with text outside of paragraphs, and a text box with its second copy
notes       word with a footnote and a reading, which have no place in a plan
others      one each of the hostile and broken ones: bomb, many, truncated, traversal, dtd, entity, locked, excel, garbage, deep
"""
import io
import re
import struct
import sys
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (f'<w:styles {W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
          '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>')


def runs(text, rich):
    """The text in one run, or cut into several, a part of them inserted by a tracked change."""
    if not rich or len(text) < 6:
        return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    a, b = len(text) // 3, len(text) * 2 // 3
    first, second, third = (f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
                            for part in (text[:a], text[a:b], text[b:]))
    return first + f'<w:ins w:id="1" w:author="x">{second}</w:ins><w:proofErr w:type="spellStart"/>' + third


def paragraph(text, rich, style=None, extra=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    parts = "<w:r><w:tab/></w:r>".join(runs(part, rich) if part else "" for part in text.split("\t"))
    return f"<w:p>{properties}{parts}{extra}</w:p>"


def table(rows, rich, number):
    """Empty cells at a row's end are covered by the cell before them, those at its beginning by the row above."""
    xml = ""
    for row in rows:
        cells, column = "", 0
        while column < len(row):
            span = 1
            while row[column] and column + span < len(row) and not any(row[column + span:]) and len(row) > 3:
                span += 1
            merged = '<w:vMerge/>' if not row[column] else ""
            cells += f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{paragraph(row[column], rich)}</w:tc>'
            column += span
        if rich and row[0] == "関係計画等":
            cells = f'<w:sdt><w:sdtPr/><w:sdtContent>{cells}</w:sdtContent></w:sdt>'
        xml += f"<w:tr>{cells}</w:tr>"
    xml = f'<w:tbl><w:tblPr/><w:tblGrid/>{xml}</w:tbl>'
    if rich and number % 3 == 0:
        xml = f'<w:sdt><w:sdtContent>{xml}</w:sdtContent></w:sdt>'
    if rich and number % 5 == 4:  # a frame round the table
        xml = f'<w:tbl><w:tr><w:tc><w:p/>{xml}<w:p/></w:tc></w:tr></w:tbl>'
    return xml


DELETED = '<w:del w:id="9"><w:r><w:delText>消した言葉</w:delText></w:r></w:del>'
FIELD = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>'
         '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')


def document(sample, rich, extra=""):
    lines = open(sample, encoding="utf-8").read().split("\n")
    body, rows, tables = "", [], 0
    contents = lines.index("目 次")
    front = next(i for i in range(contents, len(lines)) if re.match(r"1 ", lines[i]) and "\t" not in lines[i])
    for index, line in enumerate(lines + [""]):
        if "\t" in line and index > front:
            rows.append(line.split("\t"))
            continue
        if rows:
            body += table(rows, rich, tables)
            tables += 1
            rows = []
        if line.strip():
            style = "1" if rich and index >= front and re.match(r"\d ", line) else None
            beside = FIELD if rich and index == contents else DELETED if rich and line.startswith("計画の期間は") else ""
            body += paragraph(line, rich, style, beside)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {W}><w:body>{body}{extra}<w:sectPr/></w:body></w:document>'


def archive(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as zip_file:
        for name, content in parts:
            zip_file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, method)
    return out.getvalue()


def word(sample, rich, extra=""):
    return archive([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document(sample, rich, extra)), ("word/styles.xml", STYLES)])


def locked(data):
    """The same archive with the flag of encryption set in both headers."""
    data = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            flags = struct.unpack_from("<H", data, at + offset)[0]
            struct.pack_into("<H", data, at + offset, flags | 1)
            at = data.find(mark, at + 4)
    return bytes(data)


def make(kind, sample):
    def single(xml):
        return archive([("word/document.xml", xml)])
    head = f'<w:document {W}><w:body>'
    if kind in ("word", "plain"):
        return word(sample, kind == "word")
    if kind == "notes":
        reading = ('<w:p><w:r><w:ruby><w:rt><w:r><w:t>ふりがな</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r></w:p>')
        note = f'<w:footnotes {W}><w:footnote><w:p><w:r><w:t>脚注の言葉</w:t></w:r></w:p></w:footnote></w:footnotes>'
        return archive([("word/document.xml", document(sample, True, reading)), ("word/styles.xml", STYLES), ("word/footnotes.xml", note)])
    if kind == "stray":
        box = ('<w:p><AlternateContent><Choice><w:txbxContent><w:p><w:r><w:t>箱の中</w:t></w:r></w:p></w:txbxContent></Choice>'
               '<Fallback><w:r><w:t>箱の写し</w:t></w:r></Fallback></AlternateContent></w:p>')
        return word(sample, False, f"{box}<w:tbl><w:p><w:r><w:t>迷子の行</w:t></w:r></w:p><w:tr><w:r><w:t>迷子の欄</w:t></w:r></w:tr></w:tbl>")
    if kind == "bomb":
        return single(head + "<w:p/>" * (8 << 20))
    if kind == "many":
        return archive([(f"a{i}", "") for i in range(3000)] + [("word/document.xml", head + "</w:body></w:document>")], zipfile.ZIP_STORED)
    if kind == "truncated":
        return word(sample, True)[:4000]
    if kind == "traversal":
        return archive([("../../etc/passwd", "x"), ("word/document.xml", head + "</w:body></w:document>")])
    if kind == "dtd":
        return single(f'<!DOCTYPE d [<!ENTITY a "b">]>{head}</w:body></w:document>')
    if kind == "entity":
        return single(f'{head}<w:p><w:r><w:t>&xxe;</w:t></w:r></w:p></w:body></w:document>')
    if kind == "locked":
        return locked(word(sample, False))
    if kind == "excel":
        return archive([("xl/workbook.xml", "<workbook/>")])
    if kind == "deep":
        return single(head + "<w:sdt>" * 500 + "</w:sdt>" * 500 + "</w:body></w:document>")
    if kind == "flipped":  # a byte of the compressed text
        data = bytearray(word(sample, True))
        data[len(data) // 2] ^= 0x55
        return bytes(data)
    return b"PK\x03\x04" + bytes(range(256)) * 8  # garbage


if __name__ == "__main__":
    with open(sys.argv[2], "wb") as out_file:
        out_file.write(make(sys.argv[1], sys.argv[3] if len(sys.argv) > 3 else None))
