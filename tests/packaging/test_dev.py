"""dev.py does nothing twice, mends what was cut short, and says in words what is missing."""

import json
import os
import re
import sys
import tomllib
from pathlib import Path

import dev
import environment
import pytest
import system_libraries
from environment import INSTALL, LINK, MAKE, SetUpFailed, Tree
from system_libraries import Library

ROOT = Path(__file__).resolve().parents[2]
WANTED = {"state": "complete", "python": "3.11", "root": "/a", "lock": "1", "project": "2"}
EVERYTHING = (MAKE, INSTALL, LINK)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A tree whose `.venv` has a Python that cannot be started, and no stamp."""
    (tmp_path / "requirements.lock").write_text("one==1\n")
    (tmp_path / "pyproject.toml").write_text("")
    made = Tree(tmp_path)
    made.executable("python").parent.mkdir(parents=True)
    made.executable("python").touch()
    return made


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps taken, each in place of the real one."""
    taken: list[str] = []
    for step, name in ((MAKE, "_make"), (INSTALL, "_install"), (LINK, "_link")):
        monkeypatch.setattr(environment, name, lambda _tree, step=step: taken.append(step))
    monkeypatch.setattr(environment, "_need_venv_module", lambda: None)
    monkeypatch.setattr(environment, "_has_pip", lambda _tree: True)
    return taken


@pytest.mark.parametrize(
    ("found", "usable", "expected"),
    [
        pytest.param(WANTED, True, (), id="all as wanted"),
        pytest.param(WANTED, False, EVERYTHING, id="its Python is gone"),
        pytest.param(None, True, (INSTALL, LINK), id="made by hand"),
        pytest.param(None, False, EVERYTHING, id="nothing there"),
        pytest.param(WANTED | {"state": "installing"}, True, EVERYTHING, id="cut short"),
        pytest.param(WANTED | {"python": "3.13"}, True, EVERYTHING, id="another Python"),
        pytest.param(WANTED | {"root": "/b"}, True, EVERYTHING, id="tree was moved"),
        pytest.param(WANTED | {"lock": "0"}, True, (INSTALL, LINK), id="lock changed"),
        pytest.param(WANTED | {"project": "0"}, True, (LINK,), id="project file changed"),
    ],
)
def test_only_what_the_stamp_does_not_show_is_done(
    found: dict[str, str] | None, usable: bool, expected: tuple[str, ...]
) -> None:
    assert environment.steps(found, WANTED, usable) == expected


def test_a_second_preparation_does_nothing(tree: Tree, done: list[str]) -> None:
    assert environment.prepare(tree)
    done.clear()
    assert not environment.prepare(tree)
    assert done == []


def test_a_changed_lock_is_installed_into_the_same_venv(tree: Tree, done: list[str]) -> None:
    environment.prepare(tree)
    done.clear()
    tree.lock.write_text("one==2\n")
    assert environment.prepare(tree)
    assert done == [INSTALL, LINK]


