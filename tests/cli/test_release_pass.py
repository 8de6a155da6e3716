"""Release passes from the command line: every deed of the window, refused in its words."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from desk.cli import release_pass
from desk.cli.release_pass_deeds import DEEDS
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain import paper_code
from desk.domain.release_pass import Role
from desk.domain.release_pass_locks import LockCode
from desk.domain.release_pass_rule import PassKind
from desk.services import release_pass as passes_service
from desk.services import release_pass_seal, sign_in
from desk.services.workplace import Workplace
from desk.wording import label, sentence
from tests.cli.conftest import Desk, Estate, Told, is_one_plain_line
from tests.domain.release_pass_cases import MATRIX, MOVING, refusals
from tests.services.pass_course import PNG

WALL = ZoneInfo("Asia/Hong_Kong")


def wall(after: timedelta = timedelta()) -> str:
    """A time by the estate's clock, as it is typed."""
    return f"{datetime.now(UTC).astimezone(WALL) + after:%Y-%m-%d %H:%M}"


def day(after: int = 0) -> str:
    return wall(timedelta(days=after))[:10]


def said(*codes: str, **given: str) -> str:
    """What the window says of these reasons, a line each."""
    return "".join(f"desk: {sentence(code, given)}\n" for code in codes)


class Passes(NamedTuple):
    """Passes on the command line."""

    desk: Desk
    file: str
    unit: int

    def do(self, deed: str, *words: str, login: str = "reception") -> Told:
        return self.desk("pass", deed, *words, login=login)

    def done(self, deed: str, *words: str, login: str = "reception") -> list[str]:
        told = self.do(deed, *words, login=login)
        assert (told.code, told.err) == (0, ""), (deed, told)
        return told.rows[-1]

    def new(self, kind: str = "bulky_goods", role: str = "owner", **more: str) -> str:
        given = {
            "kind": kind,
            "applicant": "曾德華",
            "role": role,
            "unit": str(self.unit),
            "plate": "AB 1234",
            "from": wall(-timedelta(minutes=1)),
            "until": wall(timedelta(hours=3)),
            "back-by": day(2),
        } | more
        words = [word for name, value in given.items() for word in (f"--{name}", value)]
        return self.done("new", *words)[0]

    def item(self, number: str, *words: str) -> list[str]:
        what = words or ("--what", "電鑽", "--count", "2", "--returnable")
        return self.done("item", number, *what)

    def owner(self, number: str) -> list[str]:
        words = ("--how", "phone", "--person", "曾", "--caller", "陳", "--phone", "91234567")
        return self.done("owner", number, *words)

    def fees(self, number: str) -> list[str]:
        words = ("--person", "陳", "--until", day(), "--statement", self.file)
        return self.done("fees", number, *words)

    def issued(self, kind: str = "bulky_goods") -> str:
        number = self.new(kind)
        self.item(number)
        self.owner(number)
        self.done("issue", number, "--acknowledged", "另一件")
        return number

    def shown(self, number: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.desk("pass", "show", number, "--json").out)
        return found


@pytest.fixture
def passes(desk: Desk, estate: Estate, tmp_path: Path) -> Passes:
    path = tmp_path / "statement.png"
    path.write_bytes(PNG)
    with at_desk(estate) as workplace, workplace.reading() as reader:
        unit = reader.exec_driver_sql(NOT_LET).scalar()
    return Passes(desk, str(path), unit)


NOT_LET = (
    "SELECT min(id) FROM unit WHERE id NOT IN"
    " (SELECT unit_id FROM resident WHERE role = 'tenant' AND active)"
)


@contextmanager
def at_desk(estate: Estate) -> Iterator[Workplace]:
    folder, clock = DataFolder(estate.path), SystemClock()
    workplace = sign_in.sign_in(folder, "admin", estate.passwords["admin"], clock)
    try:
        yield workplace
    finally:
        workplace.close()


def code_of(estate: Estate, number: str) -> str:
    """The seal is on the paper; here it is asked of the program itself."""
    with at_desk(estate) as workplace:
        key = passes_service.get(workplace, number).detail.id
        seal = release_pass_seal.seal_of(workplace, key)
    return paper_code.write(number, "release_pass", 0, seal)


