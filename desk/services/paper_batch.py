"""Many forms in one PDF: of records, or of every kind blank; all of it or nothing.

Long work: `step(done, total)` is told of every form and may raise to stop; nothing is written then.
Each form is drawn and let go of, so that a thousand need little more room than their file. Loaded
late, as all that draws.
"""

import secrets
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path

from desk.domain.paper import FORMS
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import DeskError, RuleRefused
from desk.i18n import pgettext, speaking
from desk.printing.bundle import Bundle
from desk.printing.paint import About
from desk.services import files, paper_log
from desk.services.paper_forms import BLANK, OF_RECORD
from desk.services.paper_log import Destination, Entry
from desk.services.paper_sheet import Asked, Batch, Refused, Sheet
from desk.services.workplace import Workplace
from desk.wording import explain, label

Step = Callable[[int, int], None]
Build = Callable[[], Sheet]


def of_records(  # noqa: PLR0913 - all but the first four are named at the call
    workplace: Workplace,
    form: str,
    keys: Sequence[int | str],
    asked: Asked,
    *,
    file: Path,
    skip: bool = False,
    step: Step | None = None,
) -> Batch:
    """One form of many records; what cannot be printed is left out where `skip` is wanted.

    RuleRefused names every record that cannot be printed, StaleRecord one that changed meanwhile.
    """
    workplace.require(Permission.PRINT)
    room = OF_RECORD[form]
    with speaking(asked.language):
        title = label("form", form)
    making = _Making(workplace, title, asked, step)
    with making.at_one_moment(file) as still:
        builds = [(str(key), partial(room, still, key, asked)) for key in dict.fromkeys(keys)]
        making.draw(builds, skip=skip)
    return making.saved(file, skip=skip)


def of_blanks(workplace: Workplace, asked: Asked, *, file: Path, step: Step | None = None) -> Batch:
    """Every form blank, for the drawer; one that does not stand on the paper takes its usual."""
    workplace.require(Permission.PRINT)
    with speaking(asked.language):
        title = pgettext("paper", "Blank forms")
    making = _Making(workplace, title, asked, step)
    with making.at_one_moment(file) as still:
        builds = [(form, partial(room, still, _fit(form, asked))) for form, room in BLANK.items()]
        making.draw(builds, skip=False)
    return making.saved(file, skip=False)


def of_papers(  # noqa: PLR0913 - all but the first four are named at the call
    workplace: Workplace,
    title: str,
    papers: Sequence[tuple[str, int | str]],
    asked: Asked,
    *,
    file: Path,
    step: Step | None = None,
) -> Batch:
    """Papers of several kinds in one file, in their order: all of it or nothing.

    Each is a form and the record it is of, on the form's own paper where it lacks the one wanted.
    """
    workplace.require(Permission.PRINT)
    making = _Making(workplace, title, asked, step)
    with making.at_one_moment(file) as still:
        builds = [
            (str(key), partial(OF_RECORD[form], still, key, _fit(form, asked)))
            for form, key in papers
        ]
        making.draw(builds, skip=False)
    return making.saved(file, skip=False)


class _Making:
    """One batch on its way: forms in, one file and its entries out."""

    def __init__(self, workplace: Workplace, title: str, asked: Asked, step: Step | None) -> None:
        self._workplace = workplace
        self._step = step
        self._id = secrets.token_hex(8)
        self._bundle = Bundle(About(title, workplace.estate.name, asked.language))
        self._entries: list[Entry] = []
        self._refused: list[Refused] = []
        self._numbers: dict[tuple[str, int | None, str], str] = {}
        self._pages = 0
        self._all = 0

    def at_one_moment(self, file: Path) -> AbstractContextManager[Workplace]:
        """The desk as all forms see it; refused where the file cannot stand."""
        files.refuse_place(file)
        return self._workplace.at_one_moment()

    def draw(self, builds: Sequence[tuple[str, Build]], *, skip: bool) -> None:
        """Draw every form."""
        self._all = len(builds)
        for done, (key, build) in enumerate(builds):
            if self._step is not None:
                self._step(done, self._all)
            self._add(key, build, skip=skip)

    def saved(self, file: Path, *, skip: bool) -> Batch:
        """Write file and log."""
        if self._refused and not skip:
            raise RuleRefused(_told(self._refused))
        if not self._entries:
            raise RuleRefused([*_told(self._refused), Reason("paper.batch.empty")])
        paper_log.save(self._workplace, self._entries, self._bundle.finished(), file)
        if self._step is not None:
            self._step(self._all, self._all)
        return Batch(self._id, tuple(self._numbers.values()), self._pages, tuple(self._refused))

    def _add(self, key: str, build: Build, *, skip: bool) -> None:
        try:
            sheet = build()
        except DeskError as refused:
            self._refused.append(Refused(key, tuple(explain(refused))))
            return
        place = (sheet.form, sheet.record_id, sheet.number)
        if place in self._numbers or (self._refused and not skip):
            return
        self._numbers[place] = sheet.number or sheet.form
        self._pages += len(sheet.drawn)
        self._bundle.add(sheet.drawn)
        self._entries.append(paper_log.entry_of(sheet, Destination.PDF, batch=self._id))


def _told(refused: Iterable[Refused]) -> list[Reason]:
    return [
        Reason("paper.batch.refused", None, {"number": one.key, "why": why})
        for one in refused
        for why in one.why
    ]


def _fit(form: str, asked: Asked) -> Asked:
    """As it is wanted, on a paper the form stands on."""
    return (
        asked if not asked.paper or asked.paper in FORMS[form].papers else replace(asked, paper="")
    )
