"""The source as the rules see it: modules, what they import and where."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Import:
    """One imported module: where it stands, whether inside a function, whether for types only."""

    target: str
    line: int
    late: bool
    typing_only: bool


@dataclass(frozen=True)
class Module:
    """One source file under its dotted name."""

    name: str
    text: str
    is_package: bool

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def docstring(self) -> str:
        return ast.get_docstring(self.tree) or ""

    @property
    def package(self) -> str:
        return self.name if self.is_package else self.name.rpartition(".")[0]


@dataclass(frozen=True)
class House:
    """Every module of a source tree."""

    modules: dict[str, Module] = field(repr=False)
    _imports: dict[str, list[Import]] = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, root: Path, package: str = "desk") -> "House":
        """Read the package that lies in the root folder."""
        modules = {}
        for path in sorted((root / package).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            is_package = parts[-1] == "__init__"
            name = ".".join(parts[:-1] if is_package else parts)
            modules[name] = Module(name, path.read_text(encoding="utf-8"), is_package)
        return cls(modules)

    def __iter__(self) -> Iterator[Module]:
        return iter(self.modules.values())

    def imports(self, module: Module) -> list[Import]:
        """What a module imports; ``from package import name`` names the module where it is one."""
        if module.name not in self._imports:
            self._imports[module.name] = [
                found
                for node, late, typing in _walk(module.tree, late=False, typing=False)
                for found in self._targets(module, node, late, typing)
            ]
        return self._imports[module.name]

    def _targets(
        self, module: Module, node: ast.stmt, late: bool, typing: bool
    ) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, late, typing)
        if isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                is_module = inner in self.modules or base in {"desk", "PySide6"}
                yield Import(inner if is_module else base, node.lineno, late, typing)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.package.split(".")
    above = parts[: len(parts) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def _walk(node: ast.AST, *, late: bool, typing: bool) -> Iterator[tuple[ast.stmt, bool, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, late, typing
            continue
        inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        types = isinstance(child, ast.If) and _name(child.test) == "TYPE_CHECKING"
        yield from _walk(child, late=late or inside, typing=typing or types)


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Everything that is evaluated while the module is imported.

    Class bodies, decorators and default values are; the inside of a function is not.
    """
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in (*child.decorator_list, child.args):
                yield part
                yield from at_import(part)
        elif isinstance(child, ast.Lambda):
            yield from at_import(child.args)
        else:
            yield child
            yield from at_import(child)


def _name(node: ast.AST) -> str:
    """The last name of ``name`` or ``something.name``; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


last_name = _name
