"""Inspections and defects from the command line: every deed of the window, in its words."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from desk.cli import defect, inspection
from desk.cli.defect_deeds import DEEDS
from desk.cli.inspection_deeds import DEEDS as INSPECTION_DEEDS
from desk.wording import sentence
from tests.cli.conftest import Desk, Told, is_one_plain_line
from tests.services.pass_course import PNG

ROOMS = ("--room", "客廳:牆面,窗", "--room", "廚房：地漏")


class Defects(NamedTuple):
    """Inspections and defects on the command line."""

    desk: Desk
    unit: int

    def do(self, *words: str) -> Told:
        return self.desk("defect", *words, login="reception")

    def done(self, *words: str) -> list[list[str]]:
        told = self.do(*words)
        assert (told.code, told.err) == (0, ""), (words, told)
        return told.rows

    def inspect(self, *words: str) -> list[list[str]]:
        return self.done("inspect", *words)

    def begin(self) -> str:
        words = ("--builder", "新城建設", "--contact", "林工", "--owner", "曾德華")
        return self.inspect("begin", "--unit", str(self.unit), *words, *ROOMS)[0][0]

    def settled(self) -> str:
        number = self.begin()
        self.inspect("judge", number, "--fail", "2=玻璃有裂", "--rest")
        for kind in ("water", "electricity"):
            self.inspect("meter", number, "--kind", kind, "--meter", f"{kind}-1", "--reading", "9")
        self.inspect("meter", number, "--kind", "gas", "--absent", "未通氣")
        self.inspect("finish", number)
        return number

    def shown(self, *words: str) -> Any:
        return json.loads(self.do(*words, "--json").out)


@pytest.fixture
def defects(desk: Desk) -> Defects:
    return Defects(desk, 1)


def test_an_inspection_goes_from_begun_to_signed_and_its_fail_is_a_defect(
    defects: Defects,
) -> None:
    number = defects.settled()
    for who in ("builder", "owner", "staff"):
        defects.inspect("sign", number, "--who", who, "--by", "曾德華")
    told = defects.shown("inspect", "show", number)
    assert told["missing"] == []
    assert [one["verdict"] for one in told["parts"]] == ["pass", "fail", "pass"]
    assert told["meters"][0]["value"] == "9.000"
    (row,) = [one for one in defects.done("list") if one[0] == told["defects"][0]]
    assert row[3:6] == ["客廳 · 窗", "玻璃有裂", "新城建設"]


def test_a_defect_goes_from_found_to_passed(defects: Defects) -> None:
    number = defects.shown("inspect", "show", defects.settled())["defects"][0]
    defects.done("remind", number, "--how", "phone", "--to", "林工", "--answer", "下週")
    defects.done("done", number, "--by", "林工")
    row = defects.done("recheck", number, "--verdict", "fail", "--by", "何", "--remark", "仍裂")[0]
    assert (row[1], row[4]) == ("open", "1")
    defects.done("done", number, "--by", "林工")
    assert defects.done("recheck", number, "--verdict", "pass", "--by", "何")[0][1] == "passed"
    events = [one["kind"] for one in defects.shown("show", number)["journal"]]
    assert events == ["found", "reminded", "done", "failed", "done", "passed"]


def test_what_is_refused_says_why_all_at_once(defects: Defects) -> None:
    number = defects.begin()
    told = defects.do("inspect", "finish", number)
    assert told.code == 1
    codes = (
        "inspection.part.unseen",
        *(f"inspection.meter.{one}" for one in ("water", "electricity", "gas")),
    )
    assert told.err == "".join(f"desk: {sentence(code, {'count': 3})}\n" for code in codes)


def test_parts_are_named_by_their_place(defects: Defects) -> None:
    number = defects.begin()
    told = defects.do("inspect", "judge", number, "--pass", "4")
    assert told.code != 0 and is_one_plain_line(told)
    defects.inspect("rooms", number, "--rename", "1=北牆", "--drop", "3", "--room", "露台:欄杆")
    parts = [one[3] for one in defects.inspect("show", number) if one[0] == "part"]
    assert parts == ["北牆", "窗", "欄杆"]


def test_a_photo_stands_on_its_part(defects: Defects, tmp_path: Path) -> None:
    path = tmp_path / "crack.png"
    path.write_bytes(PNG)
    number = defects.begin()
    defects.inspect("photo", number, "--part", "2", "--file", str(path))
    parts = defects.shown("inspect", "show", number)["parts"]
    assert [len(one["photos"]) for one in parts] == [0, 1, 0]


def test_the_template_has_the_shipped_rooms(defects: Defects) -> None:
    rooms = defects.inspect("template")
    assert len(rooms) == 50 and all(len(one) == 2 for one in rooms)


def test_the_ages_are_counted(defects: Defects) -> None:
    before = {one[0]: int(one[1]) for one in defects.done("ages")}
    defects.settled()
    after = {one[0]: int(one[1]) for one in defects.done("ages")}
    assert after["to_30"] == before["to_30"] + 1


@pytest.mark.parametrize("deed", [*DEEDS, "show", "list", "ages"])
def test_every_deed_has_its_help(deed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        defect.parse([deed, "--help"])
    assert f"desk defect {deed}" in capsys.readouterr().out


@pytest.mark.parametrize("deed", [*INSPECTION_DEEDS, "begin", "show", "list", "template"])
def test_every_deed_of_an_inspection_has_its_help(
    deed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        inspection.parse([deed, "--help"])
    assert f"desk defect inspect {deed}" in capsys.readouterr().out


def test_show_and_find_know_them_by_number(defects: Defects, desk: Desk) -> None:
    number = defects.settled()
    fault = defects.shown("inspect", "show", number)["defects"][0]
    for one, kind in ((number, "inspection"), (fault, "defect")):
        found = json.loads(desk("find", one, "--json", login="reception").out)
        assert [hit["kind"] for hit in found] == [kind]
        assert desk("show", one, login="reception").rows[2] == ["number", one]


def test_the_desk_asks_a_supervisor_to_declare_a_defect_void(defects: Defects) -> None:
    defects.settled()
    number = defects.done("list", "--unit", str(defects.unit))[0][0]
    told = defects.do("void", number, "--why", "重複")
    assert told.code != 0
    assert told.err == f"desk: {sentence('defect.void.by')}\n"
    lead = defects.desk("defect", "void", number, "--why", "重複", login="supervisor")
    assert (lead.code, lead.rows[0][1]) == (0, "void")