def test_a_preparation_cut_short_is_begun_anew(
    tree: Tree, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(_tree: Tree) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(environment, "_install", cut)
        with pytest.raises(KeyboardInterrupt):
            environment.prepare(tree)
    assert json.loads(tree.stamp.read_text())["state"] == "installing"
    done.clear()
    environment.prepare(tree)
    assert done == list(EVERYTHING)
    assert environment.read_stamp(tree) == environment.wanted(tree)


def test_a_damaged_stamp_counts_as_none(tree: Tree) -> None:
    tree.stamp.write_text("{")
    assert environment.read_stamp(tree) is None


def test_making_anew_leaves_the_stamp_and_nothing_else(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree.stamp.write_text("{}")
    monkeypatch.setattr(environment.subprocess, "call", lambda *_given, **_named: 0)
    environment._make(tree)
    assert list(tree.venv.iterdir()) == [tree.stamp]


def test_a_python_without_venv_is_told_the_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = [Library("libEGL.so.1", "libegl1", True)]
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(system_libraries, "missing", lambda: lacking)
    monkeypatch.setattr(system_libraries, "may_install", lambda: False)
    venv = "python{}.{}-venv".format(*sys.version_info)
    with pytest.raises(SetUpFailed, match=f"sudo apt-get install -y {venv} libegl1$"):
        environment._need_venv_module()


def test_a_catalogue_is_compiled_only_when_it_is_newer(tmp_path: Path) -> None:
    folder = tmp_path / "translations" / "zh_Hant" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source, made = folder / "desk.po", folder / "desk.mo"
    source.touch()
    assert environment.stale_catalogues(tmp_path) == [source]
    made.touch()
    os.utime(source, (1000, 1000))
    assert environment.stale_catalogues(tmp_path) == []
    os.utime(made, (999, 999))
    assert environment.stale_catalogues(tmp_path) == [source]


def test_a_library_of_another_processor_does_not_count() -> None:
    listing = (
        "2 libs found in cache\n"
        "\tlibEGL.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libEGL.so.1\n"
        "\tlibz.so.1 (libc6) => /lib/i386-linux-gnu/libz.so.1\n"
    )
    assert system_libraries.names_in(listing, "x86_64") == {"libEGL.so.1"}


def test_a_library_neither_listed_nor_loadable_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "known_to_the_loader", lambda: {"libEGL.so.1"})
    monkeypatch.setattr(system_libraries, "_loads", lambda name: name != "libxcb-cursor.so.0")
    assert [library.package for library in system_libraries.missing()] == ["libxcb-cursor0"]


@pytest.mark.parametrize(("administrator", "prefix"), [(True, ""), (False, "sudo ")])
def test_the_advice_is_one_command_with_every_package_once(
    administrator: bool, prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries, "may_install", lambda: administrator)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda _name: "/usr/bin/apt-get")
    lacking = [Library("b", "libb", True), Library("a", "liba", False), Library("c", "libb", True)]
    command = f"{prefix}apt-get update && {prefix}apt-get install -y liba libb"
    assert system_libraries.advice(lacking).endswith(command)


def test_a_system_without_apt_is_told_the_names_of_the_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system_libraries.shutil, "which", lambda _name: None)
    assert system_libraries.advice([Library("liba.so", "liba", True)]).endswith(": liba.so")


def test_nothing_is_installed_without_the_right_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def started(*_given: object, **_named: object) -> None:
        pytest.fail("something was started")

    monkeypatch.setattr(system_libraries, "may_install", lambda: False)
    monkeypatch.setattr(system_libraries.subprocess, "run", started)
    assert not system_libraries.install(["liba"])


def test_qt_is_not_started_while_it_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    only_showing = [Library("libxcb-cursor.so.0", "libxcb-cursor0", False)]
    monkeypatch.setattr(system_libraries, "missing", lambda: only_showing)
    dev.need_qt()
    vital = [Library("libEGL.so.1", "libegl1", True)]
    monkeypatch.setattr(system_libraries, "missing", lambda: vital)
    with pytest.raises(SetUpFailed):
        dev.need_qt()


def test_a_fault_is_a_plain_line_and_exit_code_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> None:
        raise SetUpFailed("The network is away.")

    monkeypatch.setattr(dev, "set_up", fails)
    assert dev.main(["setup"]) == 1
    assert capsys.readouterr().err == "dev.py: The network is away.\n"


@pytest.mark.parametrize("deed", ["run", "test"])
def test_what_follows_run_and_test_is_handed_on_untouched(deed: str) -> None:
    given, rest = dev.read_arguments([deed, "--help", "-n0", "x"])
    assert (given.deed, rest) == (deed, ["--help", "-n0", "x"])


@pytest.mark.parametrize("arguments", [["-n0"], ["-n", "4"], ["--numprocesses=3"], ["--pdb"]])
def test_the_caller_decides_the_number_of_test_processes(arguments: list[str]) -> None:
    assert dev.workers(arguments) == []


def test_failed_checks_fail_a_suite_that_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "need_qt", lambda: None)
    monkeypatch.setattr(
        dev.subprocess, "call", lambda command, **_named: int(command[0].endswith("mypy"))
    )
    assert dev.test([]) == 1
    assert "mypy" in capsys.readouterr().err


def test_the_exit_code_of_the_tests_is_pytests_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "need_qt", lambda: None)
    monkeypatch.setattr(
        dev.subprocess, "call", lambda command, **_named: 2 if "pytest" in command else 1
    )
    assert dev.test([]) == 2


def test_the_lock_names_every_dependency_with_hashes_and_no_place() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in asked}
    entries = re.split(r"\n(?=\S)", lock.partition("\n\n")[2] or lock)
    locked = {e.split("==")[0]: e for e in entries if "==" in e and not e.startswith("#")}
    assert names <= locked.keys()
    assert all("--hash=sha256:" in entry for entry in locked.values())
    assert not re.search(r"://|--index|--extra-index|--find-links", lock)
