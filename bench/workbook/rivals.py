"""Writes cells by openpyxl or XlsxWriter and nothing else: rivals.py WRITER CELLS.json OUT.xlsx; says the ms it took and its version."""
import json
import sys
import time

writer, source, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    sheets = json.load(file)

if writer == "openpyxl":
    from openpyxl import Workbook, __version__

    begun = time.perf_counter()
    book = Workbook(write_only=True)
    for sheet in sheets:
        worksheet = book.create_sheet(sheet["name"])
        for row in sheet["rows"]:
            worksheet.append(row)
    book.save(target)
else:
    from xlsxwriter import Workbook, __version__

    begun = time.perf_counter()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(target, options)
    for sheet in sheets:
        worksheet = book.add_worksheet(sheet["name"])
        for number, row in enumerate(sheet["rows"]):
            worksheet.write_row(number, 0, row)
    book.close()

print((time.perf_counter() - begun) * 1000, __version__)
