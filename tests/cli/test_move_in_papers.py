"""`desk print`: the papers of a move-in, and its packet in one go."""

from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_commands import text_of

FORMS = (
    "owner-registration",
    "owner-card",
    "move-in-agreement",
    "materials-receipt",
    "document-list",
    "move-in-notice",
    "authorisation",
)


@pytest.mark.parametrize("form", FORMS)
def test_every_paper_of_a_move_in_is_printed_blank(desk: Desk, tmp_path: Path, form: str) -> None:
    path = tmp_path / "paper.pdf"
    told = desk("print", form, "blank", "--language", "zh_Hans", "--output", str(path))
    assert told == (0, f"blank\t{path}\n", "")
    assert path.read_bytes().startswith(b"%PDF")


def test_a_packet_of_no_case_is_refused_and_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "packet.pdf"
    words = ("print", "move-in-packet", "M1999-000001", "--language", "zh_Hant")
    assert desk(*words, "--output", str(path)).code != 0
    assert not path.exists()


def test_the_packet_of_the_sample_is_one_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "packet.pdf"
    words = ("print", "move-in-packet", "M2026-000001", "--language", "zh_Hant")
    told = desk(*words, "--output", str(path))
    assert told.code == 0, told
    assert "業主資料卡" in text_of(path)
