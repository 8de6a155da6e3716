"""The house as a table: floors, libraries, late doors, limits."""

import sys

FOUNDATION = (
    "desk.clock",
    "desk.config",
    "desk.errors",
    "desk.estate_format",
    "desk.hanzi",
    "desk.hanzi_tables",
    "desk.i18n",
    "desk.log",
    "desk.wording",
)
COMPOSITION = ("desk.app", "desk.cli", "desk.__main__")

# The longest prefix decides a module's floor.
FLOORS: dict[str, str] = {
    **dict.fromkeys(FOUNDATION, "foundation"),
    **dict.fromkeys(COMPOSITION, "composition"),
    "desk.domain": "domain",
    "desk.models": "models",
    "desk.models.migrations.versions": "migrations",
    "desk.printing": "printing",
    "desk.services": "services",
    "desk.ui": "ui",
}

MAY_IMPORT: dict[str, frozenset[str]] = {
    "foundation": frozenset({"foundation"}),
    "domain": frozenset({"domain"}),
    "models": frozenset({"models", "domain", "foundation"}),
    "migrations": frozenset(),
    "printing": frozenset({"printing", "domain", "foundation"}),
    "services": frozenset({"services", "models", "printing", "domain", "foundation"}),
    "ui": frozenset({"ui", "services", "domain", "foundation"}),
    "composition": frozenset(
        {"composition", "ui", "services", "models", "printing", "domain", "foundation"}
    ),
}
# Single modules a floor may import beside its floors.
ALSO: dict[str, frozenset[str]] = {"domain": frozenset({"desk.errors"})}

# Who may import a library: floors, or single modules.
LIBRARIES: dict[str, frozenset[str]] = {
    "PySide6": frozenset({"ui", "desk.app", "desk.cli.checks.form", "desk.cli.checks.window"}),
    "shiboken6": frozenset({"ui", "desk.app"}),
    "sqlalchemy": frozenset({"models", "migrations"}),
    "alembic": frozenset({"models", "migrations"}),
    "sqlcipher3": frozenset({"desk.models.storage"}),
    "argon2": frozenset({"desk.models.vault"}),
    "cryptography": frozenset({"models"}),
    "reportlab": frozenset({"printing"}),
    "babel": frozenset({"desk.i18n"}),
    "platformdirs": frozenset({"desk.config"}),
    "phonenumbers": frozenset({"services"}),
    "stdnum": frozenset({"services"}),
    "python_calamine": frozenset({"desk.services.spreadsheet"}),
    "xlsxwriter": frozenset({"desk.services.register_export", "desk.services.spreadsheet"}),
}

STANDARD = sys.stdlib_module_names
# The parts of the standard library that know no file, clock, chance or world outside.
IN_DOMAIN = frozenset(
    {
        "abc", "bisect", "calendar", "collections", "dataclasses", "datetime", "decimal", "enum",
        "fractions", "functools", "heapq", "itertools", "math", "operator", "re", "string", "types",
        "hashlib", "hmac", "typing", "unicodedata", "zoneinfo",
    }
)  # fmt: skip

# Ways round an import by which a rule could still reach a file or a person.
NOT_CALLED_IN_DOMAIN = frozenset({"open", "print", "input", "exec", "eval"})

# What of `time` tells the hour; how long something took anybody may ask.
CLOCKS = frozenset({"time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime"})

# Which rooms of the window know a neighbour, beside the kit that all of them know. The modules
# that lie in `desk.ui` itself put the rooms together.
NEIGHBOURS: dict[str, frozenset[str]] = {
    "attachment": frozenset({"paper"}),
    "complaint": frozenset({"attachment", "paper", "print_log"}),
    "key_custody": frozenset({"paper", "print_log"}),
    "inspection": frozenset({"attachment", "paper", "print_log"}),
    "move_in": frozenset({"attachment", "inspection", "paper", "print_log", "receipt"}),
    "price_board": frozenset({"attachment", "paper", "print_log"}),
    "print_log": frozenset({"attachment", "paper"}),
    "print_room": frozenset({"attachment", "paper"}),
    "reception": frozenset({"paper"}),
    "release_pass": frozenset({"attachment", "paper", "print_log"}),
    "receipt": frozenset({"attachment", "paper", "print_log"}),
    "service_callback": frozenset({"paper", "print_log"}),
    "service_figures": frozenset({"paper"}),
    "service_order": frozenset(
        {"attachment", "paper", "print_log", "receipt", "service_callback", "service_figures"}
    ),
    "settings": frozenset({"attachment", "calendar", "paper", "policy", "shell", "staff"}),
    "shell": frozenset({"paper"}),
}

# Ways to do two things at once; `threading` itself also has locks, which anybody may hold.
THREADS = frozenset({"asyncio", "concurrent", "multiprocessing", "_thread"})

# Names that belong to one module, and the module they belong to.
ONLY_IN: dict[str, str] = {
    "QMessageBox": "desk.ui.kit.notify",
    "Thread": "desk.ui.kit.tasks",
    "Timer": "desk.ui.kit.tasks",
    "QThread": "desk.ui.kit.tasks",
    "QThreadPool": "desk.ui.kit.tasks",
    "QRunnable": "desk.ui.kit.tasks",
}

# The doors at which a heavy library is imported late; their docstrings say so.
LATE_DOORS: dict[str, frozenset[str]] = {
    "desk.app": frozenset({"desk"}),
    "desk.cli": frozenset({"desk"}),
    "desk.config": frozenset({"platformdirs"}),
    "desk.hanzi": frozenset({"desk.hanzi_tables"}),
    "desk.log": frozenset({"importlib"}),
    "desk.models.attachments": frozenset({"cryptography"}),
    "desk.models.upgrade": frozenset({"alembic"}),
    "desk.models.vault": frozenset({"argon2", "cryptography"}),
    "desk.services.paper": frozenset(
        {
            "desk.services.paper_again",
            "desk.services.paper_batch",
            "desk.services.paper_forms",
            "desk.services.paper_move_in_packet",
            "desk.services.paper_service_figures",
        }
    ),
    "desk.services.paper_calibration": frozenset({"desk.printing"}),
    "desk.services.print_stock": frozenset({"desk.services"}),
    "desk.services.register_export": frozenset({"xlsxwriter"}),
    "desk.services.spreadsheet": frozenset({"python_calamine", "xlsxwriter"}),
    "desk.ui.begins": frozenset({"desk.ui"}),
    "desk.ui.paper.document": frozenset({"PySide6.QtPdf"}),
    "desk.ui.paper.printer": frozenset({"PySide6.QtPrintSupport"}),
    "desk.ui.register_pages": frozenset({"desk.ui"}),
    "desk.ui.registers": frozenset({"desk.ui"}),
    "desk.ui.scanned": frozenset({"desk.ui.print_room"}),
    "desk.ui.shell.entrance": frozenset({"desk.services", "desk.ui.paper"}),
}

# Who may choose a module by its name, at such a door.
BY_NAME = frozenset({"desk.app", "desk.cli", "desk.cli.policy_check", "desk.cli.selftest"})

# What must not be called while a module is being imported.
NOT_AT_IMPORT = frozenset(
    {
        "_", "gettext", "ngettext", "pgettext", "sentence", "label", "use",
        "QApplication", "QGuiApplication", "QCoreApplication", "QSettings",
        "create_engine", "basicConfig", "open", "read_text", "read_bytes", "mkdir", "now",
    }
)  # fmt: skip

# Files that are a table and nothing else.
TABLES = frozenset({"desk.hanzi_tables"})

FILE_LINES = 300
CLASS_LINES = 300
FUNCTION_LINES = 50
