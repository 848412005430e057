"""What LibreOffice works out in the summary workbook: sums, differences and identities are what the rows say, and 合计 of a
quarter is 上季度 of the next. Arguments: the workbook as LibreOffice recalculated it, and the next quarter's as it was filled."""
import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[1], data_only=True)
later = load_workbook(sys.argv[2])


def rows_of(sheet):
    return list(sheet.iter_rows(values_only=True))


def numbers(values):
    return [value for value in values if isinstance(value, (int, float))]


def close(one, other):
    return abs(one - other) < 1e-9


def row_named(rows, name):
    return next(row for row in rows if row[0] == name)


for sheet in book.worksheets:
    for row in rows_of(sheet):
        for value in row:
            assert not (isinstance(value, str) and (value.startswith("#") or value.startswith("Err:"))), (sheet.title, row)

checks = 0
for title in ("表一 走访联络", "表二 审判及诉调衔接"):
    rows = rows_of(book[title])
    total = row_named(rows, "合计")
    # The row of column numbers stands right above the towns.
    first = max(at for at, row in enumerate(rows) if row[:2] == (1, 2)) + 1
    towns = rows[first : rows.index(total)]
    assert len(towns) >= 12, len(towns)
    for column, value in enumerate(total):
        if not isinstance(value, (int, float)):
            continue
        assert close(value, sum(numbers(row[column] for row in towns))), (title, column)
        for period, change in (("上季度", "环比增减"), ("上年同期", "同比增减")):
            base = row_named(rows, period)[column]
            difference = row_named(rows, change)[column]
            share = row_named(rows, f"{change}（%）")[column]
            known = isinstance(base, (int, float))
            assert difference == (value - base if known else "—"), (title, column, period)
            if known and base != 0:
                assert close(share, (value - base) / base), (title, column, period)
            else:
                assert share == "—", (title, column, period)
        before = row_named(rows_of(later[title]), "上季度")
        assert close(before[column], value), (title, column)
        checks += 1
    words = [value for row in rows for value in row if isinstance(value, str) and "＝" in value]
    assert len(words) in (3, 5) and all(word.endswith("相符") for word in words), words

types = rows_of(book["按纠纷类型"])
total = row_named(types, "合计")
counted = [row for row in types if isinstance(row[0], int)]
assert len(counted) >= 18, len(counted)
for column in (2, 3, 4, 5, 7, 8, 9, 10, 11, 12):
    assert close(total[column], sum(row[column] for row in counted)), column
    checks += 1

departments = rows_of(book["联系事项按部门"])
total = row_named(departments, "合计")
for column in range(2, 7):
    assert total[column] == sum(row[column] for row in departments if isinstance(row[0], int)), column
    checks += 1
assert checks > 60, checks
