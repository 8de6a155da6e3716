"""The language the program speaks, and the custom an estate writes dates and amounts in.

The catalogues are Babel's; at run time the standard library's gettext reads them, once each. A
tree whose catalogues are not compiled speaks English. The language is the process's (`use`) or,
within a `speaking` block, that block's alone: a sheet can be printed in the resident's language
while the window keeps the clerk's.

Hong Kong and Taiwan share the traditional catalogue, which has Hong Kong's words. Where Taiwan's
differ, a small catalogue speaks before it in an estate of Taiwan. `serve` tells the region as soon
as an estate is open; which catalogues that means is decided in `_chain` alone.
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
    "region",
    "serve",
    "speaking",
    "use",
]

LANGUAGES = ("en", "zh_Hant", "zh_Hans")
_REGIONAL = {("zh_Hant", "TW"): "zh_Hant_TW"}  # the words of a region that differ from its script's


class _Process:
    """The language of whoever is not inside a `speaking` block, and the open estate's region."""

    language = "en"
    region = ""


_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)
_served: ContextVar[str | None] = ContextVar("served", default=None)


def use(language: str) -> None:
    """Let the whole program speak this language from now on; ValueError for one we lack."""
    _Process.language = _known(language)


def serve(region: str) -> None:
    """The estate that was opened lies in this region (HK, TW, CN); "" while nobody is signed in."""
    _Process.region = region


def region() -> str:
    """The region whose words are spoken now; "" where no estate is open."""
    served = _served.get()
    return _Process.region if served is None else served


@contextmanager
def speaking(language: str, region: str | None = None) -> Iterator[None]:
    """Speak this language inside the block and in this thread alone.

    A paper that knows its estate names the region; elsewhere it is the open estate's.
    """
    token = _spoken.set(_known(language))
    place = _served.set(_served.get() if region is None else region)
    try:
        yield
    finally:
        _served.reset(place)
        _spoken.reset(token)


def language() -> str:
    """The code of the language being spoken here: one of `LANGUAGES`."""
    return _spoken.get() or _Process.language


def gettext(message: str) -> str:
    """The message in the current language."""
    return _words().gettext(message) if message else message


def ngettext(one: str, many: str, count: int) -> str:
    """The form that suits the count, in the current language."""
    return _words().ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message in the current language, where one English word has two meanings."""
    return _words().pgettext(context, message)


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


def _words() -> catalogues.NullTranslations:
    return _catalogue(language(), region())


@cache
def _catalogue(language: str, region: str) -> catalogues.NullTranslations:
    return catalogues.translation(
        "desk", localedir=translations_folder(), languages=_chain(language, region), fallback=True
    )


def _chain(language: str, region: str) -> list[str]:
    """The catalogues that are asked for a word, one after the other."""
    regional = _REGIONAL.get((language, region))
    return [regional, language] if regional else [language]