@pytest.mark.parametrize("kind", PassKind)
def test_the_matrix_is_refused_in_the_words_of_the_window(passes: Passes, kind: PassKind) -> None:
    """Kind by applicant by each lock, as in the rules and in the services."""
    some = {Role.OWNER, Role.TENANT, Role.CONTRACTOR}
    wrong = []
    for _kind, role, missing in (one for one in MATRIX if one[0] is kind and one[1] in some):
        number = passes.new(kind, role)
        if missing is not LockCode.ITEMS:
            passes.item(number)
        if missing is not LockCode.FEES and kind in MOVING:
            passes.fees(number)
        if missing is not LockCode.OWNER:
            passes.owner(number)
        told = passes.do("issue", number, "--acknowledged", "另一件")
        expected = refusals(kind, role, missing)
        if (told.err, told.code) != (said(*expected), 1 if expected else 0):
            wrong.append((role, missing, told))
    assert wrong == []


def test_a_pass_from_draft_to_the_last_thing_back(passes: Passes, estate: Estate) -> None:
    number = passes.new("returnable_goods")
    assert passes.item(number) == [number, "draft", "", "0"]
    assert passes.done("issue", number) == [number, "issued", "", "0"]
    told = passes.do("verify", code_of(estate, number))
    assert told.rows == [
        ["genuine", number, label("pass_said", "genuine")],
        ["item", "電鑽", "2", "", ""],
    ]
    gate = ("--guard", "何保安", "--outcome")
    assert passes.done("gate", number, *gate, "partly_left", "--item", "1=1")[1] == "partly_left"
    assert passes.done("gate", number, *gate, "left") == [number, "left", "", "2"]
    assert passes.do("verify", code_of(estate, number)).rows[0][0] == "gone"
    assert passes.done("back", number, "--guard", "何保安", "--item", "1=1")[3] == "1"
    assert passes.done("back", number, "--guard", "何保安") == [number, "back", "", "0"]
    kinds = [one["kind"] for one in passes.shown(number)["journal"]]
    assert kinds == ["issued", "partly_left", "left", "back", "back"]


def test_the_open_locks_stand_in_the_line(passes: Passes) -> None:
    number = passes.new("moving_out")
    assert passes.do("show", number).rows[0] == ["id", passes.do("show", number).rows[0][1]]
    assert passes.item(number)[2] == "fees,owner"
    assert passes.fees(number)[2] == "owner"
    assert passes.owner(number)[2] == ""
    assert passes.done("item", number, "--what", "鋼琴")[2] == "owner"
    assert passes.done("drop-item", number, "--line", "2")[2] == ""


def test_all_that_is_missing_is_said_at_once(passes: Passes) -> None:
    number = passes.new("moving_out", until=wall(timedelta(seconds=60)))
    told = passes.do("issue", number)
    codes = [f"release_pass.{one}.missing" for one in ("items", "fees", "owner")]
    assert (told.code, told.err) == (1, said(*codes))


