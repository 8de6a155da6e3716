"""Words of households coming in and going out as a sheet, and of files in general."""

from desk.i18n import N_

_FILES = {
    "file.missing": N_("The file is no longer there. Choose it again."),
    "file.is_folder": N_("This is a folder. Choose a file in it."),
    "file.special": N_("This is no ordinary file. Choose another one."),
    "file.data_folder": N_(
        "This folder holds the data of the program itself. Choose another folder."
    ),
    "file.unreadable": N_(
        "The file cannot be read ({detail}). Close it elsewhere, then try again."
    ),
    "file.too_big": N_(
        "The file is larger than {limit} MB. Split it and take the parts one by one."
    ),
    "file.disk_full": N_("The disk is full; nothing was written. Free some space, then try again."),
    "file.not_writable": N_(
        "Nothing may be written there, or the file is open in another program. Close it, or choose"
        " another folder."
    ),
    "file.no_folder": N_("The folder is no longer there. Choose another one."),
    "file.name_too_long": N_("The name of the file is too long. Choose a shorter one."),
    "file.write_failed": N_("The file could not be written ({detail}). Choose another folder."),
}

_SPREADSHEETS = {
    "spreadsheet.suffix": N_("Choose a file whose name ends in .xlsx or .csv."),
    "spreadsheet.empty": N_(
        "There is nothing in this file. Fill it in, save it and choose it again."
    ),
    "spreadsheet.not_a_workbook": N_("This is no Excel workbook. Save it as .xlsx and try again."),
    "spreadsheet.old_workbook": N_(
        "This is a workbook of Excel 2003 or older. Open it and save it as .xlsx."
    ),
    "spreadsheet.protected": N_(
        "The workbook is protected by a password. Open it, take the password off and save it."
    ),
    "spreadsheet.cut": N_("The workbook is cut off or damaged. Copy it from where it came again."),
    "spreadsheet.damaged": N_("The workbook is damaged. Open it in Excel and save it anew."),
    "spreadsheet.too_large": N_(
        "The workbook would unpack to more than {limit} MB, so it was not opened. Copy the table"
        " into a new workbook."
    ),
    "spreadsheet.too_many_rows": N_(
        "The table reaches beyond {limit} rows. Delete the empty rows below it, or split it."
    ),
    "spreadsheet.encoding": N_(
        "The characters of line {line} cannot be read. Save the file as CSV UTF-8 and try again."
    ),
    "spreadsheet.cut_line": N_(
        "The file breaks off in line {line}. Copy it from where it came again."
    ),
    "spreadsheet.csv_line": N_("Line {line} is not well formed CSV. Check its quotation marks."),
}

_IMPORT = {
    "import.no_headings": N_(
        "No line of headings was found. Start from the template, or use its headings."
    ),
    "import.heading.missing": N_("The column “{column:household_column}” is missing."),
    "import.heading.twice": N_("This heading stands twice. Keep one of the columns."),
    "import.cell.day": N_(
        "The spreadsheet turned this into a day. Make the cell text, then retype it."
    ),
    "import.cell.figures_lost": N_(
        "The spreadsheet keeps this as a number and lost figures. Make the cell text, then"
        " retype it."
    ),
    "import.cell.not_text": N_("This cell holds neither text nor a number. Retype it as text."),
    "import.identity.number_cell": N_(
        "The spreadsheet keeps this as a number, which destroys its last figures (4.4E+17). Make"
        " the cell text, then copy the number from the paper again."
    ),
    "import.identity.kinds": N_("Give one kind of paper for each number, in the same order."),
    "import.phone.zero_lost": N_(
        "The spreadsheet dropped the 0 at the beginning. Make the cell text, then retype the phone."
    ),
    "import.word.unknown": N_(
        "This word is not known here. Choose one from the list of the template."
    ),
    "import.day.unreadable": N_("This is no day. Write it like 2026-01-31."),
    "import.resident.twice": N_("This name stands twice for the same unit."),
    "import.unit.twice": N_("This unit stands here a second time with nothing else beside it."),
    "import.instruction.twice": N_("The same instruction stands here again with another last day."),
    "import.faults": N_("Nothing was imported. Places in the file to be corrected first: {count}."),
    "import.changed_meanwhile": N_(
        "The households have changed since the preview; nothing was imported. Look at the preview"
        " again."
    ),
}

_GUIDE = {
    "household_sheet.comment": N_(
        "One row for each resident. Lines that begin with # are not imported. A cell left blank"
        " leaves alone what is known."
    ),
    "household_sheet.building": N_("The block, tower or house number. Needed in every row."),
    "household_sheet.entrance": N_("The entrance, where a building has several."),
    "household_sheet.floor": N_("The floor."),
    "household_sheet.door": N_("The flat, room or shop. A floor or a door is needed."),
    "household_sheet.name": N_(
        "The name as on the paper; it is never converted. Leave it blank for a vacant unit."
    ),
    "household_sheet.role": N_("What the person is to the unit. Blank: owner."),
    "household_sheet.kind": N_("Whether it is a person or a company. Blank: person."),
    "household_sheet.company": N_("For company staff: the company they work for."),
    "household_sheet.phone_1": N_(
        "One phone a column; several in one cell with ; between them. From abroad with + in front."
    ),
    "household_sheet.phone_2": N_("A second phone."),
    "household_sheet.phone_3": N_("A third phone, and more with ; between them."),
    "household_sheet.id_kind": N_("Which paper it is. Blank: the usual one of this region."),
    "household_sheet.id_number": N_(
        "The number as text; several with ; between them, as many as kinds. Numbers that Excel"
        " keeps as figures are refused."
    ),
    "household_sheet.note": N_("Whatever else the desk should know about the person."),
    "household_sheet.instruction": N_(
        "What everybody at the desk must mind about the unit. One a row; more of them in further"
        " rows of the unit."
    ),
    "household_sheet.starts": N_("The first day it holds. Blank: the day of the import."),
    "household_sheet.ends": N_("The last day it holds. Blank: until further notice."),
}

SENTENCES: dict[str, str] = {**_FILES, **_SPREADSHEETS, **_IMPORT, **_GUIDE}

LABELS: dict[str, dict[str, str]] = {
    "household_sheet": {
        "page": N_("Households"),
        "guide": N_("How to fill it in"),
        "heading": N_("Column"),
        "meaning": N_("What goes in"),
        "example": N_("Example"),
    },
    "household_column": {
        "building": N_("Building"),
        "entrance": N_("Entrance"),
        "floor": N_("Floor"),
        "door": N_("Door"),
        "name": N_("Name"),
        "role": N_("Role"),
        "kind": N_("Person or company"),
        "company": N_("Employer"),
        "phone_1": N_("Phone 1"),
        "phone_2": N_("Phone 2"),
        "phone_3": N_("Phone 3"),
        "id_kind": N_("ID kind"),
        "id_number": N_("ID number"),
        "note": N_("Note"),
        "instruction": N_("Standing instruction"),
        "starts": N_("Instruction from"),
        "ends": N_("Instruction until"),
        "phones": N_("Phones"),
        "documents": N_("Identity papers"),
        "active": N_("Lives here"),
    },
    "import_status": {
        "new": N_("New"),
        "changed": N_("Changed"),
        "unchanged": N_("Unchanged"),
    },
    "yes_no": {
        "yes": N_("Yes"),
        "no": N_("No"),
    },
}
