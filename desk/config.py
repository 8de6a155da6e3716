"""This PC: where the data lives, where the program's own files lie, what this desk prefers.

Nothing here is personal: the settings file holds a language, printers and millimetres, never a
person's name. platformdirs is a late door: it is needed only when no ``--data DIR`` was given.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from errno import EINVAL, ENOTSUP
from pathlib import Path
from typing import Any, Self

PROGRAM = "desk"
IDLE_MINUTES = 10
FARTHEST = 50.0  # millimetres that a form may be shifted
MOST_COPIES = 4
LEAST_SCALE, MOST_SCALE = 80.0, 120.0  # per cent


@dataclass(frozen=True)
class DataFolder:
    """The one folder an estate's data lives in, and the name of every part of it."""

    path: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.path / "desk.db"

    @property
    def vault(self) -> Path:
        """The key slots: one wrapped copy of the data key per account."""
        return self.path / "vault.json"

    @property
    def attachments(self) -> Path:
        """Encrypted files, named after the digest of their content."""
        return self.path / "attachments"

    @property
    def backups(self) -> Path:
        """Copies of the database that were made and verified."""
        return self.path / "backups"

    @property
    def logs(self) -> Path:
        """The program log and the crash reports; neither carries personal data."""
        return self.path / "logs"

    @property
    def lock(self) -> Path:
        """Held by the running program, so that a second one notices."""
        return self.path / "desk.lock"

    @property
    def settings(self) -> Path:
        """What this PC prefers; see `Settings`."""
        return self.path / "settings.json"

    def is_new(self) -> bool:
        """Whether nobody has begun here yet.

        The journal of a database that is gone counts too: a new one could not be read beside it.
        """
        journal = self.database.with_name(self.database.name + "-wal")
        return not any(one.exists() for one in (self.vault, self.database, journal))

    def prepare(self) -> None:
        """Make the folder and its parts, open to this user alone; OSError where that fails."""
        for folder in (self.path, self.attachments, self.backups, self.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def default_data_folder() -> DataFolder:
    """The platform's usual place for a program's data."""
    from platformdirs import user_data_path  # noqa: PLC0415

    return DataFolder(user_data_path(PROGRAM, appauthor=False))


def program_folder() -> Path:
    """The folder that holds ``resources`` and ``translations``.

    A packaged program unpacks them beside itself, an installed one (see ``setup.py``) carries
    them inside the ``desk`` package, a source tree has them beside it.
    """
    packaged = getattr(sys, "_MEIPASS", None)
    if packaged is not None:
        return Path(packaged)
    package = Path(__file__).resolve().parent
    return package if (package / "translations").is_dir() else package.parent


def resources_folder() -> Path:
    """Fonts, icons, reference texts and help pages."""
    return program_folder() / "resources"


def translations_folder() -> Path:
    """The compiled catalogues, as ``<language>/LC_MESSAGES/desk.mo``."""
    return program_folder() / "translations"


class Tray(StrEnum):
    """Where a printer takes its paper from; "" in a profile leaves it to the printer."""

    UPPER = "upper"
    MIDDLE = "middle"
    LOWER = "lower"
    MANUAL = "manual"
    CASSETTE = "cassette"
    TRACTOR = "tractor"


@dataclass(frozen=True)
class Profile:
    """How one form goes through one printer of this PC; the defaults leave all as it is.

    `paper` "" and `copies` 0 are the form's usual ones, `stock` 0 is blank paper. `offset` shifts
    right and down in millimetres, `scale` stretches across and down in per cent. `at_once` prints
    without preview.
    """

    paper: str = ""
    offset: tuple[float, float] = (0.0, 0.0)
    scale: tuple[float, float] = (100.0, 100.0)
    tray: str = ""
    copies: int = 0
    separately: bool = False
    at_once: bool = False
    stock: int = 0

    @classmethod
    def read(cls, stored: object) -> Self:
        """From what the file holds; what is damaged gives its default."""
        if not isinstance(stored, dict):
            return cls()
        tray, copies, stock = (stored.get(key) for key in ("tray", "copies", "stock"))
        return cls(
            paper=_text(stored.get("paper")) or "",
            offset=_pair(stored.get("offset"), (-FARTHEST, FARTHEST)) or cls.offset,
            scale=_pair(stored.get("scale"), (LEAST_SCALE, MOST_SCALE)) or cls.scale,
            tray=tray if isinstance(tray, str) and tray in tuple(Tray) else "",
            copies=copies if type(copies) is int and 1 <= copies <= MOST_COPIES else 0,
            separately=stored.get("separately") is True,
            at_once=stored.get("at_once") is True,
            stock=stock if type(stock) is int and stock > 0 else 0,
        )


@dataclass(frozen=True)
class Settings:
    """What this PC prefers. Frozen: `dataclasses.replace` gives a new one.

    `printers` maps a form's word to the printer it went to last, `profiles` a form's word and a
    printer to how the form goes through it, `offsets` (before 0.3.0) a form's word to its shift.
    `text_scale` is a percentage from 100 to 200, `idle_minutes` says after how long without a
    touch the desk locks itself.
    """

    language: str | None = None
    printers: Mapping[str, str] = field(default_factory=dict)
    offsets: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    profiles: Mapping[str, Mapping[str, Profile]] = field(default_factory=dict)
    text_scale: int = 100
    idle_minutes: int = IDLE_MINUTES

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the file; a missing, damaged or foreign one gives the defaults, key by key."""
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        if not isinstance(stored, dict):
            return cls()
        return cls(
            language=_text(stored.get("language")),
            printers=_texts(stored.get("printers")),
            offsets=_offsets(stored.get("offsets")),
            profiles=_profiles(stored.get("profiles")),
            text_scale=_percentage(stored.get("text_scale")),
            idle_minutes=_minutes(stored.get("idle_minutes")),
        )

    def save(self, path: Path) -> None:
        """Write the whole file or leave the old one; OSError where the folder refuses."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2, sort_keys=True)
        write_whole(path, text.encode("utf-8") + b"\n")

    def profile(self, form: str, printer: str) -> Profile:
        """How a form goes through a printer; an older version's shift counts for every printer."""
        kept = self.profiles.get(form, {}).get(printer)
        return kept or Profile(offset=self.offsets.get(form, Profile.offset))

    def with_profile(self, form: str, printer: str, profile: Profile) -> Self:
        """The same with this form's way through this printer."""
        changed = {**self.profiles.get(form, {}), printer: profile}
        return replace(self, profiles={**self.profiles, form: changed})


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file in one step: after a power cut there is the old or the new one.

    It is open to this user alone, whatever the folder allows.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Make a new name itself durable, where platform and disk can do that for a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in (EINVAL, ENOTSUP):
            raise
    finally:
        os.close(handle)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {key: text for key, text in value.items() if isinstance(text, str)}


def _offsets(value: object) -> dict[str, tuple[float, float]]:
    shifts = {form: _pair(shift) for form, shift in _named(value).items()}
    return {form: shift for form, shift in shifts.items() if shift is not None}


def _profiles(value: object) -> dict[str, dict[str, Profile]]:
    return {
        form: {name: Profile.read(stored) for name, stored in _named(printers).items()}
        for form, printers in _named(value).items()
    }


def _named(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _pair(
    value: object, within: tuple[float, float] = (-FARTHEST, FARTHEST)
) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    if not all(isinstance(part, int | float) and not isinstance(part, bool) for part in value):
        return None
    return (value[0], value[1]) if all(within[0] <= part <= within[1] for part in value) else None


def _percentage(value: object) -> int:
    return value if isinstance(value, int) and 100 <= value <= 200 else 100


def _minutes(value: object) -> int:
    return value if isinstance(value, int) and 1 <= value <= 240 else IDLE_MINUTES
