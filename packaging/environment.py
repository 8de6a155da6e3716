"""The tree's `.venv`: made from the lock, left alone when right, mended when a run was cut short.

A stamp inside it says what it was made from. The stamp says "installing" from before the first
change until after the last, so a cut run is seen and `.venv` is then made anew.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import system_libraries

MAKE, INSTALL, LINK = "make", "install", "link"


class SetUpFailed(Exception):
    """The set-up cannot go on; the text is for whoever reads the terminal."""


@dataclass(frozen=True)
class Tree:
    """A clone of the repository, and where its parts lie."""

    root: Path

    @property
    def venv(self) -> Path:
        """Where everything is installed."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """What `.venv` was made from."""
        return self.venv / "desk-setup.json"

    @property
    def lock(self) -> Path:
        """Every package, its version and its hashes."""
        return self.root / "requirements.lock"

    def executable(self, name: str) -> Path:
        """A program inside `.venv`."""
        if os.name == "nt":
            return self.venv / "Scripts" / f"{name}.exe"
        return self.venv / "bin" / name


def say(text: str, stream: TextIO | None = None) -> None:
    """One line for whoever watches, at once."""
    print(text, file=stream or sys.stdout, flush=True)


def surroundings(without: str = "PIP_USER") -> dict[str, str]:
    """The environment for what we start: nothing in it leads out of `.venv`."""
    unwanted = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", without)
    return {name: text for name, text in os.environ.items() if not name.startswith(unwanted)}


def wanted(tree: Tree) -> dict[str, str]:
    """What the stamp says when `.venv` is right."""
    return {
        "state": "complete",
        "python": "{}.{}".format(*sys.version_info),
        "root": str(tree.root),
        "lock": _digest(tree.lock),
        "project": _digest(tree.root / "pyproject.toml"),
    }


def read_stamp(tree: Tree) -> dict[str, str] | None:
    """What `.venv` was made from; nothing for one that we did not make, or a damaged stamp."""
    try:
        found = json.loads(tree.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def steps(
    found: Mapping[str, str] | None, wanted: Mapping[str, str], usable: bool
) -> tuple[str, ...]:
    """What must be done to get from the found stamp to the wanted one."""
    if not usable:
        return MAKE, INSTALL, LINK
    if found is None:
        return INSTALL, LINK
    if any(found.get(part) != wanted[part] for part in ("state", "python", "root")):
        return MAKE, INSTALL, LINK
    if found.get("lock") != wanted["lock"]:
        return INSTALL, LINK
    return (LINK,) if found.get("project") != wanted["project"] else ()


def prepare(tree: Tree) -> bool:
    """Make `.venv` right; whether there was anything to do. SetUpFailed says what stood against."""
    found, target = read_stamp(tree), wanted(tree)
    usable = tree.executable("python").exists() and (found is not None or _has_pip(tree))
    todo = steps(found, target, usable)
    if not todo:
        return False
    if MAKE in todo:
        _need_venv_module()
    tree.venv.mkdir(exist_ok=True)
    _write_stamp(tree, target | {"state": "installing"})
    for step in todo:
        {MAKE: _make, INSTALL: _install, LINK: _link}[step](tree)
    _write_stamp(tree, target)
    return True


def stale_catalogues(root: Path) -> list[Path]:
    """The catalogues that were changed after they were last compiled."""
    sources = sorted(root.glob("translations/*/LC_MESSAGES/*.po"))
    return [source for source in sources if _is_older(source.with_suffix(".mo"), source)]


def compile_catalogues(tree: Tree) -> bool:
    """Compile what is stale; whether anything was."""
    stale = stale_catalogues(tree.root)
    if stale:
        say("Compiling catalogues: " + ", ".join(path.parent.parent.name for path in stale))
        script = str(tree.root / "packaging" / "catalogues.py")
        _do(tree, [script, "compile"], "The catalogues could not be compiled; see above.")
    return bool(stale)


def _make(tree: Tree) -> None:
    say(f"Making {tree.venv} with Python {sys.version.split()[0]}")
    for child in tree.venv.iterdir():
        if child == tree.stamp:
            continue
        if child.is_dir() and not child.is_symlink():
            shutil.rmtree(child)
        else:
            child.unlink()
    command = [sys.executable, "-m", "venv", str(tree.venv)]
    if subprocess.call(command, env=surroundings()) != 0:
        raise SetUpFailed(f"{tree.venv} could not be made; Python's message is above.")


def _install(tree: Tree) -> None:
    count = sum("==" in line for line in tree.lock.read_text(encoding="utf-8").splitlines())
    say(f"Installing {count} packages from {tree.lock.name}: some 250 MB the first time")
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(tree.lock)]
    said = "The packages could not be installed; the message is above. Try again when the network"
    _pip(tree, options, said + " is back: nothing is lost.")


def _link(tree: Tree) -> None:
    say(f"Linking {tree.executable('desk')} to this tree")
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--editable", str(tree.root)]
    _pip(tree, options, "The program could not be linked into .venv; the message is above.")


def _pip(tree: Tree, options: list[str], fault: str) -> None:
    common = ["--disable-pip-version-check", "--no-input"]
    quiet = [] if sys.stdout.isatty() else ["--quiet", "--quiet"]
    _do(tree, ["-m", "pip", "install", *common, *quiet, *options], fault)


def _do(tree: Tree, arguments: list[str], fault: str) -> None:
    command = [str(tree.executable("python")), *arguments]
    if subprocess.call(command, env=surroundings(), stdin=subprocess.DEVNULL) != 0:
        raise SetUpFailed(fault)


def _has_pip(tree: Tree) -> bool:
    command = [str(tree.executable("python")), "-m", "pip", "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return told.returncode == 0 and "(python {}.{})".format(*sys.version_info) in told.stdout


def _need_venv_module() -> None:
    """Debian keeps what makes a `.venv` in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    lacking = system_libraries.packages(system_libraries.missing())
    packages = ["python{}.{}-venv".format(*sys.version_info), *lacking]
    if not system_libraries.install(packages):
        command = system_libraries.command(packages)
        raise SetUpFailed(f"This Python cannot make a .venv yet. Run this, then again: {command}")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _write_stamp(tree: Tree, content: Mapping[str, str]) -> None:
    part = tree.stamp.with_suffix(".part")
    part.write_text(json.dumps(content, indent=1), encoding="utf-8")
    part.replace(tree.stamp)


def _is_older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns
