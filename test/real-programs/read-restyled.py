"""The workbook from the clerk's template has the clerk's columns, each with its own values."""
import sys

from openpyxl import load_workbook

sheet = load_workbook(sys.argv[1]).worksheets[0]
heads = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "序号")
rows = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
assert len(rows) == 46, len(rows)
town, form = heads.index("挂点镇"), heads.index("方式")
assert form < town, heads
assert {row[form] for row in rows} == {"走访", "座谈"}, {row[form] for row in rows}
assert all(row[town].endswith("镇") for row in rows)
fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
assert "楷体_GB2312" in fonts, fonts
