"""The packet of a move-in: every paper in one go, into one file or to the printer (R36, R57)."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.errors import DeskError, EnvironmentFault
from desk.i18n import _, ngettext, pgettext
from desk.services import paper
from desk.services.move_in import MoveIn
from desk.services.paper import Asked, Batch, FormCode, Sheet
from desk.ui.kit.act import Act
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.kit.deed_dialog import Asked as AskedFor
from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.kit.file_choice import choose_to_save
from desk.ui.kit.notify import fault_words, say, tell
from desk.ui.kit.tasks import Progress, Task, tasks_of
from desk.ui.move_in.deeds import MoveInDeeds
from desk.ui.move_in.groups import PAPER
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.printer import Printers
from desk.wording import label


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """Before the single papers."""
    return (
        Act(
            "print_packet",
            PAPER,
            print_words,
            shown=_always,
            shut=partial(_why_not, deeds),
            plan=partial(print_plan, deeds, Printers()),
        ),
        Act(
            "packet",
            PAPER,
            save_words,
            shown=_always,
            shut=partial(_why_not, deeds),
            opens=partial(_save, deeds),
        ),
    )


# To the printer


def print_plan(deeds: MoveInDeeds, printers: Printers, known: MoveIn) -> DeedPlan:
    """Which printer, and what will come out of it."""
    papers = paper.packet_of(deeds.workplace, known.detail.id)
    usual = deeds.paper.usual_printer(FormCode.OWNER_REGISTRATION) or printers.default()
    choices = partial(_printers, printers)
    return DeedPlan(
        title=print_words,
        button=print_words,
        asked=(
            AskedFor(
                "printer", partial(ChoiceField, choices), _printer_words, True, begins_with=usual
            ),
        ),
        do=partial(_print, deeds, printers, known, papers),
        lead=partial(_lead, papers),
    )


def _print(
    deeds: MoveInDeeds,
    printers: Printers,
    known: MoveIn,
    papers: Sequence[tuple[str, int | str]],
    values: Mapping[str, Any],
) -> MoveIn:
    """Every paper is built before the first is sent; each is logged before it goes."""
    name = values["printer"]
    if not name:
        raise EnvironmentFault("paper.no_printer")
    asked = Asked(_language(deeds))
    sheets = [paper.prepare(deeds.workplace, form, key, asked) for form, key in papers]
    sent = [_send(deeds, printers, sheet, name) for sheet in sheets]
    deeds.paper.keep_printer(FormCode.OWNER_REGISTRATION, name)
    deeds.packet_sent.emit(frozenset(sent))
    return deeds.get(known.detail.id)


def _send(deeds: MoveInDeeds, printers: Printers, sheet: Sheet, name: str) -> int:
    """The log first, then the queue; what the queue refuses counts for no print. Its place in the
    log."""
    printed = deeds.paper.send(sheet, name)
    document = PdfDocument(sheet.pdf)
    try:
        profile = deeds.paper.profile(sheet.form, name)
        printers.send(document, name, profile, title=sheet.name)
    except DeskError:
        deeds.paper.not_taken(printed.log_id)
        raise
    finally:
        document.close()
    return printed.log_id


def _printers(printers: Printers) -> Sequence[Choice]:
    return [Choice(name, name) for name in printers.names()]


def _lead(papers: Sequence[tuple[str, int | str]]) -> str:
    names = "、".join(dict.fromkeys(label("form", form) for form, _key in papers))
    told = _("Afterwards it is asked once whether all of them came out.")
    return f"{names}\n{told}"


# Into one file


def _save(deeds: MoveInDeeds, parent: QWidget, known: MoveIn) -> None:
    name = f"{known.detail.number}-{save_words()}.pdf"
    path = choose_to_save(parent, save_words(), name, "PDF (*.pdf)")
    if path is not None:
        write_packet(deeds, parent, known, path)


def write_packet(deeds: MoveInDeeds, parent: QWidget, known: MoveIn, path: Path) -> Task:
    """In the background, with progress: all papers or none."""
    work = partial(_work, deeds, known, Asked(_language(deeds)), path)
    done = partial(_written, deeds, parent)
    return tasks_of(parent).run(work, done=done, failed=partial(_failed, parent))


def _work(deeds: MoveInDeeds, known: MoveIn, asked: Asked, path: Path, progress: Progress) -> Batch:
    step = partial(_step, progress)
    return paper.print_packet(deeds.workplace, known.detail.id, asked, file=path, step=step)


def _step(progress: Progress, done: int, total: int) -> None:
    progress.step(done, total, save_words())


def _written(deeds: MoveInDeeds, parent: QWidget, answer: object) -> None:
    assert isinstance(answer, Batch)
    count = answer.pages
    said = ngettext("{count} page in one file.", "{count} pages in one file.", count)
    deeds.reload()
    say(parent, said.format(count=count))


def _failed(parent: QWidget, error: Exception) -> None:
    if not isinstance(error, DeskError):
        raise error
    tell(parent, fault_words(error))


def _language(deeds: MoveInDeeds) -> str:
    """The household's, which is taken to be the region's."""
    return deeds.paper.blank(FormCode.OWNER_REGISTRATION).language


def _always(_known: MoveIn) -> bool:
    return True


def _why_not(deeds: MoveInDeeds, _known: MoveIn) -> str:
    """The registration and the card are in every packet."""
    return deeds.why_not_print(FormCode.OWNER_REGISTRATION)


def print_words() -> str:
    """All papers in one go, on paper."""
    return pgettext("move-in deed", "Print the packet")


def save_words() -> str:
    """All papers in one go, as a file."""
    return pgettext("move-in deed", "Save the packet as one PDF")


def _printer_words() -> str:
    return pgettext("move-in", "Printer")
