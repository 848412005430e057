"""Every filled workbook as LibreOffice opened, recalculated and saved it: nothing is lost or an error, sums are the sums of
their cells, and the visits of the towns are those that the program counts. Arguments: the folder of the filled workbooks, the
folder of the recalculated ones, and the answer of `ledger quota --json`."""
import json
import re
import sys
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries



def same(one, other):
    """LibreOffice writes 15 digits of a number, and an empty text as nothing."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) < 1e-12
    return one == other or (one or None) == (other or None)


filled, recalculated, quota = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text("utf-8"))
books = sorted(filled.glob("*.xlsx"))
assert len(books) >= 6, books
formulas = sums = 0
for path in books:
    meant, shown = load_workbook(path), load_workbook(recalculated / path.name, data_only=True)
    assert meant.sheetnames == shown.sheetnames, path.name
    for sheet in meant.worksheets:
        values = shown[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                value, here = values[cell.coordinate].value, (path.name, sheet.title, cell.coordinate)
                if cell.data_type != "f":
                    assert same(value, cell.value), (here, cell.value, value)
                    continue
                formulas += 1
                assert value is not None and not re.match(r"#|Err:", str(value)), (here, cell.value, value)
                area = re.fullmatch(r"=SUM\(\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)\)", cell.value)
                if not area:
                    continue
                left, top, right, bottom = range_boundaries("{}{}:{}{}".format(*area.groups()))
                cells = values.iter_rows(top, bottom, left, right, values_only=True)
                total = sum(one for line in cells for one in line if isinstance(one, (int, float)))
                assert abs(total - value) < 1e-9, (here, cell.value, value, total)
                sums += 1
assert formulas > 300 and sums > 60, (formulas, sums)

# The domain's own numbers, town by town and in 合计.
rows = list(load_workbook(recalculated / "季度汇总表.xlsx", data_only=True)["表一 走访联络"].iter_rows(values_only=True))
numbers = next(at for at, row in enumerate(rows) if row[:2] == (1, 2))
heads = [[value for value in column if isinstance(value, str)] for column in zip(*rows[:numbers])]
visits = next(at for at, head in enumerate(heads) if any("走访次数" in text.replace("\n", "") for text in head))
counted = {row["town"]: row["done"] for row in quota["rows"] if row["done"] is not None}
assert len(counted) >= 10, counted
told = {row[1]: row[visits] for row in rows[numbers + 1 :]}
assert all(told[town] == done for town, done in counted.items()), (told, counted)
total = next(row for row in rows if row[0] == "合计")
assert total[visits] == sum(counted.values()), (total[visits], counted)
print(f"{len(books)} workbooks, {formulas} formulas, {sums} sums")
