"""Draws a clerk's template in LibreOffice, with all that it can write into an xlsx. Argument: the file to write.

Needs soffice and its Python bridge (Debian: libreoffice-calc, python3-uno). The list's row is 5, a second list's may be 9;
add_excel_parts.py adds what only Excel makes."""
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.awt import Point, Rectangle, Size
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.ConditionOperator import FORMULA, GREATER
from com.sun.star.sheet.DataPilotFieldOrientation import DATA, ROW
from com.sun.star.sheet.GeneralFunction import SUM
from com.sun.star.sheet.ValidationType import LIST, WHOLE
from com.sun.star.table import CellAddress, CellRangeAddress, TableBorder, BorderLine
from com.sun.star.table.TableOrientation import COLUMNS, ROWS

HEADS = ["序号", "日期", "地点", "", "人数", "单价", "金额", "备注"]
MARKS = ["{走访座谈.序号}", "{走访座谈.日期}", "{走访座谈.地点}", "", "{走访座谈.人数}"]


def value(name, content):
    return PropertyValue(Name=name, Value=content)


def office(profile):
    """A LibreOffice of its own: the process, and its context."""
    pipe = "clerk-template"
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
    )
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            return process, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("soffice does not answer")


def pixel():
    import base64

    path = Path(tempfile.mkdtemp()) / "stamp.png"
    data = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    path.write_bytes(base64.b64decode(data))
    return path.as_uri()


def put(sheet, name, content):
    cell = sheet.getCellRangeByName(name)
    if isinstance(content, str) and content.startswith("="):
        cell.Formula = content
    elif isinstance(content, str):
        cell.String = content
    else:
        cell.Value = content
    return cell


def place_on(sheet, shape, cell, height=1500, resize=True):
    """A shape of 4 cm at a cell, anchored to it."""
    at = sheet.getCellRangeByName(cell)
    shape.setSize(Size(4000, height))
    sheet.DrawPage.add(shape)
    shape.Anchor = at
    shape.ResizeWithCell = resize
    shape.setPosition(Point(at.Position.X + 100, at.Position.Y + 100))


def condition(document, sheet, area, operator, first, style):
    entries = sheet.getCellRangeByName(area)
    format = entries.ConditionalFormat
    format.clear()
    format.addNew((value("Operator", operator), value("Formula1", first), value("StyleName", style)))
    entries.ConditionalFormat = format


def validation(sheet, area, kind, first, second=""):
    cells = sheet.getCellRangeByName(area)
    rule = cells.Validation
    rule.Type = kind
    rule.setFormula1(first)
    rule.setFormula2(second)
    rule.ShowErrorMessage = True
    rule.ErrorMessage = "请从下拉列表中选择"
    cells.Validation = rule


