"""Faces for paper, chosen per character.

ReportLab prints a missing glyph without a word, so every character is placed in a face before
it is drawn: first the Noto of the paper's language, then the other Notos, then HanaMin for the
rare ones. A character that no face has is refused by name; a box is never printed.

Faces are opened once per process, and only when they have something to draw.
"""

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import NamedTuple, TypeVar

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from desk.config import resources_folder
from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, RuleRefused
from desk.printing import coverage
from desk.printing.face import Face

TRADITIONAL = ("NotoSansTC", "NotoSansHK", "NotoSansSC")
SIMPLIFIED = ("NotoSansSC", "NotoSansTC", "NotoSansHK")
RARE = ("HanaMinA", "HanaMinB")
ORDER = {"en": TRADITIONAL, "zh_Hant": TRADITIONAL, "zh_Hans": SIMPLIFIED}
OPTIONAL = frozenset({"NotoSansHK"})

_SPACES = dict.fromkeys("\t\u00a0\u202f\u205f" + "".join(map(chr, range(0x2002, 0x200B))), " ")
_DRAWN = str.maketrans(_SPACES)
_TEXTS = 4_096  # that a typeface remembers: every label of every form, many times over
_opening = Lock()

Known = TypeVar("Known")


class Run(NamedTuple):
    """A piece of text in one face; `width` is in points for a size of one point."""

    face: str
    text: str
    width: float


class _Memory(dict[str, Known]):
    """What is known of a character, found out when it is first asked for."""

    def __init__(self, find: Callable[[str], Known]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, char: str) -> Known:
        found = self[char] = self._find(char)
        return found


class Typeface:
    """The faces of one language in one weight, and the memory of which draws what.

    Widths are in points for a size of one point; `char_width` is the advance of one character.
    """

    char_width: Callable[[str], float]

    def __init__(self, language: str, *, bold: bool = False) -> None:
        weight = "Bold" if bold else "Regular"
        notos = tuple(f"{family}-{weight}" for family in ORDER[language])
        self._faces = tuple(name for name in (*notos, *RARE) if _is_there(name))
        self._named = _Memory(self._name)
        self.char_width = _Memory(self._advance).__getitem__
        self.pieces = lru_cache(_TEXTS)(self._pieces)

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters no face can draw, each once, in their order of appearance."""
        if self._named.keys() >= set(text):
            return ()
        unknown = (char for char in dict.fromkeys(text) if char not in self._named)
        return tuple(char for char in unknown if not is_invisible(char) and not self._face(char))

    def runs(self, text: str) -> list[tuple[str, str]]:
        """The text as pieces of one face each: (face name, piece). Invisible characters go.

        RuleRefused where a character has no face.
        """
        return [(run.face, run.text) for run in self.pieces(text)]

    def width(self, text: str, size: float) -> float:
        """How wide the text is drawn, in points."""
        return size * sum(map(self.char_width, text))

    def _pieces(self, text: str) -> tuple[Run, ...]:
        """The same with their widths."""
        name_of = self._named.__getitem__
        names = set(map(name_of, text))
        if "" in names:
            text = "".join(filter(name_of, text))
            names.remove("")
        if not text.isprintable():
            text = text.translate(_DRAWN)
        if len(names) == 1:
            return (self._run(names.pop(), text),)
        return tuple(self._run(name, "".join(part)) for name, part in groupby(text, name_of))

    def _run(self, name: str, text: str) -> Run:
        return Run(name, text, sum(map(self.char_width, text)))

    def _name(self, char: str) -> str:
        """The face that draws it; none for what is invisible."""
        if is_invisible(char):
            return ""
        name = self._face(char)
        if not name:
            raise RuleRefused([_no_glyph(char, None)])
        return name

    def _advance(self, char: str) -> float:
        name = self._named[char]
        if not name:
            return 0.0
        width: float = pdfmetrics.stringWidth(_SPACES.get(char, char), _opened(name), 1)
        return width

    def _face(self, char: str) -> str:
        code = ord(_SPACES.get(char, char))
        return next((name for name in self._faces if code in _coverage(name)), "")


@cache
def typeface(language: str, *, bold: bool = False) -> Typeface:
    """The process's one typeface of that language and weight; KeyError for a language we lack."""
    return Typeface(language, bold=bold)


def runs(text: str, face: Typeface) -> list[tuple[str, str]]:
    """The text as pieces of one face each; see `Typeface.runs`."""
    return face.runs(text)


def require(texts: Iterable[tuple[str, str]], language: str) -> None:
    """Refuse what cannot be printed: (field, text) pairs, all missing characters at once (F4).

    Raises RuleRefused with one `paper.glyph.missing` per field and character.
    """
    face = typeface(language)
    reasons = [_no_glyph(char, field) for field, text in texts for char in face.missing(text)]
    if reasons:
        raise RuleRefused(reasons)


def open_faces(names: Iterable[str]) -> None:
    """Open the faces of pages that were laid out earlier, so that they can be painted again."""
    for name in names:
        _opened(name)


def is_invisible(char: str) -> bool:
    """Variation selectors, joiners, direction marks: they shape a neighbour, or nothing.

    Our faces draw a character's standard form, so a selector is left out rather than boxed.
    """
    if char < "\u00ad":
        return char in "\n\r"
    if unicodedata.category(char) in {"Cf", "Zl", "Zp"}:
        return True
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _no_glyph(char: str, field: str | None) -> Reason:
    parameters = {"character": char, "code_point": f"U+{ord(char):04X}"}
    return Reason("paper.glyph.missing", field, parameters)


def _path(name: str) -> Path:
    return resources_folder() / "fonts" / f"{name}.ttf"


def _is_there(name: str) -> bool:
    family = name.partition("-")[0]
    return family not in OPTIONAL or _path(name).is_file()


@cache
def _coverage(name: str) -> coverage.Coverage:
    try:
        return coverage.read(_path(name))
    except FileNotFoundError as error:
        raise EnvironmentFault("paper.face.missing", file=_path(name).name) from error
    except (OSError, ValueError) as error:
        raise EnvironmentFault("paper.face.damaged", file=_path(name).name) from error


@cache
def _opened(name: str) -> str:
    """Register a face with ReportLab once; its name, for use in one expression."""
    with _opening:
        if name not in pdfmetrics.getRegisteredFontNames():
            try:
                pdfmetrics.registerFont(Face(name, _path(name)))
            except (OSError, TTFError) as error:
                raise EnvironmentFault("paper.face.damaged", file=_path(name).name) from error
    return name
