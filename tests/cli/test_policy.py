"""`desk policy`: versions, rules in words, and where each clause is kept."""

import json
from pathlib import Path

import pytest

from desk.cli import policy_check
from desk.cli.policy_check import Fault, faults_of
from desk.domain import policy_text
from desk.domain.clauses import ClauseRow
from desk.services import policy
from tests.cli.conftest import Desk, is_one_plain_line

TEST = "tests/cli/test_policy.py::test_the_versions_and_the_profiles_are_listed"


# Versions


def test_the_versions_and_the_profiles_are_listed(desk: Desk) -> None:
    told = desk("policy", "list")
    assert (told.code, told.err) == (0, "")
    assert [row[:3] for row in told.rows] == [
        ["1", "strictest", "2000-01-01"],
        ["", "M0", ""],
        ["", "M1", ""],
        ["", "M2", ""],
        ["", "M4", ""],
        ["", "strictest", ""],
    ]


def test_the_list_as_json_says_who_and_why(desk: Desk) -> None:
    first = json.loads(desk("policy", "list", "--json").out)[0]
    assert {"number", "code", "holds_from", "made_at", "made_by", "why"} == first.keys()


# Rules in words


def test_a_rule_is_shown_with_its_clause_and_what_is_ours(desk: Desk) -> None:
    told = desk("policy", "show", "M2", data=None)
    rows = {(row[0], row[1]): row[2:] for row in told.rows}
    words, clauses, ours = rows["clocks", "solve.major"]
    assert "within 10 days" in words
    assert "an overrun needs the approval of General manager" in words
    assert (clauses, ours) == (
        "M2 R150, K6",
        "our reading: who answers for it, who approves an overrun",
    )


@pytest.mark.parametrize("which", [*policy.PROFILES, policy.STRICTEST])
@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans", "en"])
def test_every_profile_is_shown_whole_in_every_language(
    desk: Desk, which: str, language: str
) -> None:
    told = desk("policy", "show", which, "--language", language, data=None)
    profile = policy.profile(which)
    shown = [row[0] for row in told.rows]
    assert told.code == 0
    assert shown.count("clocks") == len(profile.clocks)
    assert shown.count("close") == len(profile.close)
    assert shown.count("posts") == len(profile.posts)


def test_it_speaks_the_language_that_is_asked_for(desk: Desk) -> None:
    assert "輕微" in desk("policy", "show", "M2", "--language", "zh_Hant", data=None).out
    assert "轻微" in desk("policy", "show", "M2", "--language", "zh_Hans", data=None).out
    assert "Minor" in desk("policy", "show", "M2", "--language", "en", data=None).out


@pytest.mark.parametrize("words", [(), ("1",)])
def test_the_estates_own_version_is_shown(desk: Desk, words: tuple[str, ...]) -> None:
    item = json.loads(desk("policy", "show", *words, "--json").out)
    assert (item["number"], item["holds_from"]) == (1, "2000-01-01")
    assert policy_text.read(item["policy"]) == policy.profile(policy.STRICTEST)
    assert {"section", "code", "words", "clauses", "ours"} == item["words"][0].keys()


@pytest.mark.parametrize("which", ["9", "M9", "../M2"])
def test_what_is_not_there_is_said_in_one_line(desk: Desk, which: str) -> None:
    told = desk("policy", "show", which)
    assert is_one_plain_line(told)
    assert told.code == 1


def test_a_command_without_a_deed_is_misunderstood(desk: Desk) -> None:
    assert desk("policy").code == 2


# Clauses


def test_the_check_prints_clause_rule_and_test(desk: Desk) -> None:
    told = desk("policy", "check", data=None)
    rows = {row[0]: row for row in told.rows if len(row) == 5}
    assert (told.code, told.err) == (0, "")
    places = "M0:answer.major; M0:solve.major; M0:forward.office_manager"
    assert rows["R4"][1:4] == ["M0", "policy", places]
    assert rows["R4"][4].startswith("tests/")
    assert (rows["R136"][2], rows["R12"][2]) == ("reference text only", "comes later")


def test_the_check_as_json_says_the_same(desk: Desk) -> None:
    told = desk("policy", "check", "--json", data=None)
    item = json.loads(told.out)
    assert {"rows", "faults"} == item.keys()
    assert told.code == (1 if item["faults"] else 0)


def test_a_table_with_a_gap_ends_with_1_and_names_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = tuple(row for row in policy_check.table() if row.clause != "R150")
    monkeypatch.setattr(policy_check, "table", lambda: rows)
    told = desk("policy", "check", data=None)
    assert is_one_plain_line(told)
    assert ["R150", "R150 is missing from the table."] in told.rows


def test_the_rows_of_the_shipped_table_hold() -> None:
    """What is in the table is true; `desk policy check` says what is not in it yet."""
    assert faults_of(policy_check.table(), ()) == ()


def row(where: str, test: str = TEST, clause: str = "R171", kind: str = "rule") -> ClauseRow:
    return ClauseRow(clause, "M2", kind, (where,), (test,))


@pytest.mark.parametrize(
    "where",
    [
        "desk.domain.policy_rules.policy_reasons",
        "M2:close.handled",
        "strictest:close.handled",
    ],
)
def test_a_name_that_cites_the_clause_holds(where: str) -> None:
    assert faults_of((row(where),), ()) == ()


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("desk.domain.complaint.no_such_rule", "clause.no_such_name"),
        ("desk.no_such_room.rule", "clause.no_such_name"),
        ("os.path.join", "clause.no_such_name"),
        ("M2:close.magic", "clause.no_such_name"),
        ("M9:close.handled", "clause.no_such_name"),
        ("desk.domain.complaint.NAME_LIMIT", "clause.not_cited"),
        ("desk.domain.complaint.State.CLOSED", "clause.not_cited"),
        ("M2:close.told", "clause.not_cited"),
    ],
)
def test_a_name_that_is_gone_or_does_not_cite_is_told(where: str, code: str) -> None:
    assert faults_of((row(where),), ()) == (Fault("R171", code, where),)


def test_a_field_is_cited_by_its_class() -> None:
    assert faults_of((row("desk.domain.complaint.Nature.HELP", clause="R129"),), ()) == ()
    assert faults_of((row("desk.domain.policy.ClockRule.as_wanted", clause="R142"),), ()) == ()


@pytest.mark.parametrize(
    "test", ["tests/gone.py::test_x", "tests/cli/test_policy.py::test_gone", "resources/x.tsv"]
)
def test_a_test_that_is_gone_is_told(test: str) -> None:
    assert faults_of((row("M2:close.handled", test),), ()) == (
        Fault("R171", "clause.no_such_test", test),
    )


def test_where_no_tests_are_nobody_misses_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy_check, "program_folder", lambda: tmp_path)
    assert faults_of((row("M2:close.handled", "tests/gone.py::test_x"),), ()) == ()