def main_sheet(document, sheet, provider):
    create = document.createInstance
    sheet.Name = "走访座谈"
    title = put(sheet, "A1", "走访座谈台账 {季度}")
    cursor = title.createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(4, True)
    cursor.CharWeight, cursor.CharFontNameAsian, cursor.CharFontName = 150.0, "方正小标宋简体", "方正小标宋简体"
    cursor.CharHeightAsian = cursor.CharHeight = 22
    put(sheet, "A2", "制表单位：某某法庭")
    sheet.getCellRangeByName("A1:H1").merge(True)
    put(sheet, "C3", "何处")
    for column, head in enumerate(HEADS):
        sheet.getCellByPosition(column, 3).String = head
    sheet.getCellRangeByName("C3:D3").merge(True)
    for column, mark in enumerate(MARKS):
        sheet.getCellByPosition(column, 4).String = mark
    sheet.getCellRangeByName("C5:D5").merge(True)
    put(sheet, "F5", 5)
    put(sheet, "G5", "=E5*F5")
    put(sheet, "H5", "照填")
    put(sheet, "A6", "合计")
    put(sheet, "E6", "=SUM(E5:E5)")
    put(sheet, "G6", "=SUM(G5:G5)")
    sheet.getCellRangeByName("A6:B6").merge(True)
    put(sheet, "A7", "平均")
    put(sheet, "E7", "=E6/$F$5")
    put(sheet, "F7", "=$E$6+E7")
    put(sheet, "A8", "第二单")
    put(sheet, "A9", "第二单姓名")
    put(sheet, "B9", "第二单人数")
    put(sheet, "A10", "第二单合计")
    put(sheet, "B10", "=SUM(B9:B9)")
    put(sheet, "A11", "制表人：")
    sheet.getCellRangeByName("A11:B11").merge(True)
    put(sheet, "E11", 3)
    put(sheet, "A12", "选一项")
    for row, name in enumerate(["走访", "座谈", "其他"]):
        sheet.getCellByPosition(7, 11 + row).String = name
    sheet.getCellRangeByName("B14:B16").setArrayFormula("=ROW(A14:A16)*$E$6")
    put(sheet, "A17", "参见总数")
    sheet.getCellRangeByName("A13").String = ""
    link = create("com.sun.star.text.TextField.URL")
    link.Representation, link.URL = "法院网", "https://example.org/"
    cell = sheet.getCellRangeByName("A13")
    cell.insertTextContent(cell.createTextCursor(), link, False)
    inner = create("com.sun.star.text.TextField.URL")
    inner.Representation, inner.URL = "看合计", "#走访座谈.E6"
    cell = sheet.getCellRangeByName("A18")
    cell.insertTextContent(cell.createTextCursor(), inner, False)

    # Looks.
    everything = sheet.getCellRangeByName("A1:H18")
    everything.CharFontNameAsian = everything.CharFontName = "仿宋_GB2312"
    everything.CharHeight = everything.CharHeightAsian = 12
    table = sheet.getCellRangeByName("A3:H6")
    line = BorderLine(0, 0, 26, 0)
    table.TableBorder = TableBorder(line, True, line, True, line, True, line, True, line, True, line, True, 0, True)
    table.IsTextWrapped, table.VertJustify = True, 2
    sheet.getCellRangeByName("A3:H3").CellBackColor = 0xDDEBF7
    formats = document.NumberFormats
    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    day = formats.queryKey("YYYY-MM-DD", locale, False)
    sheet.getCellRangeByName("B5").NumberFormat = day if day >= 0 else formats.addNew("YYYY-MM-DD", locale)
    sheet.getCellRangeByName("G5:G6").NumberFormat = formats.addNew('#,##0.00"元"', locale)
    unlocked = sheet.getCellRangeByName("H5")
    protection = unlocked.CellProtection
    protection.IsLocked = False
    unlocked.CellProtection = protection
    for row, height in ((0, 1200), (4, 1000), (5, 900), (10, 800)):
        sheet.Rows.getByIndex(row).Height = height
    for column, width in ((0, 2000), (1, 2600), (2, 3000), (7, 4000)):
        sheet.Columns.getByIndex(column).Width = width
    sheet.Columns.getByIndex(5).IsVisible = False
    sheet.TabColor = 0xC00000

    # Rules on cells.
    condition(document, sheet, "E5:E5", GREATER, "$E$6", "醒目")
    condition(document, sheet, "A10:B10", FORMULA, "$B$10>$E$6", "醒目")
    validation(sheet, "H5:H5", LIST, "$H$12:$H$14")
    validation(sheet, "B12:B12", WHOLE, "1", "$E$6")

    # Comments.
    for cell, text in (("A5", "序号自动编"), ("E6", "合计不要改"), ("B12", "从列表里选")):
        at = sheet.getCellRangeByName(cell).CellAddress
        sheet.Annotations.insertNew(at, text)

    # Groups and breaks.
    sheet.group(CellRangeAddress(sheet.RangeAddress.Sheet, 0, 13, 0, 15), ROWS)
    sheet.group(CellRangeAddress(sheet.RangeAddress.Sheet, 6, 0, 6, 0), COLUMNS)
    sheet.Rows.getByIndex(11).IsStartOfNewPage = True
    sheet.Columns.getByIndex(8).IsStartOfNewPage = True

    # Things on the sheet.
    for cell in ("G1", "G11"):
        picture = create("com.sun.star.drawing.GraphicObjectShape")
        place_on(sheet, picture, cell)
        picture.Graphic = provider.queryGraphic((value("URL", pixel()),))
    box = create("com.sun.star.drawing.TextShape")
    place_on(sheet, box, "A12")
    box.String = "填表说明"
    frame = create("com.sun.star.drawing.RectangleShape")
    place_on(sheet, frame, "C12")
    connector = create("com.sun.star.drawing.LineShape")
    place_on(sheet, connector, "E12", 800)
    group = create("com.sun.star.drawing.GroupShape")
    sheet.DrawPage.add(group)
    for left in (0, 2200):
        part = create("com.sun.star.drawing.EllipseShape")
        part.setSize(Size(2000, 1000))
        at = sheet.getCellRangeByName("A20").Position
        part.setPosition(Point(at.X + left, at.Y + 50))
        group.add(part)
    group.Anchor = sheet.getCellRangeByName("A20")
    chart(sheet, "人数图", "A24", ["C4:C5", "E4:E5"], sheet)
    sheet.protect("")


