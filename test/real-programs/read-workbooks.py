"""Reads the workbooks of the sample's 2024Q3 with openpyxl: rows, types and sums are what the ledgers say."""
import datetime
import sys
from pathlib import Path

from openpyxl import load_workbook

reports = Path(sys.argv[1])
sheet = load_workbook(reports / "汇总台账.xlsx")["走访座谈台账"]
rows = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
assert len(rows) == 46, len(rows)
assert [row[0] for row in rows] == list(range(1, 47))
assert all(isinstance(row[1], datetime.datetime) for row in rows), "a day is not a real date"
days = [row[1].date() for row in rows]
assert min(days) == datetime.date(2024, 7, 1) and max(days) == datetime.date(2024, 9, 30), (min(days), max(days))

check = load_workbook(reports / "季度汇总表.xlsx")["走访达标核对"]
towns = [row for row in check.iter_rows(values_only=True) if isinstance(row[0], int)]
assert len(towns) == 12, len(towns)
total = next(row for row in check.iter_rows() if row[0].value == "合计")
formula = next(cell.value for cell in total if isinstance(cell.value, str) and cell.value.startswith("=SUM"))
assert formula == "=SUM(K6:K17)", formula

# Each chart shows all rows of its list, as many as there are towns, types and quarters.
sheet = load_workbook(reports / "季度汇总表.xlsx")["图表"]
heads = {row[0].value: row[0].row for row in sheet.iter_rows() if row[0].value in ("镇", "纠纷类型", "季度")}
for chart, head in zip(sheet._charts, ("镇", "纠纷类型", "季度"), strict=True):
    first = last = heads[head] + 1
    while isinstance(sheet.cell(last + 1, 1).value, str) and not sheet.cell(last + 1, 1).value.startswith("注"):
        last += 1
    assert chart.series[0].cat.strRef.f == f"图表!$A${first}:$A${last}", (head, chart.series[0].cat.strRef.f, first, last)
    assert last > first, head
