"""Whatever a rule may answer has words, and the words ask for nothing that is not given."""

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest

from desk import i18n, wording
from desk.domain.reasons import Reason
from desk.errors import DeskError, EnvironmentFault, NotFound, RuleRefused, StaleRecord
from tests.architecture.reading import House, last_name

ROOT = Path(__file__).resolve().parent.parent
CODE = re.compile(r"[a-z_]+(\.[a-z_]+)+")
ANSWERS = frozenset({"Reason", "EnvironmentFault"})
# Vocabularies of the machine, which no window or paper shows.
NOT_SHOWN = frozenset({"media_type", "order_deed"})
# Class names that say nothing without the name of their room.
COMMON_NAMES = frozenset({"state", "kind", "column", "status", "method", "place"})
# Vocabularies that go by another name than their class.
OTHER_NAMES = {
    "form_code": "form",
    "outcome": "print_outcome",
    "household_file_group": "file_group",
    "household_sheet_column": "household_column",
    "household_plan_status": "import_status",
    "step_kind": "step",
    "inspection_verdict": "part_verdict",
    "defect_event_kind": "defect_event",
    "move_in_event_kind": "move_in_event",
    "service_order_kind": "order_kind",
    "service_order_state": "order_state",
    "service_order_urgency": "order_urgency",
    "service_order_liability": "order_liability",
    "service_order_event_kind": "order_event",
    "service_order_deeds_deed": "order_deed",
    "service_order_parts_source": "material_source",
    "service_order_parts_fit": "material_fit",
    "service_order_parts_word": "change_word",
    "release_pass_state": "pass_state",
    "release_pass_role": "pass_role",
    "release_pass_locks_lock_code": "pass_lock",
    "release_pass_locks_about": "pass_about",
    "release_pass_gate_outcome": "gate_outcome",
    "release_pass_gate_event_kind": "pass_event",
    "release_pass_gate_said": "pass_said",
}


@dataclass(frozen=True)
class Answer:
    """One place that answers with a code: the code as a pattern and what fills its sentence."""

    place: str
    pattern: str
    given: frozenset[str] | None

    def names(self, code: str) -> bool:
        return re.fullmatch(self.pattern, code) is not None


def answers(house: House) -> Iterator[Answer]:
    """Every reason and fault the source makes with a code written on the spot."""
    for module in house:
        for node in ast.walk(module.tree):
            if is_answer(node):
                place, pattern = f"{module.name}:{node.lineno}", code_pattern(node)
                codes = codes_of(module.tree) if pattern is None else [pattern]
                yield from (Answer(place, code, given(node)) for code in codes)


def codes_of(tree: ast.Module) -> list[str]:
    """Every text of a module that looks like a code: for answers whose code is looked up."""
    nodes = list(ast.walk(tree))
    on_the_spot = {code_pattern(node) for node in nodes if is_answer(node)}
    texts = {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
    codes = {re.escape(text) for text in texts if CODE.fullmatch(text)}
    return sorted(codes - on_the_spot)


def is_answer(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) in ANSWERS


def code_pattern(call: ast.Call) -> str | None:
    """The code's pattern; a part that is computed stands for any one word."""
    named = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    code = next(iter([*call.args, *named]), None)
    if isinstance(code, ast.Constant):
        return re.escape(str(code.value))
    if isinstance(code, ast.JoinedStr):
        parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"
                 for part in code.values]  # fmt: skip
        return "".join(parts)
    return None


def given(call: ast.Call) -> frozenset[str] | None:
    """The parameters given on the spot, None where that cannot be read from the source."""
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    if last_name(call.func) == "EnvironmentFault":
        return frozenset(str(keyword.arg) for keyword in call.keywords)
    named = [keyword.value for keyword in call.keywords if keyword.arg == "parameters"]
    filled = next(iter([*call.args[2:], *named]), None)
    if filled is None:
        return frozenset()
    if not isinstance(filled, ast.Dict):
        return None
    return frozenset(key.value for key in filled.keys if isinstance(key, ast.Constant))


