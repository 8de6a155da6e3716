"""Every deed asks whether the clerk may do it: read from the source, so that a new one cannot be
forgotten."""

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

SERVICES = Path(__file__).resolve().parents[2] / "desk" / "services"
GUARDS = frozenset({"require", "deed", "reading"})
# The words on a shut button say that the clerk may not; they refuse nothing.
WORDS, WORDS_GUARDS = ("_reasons", "_blockers"), GUARDS | {"missing"}

# Opening the folder comes before there is a clerk, and a sample has none.
WITHOUT_A_CLERK = frozenset({"sign_in", "sample_estate", "sample_homes"})
# What asks nothing of the database: it tells of the clerk, or works on what was asked for before.
ASKS_NOTHING = frozenset(
    {
        "personal_data.shown",
        "personal_data.shown_paper",
        "reception.narrowed",
        "staff.password_wrong_reasons",
    }
)

# A unit of work and a reader are had from the workplace, which asked: who is given one works inside
# a deed that was allowed.
HAD_BY_ASKING = frozenset({"UnitOfWork", "Reader"})

Deed = ast.FunctionDef
Elsewhere = Callable[[str, str], bool]


def is_deed(deed: Deed) -> bool:
    """Whether the function is one that must ask: public, at a desk, outside any other deed."""
    if deed.name.startswith("_"):
        return False
    notes = [one.annotation for one in deed.args.args if one.annotation is not None]
    named = {node.id for note in notes for node in ast.walk(note) if isinstance(node, ast.Name)}
    at_a_desk = any(isinstance(note, ast.Name) and note.id == "Workplace" for note in notes)
    return at_a_desk and not named & HAD_BY_ASKING


def calls(deed: Deed) -> Iterator[ast.Call]:
    return (node for node in ast.walk(deed) if isinstance(node, ast.Call))


def hands_over(call: ast.Call) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "workplace" for one in call.args)


def neighbours(tree: ast.Module) -> dict[str, tuple[str, str]]:
    """What a module knows of other services: the name, the service, and its function or ""."""
    found = {}
    for node in tree.body:
        if not isinstance(node, ast.ImportFrom) or node.module is None:
            continue
        for one in node.names:
            if node.module == "desk.services":
                found[one.asname or one.name] = (one.name, "")
            elif node.module.startswith("desk.services."):
                service = node.module.removeprefix("desk.services.")
                found[one.asname or one.name] = (service, one.name)
    return found


class Guarded:
    """Whether the functions of one module ask, by themselves or through whom they hand the
    workplace to: a part of the module, or another service."""

    def __init__(self, text: str, elsewhere: Elsewhere) -> None:
        tree = ast.parse(text)
        self.known = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
        self._neighbours: Mapping[str, tuple[str, str]] = neighbours(tree)
        self._elsewhere = elsewhere

    def asks(self, name: str, seen: frozenset[str] = frozenset()) -> bool:
        deed, seen = self.known[name], seen | {name}
        guards = WORDS_GUARDS if name.endswith(WORDS) else GUARDS
        return any(self._is_asked(call, guards, seen) for call in calls(deed))

    def _is_asked(self, call: ast.Call, guards: frozenset[str], seen: frozenset[str]) -> bool:
        match call.func:
            case ast.Attribute(value=ast.Name(id="workplace"), attr=attr):
                return attr in guards
            case ast.Name(id=name) if name in self.known:
                return name not in seen and self.asks(name, seen)
            case ast.Name(id=name) if name in self._neighbours and hands_over(call):
                return self._elsewhere(*self._neighbours[name])
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if hands_over(call):
                service, function = self._neighbours.get(name, ("", ""))
                return not function and self._elsewhere(service, attr)
        return False


@cache
def service(module: str) -> Guarded | None:
    path = SERVICES / f"{module}.py"
    return Guarded(path.read_text("utf-8"), asks_there) if path.exists() else None


@cache
def asks_there(module: str, name: str) -> bool:
    """Whether the function of another service asks; what cannot be read does not."""
    there = service(module)
    return there is not None and name in there.known and there.asks(name)


def nobody(_module: str, _name: str) -> bool:
    return False


def unguarded(module: str, text: str, elsewhere: Elsewhere = nobody) -> list[str]:
    """The deeds of a module that never ask."""
    read = Guarded(text, elsewhere)
    return [
        f"{module}.{name}"
        for name, deed in read.known.items()
        if is_deed(deed) and not read.asks(name)
    ]


def test_every_public_service_asks_for_a_permission() -> None:
    found = {
        name
        for path in sorted(SERVICES.glob("*.py"))
        if path.stem not in WITHOUT_A_CLERK
        for name in unguarded(path.stem, path.read_text("utf-8"), asks_there)
    }
    assert found == ASKS_NOTHING


def test_only_opening_the_folder_goes_round_the_permissions() -> None:
    """A unit of work is had from `Workplace.deed`, which names a permission."""
    makers = {
        path.stem
        for path in SERVICES.glob("*.py")
        for deed in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(deed, ast.Call) and ast.unparse(deed.func).endswith("UnitOfWork")
    }
    assert makers == WITHOUT_A_CLERK | {"workplace"}


@pytest.mark.parametrize(
    "body",
    [
        "return workplace.storage",
        "return _helped(workplace)\ndef _helped(workplace): return other.require(1)",
    ],
)
def test_a_service_that_never_asks_is_seen(body: str) -> None:
    text = f"def open_all(workplace: Workplace) -> None:\n    {body}"
    assert unguarded("estate", text) == ["estate.open_all"]


def test_a_service_that_asks_through_a_part_of_its_module_is_let_be() -> None:
    text = (
        "def go(workplace: Workplace): return _part(workplace)\n"
        "def _part(workplace: Workplace):\n    with workplace.deed(1): pass"
    )
    assert unguarded("estate", text) == []


@pytest.mark.parametrize("known_to_ask", [True, False])
def test_a_service_that_asks_through_another_service_is_let_be(known_to_ask: bool) -> None:
    text = (
        "from desk.services import paper\n"
        "from desk.services.other import look\n"
        "def one(workplace: Workplace): return paper.blank(workplace, 1)\n"
        "def two(workplace: Workplace): return look(workplace)"
    )
    asking = {("paper", "blank"), ("other", "look")} if known_to_ask else set()
    seen = unguarded("estate", text, lambda *called: called in asking)
    assert seen == ([] if known_to_ask else ["estate.one", "estate.two"])


def test_a_service_that_keeps_the_workplace_to_itself_has_not_asked_through_another() -> None:
    text = (
        "from desk.services.other import look\n"
        "def one(workplace: Workplace): return look(workplace.storage)"
    )
    assert unguarded("estate", text, lambda *_called: True) == ["estate.one"]


@pytest.mark.parametrize("had", ["UnitOfWork", "Reader", "Reader | UnitOfWork"])
def test_a_part_of_a_deed_need_not_ask_again(had: str) -> None:
    text = f"def put(workplace: Workplace, at: {had}) -> None:\n    at.add(workplace.now())"
    assert unguarded("estate", text) == []
