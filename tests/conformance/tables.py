"""The grid of a table in the tag tree, and whether every cell's headers are known (ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7)."""
from tagged import name

ROW_GROUPS = ("THead", "TBody", "TFoot")
MOST_COLUMNS = 1000


class Cell:
    def __init__(self, element, row, column, rows, columns):
        self.element, self.row, self.column, self.rows, self.columns = element, row, column, rows, columns
        self.head = element.tag == "TH"
        scope = element.attribute("/Scope")
        self.scope = name(scope) if scope is not None else None
        headers = element.attribute("/Headers")
        self.headers = [bytes(key) for key in headers] if headers is not None else []
        self.id = bytes(element.obj.ID) if "/ID" in element.obj else None

    def same_rows(self, other):
        return self.row < other.row + other.rows and other.row < self.row + self.rows

    def same_columns(self, other):
        return self.column < other.column + other.columns and other.column < self.column + self.columns


def rows_of(table):
    for kid in table.elements():
        if kid.tag in ROW_GROUPS:
            yield from (row for row in kid.elements() if row.tag == "TR")
        elif kid.tag == "TR":
            yield kid


def grid_of(table):
    """Cells at their places, and the faults of the grid: overlaps, holes, rows of different length."""
    cells, taken, faults = [], {}, []
    rows = list(rows_of(table))
    for at, row in enumerate(rows):
        column = 0
        for element in row.elements():
            if element.tag not in ("TH", "TD"):
                faults.append(f"{element.tag} in row {at + 1}")
                continue
            while (at, column) in taken:
                column += 1
            height = int(element.attribute("/RowSpan") or 1)
            width = int(element.attribute("/ColSpan") or 1)
            if not (1 <= height <= len(rows) - at and 1 <= width <= MOST_COLUMNS):
                faults.append(f"row {at + 1}: a span of {height} rows, {width} columns")
                height, width = 1, 1
            cell = Cell(element, at, column, height, width)
            cells.append(cell)
            for r in range(at, at + height):
                for c in range(column, column + width):
                    if (r, c) in taken:
                        faults.append(f"two cells at row {r + 1}, column {c + 1}")
                    taken[r, c] = cell
    columns = max((c for _, c in taken), default=-1) + 1
    if not cells:
        faults.append("a table without cells")
    for r in range(len(rows)):
        holes = [c + 1 for c in range(columns) if (r, c) not in taken]
        if holes:
            faults.append(f"row {r + 1} of {len(rows)} has no cell in column {holes[0]} of {columns}")
    return cells, faults


def headers_of(cell, cells):
    """The header cells of a cell: those it names, else those whose scope reaches it from above or from the left."""
    if cell.headers:
        return [other for other in cells if other.id is not None and other.id in cell.headers]
    above = [h for h in cells if h.head and h.scope in ("Column", "Both") and h.same_columns(cell) and h.row < cell.row]
    left = [h for h in cells if h.head and h.scope in ("Row", "Both") and h.same_rows(cell) and h.column < cell.column]
    return above + left


def header_faults(cells, text):
    """`text` gives the text of an element, for messages."""
    faults = []
    ids = {cell.id for cell in cells if cell.id is not None}
    named = {key for cell in cells for key in cell.headers}
    for cell in cells:
        place = f"row {cell.row + 1}, column {cell.column + 1} 「{text(cell.element)[:20]}」"
        if any(key not in ids for key in cell.headers):
            faults.append(f"{place} names a header that is not in its table")
        if cell.head and cell.scope not in ("Row", "Column", "Both") and cell.id not in named:
            faults.append(f"TH at {place} has no scope and no cell names it")
        if not cell.head and not headers_of(cell, cells):
            faults.append(f"TD at {place} has no header")
    return faults
