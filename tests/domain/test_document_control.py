"""What the head of a form must say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.domain.document_control import DocumentEntry, entry_reasons

TODAY = date(2026, 11, 21)
WHOLE = DocumentEntry("PM-CS-012", "B", "2", date(2026, 11, 1), "何敏", "黃志強", "陳大文")


def codes(entry: DocumentEntry, *taken: str) -> list[str]:
    return [one.code for one in entry_reasons(entry, TODAY, taken)]


def test_a_whole_head_and_none_at_all_stand() -> None:
    assert codes(WHOLE) == []
    assert codes(DocumentEntry()) == []
    assert codes(DocumentEntry("PM-CS-012", "B", effective_on=TODAY)) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"number": ""}, "document.number.missing"),
        ({"edition": ""}, "document.edition.missing"),
        ({"effective_on": None}, "document.effective_on.missing"),
        ({"effective_on": TODAY + timedelta(days=1)}, "document.effective_on.future"),
    ],
)
def test_what_is_missing_is_said(change: dict[str, object], code: str) -> None:
    assert codes(replace(WHOLE, **change)) == [code]  # type: ignore[arg-type]


def test_everything_is_said_at_once() -> None:
    assert len(codes(DocumentEntry(approved_by="陳大文"))) == 3


def test_no_two_forms_have_one_number() -> None:
    assert codes(WHOLE, "PM-CS-012") == ["document.number.taken"]
