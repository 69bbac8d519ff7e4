#!/usr/bin/env python3
"""Prints the share of characters that two PDFs have in common: of the larger text, blanks, leaders and bullets aside.

usage: common.py A.pdf B.pdf
"""
import collections
import subprocess
import sys


def characters(pdf):
    said = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
    # "." is a leader in one of them; its few others, decimal points, go with it on both sides
    return collections.Counter(c for c in said if not c.isspace() and c not in ".・•…")


first, second = characters(sys.argv[1]), characters(sys.argv[2])
print(sum((first & second).values()) / max(1, sum(first.values()), sum(second.values())))