@pytest.fixture(scope="module")
def house() -> House:
    return House.read(ROOT)


def wordless(found: Iterator[Answer], codes: set[str]) -> list[str]:
    return [
        f"{answer.place}: {answer.pattern}"
        for answer in found
        if not any(answer.names(code) for code in codes)
    ]


def unfilled(found: Iterator[Answer], sentences: dict[str, str]) -> list[str]:
    return [
        f"{answer.place}: {code} wants {sorted(missing)}"
        for answer in found
        if answer.given is not None
        for code, text in sentences.items()
        if answer.names(code)
        if (missing := {field for _t, field, _s, _c in Formatter().parse(text) if field}
            - answer.given)
    ]  # fmt: skip


def test_every_reason_and_fault_has_a_sentence(house: House) -> None:
    assert "\n".join(wordless(answers(house), set(wording.SENTENCES))) == ""


def test_every_sentence_is_given_what_it_asks_for(house: House) -> None:
    assert unfilled(answers(house), wording.SENTENCES) == []


def written(house: House) -> set[str]:
    """Every text that stands in the source outside the words themselves."""
    return {
        node.value
        for module in house
        if not module.name.startswith("desk.wording.")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_no_sentence_waits_for_a_code_that_nobody_gives(house: House) -> None:
    computed = {
        pattern
        for module in house
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and last_name(node.func) in {*ANSWERS, "sentence"}
        if (pattern := code_pattern(node)) is not None
    }
    texts = written(house)
    unused = [
        code
        for code in wording.SENTENCES
        if code not in texts and not any(re.fullmatch(one, code) for one in computed)
    ]
    assert unused == []


def test_a_missing_sentence_and_an_unfilled_one_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "a.py").write_text(
        'Reason("a.b")\nReason(f"a.{x}.c", "f")\nEnvironmentFault("a.d", file=1)\n'
        'Reason("a.e", parameters={"limit": 3})\n'
    )
    (tmp_path / "desk" / "b.py").write_text('CODES = {1: "b.c"}\nEnvironmentFault(CODES[1])\n')
    found = list(answers(House.read(tmp_path)))
    assert len(wordless(iter(found), set())) == 5
    assert wordless(iter(found), {"a.b", "a.xyz.c", "a.d", "a.e", "b.c"}) == []
    told = unfilled(iter(found), {"a.b": "{n}", "a.d": "{file} {n}", "a.e": "{limit}"})
    assert told == ["desk.a:1: a.b wants ['n']", "desk.a:3: a.d wants ['n']"]


def vocabularies(house: House) -> dict[str, type[StrEnum]]:
    """Every enumeration of the rules under the name its labels carry."""
    found: dict[str, type[StrEnum]] = {}
    for module in house:
        if not module.name.startswith("desk.domain."):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum:
                word = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", value.__name__).lower()
                room = value.__module__.rpartition(".")[2]
                whole = f"{room}_{word}"
                name = whole if word in COMMON_NAMES or whole in OTHER_NAMES else word
                found[OTHER_NAMES.get(name, name)] = value
    return found


def test_every_value_of_every_vocabulary_has_a_label(house: House) -> None:
    nameless = [
        f"{name}: {value}"
        for name, vocabulary in vocabularies(house).items()
        if name not in NOT_SHOWN
        for value in vocabulary
        if value not in wording.LABELS.get(name, {})
    ]
    assert "\n".join(nameless) == ""


def test_no_label_stands_for_a_value_that_is_gone(house: House) -> None:
    known, texts = vocabularies(house), written(house)
    left = [
        f"{name}: {value}"
        for name, labels in wording.LABELS.items()
        if name in known
        for value in labels
        if value not in {*known[name], *texts}
    ]
    assert left == []


