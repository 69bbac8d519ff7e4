#!/usr/bin/env python3
"""matrix.pdf against the open data: pages, the size of type, every grade in its row and column, and counts that add up.

usage: matrix.py PDF DATA-FOLDER PAGES LABEL
"""
import csv
import os
import re
import subprocess
import sys

from tables import grid_of
from tagged import Tagged

SMALLEST = 8


def said_of(data):
    """{(initiative, Western year): grade or outcome, in words} of initiatives.csv, and the years that have one."""
    said = {}
    with open(os.path.join(data, "initiatives.csv"), encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for column, word in row.items():
                year = re.fullmatch(r"(\d{4})年度の判定", column)
                if year:
                    said[row["取組番号"], int(year[1])] = word
    return said


def words(text):
    """A cell without its shape: its word, or the first two characters of it."""
    return re.sub(r"^[^\w]+", "", text.strip())


def shown_in(pdf):
    """[(initiative, column of the year from 0, word)] and the number of years of all panels; and the tables of counts."""
    tagged = Tagged(pdf)
    shown, counts = [], []
    for table in tagged.elements("Table"):
        cells = grid_of(table)[0]
        text = {(c.row, c.column): tagged.text(c.element).strip() for c in cells}
        head = [text[0, c] for c in range(max(c for _, c in text) + 1) if (0, c) in text]
        if head[0] == "取組":
            first = 1 + ("担当課" in head)
            for (row, column), words_of in text.items():
                ref = re.match(r"\d+-\d+-\d+", text.get((row, 0), ""))
                if ref and column >= first:
                    shown.append((ref[0], column - first, words(words_of)))
        elif head[0] == "判定":
            counts.append([[text[row, c] for c in range(len(head))] for row in range(1, max(r for r, _ in text) + 1)])
    return shown, counts


def sizes_of(pdf):
    trace = subprocess.run(["mutool", "trace", pdf], capture_output=True, text=True, check=True).stdout
    return [float(size) for size in re.findall(r'<span[^>]* trm="([\d.]+) ', trace)]


def main():
    pdf, data, pages, label = sys.argv[1:]
    bad = 0

    def check(name, good, why=""):
        nonlocal bad
        print(f"{'ok' if good else 'not ok'} matrix: {label}: {name}{'' if good else ' — ' + str(why)}")
        bad += not good

    said = said_of(data)
    years = sorted({year for _, year in said})
    shown, counts = shown_in(pdf)
    check(f"{pages} page(s)", len(Tagged(pdf).pdf.pages) == int(pages), len(Tagged(pdf).pdf.pages))
    sizes = sizes_of(pdf)
    check(f"type of {SMALLEST} points or more", sizes and min(sizes) >= SMALLEST, min(sizes, default=None))
    wrong = [(ref, column, word) for ref, column, word in shown
             if not (said.get((ref, years[column]), "") == word or word and len(word) == 2 and said.get((ref, years[column]), "").startswith(word))]
    check("every grade as the open data have it", shown and not wrong, wrong[:5])
    everyone = {ref for ref, _ in said}
    check("every initiative in every year", sorted((ref, column) for ref, column, _ in shown)
          == sorted((ref, column) for ref in everyone for column in range(len(years))), len(shown))
    sums = [sum(int(row[c]) for row in table[:-1]) == int(table[-1][c]) == len(everyone)
            for table in counts for c in range(1, len(table[-1]))]
    check("counts add up to the initiatives", sums and all(sums), counts)
    sys.exit(bad > 0)


main()
