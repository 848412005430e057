"""Whether every character of long texts is printed, and within its row and column.

`make HOME` puts a template with cells of many kinds and a ledger with texts of many lengths into a workspace; `check BBOX`
reads the page that LibreOffice printed of the filled workbook (`pdftotext -bbox`): the row of every entry reaches from the 上 at
its top to the 下 at its bottom, columns begin at the heads, and what a cell says must stand between them, whole.
"""
import json
import re
import sys
from html import unescape
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.styles import Alignment, Border, Font, Side

TEXT = "{走访座谈.社情民意及矛盾纠纷情况}"
SHORT = "{走访座谈.参加人员}"
# Head, width, mark, alignment, font; a merge takes the columns up to the next head.
CELLS = [
    ("甲", 5, "上{走访座谈.序号}", dict(vertical="top"), dict(size=8)),
    ("乙", 30, TEXT, dict(vertical="center", wrap_text=True), dict(size=10.5)),
    ("丙", 17, TEXT, dict(vertical="top", wrap_text=True), dict(size=9)),
    ("丁", 8, TEXT, dict(vertical="bottom", wrap_text=True, merge=3), dict(size=10.5)),
    ("戊", 26, TEXT, dict(vertical="center", wrap_text=True, indent=2), dict(size=10.5)),
    ("己", 30, f"情况：{TEXT}（完）", dict(vertical="center", wrap_text=True), dict(size=12, bold=True)),
    ("庚", 24, TEXT, dict(vertical="center"), dict(size=10.5)),
    ("辛", 24, TEXT, dict(vertical="center", shrink_to_fit=True), dict(size=10.5)),
    ("壬", 6, SHORT, dict(vertical="center", wrap_text=True), dict(size=10.5)),
    ("癸", 10, SHORT, dict(vertical="center", text_rotation=90), dict(size=10.5)),
    ("末", 5, "下{走访座谈.序号}", dict(vertical="bottom"), dict(size=8)),
]
CHINESE = "村民反映巷道排水不畅，已引发相邻纠纷两宗；经“法官进综治中心”平台转镇规建办（城建所）处理，双方约定八月底前改排。"
MIXED = "标的款12,345.60元，案号（2024）粤5321民初1234号，联系mediation-centre@example.org，见ABC/DEF两份附件：Building No.3第7层。"
LINES = "一、排查情况\n二、化解措施：由村（社区）牵头\n\n三、下步工作"


def texts():
    for length in (1, 5, 12, 40, 90, 180, 300, 500):
        yield ((CHINESE * 20)[: length - 1] or "") + "完"
        yield ((MIXED * 20)[: length - 1] or "") + "完"
    yield LINES
    yield "\n".join([LINES] * 6)
    yield "W" * 60
    yield "，。" * 40


def make(home):
    sheet = (book := Workbook()).active
    sheet.title = "走访座谈台账"
    # The unit of column widths is a digit of this font, and here it is half a character as in 宋体.
    book._named_styles["Normal"].font = Font(name="Noto Sans Mono CJK SC", size=12)
    side = Side(style="thin")
    column = 0
    for head, width, mark, alignment, font in CELLS:
        column += 1
        merged = (alignment := dict(alignment)).pop("merge", 1)
        for row, text in ((1, head), (2, mark)):
            cell = sheet.cell(row, column, text)
            cell.font = Font(name="仿宋_GB2312", **(font if row == 2 else {"size": 10}))
            cell.alignment = Alignment(**(alignment if row == 2 else {"horizontal": "left"}))
            cell.border = Border(side, side, side, side)
            if merged > 1:
                sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + merged - 1)
        for _ in range(merged):
            sheet.column_dimensions[get_column_letter(column)].width = width
            column += 1
        column -= 1
    sheet.row_dimensions[2].height = 24
    sheet.print_title_rows = "$1:$1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    (home / "templates").mkdir(exist_ok=True)
    book.save(home / "templates" / "汇总台账.xlsx")
    path = next(home.glob("ledgers/li-min.json"))
    ledger = json.loads(path.read_text("utf-8"))
    model = next(entry for entry in ledger["entries"] if entry["kind"] == "visit" and entry["rev"] == 1)
    for index, text in enumerate(texts()):
        code = f"{index:04d}".translate(str.maketrans("01", "ab"))
        more = dict(id=f"visit-240801-{code}", date="2024-08-01", findings=text, participants=text.replace("\n", "")[:24])
        ledger["entries"].append({**model, **more})
    path.write_text(json.dumps(ledger, ensure_ascii=False, indent=2) + "\n", "utf-8")


WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def check(bbox):
    wanted = {"".join(text.split()) for text in texts()}
    found = set()
    for page in bbox.read_text("utf-8").split("<page ")[1:]:
        words = [(*map(float, groups[:4]), unescape(groups[4])) for groups in WORD.findall(page)]
        heads = {text: x for x, _, _, _, text in words if text in {cell[0] for cell in CELLS}}
        starts = [heads[cell[0]] for cell in CELLS] + [10_000]
        tops = {text[1:]: y for _, y, _, _, text in words if re.fullmatch(r"上\d+", text)}
        bottoms = {text[1:]: y for _, _, _, y, text in words if re.fullmatch(r"下\d+", text)}
        assert tops.keys() == bottoms.keys(), ("a row on two pages", tops, bottoms)
        for number, top in tops.items():
            bottom = bottoms[number]
            own = [word for word in words if top - 2 <= (word[1] + word[3]) / 2 <= bottom + 2]
            cells = []
            for at, (head, *_) in enumerate(CELLS):
                inside = [word for word in own if starts[at] - 2 <= (word[0] + word[2]) / 2 < starts[at + 1] - 2]
                for x, y, right, low, text in inside:
                    # A font's own box reaches above and below its letters.
                    slack = (low - y) * 0.2 + 1.5
                    assert top - slack <= y and low <= bottom + slack, ("cut in height", number, head, text)
                    assert right <= starts[at + 1] + 1, ("cut at the side", number, head, text)
                cells.append("".join(word[4] for word in sorted(inside, key=lambda word: (round(word[1]), word[0]))))
            whole = cells[1]
            if whole not in wanted:
                continue
            found.add(whole)
            for at, (head, _, mark, *_) in enumerate(CELLS):
                if TEXT in mark:
                    said = mark.replace(TEXT, whole)
                    assert cells[at] == said, (number, head, cells[at], said)
    assert found == wanted, wanted - found


if __name__ == "__main__":
    {"make": make, "check": check}[sys.argv[1]](Path(sys.argv[2]))
