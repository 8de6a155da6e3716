"""Every deed asks whether the clerk may do it: read from the source, so that a new one cannot be
forgotten."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SERVICES = Path(__file__).resolve().parents[2] / "desk" / "services"
GUARDS = frozenset({"require", "deed", "reading"})
# The words on a shut button say that the clerk may not; they refuse nothing.
WORDS, WORDS_GUARDS = ("_reasons", "_blockers"), GUARDS | {"missing"}

# Opening the folder comes before there is a clerk, and a sample has none.
WITHOUT_A_CLERK = frozenset({"sign_in", "sample_estate"})
# What asks nothing of the database: it tells of the clerk, or works on what was asked for before.
ASKS_NOTHING = frozenset({"reception.narrowed", "staff.password_wrong_reasons"})

Deed = ast.FunctionDef


def deeds(text: str) -> dict[str, Deed]:
    """The functions of a module, by name."""
    return {one.name: one for one in ast.parse(text).body if isinstance(one, ast.FunctionDef)}


def takes_workplace(deed: Deed) -> bool:
    return any(
        isinstance(one.annotation, ast.Name) and one.annotation.id == "Workplace"
        for one in deed.args.args
    )


def calls(deed: Deed) -> Iterator[ast.Call]:
    return (node for node in ast.walk(deed) if isinstance(node, ast.Call))


def is_guarded(deed: Deed, known: dict[str, Deed], seen: frozenset[str] = frozenset()) -> bool:
    """Whether the function, or one of its module that it hands the workplace to, asks."""
    guards = WORDS_GUARDS if deed.name.endswith(WORDS) else GUARDS
    for call in calls(deed):
        match call.func:
            case ast.Attribute(value=ast.Name(id="workplace"), attr=name) if name in guards:
                return True
            case ast.Name(id=name) if name in known and name not in seen:
                if is_guarded(known[name], known, seen | {name}):
                    return True
    return False


def unguarded(module: str, text: str) -> list[str]:
    """The public functions of a module that are given a workplace and never ask."""
    known = deeds(text)
    return [
        f"{module}.{name}"
        for name, deed in known.items()
        if not name.startswith("_") and takes_workplace(deed) and not is_guarded(deed, known)
    ]


def test_every_public_service_asks_for_a_permission() -> None:
    found = {
        name
        for path in sorted(SERVICES.glob("*.py"))
        if path.stem not in WITHOUT_A_CLERK
        for name in unguarded(path.stem, path.read_text("utf-8"))
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