def chart(sheet, name, cell, ranges, source):
    at = sheet.getCellRangeByName(cell).Position
    addresses = tuple(source.getCellRangeByName(area).RangeAddress for area in ranges)
    sheet.Charts.addNewByName(name, Rectangle(at.X, at.Y, 9000, 5000), addresses, True, True)
    made = sheet.Charts.getByName(name).EmbeddedObject
    made.HasMainTitle = True
    made.Title.String = "各地人数"


def other_sheets(document, main):
    sheets = document.Sheets
    sheets.insertNewByName("汇总", 1)
    summary = sheets.getByName("汇总")
    put(summary, "A1", "人数合计")
    put(summary, "B1", "=$走访座谈.E6+SUM($走访座谈.E5:$走访座谈.E5)")
    chart(summary, "汇总图", "A4", ["C4:C5", "E4:E5"], main)
    sheets.insertNewByName("表格", 2)
    table = sheets.getByName("表格")
    for column, (head, mark) in enumerate((("地点", "{走访座谈.地点}"), ("人数", "{走访座谈.人数}"), ("加倍", "=B3*2"))):
        table.getCellByPosition(column, 1).String = head
        put(table, "ABC"[column] + "3", mark)
    put(table, "A4", "表下")
    pilots = table.DataPilotTables
    descriptor = pilots.createDataPilotDescriptor()
    descriptor.setSourceRange(CellRangeAddress(table.RangeAddress.Sheet, 0, 1, 1, 2))
    descriptor.DataPilotFields.getByName("地点").Orientation = ROW
    people = descriptor.DataPilotFields.getByName("人数")
    people.Orientation, people.Function = DATA, SUM
    pilots.insertNewByName("透视表", CellAddress(table.RangeAddress.Sheet, 0, 7), descriptor)
    sheets.insertNewByName("参数", 3)
    hidden = sheets.getByName("参数")
    put(hidden, "A1", 12)
    hidden.IsVisible = False


def page(document, sheet):
    style = document.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle)
    style.IsLandscape, style.Width, style.Height = True, 29700, 21000
    style.ScaleToPagesX, style.ScaleToPagesY = 1, 0
    style.CenterHorizontally = True
    style.LeftMargin, style.RightMargin, style.TopMargin = 2800, 2600, 3460
    style.HeaderIsOn = style.FooterIsOn = True
    header = style.RightPageHeaderContent
    header.LeftText.String = "内部资料 注意保管"
    style.RightPageHeaderContent = header


def draw(context, target):
    create = context.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (value("Hidden", True),))
    styles = document.StyleFamilies.getByName("CellStyles")
    loud = document.createInstance("com.sun.star.style.CellStyle")
    styles.insertByName("醒目", loud)
    loud.CharWeight, loud.CellBackColor = 150.0, 0xFFC7CE
    main = document.Sheets.getByIndex(0)
    main_sheet(document, main, create("com.sun.star.graphic.GraphicProvider", context))
    other_sheets(document, main)
    page(document, main)
    names = document.NamedRanges
    origin = CellAddress(0, 0, 0)
    names.addNewByName("总人数", "$走访座谈.$E$6", origin, 0)
    names.addNewByName("人数列", "$走访座谈.$E$5:$E$5", origin, 0)
    main.NamedRanges.addNewByName("本表备注", "$走访座谈.$A$11", origin, 0)
    main.setPrintAreas((CellRangeAddress(0, 0, 0, 7, 17),))
    main.setTitleRows(CellRangeAddress(0, 0, 2, 0, 3))
    main.setPrintTitleRows(True)
    properties = document.DocumentProperties
    properties.Author, properties.Title = "书记员甲", "走访座谈台账"
    properties.UserDefinedProperties.addProperty("表样版本", 0, "3")
    document.storeToURL(Path(target).absolute().as_uri(), (value("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as profile:
        process, context = office(profile)
        try:
            draw(context, sys.argv[1])
        finally:
            process.terminate()
            process.wait(30)
