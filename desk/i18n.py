"""The language the program speaks, and the custom an estate writes dates and amounts in.

The catalogues are Babel's; at run time the standard library's gettext reads them, once each. A
tree whose catalogues are not compiled speaks English. The language is the process's (`use`) or,
within a `speaking` block, that block's alone: a sheet can be printed in the resident's language
while the window keeps the clerk's.
"""

import gettext as catalogues
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from desk.config import translations_folder
from desk.estate_format import EstateFormat

__all__ = [
    "LANGUAGES",
    "N_",
    "EstateFormat",
    "_",
    "gettext",
    "language",
    "language_for",
    "ngettext",
    "pgettext",
    "speaking",
    "use",
]

LANGUAGES = ("en", "zh_Hant", "zh_Hans")


class _Process:
    """The language of whoever is not inside a `speaking` block."""

    language = "en"


_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


def use(language: str) -> None:
    """Let the whole program speak this language from now on; ValueError for one we lack."""
    _Process.language = _known(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language inside the block and in this thread alone."""
    token = _spoken.set(_known(language))
    try:
        yield
    finally:
        _spoken.reset(token)


def language() -> str:
    """The code of the language being spoken here: one of `LANGUAGES`."""
    return _spoken.get() or _Process.language


def gettext(message: str) -> str:
    """The message in the current language."""
    return _catalogue(language()).gettext(message) if message else message


def ngettext(one: str, many: str, count: int) -> str:
    """The form that suits the count, in the current language."""
    return _catalogue(language()).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message in the current language, where one English word has two meanings."""
    return _catalogue(language()).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the extractor's usual mark
    """Mark a message for the catalogues without translating it: for tables read later."""
    return message


_ = gettext


def language_for(locale: str) -> str:
    """The language that suits a system locale, such as ``zh_HK.UTF-8`` or ``zh-Hans-CN``."""
    parts = locale.partition(".")[0].replace("-", "_").lower().split("_")
    if parts[0] != "zh":
        return "en"
    traditional = {"hant", "hk", "mo", "tw"} & set(parts[1:])
    return "zh_Hant" if traditional else "zh_Hans"


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language}")
    return language


@cache
def _catalogue(language: str) -> catalogues.NullTranslations:
    return catalogues.translation(
        "desk", localedir=translations_folder(), languages=[language], fallback=True
    )
