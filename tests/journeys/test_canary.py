"""A name that is nowhere else in the world: no byte of the data folder may show it."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk import log
from desk.domain.complaint import ComplaintEntry
from desk.domain.reception import ReceptionEntry
from desk.errors import DeskError
from desk.services import attachment, complaint, complaint_case, draft, paper, reception, sign_in
from desk.services.workplace import Workplace

NAME = "金絲雀龘堃"
LATIN = "Canaryqzx"
PHONE = "6873910254"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + LATIN.encode() * 40


@pytest.fixture
def logged(workplace: Workplace) -> Iterator[None]:
    handler = log.start(workplace.folder.logs)
    yield
    log.stop(handler)


def _live_a_day(workplace: Workplace, tmp_path: Path) -> None:
    """Everything that takes a name in."""
    visit = reception.register(
        workplace,
        ReceptionEntry(
            happened_at=workplace.now(),
            caller_name=f"{NAME} {LATIN}",
            caller_phone=PHONE,
            request=f"{NAME}查詢{LATIN}",
        ),
    )
    entry = ComplaintEntry(
        received_at=workplace.now(),
        occurred_at=workplace.now() - timedelta(hours=1),
        place=f"{LATIN} 大堂",
        reception_id=visit.id,
        complainant=f"{NAME} {LATIN}",
        contact=PHONE,
        about=NAME,
        course=f"{NAME}說{LATIN}",
        demand=NAME,
    )
    case = complaint.register(workplace, entry)
    picture = tmp_path / f"{LATIN}.png"
    picture.write_bytes(PNG)
    attachment.add(workplace, "complaint", case.id, picture)
    draft.save(workplace, "complaint", NAME, {"course": LATIN, "phone": PHONE})
    paper.save_pdf(
        workplace,
        paper.prepare(workplace, paper.FormCode.COMPLAINT_SHEET, case.number, "zh_Hant"),
        tmp_path / "sheet.pdf",
    )


def _fail_in_every_way(workplace: Workplace) -> None:
    """Refusals, faults and a bug, all of them logged."""
    logger = logging.getLogger("desk")
    try:
        sign_in.sign_in(workplace.folder, LATIN, NAME, workplace.clock)
    except DeskError:
        logger.exception("refused")
    try:
        complaint_case.get(workplace, f"{LATIN}{NAME}")
    except DeskError:
        logger.exception("not found")
    try:
        raise ValueError(f"{NAME} {LATIN} {PHONE}")
    except ValueError as bug:
        logger.exception("bug")
        log.write_crash_report(workplace.folder.logs, bug, workplace.now())


def _files_that_show(folder: Path, words: tuple[str, ...]) -> list[str]:
    shown = []
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        names = str(path.relative_to(folder)).encode()
        for word in words:
            for encoding in ENCODINGS:
                coded = word.encode(encoding, "ignore")
                if coded and (coded in content or coded in names):
                    shown.append(f"{path.name}: {word} as {encoding}")
    return shown


@pytest.mark.usefixtures("logged")
def test_no_file_of_the_folder_shows_a_name_while_the_desk_is_open(
    workplace: Workplace, tmp_path: Path
) -> None:
    _live_a_day(workplace, tmp_path)
    _fail_in_every_way(workplace)
    names = {path.name for path in workplace.folder.path.rglob("*")}

    assert {"desk.db", "desk.db-wal", "vault.json", "desk.log"} <= names
    assert _files_that_show(workplace.folder.path, (NAME, LATIN, PHONE, "陳大文", "海濱花園")) == []


def test_the_search_for_the_canary_would_find_it(tmp_path: Path) -> None:
    (tmp_path / "leak.txt").write_bytes(f"...{NAME}...".encode("utf-16-le"))

    assert _files_that_show(tmp_path, (NAME,)) == [f"leak.txt: {NAME} as utf-16-le"]
