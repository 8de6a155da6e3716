"""A data folder of every release is kept here; this program opens it and finds everything in it."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.complaint import State
from desk.models import history, upgrade
from desk.models.backup import inventory
from desk.models.storage import Storage
from desk.services import complaint, complaint_case, find, paper, print_log, reception, sign_in
from desk.services.complaint import ComplaintFilter
from desk.services.print_log import PrintFilter
from desk.services.reception import ReceptionFilter
from desk.services.workplace import Workplace

RELEASES = sorted(path for path in Path(__file__).parent.iterdir() if (path / "desk.db").exists())
ROWS = {  # of the sample that each of them holds
    "0.1.0": {"unit": 12, "resident": 28, "reception": 29, "complaint": 1},
    "0.2.0": {"unit": 12, "resident": 26, "reception": 6, "complaint": 9, "complaint_step": 35},
    "0.3.0": {
        "unit": 12,
        "resident": 26,
        "reception": 16,
        "complaint": 13,
        "complaint_step": 74,
        "release_pass": 14,
        "release_item": 38,
        "key_set": 33,
        "key_loan": 12,
        "custody_agreement": 4,
        "print_log": 2,
        "print_page": 2,
        "signed_paper": 1,
        "attachment": 4,
    },
    "0.4.0": {
        "unit": 12,
        "resident": 29,
        "reception": 31,
        "complaint": 15,
        "complaint_step": 91,
        "release_pass": 14,
        "key_set": 33,
        "service_order": 21,
        "price_board": 3,
        "price_item": 51,
        "service_person": 6,
        "supplier_agreement": 2,
        "service_agreement": 3,
        "receipt": 30,
        "receipt_line": 36,
        "fee_mandate": 2,
        "service_callback": 5,
        "move_in": 6,
        "move_in_document": 22,
        "move_in_fee": 10,
        "inspection": 3,
        "inspection_item": 150,
        "defect": 1,
        "print_log": 5,
        "print_page": 5,
        "signed_paper": 1,
        "attachment": 4,
    },
}
PASSWORD = "sample-140891"


@pytest.fixture(params=RELEASES, ids=[path.name for path in RELEASES])
def release(request: pytest.FixtureRequest, tmp_path: Path) -> DataFolder:
    """A copy of the release's folder that this program has not seen yet."""
    folder = DataFolder(tmp_path / "release")
    shutil.copytree(request.param, folder.path)
    return folder


@pytest.fixture
def opened(release: DataFolder, tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    """Another copy of it, signed in to, and so upgraded."""
    folder = DataFolder(tmp_path / "data")
    shutil.copytree(release.path, folder.path)
    workplace = sign_in.sign_in(folder, "admin", PASSWORD, clock)
    yield workplace
    workplace.close()


@pytest.fixture
def rows(request: pytest.FixtureRequest) -> dict[str, int]:
    """How many rows the release holds, by table."""
    return ROWS[request.node.callspec.params["release"].name]


def test_a_folder_of_each_release_is_kept() -> None:
    assert [path.name for path in RELEASES] == sorted(ROWS)


def test_every_release_comes_up_to_date_with_nothing_lost(
    opened: Workplace, rows: dict[str, int]
) -> None:
    with opened.reading() as reader:
        assert upgrade.current(reader) == upgrade.HEAD
        counts = {table: reader.scalar(text(f"SELECT count(*) FROM {table}")) for table in rows}
        assert counts == rows
        assert list(history.broken_entries(reader)) == []
        assert reader.exec_driver_sql("PRAGMA foreign_key_check").first() is None


def test_every_release_is_read_and_searched_like_new(
    opened: Workplace, rows: dict[str, int]
) -> None:
    newest = reception.page(opened, ReceptionFilter()).rows[0]
    assert find.find(opened, newest.number).exact_kind == "reception"
    assert newest.number in [hit.number for hit in find.find(opened, newest.caller_name).receptions]
    assert len(complaint.page(opened, ComplaintFilter()).rows) == rows["complaint"]


def test_every_release_leaves_a_backup_in_which_everything_stands_as_it_was(
    release: DataFolder, opened: Workplace
) -> None:
    before = _content(release.database, opened.key)
    backups = list(opened.folder.backups.glob("*"))

    assert [_content(path, opened.key) for path in backups] == (
        [] if before["alembic_version"] == [(upgrade.HEAD,)] else [before]
    )


def test_the_backup_of_every_release_opens_with_the_same_password(
    release: DataFolder, opened: Workplace, clock: FixedClock
) -> None:
    for kept in opened.folder.backups.glob("*"):
        shutil.copyfile(kept, release.database)
        restored = sign_in.sign_in(release, "admin", PASSWORD, clock)
        assert reception.page(restored, ReceptionFilter()).rows == (
            reception.page(opened, ReceptionFilter()).rows
        )
        restored.close()


def test_every_print_of_a_release_is_shown_again_as_it_was(
    opened: Workplace, rows: dict[str, int]
) -> None:
    printed = print_log.page(opened, PrintFilter()).rows
    assert len(printed) == rows.get("print_log", 0)
    for row in printed:
        assert paper.shown_again(opened, row.id).startswith(b"%PDF")


MISSED = """
UPDATE deadline SET met_at = NULL, ended_at = due_at + 1 WHERE id = (
    SELECT min(deadline.id) FROM deadline JOIN service_order ON service_order.id = record_id
    WHERE deadline.kind = 'service_order' AND clock = 'service_order.arrive'
    AND service_order.state = 'done'
) RETURNING record_id, due_at
"""


@pytest.mark.parametrize("release", RELEASES[-1:], ids=["0.4.0"], indirect=True)
def test_a_time_that_was_missed_before_is_missed_after(
    release: DataFolder, opened: Workplace, clock: FixedClock
) -> None:
    """R240: the clock of 0.4.0 that another time ended late says which time nobody kept."""
    storage = Storage.open(release.database, opened.key)
    with storage.writing() as connection:
        ((order_id, due_at),) = connection.execute(text(MISSED)).all()
        connection.commit()
    storage.close()
    again = sign_in.sign_in(release, "admin", PASSWORD, clock)
    with again.reading() as reader:
        query = "SELECT id, missed_by FROM service_order WHERE missed_by IS NOT NULL"
        assert reader.execute(text(query)).all() == [(order_id, due_at)]
    again.close()


def _content(path: Path, key: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    storage = Storage.open(path, key)
    with closing(storage.bare()) as driver:
        tables = inventory(driver)
        content = {
            name: driver.execute(f'SELECT * FROM "{name}"').fetchall()
            for name in (*tables.rows, *tables.inner)
        }
    storage.close()
    return content


def test_a_case_that_ended_before_there_were_policies_owes_nothing(opened: Workplace) -> None:
    for row in complaint.page(opened, ComplaintFilter(states=frozenset({State.CLOSED}))).rows:
        case = complaint_case.get(opened, row.id)
        assert case.texts.policy_id is not None or case.clocks == ()
