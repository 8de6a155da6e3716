"""The help of the command line: what every word is for, and where to read more."""

import argparse
from collections.abc import Iterator
from typing import Any

import pytest

from desk.cli import columns, complaint, parser, service_callback
from desk.cli.case.deeds import DEEDS
from tests.cli.conftest import Desk, is_one_plain_line


def _below(words: tuple[str, ...], of: argparse.ArgumentParser) -> Iterator[tuple[Any, ...]]:
    yield words, of
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, one in action.choices.items():
                yield from _below((*words, name), one)


def test_every_word_of_every_command_says_what_it_is_for() -> None:
    silent = [
        (*words, action.dest)
        for words, one in _below((), parser._parser())
        for action in one._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert silent == []


def test_every_command_begins_its_help_with_what_it_does() -> None:
    assert [words for words, one in _below((), parser._parser()) if not one.description] == []


@pytest.mark.parametrize("deed", ["register", "consent", *DEEDS])
def test_every_word_of_every_deed_says_what_it_is_for(
    deed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        complaint.parse([deed, "--help"])
    told = capsys.readouterr().out
    assert "every field as JSON" in told
    assert deed not in DEEDS or "the complaint's number" in told


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["list"], columns.DUE),
        (["list"], columns.REGISTERS["work-log"]),
        (["find"], columns.FOUND),
        (["policy", "list"], columns.POLICIES),
        (["policy", "check"], columns.CLAUSES),
        (["complaint"], columns.CASE),
        (["callbacks"], service_callback.KIND),
    ],
)
def test_the_columns_of_a_plain_line_are_named(
    desk: Desk, words: list[str], named: tuple[str, ...]
) -> None:
    assert ", ".join(named) in desk(*words, "--help", data=None).out


def test_codes_that_do_not_speak_for_themselves_have_their_meaning(desk: Desk) -> None:
    told = desk("complaint", "judge", "--help", data=None).out
    assert "beyond = e. Beyond our power" in " ".join(told.split())
    told = desk("complaint", "act-now", "--help", data=None).out
    assert "e = e. The company faces" in " ".join(told.split())


@pytest.mark.parametrize(
    ("words", "see"),
    [
        (["frobnicate"], "desk --help"),
        (["list", "visits"], "desk list --help"),
        (["print", "letter"], "desk print --help"),
        (["policy", "show", "--language", "fr"], "desk policy show --help"),
        (["complaint", "judge", "C2026-000001"], "desk complaint judge --help"),
        (["complaint", "judge", "C2026-000001", "--wat"], "desk complaint judge --help"),
        (["provider", "person", "new", "--wat"], "desk provider person new --help"),
        (["defect", "inspect", "finish", "N1", "wat"], "desk defect inspect finish --help"),
        (["policy", "list", "--wat"], "desk policy list --help"),
    ],
)
def test_a_word_that_is_not_understood_names_the_help_that_tells(
    desk: Desk, words: list[str], see: str
) -> None:
    told = desk(*words)
    assert is_one_plain_line(told)
    assert told.code == 2
    assert told.err.endswith(f" See: {see}\n")


@pytest.mark.parametrize(
    "words",
    [
        ("receptions", "--due"),
        ("complaints", "--waiting"),
        ("work-log", "--waiting"),
        ("receptions", "--state", "closed"),
        ("work-log", "--severity", "major"),
        ("complaints", "--due", "--since", "2026-11-01"),
    ],
)
def test_words_of_a_list_that_would_change_nothing_are_refused(
    desk: Desk, words: tuple[str, ...]
) -> None:
    told = desk("list", *words)
    assert is_one_plain_line(told)
    assert (told.code, told.out) == (2, "")
