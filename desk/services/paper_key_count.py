"""《鑰匙交接盤點表》 of a count: what was expected, what was found, both signatures (R112)."""

from functools import partial
from typing import Any

from desk.domain.key_count import CountExpected, CountFound, CountKind, Expected
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.models.lists import Page, Reader
from desk.models.lists import key_count as count_list
from desk.models.lists.key_count import DifferenceRow, KeyCountRow
from desk.printing.forms.key_count import FORM, CountedKey, KeyCount
from desk.printing.job import Job
from desk.services.paper_build import Subject, build
from desk.services.paper_sheet import Asked, Sheet
from desk.services.paper_subject import record_of
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.KEY_COUNT
KIND = "key_count"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The sheet as it stands now; `key` is an id, a number, a code or "latest"."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = _count(reader, key)
    subject = Subject(CODE, KIND, row.id, row.version, row.number, void=bool(row.void_why))
    return build(workplace, FORM, subject, asked, gather=partial(gathered, row))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The sheet without values, to count on the paper."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(row: KeyCountRow, job: Job) -> KeyCount:
    """The count in figures, its differences, what is lent, and the tags that hang there."""
    otherwise = {one.tag: one.found for one in row.differences}
    hanging = [one for one in row.expected if one.expected is CountExpected.IN]
    missing = {tag for tag, found in otherwise.items() if found == CountFound.MISSING}
    present = [one.tag for one in hanging if one.tag not in missing]
    back = [tag for tag, found in otherwise.items() if found == CountFound.PRESENT]
    away = [one for one in row.expected if one.expected is CountExpected.LENT]
    opens = {one.tag: one.opens for one in row.expected}
    return KeyCount(
        job=job,
        number=row.number,
        kind=CountKind(row.kind),
        counted_at=row.signed_at or row.at,
        handed_over_by=row.by,
        taken_over_by=row.to,
        expected=len(hanging),
        found=len(present) + len(back),
        present=tuple(present),
        out=tuple(_out(one, job) for one in away if one.tag not in back),
        differences=tuple(_difference(one, opens.get(one.tag, "")) for one in row.differences),
        remark=row.follows,
    )


def _out(one: Expected, job: Job) -> CountedKey:
    due = "" if one.due_at is None else job.custom.datetime(one.due_at)
    return CountedKey(one.tag, one.opens, label("count_expected", one.expected), one.holder, due)


def _difference(one: DifferenceRow, opens: str) -> CountedKey:
    expected, found = label("count_expected", one.expected), label("count_found", one.found)
    why = "\n".join(filter(None, (one.why, one.write_off_why)))
    return CountedKey(one.tag, opens, expected, found, why)


def _count(reader: Reader, key: int | str) -> KeyCountRow:
    return record_of(reader, KIND, key, count_list.detail, count_list.detail_by_number, _newest)


def _newest(reader: Reader) -> Page[Any]:
    return count_list.counts(reader, None, 1)
