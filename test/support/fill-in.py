"""Opens a workbook in LibreOffice as a British user has it, types into its sheets and saves it.

    fill-in.py TEMPLATE TYPED.json FOLDER

TYPED.json has rows of texts by sheet, from row 2 on, as one would type them. FOLDER gets filled.xlsx, and of each sheet
named there SHEET.csv with semicolons in Windows-1252.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

template, typed, folder = sys.argv[1], json.loads(Path(sys.argv[2]).read_text()), Path(sys.argv[3]).resolve()
profile = folder / "profile"
(profile / "user").mkdir(parents=True)
(profile / "user" / "registrymodifications.xcu").write_text(
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
    "<value>en-GB</value></prop></item></oor:items>"
)


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


pipe = f"fill-in-{time.time_ns()}"
office = subprocess.Popen(
    ["soffice", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;", f"-env:UserInstallation={profile.as_uri()}"]
)
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except Exception:
            time.sleep(0.25)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    book = desktop.loadComponentFromURL(Path(template).resolve().as_uri(), "_blank", 0, properties(Hidden=True))
    for name, rows in typed.items():
        sheet = book.Sheets.getByName(name)
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text != "":
                    sheet.getCellByPosition(column, number + 1).setPropertyValue("FormulaLocal", text)
    book.storeToURL((folder / "filled.xlsx").as_uri(), properties(FilterName="Calc MS Excel 2007 XML"))
    for name in typed:
        index = book.Sheets.ElementNames.index(name) + 1
        options = f"59,34,1,1,,0,false,true,false,false,false,{index}"
        target = folder / f"{name}.csv"
        book.storeToURL(target.as_uri(), properties(FilterName="Text - txt - csv (StarCalc)", FilterOptions=options))
        for written in folder.glob(f"{name}-*.csv"):
            written.rename(target)
    book.close(True)
    desktop.terminate()
finally:
    try:
        office.wait(20)
    except subprocess.TimeoutExpired:
        office.kill()
