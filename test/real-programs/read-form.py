"""Writes towns into a blank form, has LibreOffice work out the lists of villages, and reads what they offer."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl

form, work = Path(sys.argv[1]), Path(sys.argv[2])
book = openpyxl.load_workbook(form)
with zipfile.ZipFile(form) as package:
    properties = package.read("docProps/custom.xml").decode()
assert re.search(r'name="ledgerForm"[^>]*>\s*<vt:\w+>1</', properties), properties
lists = book["选项"]
assert lists.sheet_state == "hidden"
for sheet in book.worksheets[:-1]:
    assert sheet.freeze_panes == "A4" and sheet.data_validations.count > 0, sheet.title

sheet = book["走访座谈台账"]
formula = next(
    check.formula1
    for check in sheet.data_validations.dataValidation
    if "OFFSET" in (check.formula1 or "")
)
towns = [lists.cell(row, 1).value for row in range(2, 14)] + ["没有的镇", "*", None]
for at, town in enumerate(towns):
    row = 4 + at
    here = formula.replace("$C4", f"$C{row}")
    sheet.cell(row, 3).value = town
    for column, asked in enumerate([f"=ROWS({here})", f"=INDEX({here},1)", f"=INDEX({here},ROWS({here}))"]):
        sheet.cell(row, 30 + column).value = asked
    sheet.cell(row, 30).number_format = "0"
filled = work / "form-filled.xlsx"
book.save(filled)
subprocess.run(
    ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "xlsx", "--outdir", work / "form", filled],
    check=True,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
reckoned = openpyxl.load_workbook(work / "form" / filled.name, data_only=True)["走访座谈台账"]
offered = {town: [reckoned.cell(4 + at, column).value for column in (1, 30, 31, 32)] for at, town in enumerate(towns)}
assert offered["太平镇"] == [6, 19, "马山社区", "大朗村"], offered["太平镇"]
assert offered["六祖镇"][1:] == [31, "雅岗社区", "龙庆村"], offered["六祖镇"]
for none in ("没有的镇", "*", None):
    assert offered[none][1:] == [1, 0, 0], offered[none]
