"""An encrypted folder: begun, written, opened again, shut to a wrong password, its trail whole."""

from pathlib import Path

from desk.cli.checks import RARE, need
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.reception import ReceptionEntry
from desk.domain.staff import AccountEntry
from desk.errors import EnvironmentFault
from desk.i18n import _
from desk.models import history
from desk.services import reception, sign_in
from desk.services.workplace import Workplace

_LOGIN, _PASSWORD = "admin", "self test 1"
_NAME = f"{RARE}野家"


def check(folder: Path) -> None:
    """A whole small life of a data folder."""
    data = DataFolder(folder / "data")
    number = _begin(data)
    need(_is_refused(data), _("a wrong password was let in"))
    need(_NAME.encode() not in data.database.read_bytes(), _("a name stands in plain text"))
    workplace = sign_in.sign_in(data, _LOGIN, _PASSWORD, SystemClock())
    try:
        _look(workplace, number)
    finally:
        workplace.close()


def _begin(data: DataFolder) -> str:
    beginning = sign_in.Beginning(
        estate="自我檢測",
        region=Region.HK,
        calendar=Calendar.GREGORIAN,
        account=AccountEntry(_LOGIN, _NAME, Role.ADMINISTRATOR, "zh_Hant"),
        password=_PASSWORD,
    )
    workplace, _code = sign_in.begin(data, beginning, SystemClock())
    try:
        entry = ReceptionEntry(workplace.now(), caller_name=_NAME, request="查詢")
        return reception.register(workplace, entry).number
    finally:
        workplace.close()


def _is_refused(data: DataFolder) -> bool:
    try:
        sign_in.sign_in(data, _LOGIN, f"{_PASSWORD}!", SystemClock()).close()
    except EnvironmentFault:
        return True
    return False


def _look(workplace: Workplace, number: str) -> None:
    kept = reception.get(workplace, number)
    need(kept.caller_name == _NAME, _("what was saved reads differently"))
    with workplace.reading() as reader:
        need(not list(history.broken_entries(reader)), _("the history is broken"))
