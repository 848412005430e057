"""Adds to the workbook that LibreOffice drew what only Excel or WPS make. Arguments: the drawn workbook, the file to write."""
import re
import sys
import zipfile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MS = "http://schemas.microsoft.com/office"
TYPE = "application/vnd.openxmlformats-officedocument."
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
GUID = "{11111111-2222-3333-4444-555555555555}"

parts = {}


def read(path):
    with zipfile.ZipFile(path) as package:
        for info in package.infolist():
            body = package.read(info)
            text = info.filename.endswith((".xml", ".rels", ".vml"))
            parts[info.filename] = body.decode() if text else body


def write(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 12, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, body)


def change(part, old, new, count=1):
    assert old in parts[part], (part, old)
    parts[part] = parts[part].replace(old, new, count)


def sub(part, pattern, new):
    parts[part], times = re.subn(pattern, new, parts[part], count=1, flags=re.S)
    assert times == 1, (part, pattern)


def relate(owner, identity, kind, target, external=False):
    folder, name = owner.rsplit("/", 1)
    rels = f"{folder}/_rels/{name}.rels"
    parts.setdefault(rels, f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>')
    full = kind if kind.startswith("http") else f"{OFFICE}/{kind}"
    mode = ' TargetMode="External"' if external else ""
    change(rels, "</Relationships>", f'<Relationship Id="{identity}" Type="{full}" Target="{target}"{mode}/></Relationships>')


def add(name, body, content_type=None):
    parts[name] = body if isinstance(body, bytes) else HEAD + body
    if content_type:
        change("[Content_Types].xml", "</Types>", f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>')


def before(part, following, new):
    """Puts XML before the first of the elements that may follow it."""
    found = [at for at in (parts[part].find(f"<{name}") for name in following) if at >= 0]
    at = min(found) if found else parts[part].rindex("</")
    parts[part] = parts[part][:at] + new + parts[part][at:]


def chart(name, cats, vals, title):
    def stored(kind, value):
        return f"<c:{kind}Cache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{value}</c:v></c:pt></c:{kind}Cache>"

    axes = "".join(
        f'<c:{axis}><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/><c:crossAx val="{other}"/></c:{axis}>'
        for axis, own, other, side in (("catAx", 1, 2, "b"), ("valAx", 2, 1, "l"))
    )
    return (
        f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{OFFICE}">'
        f'<c:chart><c:title><c:tx><c:strRef><c:f>{title}</c:f>{stored("str", "合计")}</c:strRef></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
        '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef><c:f>{cats}</c:f>{stored("str", name)}</c:strRef></c:cat>'
        f'<c:val><c:numRef><c:f>{vals}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/></c:numCache></c:numRef></c:val></c:ser>'
        f'<c:axId val="1"/><c:axId val="2"/></c:barChart>{axes}</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )


def charts():
    chart_type = TYPE + "drawingml.chart+xml"
    for number in (1, 2):
        parts[f"xl/charts/chart{number}.xml"] = HEAD + chart("地点", "走访座谈!$C$5", "走访座谈!$E$5", "走访座谈!$A$6")
    add("xl/charts/chart3.xml", chart("地点", "走访座谈!$C$5:$C$5", "走访座谈!$E$5:$E$5", "走访座谈!$A$6"), chart_type)
    # A sheet that is a chart.
    add(
        "xl/chartsheets/sheet1.xml",
        f'<chartsheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetPr/><sheetViews><sheetView workbookViewId="0"/></sheetViews><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></chartsheet>',
        TYPE + "spreadsheetml.chartsheet+xml",
    )
    relate("xl/chartsheets/sheet1.xml", "rId1", "drawing", "../drawings/drawing3.xml")
    frame = graphic("c", "rId1", "http://schemas.openxmlformats.org/drawingml/2006/chart", "图表页")
    add(
        "xl/drawings/drawing3.xml",
        f'{DRAWING}<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>{frame}<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>',
        TYPE + "drawing+xml",
    )
    relate("xl/drawings/drawing3.xml", "rId1", "chart", "../charts/chart3.xml")
    relate("xl/workbook.xml", "rId50", "chartsheet", "chartsheets/sheet1.xml")
    change("xl/workbook.xml", "</sheets>", '<sheet name="图表" sheetId="9" r:id="rId50"/></sheets>')
    # A chart of 2016 below the list.
    add(
        "xl/charts/chartEx1.xml",
        '<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:f>走访座谈!$C$5</cx:f><cx:lvl ptCount="1"><cx:pt idx="0">地点</cx:pt></cx:lvl></cx:strDim><cx:numDim type="val"><cx:f>走访座谈!$E$5</cx:f></cx:numDim></cx:data></cx:chartData><cx:chart><cx:plotArea><cx:plotAreaRegion><cx:series layoutId="waterfall"><cx:dataId val="0"/></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>',
        "application/vnd.ms-office.chartex+xml",
    )
    relate("xl/drawings/drawing1.xml", "rId20", f"{MS}/2014/relationships/chartEx", "../charts/chartEx1.xml")
    new = graphic("cx", "rId20", "http://schemas.microsoft.com/office/drawing/2014/chartex", "瀑布图")
    old = '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="0" name=""/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp>'
    draw(f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:cx1="{MS}/drawing/2015/9/8/chartex" Requires="cx1">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>', 36, 44)


MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = f'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{OFFICE}">'


def graphic(prefix, identity, uri, name):
    return f'<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="30" name="{name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="{uri}"><{prefix}:chart xmlns:{prefix}="{uri}" r:id="{identity}"/></a:graphicData></a:graphic></xdr:graphicFrame>'


def marker(end, row, column):
    return f"<xdr:{end}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{end}>"


def draw(content, top, bottom):
    anchor = f'<xdr:twoCellAnchor>{marker("from", top, 0)}{marker("to", bottom, 3)}{content}<xdr:clientData/></xdr:twoCellAnchor>'
    change("xl/drawings/drawing1.xml", "</xdr:wsDr>", anchor + "</xdr:wsDr>")


def shapes():
    # Names for what LibreOffice drew without any, in the order of its drawing.
    for number, name in enumerate(["院徽", "印章", "填表说明", "边框", "直线", "组合", "圆一", "圆二", "人数图"]):
        sub("xl/drawings/drawing1.xml", rf'(<xdr:cNvPr id="{number}" )name=""', rf'\1name="{name}"')
    sub("xl/drawings/drawing2.xml", r'(<xdr:cNvPr id="\d+" )name=""', r'\1name="汇总图"')
    draw('<xdr:sp macro="" textlink="$E$6"><xdr:nvSpPr><xdr:cNvPr id="31" name="合计框"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>0</a:t></a:r></a:p></xdr:txBody></xdr:sp>', 45, 47)
    draw('<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="32" name="连线"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="100" cy="100"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom></xdr:spPr></xdr:cxnSp>', 47, 49)


def comments(sheet):
    sub("xl/comments1.xml", r"<author>[^<]*</author>", "<author>书记员甲</author>")
    add(
        "xl/threadedComments/threadedComment1.xml",
        f'<ThreadedComments xmlns="{MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="E6" dT="2024-09-18T08:00:00.00" personId="{GUID}" id="{{AAAAAAAA-2222-3333-4444-555555555555}}"><text>合计核对过</text></threadedComment></ThreadedComments>',
        "application/vnd.ms-excel.threadedcomments+xml",
    )
    relate(sheet, "rId60", f"{MS}/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml")
    add(
        "xl/persons/person.xml",
        f'<personList xmlns="{MS}/spreadsheetml/2018/threadedcomments"><person displayName="书记员甲" id="{GUID}" userId="1" providerId="None"/></personList>',
        "application/vnd.ms-excel.person+xml",
    )
    relate("xl/workbook.xml", "rId51", f"{MS}/2017/10/relationships/person", "persons/person.xml")


def header_picture(sheet):
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<v:shape id="RH" o:spid="_x0000_s2049" type="#_x0000_t75" style="position:absolute;margin-left:0;margin-top:0;width:30pt;height:30pt;z-index:1"><v:imagedata o:relid="rId1" o:title="徽"/></v:shape></xml>'
    )
    parts["xl/drawings/vmlDrawing2.vml"] = vml
    change("[Content_Types].xml", "<Override", '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override')
    relate("xl/drawings/vmlDrawing2.vml", "rId1", "image", "../media/image1.png")
    relate(sheet, "rId61", "vmlDrawing", "../drawings/vmlDrawing2.vml")
    change(sheet, "<oddHeader>", "<oddHeader>&amp;R&amp;G")
    before(sheet, ["legacyDrawingHF", "picture", "oleObjects", "controls", "tableParts", "extLst"], '<legacyDrawingHF r:id="rId61"/>')
    relate(sheet, "rId62", "image", "../media/image1.png")
    before(sheet, ["oleObjects", "controls", "tableParts", "extLst"], '<picture r:id="rId62"/>')
    add("xl/printerSettings/printerSettings1.bin", bytes(range(64)))
    relate(sheet, "rId63", "printerSettings", "../printerSettings/printerSettings1.bin")
    sub(sheet, r"<pageSetup ", '<pageSetup r:id="rId63" ')


def control(sheet):
    add("xl/ctrlProps/ctrlProp1.xml", f'<formControlPr xmlns="{MS}/spreadsheetml/2009/9/main" objectType="CheckBox" fmlaLink="$H$10" lockText="1" noThreeD="1"/>', "application/vnd.ms-excel.controlproperties+xml")
    relate(sheet, "rId64", "ctrlProp", "../ctrlProps/ctrlProp1.xml")
    anchor = marker("from", 9, 2) + marker("to", 10, 3)
    choice = f'<control shapeId="1099" r:id="rId64" name="已核对"><controlPr defaultSize="0" autoFill="0" autoLine="0" autoPict="0"><anchor moveWithCells="1">{anchor.replace("xdr:from", "from").replace("xdr:to", "to")}</anchor></controlPr></control>'
    before(sheet, ["webPublishItems", "tableParts", "extLst"], f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="x14"><controls>{choice}</controls></mc:Choice></mc:AlternateContent>')
    shape = '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="1099" name="已核对" hidden="1"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr bwMode="auto"><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp>'
    change("xl/drawings/drawing1.xml", "</xdr:wsDr>", f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:a14="{MS}/drawing/2010/main" Requires="a14"><xdr:twoCellAnchor editAs="oneCell">{anchor}{shape}<xdr:clientData/></xdr:twoCellAnchor></mc:Choice><mc:Fallback/></mc:AlternateContent></xdr:wsDr>')
    # Excel leaves the breaks of a control's label open: no well-formed XML.
    change("xl/drawings/vmlDrawing1.vml", "</xml>", '<v:shape id="_x0000_s1099" type="#_x0000_t201" style="position:absolute"><v:textbox><div>已核对<br></div></v:textbox><x:ClientData ObjectType="Checkbox"><x:SizeWithCells/><x:Anchor>2, 0, 9, 0, 3, 0, 10, 0</x:Anchor><x:FmlaLink>$H$10</x:FmlaLink></x:ClientData></v:shape></xml>')


def cells(sheet):
    # A formula that Excel shared, a string in the cell itself, a sparkline's place.
    sub(sheet, r'<c r="E14" s="2"/>', '<c r="E14" s="2"><f t="shared" ref="E14:E16" si="0">E$6*$F$5+A14</f><v>0</v></c>')
    for row in (15, 16):
        sub(sheet, rf'<c r="E{row}" s="2"/>', f'<c r="E{row}" s="2"><f t="shared" si="0"/><v>0</v></c>')
    sub(sheet, r'<c r="C8" s="2"/>', '<c r="C8" s="2" t="inlineStr"><is><t>格内文字</t></is></c>')
    sub(sheet, r'<c r="C17" s="2"/>', '<c r="C17" s="2"><f>SUM(走访座谈:参数!A1)</f></c>')
    # Rows of a table below the list.
    head = '</row><row r="21"><c r="A21" t="inlineStr"><is><t>项目</t></is></c><c r="B21" t="inlineStr"><is><t>数量</t></is></c></row><row r="22"><c r="A22" t="inlineStr"><is><t>人数</t></is></c><c r="B22"><f>E6</f></c></row></sheetData>'
    change(sheet, "</row></sheetData>", head)
    change(sheet, 'ref="A1:H18"', 'ref="A1:H22"')
    sub("xl/sharedStrings.xml", r"(<t xml:space=\"preserve\">制表单位：某某法庭</t>)", r'\1<rPh sb="0" eb="2"><t>zhìbiǎo</t></rPh><phoneticPr fontId="0"/>')


def tables(sheet, other):
    def table(number, name, ref, columns, more=""):
        listed = "".join(f'<tableColumn id="{at}" name="{column}">{formula}</tableColumn>' for at, (column, formula) in enumerate(columns, 1))
        add(
            f"xl/tables/table{number}.xml",
            f'<table xmlns="{MAIN}" id="{number}" name="{name}" displayName="{name}" ref="{ref}" totalsRowShown="0"><autoFilter ref="{ref}"/><tableColumns count="{len(columns)}">{listed}</tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>',
            TYPE + "spreadsheetml.table+xml",
        )

    table(1, "项目表", "A21:B22", [("项目", ""), ("数量", "")])
    table(2, "地点表", "A2:C3", [("地点", ""), ("人数", ""), ("加倍", "<calculatedColumnFormula>走访座谈!$E$6*2</calculatedColumnFormula>")])
    for part, number in ((sheet, 1), (other, 2)):
        relate(part, "rId65", "table", f"../tables/table{number}.xml")
        before(part, ["extLst"], '<tableParts count="1"><tablePart r:id="rId65"/></tableParts>')


def rules(sheet):
    before(
        sheet,
        ["dataValidations"],
        '<conditionalFormatting sqref="F5"><cfRule type="colorScale" priority="11"><colorScale><cfvo type="min"/><cfvo type="formula" val="$E$6"/><color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale></cfRule></conditionalFormatting>'
        '<conditionalFormatting sqref="F6"><cfRule type="iconSet" priority="12"><iconSet iconSet="3TrafficLights1"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>',
    )
    xm = "http://schemas.microsoft.com/office/excel/2006/main"
    bar = '<x14:cfRule type="dataBar" id="{DA7ABA51-1111-2222-3333-444444444444}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="formula"><xm:f>$E$6</xm:f></x14:cfvo><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>'
    spark = lambda formula, cell: f"<x14:sparkline><xm:f>{formula}</xm:f><xm:sqref>{cell}</xm:sqref></x14:sparkline>"
    before(
        sheet,
        [],
        "<extLst>"
        f'<ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="{MS}/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="{xm}">{bar}<xm:sqref>E5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>'
        f'<ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{MS}/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="{xm}" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>汇总!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C5</xm:sqref></x14:dataValidation></x14:dataValidations></ext>'
        f'<ext uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}" xmlns:x14="{MS}/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="{xm}"><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines>{spark("走访座谈!E5:G5", "H5")}{spark("走访座谈!E5", "H6")}{spark("走访座谈!E6:G6", "H7")}</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>'
        "</extLst>",
    )


def sheet_settings(sheet):
    sub(sheet, r'<sheetView showFormulas="false" showGridLines="true"(.*?)zoomScale="100"(.*?)>.*?</sheetView>', r'<sheetView showFormulas="false" showGridLines="false"\1zoomScale="85"\2><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="E6" sqref="E6"/></sheetView>')
    after = '<protectedRanges><protectedRange name="签名" sqref="A11:B11"/></protectedRanges><scenarios current="0" sqref="E7"><scenario name="人数多" locked="1" count="1" user="书记员甲"><inputCells r="E11" val="9"/></scenario></scenarios>'
    after += '<autoFilter ref="A4:H5"/><sortState ref="A5:H5"><sortCondition ref="B5:B5"/></sortState><dataConsolidate function="sum"><dataRefs count="1"><dataRef ref="A5:E6" sheet="走访座谈"/></dataRefs></dataConsolidate>'
    after += f'<customSheetViews><customSheetView guid="{GUID}" scale="90"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A11" sqref="A11"/></customSheetView></customSheetViews>'
    before(sheet, ["mergeCells"], after)
    before(sheet, ["drawing"], '<cellWatches><cellWatch r="E6"/></cellWatches><ignoredErrors><ignoredError sqref="A11:B12" numberStoredAsText="1"/></ignoredErrors>')


def workbook():
    book = "xl/workbook.xml"
    change(book, "<definedNames>", '<externalReferences><externalReference r:id="rId52"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">走访座谈!$A$4:$H$5</definedName>')
    add("xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{OFFICE}" r:id="rId1"><sheetNames><sheetName val="外部"/></sheetNames></externalBook></externalLink>', TYPE + "spreadsheetml.externalLink+xml")
    relate("xl/externalLinks/externalLink1.xml", "rId1", "externalLinkPath", "外部.xlsx", True)
    relate(book, "rId52", "externalLink", "externalLinks/externalLink1.xml")
    sub(book, r"(<calcPr[^>]*/>)", rf'\1<customWorkbookViews><customWorkbookView name="打印" guid="{GUID}" windowWidth="100" windowHeight="100" activeSheetId="1"/></customWorkbookViews>')
    sub("xl/worksheets/sheet2.xml", r"</row></sheetData>", '<c r="C1"><f>[1]外部!$E$6+走访座谈!$E$6</f></c></row></sheetData>')
    # WPS keeps pictures in cells in a part of its own.
    add("xl/cellimages.xml", f'<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>', "application/vnd.wps-officedocument.cellimage+xml")
    relate(book, "rId53", "http://www.wps.cn/officeDocument/2020/cellImage", "cellimages.xml")
    add("customXml/item1.xml", '<表样 xmlns="urn:court"><版本>3</版本></表样>')
    relate(book, "rId54", "customXml", "../customXml/item1.xml")
    sub("docProps/app.xml", r"</Properties>", "<Company>某某县人民法院</Company></Properties>")
    sub("docProps/core.xml", r"<dcterms:modified[^>]*>[^<]*<", '<dcterms:modified xsi:type="dcterms:W3CDTF">2024-09-18T00:00:00Z<')


def theme():
    colours = "".join(f"<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>" for name, value in (("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1F497D"), ("lt2", "EEECE1"), ("accent1", "C00000"), ("accent2", "9C6500"), ("accent3", "9BBB59"), ("accent4", "8064A2"), ("accent5", "4BACC6"), ("accent6", "F79646"), ("hlink", "0000FF"), ("folHlink", "800080")))
    font = '<a:latin typeface="Arial"/><a:ea typeface="仿宋_GB2312"/><a:cs typeface=""/>'
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f"<a:ln>{plain}</a:ln>"
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    add(
        "xl/theme/theme1.xml",
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="法院"><a:themeElements><a:clrScheme name="法院">{colours}</a:clrScheme><a:fontScheme name="法院"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="法院"><a:fillStyleLst>{plain * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>',
        TYPE + "theme+xml",
    )
    relate("xl/workbook.xml", "rId55", "theme", "theme/theme1.xml")
    sub("xl/styles.xml", r'(<font><sz val="12"/>)(<name val="仿宋_GB2312"/>)', r'\1<color theme="4"/>\2')


read(sys.argv[1])
main, places = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"
charts()
shapes()
cells(main)
comments(main)
sheet_settings(main)
rules(main)
tables(main, places)
header_picture(main)
control(main)
workbook()
theme()
write(sys.argv[2])
