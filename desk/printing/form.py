"""What all forms share: their data's common fields, and the way from data to a finished file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from desk.domain.paper import Caption
from desk.estate_format import EstateFormat
from desk.i18n import speaking
from desk.printing import fonts
from desk.printing.captions import sheets
from desk.printing.flow import Section
from desk.printing.job import Job, Title
from desk.printing.ops import Page
from desk.printing.paint import About, paint
from desk.printing.papers import PAPERS
from desk.printing.pen import Hand
from desk.printing.sheet import lay_out


@dataclass(frozen=True, kw_only=True)
class FormData:
    """What the data of every form begin with; what is empty or None is left to write by hand.

    `title` is the name the policy gives the paper, in the paper's language (K11); empty is the
    form's own. `number` and `scan_code` are the record's, empty on a blank form.
    """

    job: Job
    title: str = ""
    number: str = ""
    scan_code: str = ""


Data = TypeVar("Data", bound=FormData)


@dataclass(frozen=True)
class Form(Generic[Data]):
    """One kind of paper: its data class, its own name, its layout's version and the layout.

    `draft` makes the sections, top down, in the current language. `landscape` forms stand on the
    long side of the paper; one that is not `numbered` is of a period and not of a record; a
    `poster` hangs on the wall and is read from a metre away.
    """

    data: Callable[..., Data]
    name: Callable[[], str]
    version: str
    draft: Callable[[Data, Hand], Sequence[Section]]
    landscape: bool = False
    numbered: bool = True
    poster: bool = False

    def build(
        self,
        data: Data,
        language: str,
        *,
        paper: str = "A4",
        captions: Sequence[Caption] = (),
        separately: bool = False,
    ) -> bytes:
        """The paper as a PDF; see `pages`."""
        pages = self.pages(data, language, paper=paper, captions=captions, separately=separately)
        return paint(pages, self.about(data, language))

    def blank(self, job: Job, language: str, *, paper: str = "A4", title: str = "") -> bytes:
        """The form without values, for the drawer: for the day the power is out."""
        return self.build(self.data(job=job, title=title), language, paper=paper)

    def pages(
        self,
        data: Data,
        language: str,
        *,
        paper: str = "A4",
        captions: Sequence[Caption] = (),
        separately: bool = False,
    ) -> list[Page]:
        """The pages of every copy in their language; KeyError for a paper or language we lack.

        Cut paper has a set of pages for every caption. Continuous paper prints its parts with one
        strike, so one set names them all, unless they are wanted `separately`. RuleRefused names
        every character that no face can draw.
        """
        with speaking(language, data.job.custom.region):
            return self.lay(data, language, paper=paper, captions=captions, separately=separately)

    def lay(
        self,
        data: Data,
        language: str,
        *,
        paper: str = "A4",
        captions: Sequence[Caption] = (),
        separately: bool = False,
    ) -> list[Page]:
        """The same in the current language."""
        fonts.require(texts(data), language)
        sheet = PAPERS[paper]
        sheet = sheet.on_the_wall() if self.poster else sheet
        hand = Hand.of(sheet.turned() if self.landscape else sheet, language)
        sections, title = self.draft(data, hand), self._title(data)
        copies = sheets(captions, together=hand.paper.continuous and not separately)
        jobs = [replace(data.job, copy=copy) for copy in copies if copy] or [data.job]
        return [page for job in jobs for page in lay_out(hand, job, title, sections)]

    def about(self, data: Data, language: str) -> About:
        """What the file says of itself."""
        with speaking(language, data.job.custom.region):
            title = data.title or self.name()
        return About(f"{title} {data.number}".rstrip(), data.job.estate, language)

    def _title(self, data: Data) -> Title:
        name = data.title or self.name()
        return Title(name, data.number, data.scan_code, self.version, self.numbered)


def texts(data: FormData) -> list[tuple[str, str]]:
    """Every text that comes from outside, with the field it stands in.

    A text of the document head is `document_number`, one of a table's rows `steps_who`.
    """
    return [pair for name, value in _values(data) for pair in _texts(name, value)]


def plain(data: FormData) -> dict[str, Any]:
    """The values on the paper as plain JSON, for the log; what is empty is left out."""
    values = {name: _plain(value) for name, value in _values(data) if name != "job"}
    return {name: value for name, value in values.items() if not _is_empty(value)}


def _values(data: object) -> Iterator[tuple[str, Any]]:
    assert is_dataclass(data)
    return ((one.name, getattr(data, one.name)) for one in fields(data))


def _texts(name: str, value: object) -> Iterator[tuple[str, str]]:
    match value:
        case Enum() | EstateFormat():
            return
        case str():
            yield name, value
        case Mapping():
            yield from ((name, text) for text in value.values())
        case tuple():
            for item in value:
                yield from _texts(name, item)
        case _ if is_dataclass(value):
            prefix = "" if name == "job" else f"{name}_"
            for inner, part in _values(value):
                yield from _texts(prefix + inner, part)


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case _ if is_dataclass(value):
            inner = {name: _plain(part) for name, part in _values(value)}
            return {name: part for name, part in inner.items() if not _is_empty(part)}
    return value


def _is_empty(value: object) -> bool:
    """Nothing written, nothing ticked; a count of none is no emptiness."""
    return value is False or value in (None, "", [], {})
