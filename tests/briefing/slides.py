"""The council's slides as a councillor gets them: from the PDF and the input alone.

usage: slides.py sizes SMALLEST PDF              no text is smaller, those of charts included (readings above characters aside)
       slides.py first PDF INPUT YEAR             slides 1 to 3: all that is late, by name; the worst with its why and next in full
       slides.py full PDF                         no slide without its title; none with text outside its margins
       slides.py figures DOCUMENT.xml             every figure has an id of its own, in ASCII, and says its values
"""
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pikepdf

BLANK = re.compile(r"\s")
LATE_STATES = {"遅れて", "未達成", "中断"}
WIDTH, HEIGHT, MARGIN = 960, 540, 12
LEAST_FIGURES = 2
SPOKEN = {"→": "継続"}


def solid(text):
    return BLANK.sub("", text)


def words(element):
    return solid("".join(element.itertext())) if element is not None else ""


def text_of(pdf, first, last):
    return solid(subprocess.run(["pdftotext", "-raw", "-f", str(first), "-l", str(last), pdf, "-"], capture_output=True, text=True, check=True).stdout)


# ---- sizes ----

def shown_sizes(page):
    """The size of each text that is shown, but of readings (RT). Text that is scaled by a matrix is a fault: nothing here needs that."""
    size, tags, sizes = None, [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        operator = str(operator)
        if operator == "Tf":
            size = float(operands[1])
        elif operator in ("BDC", "BMC"):
            tags.append(str(operands[0]))
        elif operator == "EMC":
            tags.pop()
        elif operator in ("Tm", "cm") and [float(value) for value in list(operands)[:4]] != [1, 0, 0, 1]:
            sizes.append(0)
        elif operator == "Do":
            sizes.append(0)
        elif operator in ("Tj", "TJ", "'", '"') and "/RT" not in tags:
            sizes.append(size)
    return sizes


def sizes(smallest, path):
    faults, seen = [], 0
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            found = shown_sizes(page)
            seen += len(found)
            if any(size < float(smallest) for size in found):
                faults.append(f"slide {number}: text of {min(found):g} points")
    return faults if seen else ["no text at all"]


# ---- what is late ----

def late_names(folder, year):
    """[(name, reason, next)] of all that the input says is unmet by declaration or late, and that has a name in the plan."""
    names = {}
    for policy in ET.parse(f"{folder}/plan.xml").getroot().iter("policy"):
        for item in policy.iter("item"):
            for one in item.iter("initiative"):
                names["-".join(part.get("number") for part in (policy, item, one))] = words(one.find("name"))
    late = []
    for sheet in ET.parse(f"{folder}/actuals/{year}.xml").getroot().iter("sheet"):
        states = {part.get("state") for part in sheet.iter() if part.tag in ("actual", "step")}
        if words(sheet.find("progress")) == "遅れ" or states & LATE_STATES:
            late.append((names[sheet.get("ref")], words(sheet.find("reason")), words(sheet.find("next"))))
    return late


def first(pdf, folder, year):
    late, front = late_names(folder, year), text_of(pdf, 1, 3)
    faults = [f"not on the first three slides: {name}" for name, *_ in late if name not in front]
    told = [name for name, reason, coming in late if reason and coming and reason in front and coming in front]
    if late and len(told) < min(2, len([1 for _, reason, coming in late if reason and coming])):
        faults.append(f"why and next in full only of {told}")
    return faults if late else ["nothing is late in this input: it tests nothing"]


# ---- full and balanced slides ----

def full(path):
    """Every word inside the slide's margins, and a title at the top of each."""
    said = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    faults = []
    for number, page in enumerate(re.split(r"<page ", said)[1:], 1):
        boxes = [tuple(map(float, found)) for found in re.findall(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"', page)]
        if not page.startswith(f'width="{WIDTH:.6f}" height="{HEIGHT:.6f}"'):
            faults.append(f"slide {number} is not 16:9")
        if any(x < MARGIN or y < MARGIN or right > WIDTH - MARGIN or bottom > HEIGHT - MARGIN for x, y, right, bottom in boxes):
            faults.append(f"slide {number}: text leaves the slide")
        if number > 1 and not any(y < 60 for _, y, *_ in boxes):
            faults.append(f"slide {number} has no title")
    return faults


def figures(path):
    found = list(ET.parse(path).getroot().iter("figure"))
    ids = [figure.get("id", "") for figure in found]
    faults = [f"id {name!r}" for name in ids if not re.fullmatch(r"slide-[a-z0-9-]+", name) or ids.count(name) > 1]
    for figure in found:
        chart = figure.find("chart")
        missing = {point.text for point in chart.iter("point") if point.text and SPOKEN.get(point.text, point.text) not in chart.get("alt")}
        if missing:
            faults.append(f"{figure.get('id')}: the alternative text does not say {sorted(missing)}")
    return faults if len(found) >= LEAST_FIGURES else [f"only {len(found)} figures"]


def main():
    faults = {"sizes": sizes, "first": first, "full": full, "figures": figures}[sys.argv[1]](*sys.argv[2:])
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
