"""The program as a script starts it: another process, no display, pipes that end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk.config import program_folder
from tests.cli.conftest import Estate

pytestmark = pytest.mark.slow
FULL = Path("/dev/full")
UNWANTED = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LC_MESSAGES")


def start(estate: Estate | None, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    surroundings = {name: text for name, text in os.environ.items() if name not in UNWANTED}
    surroundings |= {"LANG": "C", **more}
    data = []
    if estate is not None:
        surroundings |= {"DESK_USER": "admin", "DESK_PASSWORD": estate.passwords["admin"]}
        data = ["--data", str(estate.path)]
    return subprocess.run(
        [sys.executable, "-m", "desk", *data, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        cwd=program_folder(),
        env=surroundings,
        check=False,
    )


def test_the_selftest_needs_no_display(estate: Estate) -> None:
    told = start(None, "selftest")

    assert told.returncode == 0, told.stderr
    assert told.stderr == ""
    assert told.stdout.count("\tok\t") == 5


def test_chinese_leaves_the_program_as_utf8_whatever_the_locale(estate: Estate) -> None:
    told = start(estate, "list", "receptions", "--since", "2026-11-20", PYTHONIOENCODING="ascii")

    assert (told.returncode, told.stderr) == (0, "")
    assert "座" in told.stdout


def test_failures_are_said_in_the_language_of_the_system(estate: Estate) -> None:
    said = {
        start(estate, "print", "complaint-sheet", "C2026-999999", "--language", "zh_Hant",
              "--output", "/nowhere/x.pdf", LANG=locale).stderr
        for locale in ("C", "zh_HK.UTF-8", "zh_CN.UTF-8")
    }  # fmt: skip

    assert len(said) == 3
    assert all(line.startswith("desk: ") and line.count("\n") == 1 for line in said)


def test_a_reader_that_goes_away_is_no_failure(estate: Estate) -> None:
    environment = {**os.environ, "DESK_USER": "admin"}
    environment["DESK_PASSWORD"] = estate.passwords["admin"]
    lister = subprocess.Popen(
        [sys.executable, "-m", "desk", "--data", str(estate.path), "list", "receptions", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=program_folder(),
        env=environment,
    )
    assert lister.stdout is not None
    assert lister.stderr is not None
    with lister:
        lister.stdout.readline()
        lister.stdout.close()
        said = lister.stderr.read()
    assert (lister.returncode, said) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="the system has no full disk to lend")
@pytest.mark.parametrize("words", [("list", "receptions", "--json"), ("list", "complaints")])
def test_a_full_disk_under_the_output_is_told_in_one_line(
    estate: Estate, words: tuple[str, ...]
) -> None:
    environment = {**os.environ, "DESK_USER": "admin", "LANG": "C"}
    environment["DESK_PASSWORD"] = estate.passwords["admin"]
    with FULL.open("w") as full:
        told = subprocess.run(
            [sys.executable, "-m", "desk", "--data", str(estate.path), *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=program_folder(),
            env=environment,
        )
    assert told.returncode == 1
    assert told.stderr.startswith("desk: The disk is full")
    assert told.stderr.count("\n") == 1


def test_a_command_that_is_not_understood_ends_with_2(estate: Estate) -> None:
    told = start(estate, "lisst", "receptions")

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
