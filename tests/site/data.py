#!/usr/bin/env python3
"""data.py PLAN FOLDER…: are the CSV and JSON files there well-formed, every row as long as the head, no cell one that a spreadsheet would run,
and is the plan's title in them as it was written?"""
import csv
import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

title = " ".join(ET.parse(sys.argv[1]).getroot().find("title").text.split())
files = 0
for path in [p for folder in sys.argv[2:] for p in sorted(Path(folder).iterdir())]:
    files += 1
    if path.suffix == ".csv":
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        if len(rows) < 2 or len({len(row) for row in rows}) != 1:
            sys.exit(f"{path}: rows of {sorted({len(row) for row in rows})} cells")
        runs = [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r") or (cell[:1] == "-" and not cell[1:2].isdigit())]
        if runs:
            sys.exit(f"{path}: {runs[0]}")
        if path.name != "columns.csv" and title not in {cell for row in rows for cell in row}:
            sys.exit(f"{path}: the title is not as it was written")
    elif path.suffix == ".json":
        data = json.loads(path.read_text(encoding="utf-8"))
        if path.name == "data.json" and data["plan"]["title"] != title:
            sys.exit(f"{path}: the title is not as it was written")
if not files:
    sys.exit("no files")
