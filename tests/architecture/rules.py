"""The rules of the house. Each takes a source tree and tells what breaks it."""

import ast
from collections.abc import Callable, Iterator

from tests.architecture import table
from tests.architecture.cycles import circles
from tests.architecture.reading import House, Import, Module, at_import, last_name

Rule = Callable[[House], Iterator[str]]
_BY_NAME = frozenset({"import_module", "__import__"})


def floor_of(name: str) -> str | None:
    """The floor a module stands on, None where the table has none for it."""
    parts = name.split(".")
    prefixes = (".".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((table.FLOORS[prefix] for prefix in prefixes if prefix in table.FLOORS), None)


def every_module_has_a_floor(house: House) -> Iterator[str]:
    """A file that stands nowhere in the table answers to nobody."""
    for module in house:
        if module.name != "desk" and floor_of(module.name) is None:
            yield f"{module.name}: stands on no floor"


def imports_go_down(house: House) -> Iterator[str]:
    """A floor imports the floors below it and nothing else of ours."""
    for module in house:
        floor = floor_of(module.name)
        for found in house.imports(module):
            if floor and _is_ours(found) and not _may_import(floor, found.target):
                yield f"{module.name}:{found.line}: {floor} imports {found.target}"


def _may_import(floor: str, target: str) -> bool:
    allowed = table.MAY_IMPORT[floor]
    also = table.ALSO.get(floor, frozenset())
    return floor_of(target) in allowed or target in also


def libraries_stay_in_their_room(house: House) -> Iterator[str]:
    """Each library is known to the floors and modules that the table names."""
    for module in house:
        for found in house.imports(module):
            root = found.target.partition(".")[0]
            if root in table.STANDARD or _is_ours(found):
                continue
            allowed = table.LIBRARIES.get(root, frozenset())
            if not {floor_of(module.name), module.name} & allowed:
                yield f"{module.name}:{found.line}: imports {found.target}"


def domain_knows_no_world(house: House) -> Iterator[str]:
    """The rules read no file, no clock and no chance."""
    for module in house:
        if floor_of(module.name) != "domain":
            continue
        for found in house.imports(module):
            if not _is_ours(found) and found.target.partition(".")[0] not in table.IN_DOMAIN:
                yield f"{module.name}:{found.line}: domain imports {found.target}"
        for node in ast.walk(module.tree):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if is_call and node.func.id in table.NOT_CALLED_IN_DOMAIN:
                yield f"{module.name}:{node.lineno}: domain calls {node.func.id}"


def rooms_keep_to_themselves(house: House) -> Iterator[str]:
    """A room of the window knows the kit and the neighbours that the table names; the kit none."""
    for module in house:
        room = _room(house, module.name)
        allowed = {room, "kit"} | table.NEIGHBOURS.get(room, frozenset())
        for found in house.imports(module):
            other = _room(house, found.target) if room else ""
            if other and other not in allowed:
                yield f"{module.name}:{found.line}: {room} knows {other}"


def _room(house: House, name: str) -> str:
    """The room of the window a module lies in; "" for what lies in none."""
    parts = name.split(".")
    is_room = len(parts) > 3 or (name in house.modules and house.modules[name].is_package)
    return parts[2] if parts[:2] == ["desk", "ui"] and len(parts) > 2 and is_room else ""


def one_clock(house: House) -> Iterator[str]:
    """Only `desk.clock` asks the PC for the time."""
    for module in house:
        for node in ast.walk(module.tree):
            if module.name != "desk.clock" and _asks_time(node):
                yield f"{module.name}:{node.lineno}: asks the PC for the time"


def _asks_time(node: ast.AST) -> bool:
    """A call of the PC's clock, or what would let one be made under another name."""
    if isinstance(node, ast.ImportFrom):
        hidden = {"datetime": {"datetime", "date"}, "time": table.CLOCKS}.get(node.module or "", ())
        return any(one.name in hidden and _is_hidden(node, one) for one in node.names)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    owner, deed = last_name(node.func.value), node.func.attr
    return (
        (owner in {"datetime", "date"} and deed in {"now", "today", "utcnow"})
        or (owner == "time" and deed in table.CLOCKS)
        or (owner in {"QDate", "QDateTime", "QTime"} and deed.startswith("current"))
    )


def _is_hidden(node: ast.ImportFrom, name: ast.alias) -> bool:
    return node.module == "time" or name.asname not in (None, name.name)


def threads_and_messages_have_one_door(house: House) -> Iterator[str]:
    """QMessageBox belongs to notify, threads belong to tasks."""
    for module in house:
        for node in ast.walk(module.tree):
            names = [alias.name for alias in node.names] if _is_from(node) else [last_name(node)]
            for name in names:
                if table.ONLY_IN.get(name, module.name) != module.name:
                    yield f"{module.name}: knows {name}"
        for found in house.imports(module):
            root = found.target.partition(".")[0]
            if root in table.THREADS and module.name != "desk.ui.kit.tasks":
                yield f"{module.name}:{found.line}: imports {found.target}"


def late_imports_have_doors(house: House) -> Iterator[str]:
    """An import inside a function stands at a declared door, whose docstring says so."""
    for module in house:
        for found in house.imports(module):
            if found.late and not _is_door(module, found):
                yield f"{module.name}:{found.line}: imports {found.target} late"
        for node in ast.walk(module.tree):
            by_name = isinstance(node, ast.Call) and last_name(node.func) in _BY_NAME
            if by_name and module.name not in table.BY_NAME:
                yield f"{module.name}:{node.lineno}: imports by name"


def _is_door(module: Module, found: Import) -> bool:
    doors = table.LATE_DOORS.get(module.name, frozenset())
    said = "late" in module.docstring.lower()
    return said and any(f"{found.target}.".startswith(f"{door}.") for door in doors)


def no_circles(house: House) -> Iterator[str]:
    """No module and no package comes back to itself."""
    graph = {
        module.name: {found.target for found in house.imports(module) if not found.typing_only}
        for module in house
    }
    yield from (f"modules in a circle: {', '.join(circle)}" for circle in circles(graph))
    packages: dict[str, set[str]] = {}
    for name, targets in graph.items():
        ours = {_package(house, target) for target in targets if target in house.modules}
        packages.setdefault(_package(house, name), set()).update(ours - {_package(house, name)})
    yield from (f"packages in a circle: {', '.join(circle)}" for circle in circles(packages))


def _package(house: House, name: str) -> str:
    """The package a module lies in; a module of the top level is its own."""
    package = house.modules[name].package
    return name if package == "desk" else package


def nothing_happens_at_import(house: House) -> Iterator[str]:
    """No translation, engine, application or file is touched while a module is imported."""
    for module in house:
        for node in at_import(module.tree):
            if isinstance(node, ast.Call) and last_name(node.func) in table.NOT_AT_IMPORT:
                yield f"{module.name}:{node.lineno}: calls {last_name(node.func)} at import"


def no_lambda_is_connected(house: House) -> Iterator[str]:
    """A lambda in a connection keeps its window alive."""
    for module in house:
        for node in ast.walk(module.tree):
            if (
                isinstance(node, ast.Call)
                and last_name(node.func) == "connect"
                and any(isinstance(argument, ast.Lambda) for argument in node.args)
            ):
                yield f"{module.name}:{node.lineno}: connects a lambda"


def nothing_grows_too_long(house: House) -> Iterator[str]:
    """Files, classes and functions stay readable; a table or a migration may be long."""
    for module in house:
        lines = module.text.count("\n")
        is_table = module.name in table.TABLES or floor_of(module.name) == "migrations"
        if lines > table.FILE_LINES and not is_table:
            yield f"{module.name}: {lines} lines in the file"
        for node in ast.walk(module.tree):
            limit = _limit(node, floor_of(module.name))
            length = _length(node)
            if limit and length > limit:
                yield f"{module.name}:{node.lineno}: {node.name} has {length} lines"


def _limit(node: ast.AST, floor: str | None) -> int | None:
    if isinstance(node, ast.ClassDef):
        return table.CLASS_LINES
    is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    return table.FUNCTION_LINES if is_function and floor != "migrations" else None


def _length(node: ast.AST) -> int:
    return (getattr(node, "end_lineno", None) or 0) - getattr(node, "lineno", 0) + 1


def _is_ours(found: Import) -> bool:
    return found.target.partition(".")[0] == "desk"


def _is_from(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom)


RULES: tuple[Rule, ...] = (
    every_module_has_a_floor,
    imports_go_down,
    libraries_stay_in_their_room,
    domain_knows_no_world,
    rooms_keep_to_themselves,
    one_clock,
    threads_and_messages_have_one_door,
    late_imports_have_doors,
    no_circles,
    nothing_happens_at_import,
    no_lambda_is_connected,
    nothing_grows_too_long,
)
