"""Forms on paper: build a record's form, print it, and what became of it.

Looking at a sheet is not printing it: `prepare` only builds. How each form comes to its values is
in `paper_…`, how a print is written down in `paper_log`. Papers are loaded late, when the first one
is made: the first window needs no ReportLab.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from desk import i18n
from desk.domain.paper import REGISTERS, FormCode
from desk.domain.permissions import Permission
from desk.domain.policy import Policy
from desk.domain.reasons import Reason
from desk.domain.service_figures import Figures
from desk.errors import RuleRefused
from desk.models.lists import print_batch as batch_list
from desk.models.lists.print_log import PrintRow
from desk.services import personal_data
from desk.services.paper_log import (
    Destination,
    Printed,
    answer,
    let_go,
    log_print,
    not_taken,
    prints_of,
    save_pdf,
    send,
    unanswered,
)
from desk.services.paper_sheet import (
    ACTS,
    CASE_FORMS,
    LATEST,
    Asked,
    Batch,
    Period,
    Refused,
    Sheet,
    title_of,
)
from desk.services.service_figures import FigureChart
from desk.services.workplace import Workplace
from desk.wording import label

BATCHED = batch_list.FORMS
LANGUAGES = ("zh_Hant", "zh_Hans", "en")

__all__ = [
    "BATCHED",
    "CASE_FORMS",
    "LANGUAGES",
    "LATEST",
    "REGISTERS",
    "Asked",
    "Batch",
    "Destination",
    "FormCode",
    "Period",
    "PrintRow",
    "Printed",
    "Refused",
    "Sheet",
    "answer",
    "figures_chart",
    "let_go",
    "log_print",
    "name_of",
    "not_taken",
    "packet_of",
    "prepare",
    "prepare_blank",
    "prepare_register",
    "print_batch",
    "print_blank",
    "print_blanks",
    "print_packet",
    "print_record",
    "print_register",
    "prints_of",
    "save_pdf",
    "send",
    "shown_again",
    "unanswered",
]

Wanted = Asked | str
Step = Callable[[int, int], None]


def name_of(policy: Policy, form: str) -> str:
    """What a policy calls a kind of paper, in the language being spoken (K11)."""
    return title_of(policy, ACTS.get(form, ()), i18n.language()) or label("form", form)


# Building: `asked` is how the paper is wanted; a language alone leaves the rest to the form


def prepare(workplace: Workplace, form: str, key: int | str, asked: Wanted) -> Sheet:
    """A record's paper as it stands now; `key` is an id, a number, a code or "latest".

    NotFound for a record there is not, RuleRefused while there is nothing to be printed, or for
    whoever may not see what stands on it. A look at who somebody is is recorded (R36).
    """
    sheet = _prepared(workplace, form, key, asked)
    if personal_data.is_registration(form):
        with workplace.deed(Permission.PRINT) as work:
            personal_data.record_paper(work, sheet.form, sheet.kind, sheet.record_id)
            work.commit()
    return sheet


def prepare_blank(workplace: Workplace, form: str, asked: Wanted) -> Sheet:
    """Any paper without values, for the drawer."""
    from desk.services.paper_forms import BLANK  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return BLANK[form](workplace, _asked(asked))


def prepare_register(workplace: Workplace, form: str, period: Period, asked: Wanted) -> Sheet:
    """A register over a period; RuleRefused for one that is reversed or too long."""
    from desk.services.paper_forms import OF_PERIOD  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return OF_PERIOD[form](workplace, period, _asked(asked))


def figures_chart(workplace: Workplace, told: Figures, widths: Sequence[float]) -> FigureChart:
    """The chart of the services’ figures alone, as it stands on their paper (F27), in the best of
    these widths (points)."""
    from desk.services.paper_service_figures import chart  # noqa: PLC0415

    workplace.require(Permission.READ)
    return chart(told, i18n.language(), widths)


def shown_again(workplace: Workplace, print_id: int) -> bytes:
    """The very pages of a past print as a PDF; the look is recorded.

    RuleRefused for a print of before pages were kept, EnvironmentFault for pages that are damaged.
    """
    from desk.services.paper_again import pdf_of  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return pdf_of(workplace, print_id)


# Printing in one go


def print_record(
    workplace: Workplace, form: str, key: int | str, asked: Wanted, file: Path | None = None
) -> Printed:
    """Print a record's paper as a PDF, into `file` where one is named; see `prepare`."""
    return _print_as_pdf(workplace, _prepared(workplace, form, key, asked), file)