def test_the_managers_waiver_comes_from_a_second_account(
    passes: Passes, estate: Estate, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = passes.new("moving_out")
    told = passes.do("waive", number, "--why", "已議定分期")
    assert (told.code, is_one_plain_line(told)) == (2, True)
    monkeypatch.setenv("DESK_APPROVER", "manager")
    monkeypatch.setenv("DESK_APPROVER_PASSWORD", estate.passwords["manager"])
    passes.done("waive", number, "--why", "已議定分期")
    given = passes.shown(number)["evidence"][0]
    assert (given["how"], given["note"]) == ("waived", "已議定分期")


def test_only_a_supervisor_extends(passes: Passes) -> None:
    number = passes.issued()
    words = ("--until", wall(timedelta(hours=9)), "--why", "貨車延誤")
    assert passes.do("extend", number, *words).code == 1
    assert passes.done("extend", number, *words, login="supervisor")[1] == "issued"


def test_it_is_void_with_its_reason(passes: Passes) -> None:
    number = passes.issued()
    assert passes.do("void", number).err == said("release_pass.why.missing")
    assert passes.done("void", number, "--why", "改期")[1] == "void"


def test_what_the_guard_does_is_refused_in_words(passes: Passes) -> None:
    number = passes.issued()
    told = passes.do("gate", number, "--outcome", "refused")
    assert told.err == said("release_pass.guard.missing", "release_pass.refusal.missing")
    told = passes.do("gate", number, "--outcome", "partly_left", "--guard", "何", "--item", "7=1")
    assert told.err == said("release_pass.counts.unknown")
    told = passes.do("gate", number, "--outcome", "partly_left", "--guard", "何", "--item", "x")
    assert (told.code, is_one_plain_line(told)) == (2, True)


def test_a_number_of_thousands_of_digits_is_refused_in_words(passes: Passes) -> None:
    number, huge = passes.new(), "9" * 5_000
    told = passes.do("item", number, "--what", "電鑽", "--count", huge)
    assert told.code == 1
    assert told.err == said("release_pass.quantity.outside", place="1", most="99999")
    passes.item(number)
    passes.owner(number)
    passes.done("issue", number)
    for counts in (f"1={huge}", f"{huge}=1", "1=1000000000000"):
        words = ("--outcome", "partly_left", "--guard", "李", "--item", counts)
        assert passes.do("gate", number, *words).code == 1
    assert passes.do("show", number, login="reception").code == 0


def test_what_is_counted_of_one_line_twice_adds_up(passes: Passes) -> None:
    number = passes.new()
    passes.item(number)
    passes.owner(number)
    passes.done("issue", number)
    words = ("--outcome", "partly_left", "--guard", "李", "--item", "1=2", "--item", "1=1")
    told = passes.do("gate", number, *words)
    assert (told.code, told.err) == (1, said("release_pass.counts.outside", what="電鑽", most="2"))


def test_a_forged_code_is_told_on_the_phone(passes: Passes) -> None:
    number = passes.issued()
    bare, forged = passes.do("verify", number), passes.do("verify", "P2026000001J0ABCDEZ")
    assert (bare.code, bare.rows[0][0]) == (1, "unsealed")
    assert (forged.code, forged.rows[0][0]) == (1, "unreadable")
    item = json.loads(passes.do("verify", number, "--json").out)
    assert (item["said"], item["lets_pass"], item["pass"]["number"]) == ("unsealed", False, number)


def test_a_photo_that_is_not_there_lists_nothing(passes: Passes) -> None:
    number = passes.new()
    assert passes.do("item", number, "--what", "紙箱", "--photo", "/no.png").code == 1
    assert passes.shown(number)["items"] == []


def test_the_register_is_listed(passes: Passes) -> None:
    number = passes.new("moving_in", applicant="龘大文")
    rows = passes.do("list", "--text", "龘大文").rows
    assert [row[0] for row in rows] == [number]
    assert len(rows[0][1]) == len("2026-11-21 14:30")
    assert json.loads(passes.do("list", "--kind", "moving_in", "--json").out)[0]["plate"]


def test_desk_show_knows_a_pass_by_its_number(passes: Passes) -> None:
    number = passes.new()
    assert passes.desk("show", number).out == passes.do("show", number).out
    assert json.loads(passes.desk("show", number, "--json").out)["record"]["number"] == number


def test_an_identity_paper_is_never_told(passes: Passes) -> None:
    number = passes.new(**{"identity": "hkid", "identity-tail": "Q7X9"})
    for words in ((), ("--json",)):
        assert "Q7X9" not in passes.do("show", number, *words).out
    assert passes.done("identity", number) == ["曾德華", "hkid", "Q7X9"]
    assert passes.do("identity", number, login="quality").code != 0


def test_a_change_keeps_what_is_not_named(passes: Passes) -> None:
    number = passes.new()
    passes.done("change", number, "--gate", "東門")
    record = passes.shown(number)["record"]
    assert (record["gate"], record["plate"], record["applicant"]) == ("東門", "AB 1234", "曾德華")


@pytest.mark.parametrize("deed", ["new", "verify", "show", "list", "identity", *DEEDS])
def test_every_word_of_every_deed_says_what_it_is_for(
    deed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        release_pass.parse([deed, "--help"])
    assert "every field as JSON" in capsys.readouterr().out
