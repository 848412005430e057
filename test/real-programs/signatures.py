"""Whether the line of signatures stands on one page with the last row of its table, whatever the height of the rows.

`make HOME` makes a template of 24 sheets out of the built-in ledger of visits, with rows of 24 heights; `check PDF.txt` reads what
LibreOffice printed (`pdftotext -layout`): the page of every line of signatures begins with the heads and has a row of the table.
"""
import re
import sys
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.properties import PageSetupProperties

SHEETS = 24
DETAIL = 5
SCALE = 65


def make(home):
    book = load_workbook(Path("templates") / "汇总台账.xlsx")
    model = book.worksheets[0]
    for other in book.worksheets[1:]:
        book.remove(other)
    for index in range(SHEETS):
        sheet = book.copy_worksheet(model) if index > 0 else model
        sheet.title = f"走访座谈{index + 1}"
        sheet.print_title_rows = "$4:$4"
        # A scale of its own: the one that fits a page follows the widths of a font that Linux lacks.
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
        sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = None
        sheet.page_setup.scale = SCALE
        sheet.row_dimensions[DETAIL].height = 100 + index * 3.75
    (home / "templates").mkdir(exist_ok=True)
    book.save(home / "templates" / "汇总台账.xlsx")


def check(text):
    pages = text.read_text("utf-8").split("\f")
    signed = [page for page in pages if "制表人：" in page]
    assert len(signed) == SHEETS, len(signed)
    for page in signed:
        assert "走访（座谈）对" in page or "序号" in page, page
        assert re.search(r"^\s*46\s+", page, re.M), page
        assert "合计" in page, page


if __name__ == "__main__":
    {"make": make, "check": check}[sys.argv[1]](Path(sys.argv[2]))