def test_no_two_rooms_word_the_same_code() -> None:
    codes = [code for room in wording.ROOMS for code in room.SENTENCES]
    names = [name for room in wording.ROOMS for name in room.LABELS]
    assert len(codes) == len(set(codes))
    assert len(names) == len(set(names))


def test_every_file_of_words_is_among_the_rooms() -> None:
    files = {path.stem for path in (ROOT / "desk" / "wording").glob("[!_]*.py")}
    assert files == {room.__name__.rpartition(".")[2] for room in wording.ROOMS}


def test_every_kind_of_record_has_a_name(house: House) -> None:
    kinds = {
        value for module in house for node in ast.walk(module.tree) for value in kinds_named(node)
    }
    assert len(kinds) > 10
    assert kinds - set(wording.LABELS["record"]) == set()


def kinds_named(node: ast.AST) -> Iterator[str]:
    """The kind a table or an error names."""
    value: ast.AST | None = None
    if isinstance(node, ast.Assign) and last_name(node.targets[0]) == "__tablename__":
        value = node.value
    if isinstance(node, ast.Call) and last_name(node.func) in {"NotFound", "StaleRecord"}:
        value = node.args[0] if node.args else None
    if isinstance(value, ast.Constant):
        yield str(value.value)


def test_a_code_without_words_gives_a_sentence_that_names_it() -> None:
    assert wording.sentence("no.such.code") == "This cannot be done now (no.such.code)."
    assert wording.label("channel", "pigeon") == "pigeon"
    assert wording.label("no_such_vocabulary", "x") == "x"


def test_a_sentence_shows_a_value_it_was_not_given_rather_than_failing() -> None:
    assert wording.sentence("record.not_found") == "This record is not here: {kind} {key}."
    told = wording.sentence("record.not_found", {"kind": "unit", "key": "9"})
    assert told == "This record is not here: Unit 9."


def test_a_value_is_said_in_the_words_of_its_vocabulary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(wording.SENTENCES, "a.b", "From {region:region} by {name}, {n} times.")
    told = wording.sentence("a.b", {"region": "HK", "name": "{name}", "n": 3})
    assert told == "From Hong Kong by {name}, 3 times."


def test_every_vocabulary_named_in_a_sentence_has_labels() -> None:
    named = {
        spec
        for text in wording.SENTENCES.values()
        for _text, _field, spec, _conversion in Formatter().parse(text)
        if spec
    }
    assert named <= {*wording.LABELS, wording.MONEY}


def test_an_amount_in_a_sentence_is_the_estates_money() -> None:
    told = {"owed": "1280.00"}
    for region, money in (("HK", "HK$1,280.00"), ("TW", "NT$1,280"), ("CN", "¥1,280.00")):
        with i18n.speaking("en", region):
            assert wording.sentence("service_order.pay.more", told) == f"Only {money} is owed."
    with i18n.speaking("en", ""):
        assert wording.sentence("service_order.pay.more", told) == "Only 1280.00 is owed."


def test_an_amount_that_is_none_is_shown_as_it_was_told_rather_than_failing() -> None:
    with i18n.speaking("en", "HK"):
        assert wording.sentence("service_order.pay.more") == "Only {owed} is owed."
        for told in ("", "None", "1,280"):
            assert wording.sentence("service_order.pay.more", {"owed": told}) == (
                f"Only {told} is owed."
            )


def test_every_expected_error_explains_itself() -> None:
    reasons = RuleRefused([Reason("one.code"), Reason("two.code")])
    assert [text[-11:] for text in wording.explain(reasons)] == ["(one.code).", "(two.code)."]
    assert "(disk.on_fire)" in wording.explain(EnvironmentFault("disk.on_fire"))[0]
    assert "Someone else" in wording.explain(StaleRecord("reception"))[0]
    assert "李小姐" in wording.explain(StaleRecord("reception", by="李小姐"))[0]
    assert wording.explain(DeskError()) == ["This cannot be done now."]
    assert "R2026-000001" in wording.explain(NotFound("reception", "R2026-000001"))[0]
