"""What is written down when a signed paper is back, and how a print stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.domain.paper import FORMS, FormCode, Outcome
from desk.domain.signed_paper import (
    MOST_PAGES,
    Home,
    PaperStanding,
    PrintFacts,
    changed_values,
    home_reasons,
    pages_reasons,
    standing,
    withdraw_reasons,
)

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)
OUT = PrintFacts(FormCode.COMPLAINT_SHEET, TODAY - DAY)
HOME = Home(TODAY, "李小龍")


def codes(*given: object, **told: bool) -> list[tuple[str, str | None]]:
    """The reasons, each with its field."""
    return [(one.code, one.field) for one in home_reasons(*given, **told)]  # type: ignore[arg-type]


def test_a_signed_paper_comes_home() -> None:
    assert codes(OUT, HOME, TODAY) == []
    assert codes(OUT, replace(HOME, signed_on=OUT.printed_on), TODAY) == []


def test_everything_that_is_missing_is_said_at_once() -> None:
    facts = replace(OUT, is_home=True)
    assert codes(facts, Home(TODAY + DAY, ""), TODAY) == [
        ("signed_paper.home", "knowingly"),
        ("signed_paper.signed_by.missing", "signed_by"),
        ("signed_paper.signed_on.future", "signed_on"),
    ]


def test_nobody_signed_before_it_was_printed() -> None:
    early = replace(HOME, signed_on=OUT.printed_on - DAY)
    assert codes(OUT, early, TODAY) == [("signed_paper.signed_on.before_print", "signed_on")]


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ({}, PaperStanding.OUT),
        ({"is_home": True, "is_replaced": True}, PaperStanding.HOME),
        ({"is_replaced": True, "is_let_go": True}, PaperStanding.REPLACED),
        ({"is_let_go": True}, PaperStanding.LET_GO),
        ({"outcome": Outcome.FAILED}, PaperStanding.FAILED),
        ({"outcome": Outcome.ASKED}, PaperStanding.OUT),
        ({"is_void": True, "is_home": True}, PaperStanding.VOID),
        ({"form": FormCode.SPECIAL_REPORT}, PaperStanding.STAYS),
    ],
)
def test_how_a_print_stands(told: dict[str, object], known: PaperStanding) -> None:
    assert standing(replace(OUT, **told)) is known  # type: ignore[arg-type]


@pytest.mark.parametrize("told", ["is_home", "is_replaced", "is_let_go"])
def test_a_second_copy_and_an_older_version_come_home_only_knowingly(told: str) -> None:
    facts = replace(OUT, **{told: True})  # type: ignore[arg-type]
    assert [field for _code, field in codes(facts, HOME, TODAY)] == ["knowingly"]
    assert codes(facts, HOME, TODAY, knowingly=True) == []


def test_what_is_void_or_never_signed_does_not_come_home_at_all() -> None:
    for facts in (replace(OUT, is_void=True), replace(OUT, form=FormCode.MONTHLY_SUMMARY)):
        assert len(codes(facts, HOME, TODAY, knowingly=True)) == 1


def test_a_paper_that_did_not_come_out_and_is_in_hand_has_come_out() -> None:
    assert codes(replace(OUT, outcome=Outcome.FAILED), HOME, TODAY) == []


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_paper_that_is_signed_may_come_home(form: str) -> None:
    is_taken = not codes(replace(OUT, form=form), HOME, TODAY)
    assert is_taken == FORMS[form].comes_home


def test_a_paper_is_withdrawn_once_with_a_reason() -> None:
    assert withdraw_reasons("認錯單號", is_withdrawn=False) == ()
    assert withdraw_reasons("", is_withdrawn=False)[0].field == "why"
    assert withdraw_reasons("認錯單號", is_withdrawn=True)[0].code == "signed_paper.withdrawn"


def test_a_paper_has_so_many_pages_at_most() -> None:
    assert pages_reasons(MOST_PAGES) == ()
    assert pages_reasons(MOST_PAGES + 1)[0].parameters == {"most": MOST_PAGES}


def test_two_prints_tell_what_changed_between_them() -> None:
    older = {"place": "大堂", "reprint": 0, "steps": [{"text": "甲"}], "lead": None}
    newer = {"place": "天台", "reprint": 1, "steps": [{"text": "甲"}, {"text": "乙"}], "lead": ""}
    assert changed_values(older, newer) == (("place", "大堂", "天台"), ("steps.1.text", "", "乙"))


@pytest.mark.parametrize("known", PaperStanding)
def test_only_a_paper_of_the_desk_is_genuine(known: PaperStanding) -> None:
    foreign = {"never_printed", "unknown", "forged", "misread", "no_code"}
    assert known.is_genuine == (known not in foreign)