def print_blank(
    workplace: Workplace, form: str, asked: Wanted, file: Path | None = None
) -> Printed:
    """Print a blank paper as a PDF, into `file` where one is named."""
    return _print_as_pdf(workplace, prepare_blank(workplace, form, asked), file)


def print_register(
    workplace: Workplace, form: str, period: Period, asked: Wanted, file: Path | None = None
) -> Printed:
    """Print a register as a PDF, into `file` where one is named."""
    return _print_as_pdf(workplace, prepare_register(workplace, form, period, asked), file)


def print_batch(  # noqa: PLR0913 - all but the first four are named at the call
    workplace: Workplace,
    form: str,
    keys: Sequence[int | str],
    asked: Wanted,
    *,
    file: Path,
    skip: bool = False,
    step: Step | None = None,
) -> Batch:
    """One form of many records in one PDF, each in the log: all of it or nothing.

    Long work; `step(done, total)` may raise to stop. RuleRefused names every record that cannot be
    printed; with `skip` those are left out and told in the answer.
    """
    from desk.services.paper_batch import of_records  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return of_records(workplace, form, keys, _asked(asked), file=file, skip=skip, step=step)


def print_packet(
    workplace: Workplace,
    move_in: int | str,
    asked: Wanted,
    *,
    file: Path,
    step: Step | None = None,
) -> Batch:
    """Every paper of a move-in in one PDF, each in the log: all of it or nothing (R36, R57)."""
    from desk.services.paper_move_in_packet import print_packet as make  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return make(workplace, move_in, _asked(asked), file=file, step=step)


def packet_of(workplace: Workplace, move_in: int | str) -> tuple[tuple[str, int | str], ...]:
    """The papers of a move-in's packet: each form, and the record it is of."""
    from desk.services.paper_move_in_packet import of_key  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return of_key(workplace, move_in)


def records_of(workplace: Workplace, form: str, period: Period) -> tuple[int, ...]:
    """The records of a period that a form is printed of in one go, the oldest first.

    RuleRefused for a period that is reversed or in which there are none.
    """
    workplace.require(Permission.PRINT)
    reasons = period.reasons()
    if reasons:
        raise RuleRefused(reasons)
    bounds = workplace.estate.custom.day_bounds
    with workplace.reading() as reader:
        span = bounds(period.since)[0], bounds(period.until)[1]
        found = batch_list.records(reader, form, *span)
    if not found:
        raise RuleRefused([Reason("paper.batch.empty")])
    return found


def print_blanks(
    workplace: Workplace, asked: Wanted, *, file: Path, step: Step | None = None
) -> Batch:
    """Every kind of form blank in one PDF."""
    from desk.services.paper_batch import of_blanks  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return of_blanks(workplace, _asked(asked), file=file, step=step)


def _prepared(workplace: Workplace, form: str, key: int | str, asked: Wanted) -> Sheet:
    from desk.services.paper_forms import OF_RECORD  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    with workplace.at_one_moment() as still:
        return OF_RECORD[form](still, key, _asked(asked))


def _print_as_pdf(workplace: Workplace, sheet: Sheet, file: Path | None) -> Printed:
    if file is None:
        return log_print(workplace, sheet, Destination.PDF)
    return save_pdf(workplace, sheet, file)


def _asked(wanted: Wanted) -> Asked:
    return Asked(wanted) if isinstance(wanted, str) else wanted
