"""The house keeps its rules, and every rule is seen to bite."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.reading import House

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def house() -> House:
    return House.read(ROOT)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(house: House, rule: rules.Rule) -> None:
    assert "\n".join(rule(house)) == ""


def long(kind: str, lines: int) -> str:
    return f"{kind}:\n" + "    x = 1\n" * (lines - 1)


BITES: list[tuple[rules.Rule, dict[str, str], str]] = [
    (rules.every_module_has_a_floor, {"helpers.py": ""}, "desk.helpers"),
    (rules.every_module_has_a_floor, {"utils/__init__.py": ""}, "desk.utils"),
    (rules.imports_go_down, {"i18n.py": "import desk.domain.a", "domain/a.py": ""}, "foundation"),
    (rules.imports_go_down, {"domain/a.py": "from desk import i18n", "i18n.py": ""}, "domain"),
    (rules.imports_go_down, {"domain/a.py": "from desk.clock import X", "clock.py": ""}, "clock"),
    (rules.imports_go_down, {"models/a.py": "import desk.services"}, "models imports"),
    (rules.imports_go_down, {"models/a.py": "from ..printing import sheet"}, "models imports"),
    (rules.imports_go_down, {"printing/a.py": "from desk.models import base"}, "printing"),
    (rules.imports_go_down, {"services/a.py": "from desk.ui.kit import x"}, "services imports"),
    (rules.imports_go_down, {"services/a.py": "def f():\n    import desk.ui"}, "services imports"),
    (rules.imports_go_down, {"ui/a.py": "import desk.models.base"}, "ui imports"),
    (rules.imports_go_down, {"ui/a.py": "from desk import printing"}, "ui imports"),
    (rules.imports_go_down, {"ui/a.py": "from desk.app import run", "app.py": ""}, "ui imports"),
    (
        rules.imports_go_down,
        {"ui/a.py": "if TYPE_CHECKING:\n    from desk.models.base import Row"},
        "ui imports",
    ),
    (
        rules.imports_go_down,
        {"models/migrations/versions/one.py": "from desk.errors import X"},
        "migrations imports",
    ),
    (rules.libraries_stay_in_their_room, {"services/a.py": "import sqlalchemy.orm"}, "sqlalchemy"),
    (rules.libraries_stay_in_their_room, {"services/a.py": "import PySide6"}, "PySide6"),
    (rules.libraries_stay_in_their_room, {"cli.py": "from PySide6 import QtCore"}, "QtCore"),
    (rules.libraries_stay_in_their_room, {"domain/a.py": "import stdnum"}, "stdnum"),
    (rules.libraries_stay_in_their_room, {"ui/a.py": "import reportlab"}, "reportlab"),
    (rules.libraries_stay_in_their_room, {"models/backup.py": "import sqlcipher3"}, "sqlcipher3"),
    (rules.libraries_stay_in_their_room, {"services/a.py": "import requests"}, "requests"),
    (rules.domain_knows_no_world, {"domain/a.py": "from pathlib import Path"}, "pathlib"),
    (rules.domain_knows_no_world, {"domain/a.py": "import os.path"}, "os.path"),
    (rules.domain_knows_no_world, {"domain/a.py": "import secrets"}, "secrets"),
    (rules.domain_knows_no_world, {"domain/a.py": "def f():\n    open('x')"}, ":2:"),
    (
        rules.rooms_keep_to_themselves,
        {"ui/complaint/a.py": "from desk.ui.reception.b import f", "ui/reception/b.py": ""},
        "complaint knows reception",
    ),
    (
        rules.rooms_keep_to_themselves,
        {"ui/kit/a.py": "from desk.ui.shell import b", "ui/shell/b.py": ""},
        "kit knows shell",
    ),
    (rules.one_clock, {"services/a.py": "from time import time"}, ":1:"),
    (rules.one_clock, {"services/a.py": "def f():\n    return time.localtime()"}, ":2:"),
    (rules.one_clock, {"services/a.py": "from datetime import datetime as d"}, ":1:"),
    (rules.one_clock, {"services/a.py": "def f():\n    return datetime.now(UTC)"}, ":2:"),
    (rules.one_clock, {"domain/a.py": "def f():\n    return dt.date.today()"}, ":2:"),
    (rules.one_clock, {"ui/a.py": "def f():\n    return QDate.currentDate()"}, ":2:"),
    (
        rules.threads_and_messages_have_one_door,
        {"ui/a.py": "from PySide6.QtWidgets import QMessageBox"},
        "QMessageBox",
    ),
    (
        rules.threads_and_messages_have_one_door,
        {"ui/a.py": "def f():\n    QtWidgets.QMessageBox.warning()"},
        "QMessageBox",
    ),
    (rules.threads_and_messages_have_one_door, {"services/a.py": "import asyncio"}, "asyncio"),
    (
        rules.threads_and_messages_have_one_door,
        {"services/a.py": "def f():\n    threading.Thread(target=f).start()"},
        "Thread",
    ),
    (rules.late_imports_have_doors, {"services/a.py": "def f():\n    import json"}, "json"),
    (rules.late_imports_have_doors, {"config.py": "def f():\n    import platformdirs"}, "platf"),
    (
        rules.late_imports_have_doors,
        {"config.py": '"""Loaded late."""\ndef f():\n    import reportlab'},
        "reportlab",
    ),
    (rules.late_imports_have_doors, {"ui/a.py": "m = import_module('desk.models')"}, "by name"),
    (
        rules.no_circles,
        {"domain/a.py": "from desk.domain import b", "domain/b.py": "import desk.domain.a"},
        "modules in a circle: desk.domain.a, desk.domain.b",
    ),
    (
        rules.no_circles,
        {
            "ui/one/a.py": "import desk.ui.two.a",
            "ui/two/a.py": "",
            "ui/two/b.py": "import desk.ui.one.b",
            "ui/one/b.py": "",
        },
        "packages in a circle: desk.ui.one, desk.ui.two",
    ),
    (rules.nothing_happens_at_import, {"ui/a.py": "TITLE = _('Print')"}, "calls _"),
    (rules.nothing_happens_at_import, {"ui/a.py": "class A:\n    title = _('Print')"}, ":2:"),
    (rules.nothing_happens_at_import, {"ui/a.py": "def f(title=_('Print')):\n    pass"}, ":1:"),
    (rules.nothing_happens_at_import, {"ui/a.py": "app = QApplication([])"}, "QApplication"),
    (
        rules.nothing_happens_at_import,
        {"models/a.py": "e = create_engine('x')"},
        "create_engine",
    ),
    (rules.nothing_happens_at_import, {"ui/a.py": "Q = Path('q').read_text()"}, "read_text"),
    (rules.no_lambda_is_connected, {"ui/a.py": "a.clicked.connect(lambda: 1)"}, ":1:"),
    (rules.nothing_grows_too_long, {"domain/a.py": "x = 1\n" * 301}, "301 lines in the file"),
    (rules.nothing_grows_too_long, {"domain/a.py": long("def f()", 51)}, "f has 51 lines"),
    (rules.nothing_grows_too_long, {"domain/a.py": long("class A", 301)}, "A has 301 lines"),
]


def build(folder: Path, files: dict[str, str]) -> House:
    """A small house of these files."""
    for name, text in files.items():
        path = folder / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return House.read(folder)


@pytest.mark.parametrize(("rule", "files", "told"), BITES)
def test_the_rule_bites(tmp_path: Path, rule: rules.Rule, files: dict[str, str], told: str) -> None:
    assert told in "\n".join(rule(build(tmp_path, files)))


GOOD = {
    "__init__.py": "",
    "errors.py": "import enum",
    "clock.py": "def now():\n    return datetime.now(UTC)",
    "i18n.py": "from desk.errors import X",
    "config.py": '"""One is loaded late."""\ndef f():\n    from platformdirs import x',
    "domain/a.py": "from desk.errors import X\nfrom desk.domain import b",
    "domain/b.py": "import dataclasses\nfrom datetime import date",
    "models/a.py": "import sqlalchemy as sa\nfrom desk.domain.a import X\nfrom . import b",
    "models/b.py": "if TYPE_CHECKING:\n    from desk.models.a import X",
    "models/migrations/versions/one.py": "from alembic import op\n" + long("def upgrade()", 90),
    "printing/a.py": "import threading\nfrom reportlab.pdfgen import canvas\nimport desk.domain.a\n"
    "LOCK = threading.Lock()",
    "services/a.py": "from desk.models import a\nfrom desk import i18n\nimport logging",
    "ui/attachment/a.py": "from desk.ui.kit import notify\nfrom desk.ui.paper.b import f",
    "ui/paper/b.py": "from time import monotonic",
    "ui/kit/notify.py": "from PySide6.QtWidgets import QMessageBox",
    "ui/kit/tasks.py": "from PySide6.QtCore import QThread\nimport threading",
    "ui/a.py": "from desk.services.a import f\nfrom desk.ui.kit import notify\n"
    "def f(clock):\n    title = _('Print')\n    b.connect(self.go)\n    return clock.now()",
    "app.py": "from PySide6 import QtWidgets\nimport desk.ui.a\nimport desk.models.a",
    "cli.py": '"""The window is imported late."""\ndef f():\n    from desk import app',
    "__main__.py": "from desk.cli import main",
}


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_rule_lets_a_good_house_stand(tmp_path: Path, rule: rules.Rule) -> None:
    assert list(rule(build(tmp_path, GOOD))) == []


def test_every_rule_is_seen_to_bite() -> None:
    assert {rule for rule, _files, _told in BITES} == set(rules.RULES)


IMPORT_ALL = """
import gc, importlib, sys, threading
for name in sys.argv[1:]:
    importlib.import_module(name)
from PySide6.QtCore import QCoreApplication
from sqlalchemy import Engine
assert QCoreApplication.instance() is None, "an application was made"
assert not [kept for kept in gc.get_objects() if isinstance(kept, Engine)], "an engine was made"
assert threading.active_count() == 1, "a thread was started"
"""


def test_importing_everything_makes_no_application_engine_thread_or_file(
    house: House, tmp_path: Path
) -> None:
    names = [
        module.name
        for module in house
        if module.name.rpartition(".")[2] != "__main__"
        and not module.name.startswith("desk.models.migrations.")
    ]
    done = subprocess.run(
        [sys.executable, "-B", "-c", IMPORT_ALL, *names],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr.strip().rpartition("\n")[2], done.returncode) == ("", 0)
    assert list(tmp_path.iterdir()) == []
