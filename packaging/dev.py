#!/usr/bin/env python3
"""Everything a developer starts, on a machine that has only Python 3.11 or newer and git.

    python3 packaging/dev.py setup               .venv, Qt's system libraries, the catalogues
    python3 packaging/dev.py run [ARGUMENTS]     the program, from any folder
    python3 packaging/dev.py test [ARGUMENTS]    every check and the whole suite, without a display
    python3 packaging/dev.py bench [--json FILE] [--rows N]     the speed table
    python3 packaging/dev.py gallery DIR         a picture of every window, in both scripts
    python3 packaging/dev.py lock [--upgrade]    requirements.lock from pyproject.toml (needs uv)

Each one sets up first and does nothing twice. Arguments of `test` are pytest's, their paths are
the tree's; other paths are those of the folder you stand in.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - said plainly to whoever comes with an older one
    sys.exit(f"dev.py needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import environment
import system_libraries
from environment import SetUpFailed, Tree, say

TREE = Tree(Path(__file__).resolve().parent.parent)
STOPPED = 130
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
)


def set_up() -> None:
    """Bring what is missing, in an order in which each step finds what it needs."""
    missing = system_libraries.bring()
    changed = environment.prepare(TREE)
    changed = environment.compile_catalogues(TREE) or changed
    if missing:
        say(system_libraries.advice(missing))
    if not changed and not missing:
        say("Set-up: nothing to do.")


def need_qt() -> None:
    """Refuse, in words, to start what could only fail to load Qt."""
    vital = [library.package for library in system_libraries.missing() if library.vital]
    if vital:
        raise SetUpFailed("Qt cannot be loaded before the command above has been run.")


def run(arguments: list[str]) -> int:
    """Start the program with these arguments, in the folder the caller stands in."""
    need_qt()
    program = str(TREE.executable("desk"))
    if os.name != "nt":
        os.execv(program, [program, *arguments])  # noqa: S606 - the program takes our place
    return subprocess.call([program, *arguments])


def test(arguments: list[str]) -> int:
    """Style, types, then the suite; the exit code is pytest's unless only a check has failed."""
    need_qt()
    if lacking := system_libraries.bring_printing():
        say("The tests of real printing will be skipped: this system lacks CUPS. To have them run:")
        say("    " + system_libraries.command(lacking))
    failed = [" ".join(check) for check in CHECKS if not _passes(check)]
    pytest = [str(TREE.executable("python")), "-m", "pytest", *workers(arguments), *arguments]
    say("pytest: the whole suite" if not arguments else "pytest " + " ".join(arguments))
    code = subprocess.call(pytest, cwd=TREE.root, env=headless())
    if failed:
        say("Not in order: " + ", ".join(failed) + " (see above, before the tests).", sys.stderr)
    return code or int(bool(failed))


def workers(arguments: list[str]) -> list[str]:
    """One test process a core, unless the caller decides it or debugs; each begins with files of
    its own, so that what a whole file shares is built once."""
    decided = ("-n", "--numprocesses", "-pno:xdist", "no:xdist", "--pdb", "--trace")
    if any(argument.startswith(decided) for argument in arguments):
        return []
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return ["-n", str(cores), "--dist", "worksteal"] if cores > 1 else []


def headless() -> dict[str, str]:
    """The surroundings in which no window needs a display."""
    return environment.surroundings() | {"QT_QPA_PLATFORM": "offscreen"}


def bench(report: Path | None, rows: int | None) -> int:
    """Run the benchmark, on a million receptions unless told; the figures also go to `report`."""
    need_qt()
    chosen = ["--json", str(report.absolute())] if report else []
    chosen += ["--rows", str(rows)] if rows else []
    return _module("tests.benchmarks", *chosen)


def gallery(folder: Path) -> int:
    """Write the pictures into `folder`."""
    need_qt()
    return _module("tests.gallery", str(folder.absolute()))


def lock(upgrade: bool) -> int:
    """Choose versions anew where pyproject.toml asks for it; with `upgrade`, everywhere."""
    beside = TREE.executable("uv")
    uv = str(beside) if beside.exists() else shutil.which("uv")
    if uv is None:
        raise SetUpFailed("The lock is made by uv, which is not on this machine: install uv first.")
    command = [uv, "pip", "compile", "pyproject.toml", "--no-config", "--group", "dev"]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate"]
    command += ["--custom-compile-command", "python3 packaging/dev.py lock", "--quiet"]
    command += ["-o", TREE.lock.name, *(["--upgrade"] if upgrade else [])]
    return subprocess.call(command, cwd=TREE.root, env=environment.surroundings(without="UV_"))


def _passes(check: tuple[str, ...]) -> bool:
    say(" ".join(check))
    tool, *arguments = check
    return subprocess.call([str(TREE.executable(tool)), *arguments], cwd=TREE.root) == 0


def _module(name: str, *arguments: str) -> int:
    command = [str(TREE.executable("python")), "-m", name, *arguments]
    return subprocess.call(command, cwd=TREE.root, env=headless())


def read_arguments(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """What the caller asked for; what follows `run` and `test` is handed on untouched."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    deeds.add_parser("setup", help="only the set-up")
    deeds.add_parser("run", help="the program", add_help=False)
    deeds.add_parser("test", help="every check and test", add_help=False)
    speed = deeds.add_parser("bench", help="the speed table")
    speed.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    speed.add_argument("--rows", type=int, metavar="N", help="receptions, 1,000,000 unless told")
    deeds.add_parser("gallery", help="pictures of the windows").add_argument("folder", type=Path)
    deeds.add_parser("lock", help="choose versions").add_argument("--upgrade", action="store_true")
    if arguments[:1] in (["run"], ["test"]):
        return parser.parse_args(arguments[:1]), arguments[1:]
    return parser.parse_args(arguments), []


def do(given: argparse.Namespace, rest: list[str]) -> int:
    """Do one deed; its exit code."""
    if given.deed == "lock":
        return lock(given.upgrade)
    set_up()
    code = 0
    if given.deed == "run":
        code = run(rest)
    elif given.deed == "test":
        code = test(rest)
    elif given.deed == "bench":
        code = bench(given.json, given.rows)
    elif given.deed == "gallery":
        code = gallery(given.folder)
    return code


def main(arguments: list[str]) -> int:
    """The deed's exit code, or 1 with a plain sentence where something stood against it."""
    given, rest = read_arguments(arguments)
    try:
        return do(given, rest)
    except (SetUpFailed, OSError) as fault:
        say(f"dev.py: {fault}", sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("Stopped. The next run goes on from here.", sys.stderr)
        return STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
