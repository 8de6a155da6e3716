"""`desk print FORM …`: forms into a PDF, of records, over a period, or blank; the print log."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date

from desk.cli import columns, output, printing_words
from desk.cli.pages import every
from desk.cli.parser import Usage
from desk.cli.printing_words import AGAIN, BLANK, BLANKS, CALIBRATION, LOG, MONTHLY, PACKET
from desk.cli.session import signed_in
from desk.i18n import _
from desk.services import files, paper, paper_calibration, print_log
from desk.services.paper import REGISTERS, Asked, Batch, Period
from desk.services.print_log import PrintFilter
from desk.services.workplace import Workplace


def run(wanted: argparse.Namespace) -> int:
    """Print what is asked for; the file and the entry in the log come together or not at all."""
    given = printing_words.parse(wanted.words)
    with signed_in(wanted) as workplace:
        _OTHERS.get(given.form, _form)(workplace, given)
    return 0


# Forms


def _form(workplace: Workplace, given: argparse.Namespace) -> None:
    form = given.form.replace("-", "_")
    if BLANK in (given.number, *(given.number or ())):
        _blank(workplace, form, given)
    elif form in REGISTERS:
        period = _period(given)
        paper.print_register(workplace, form, period, _asked(given), given.output)
        output.line(period.since, period.until, given.output)
    elif len(given.number) == 1:
        (number,) = given.number
        made = paper.print_record(workplace, form, number, _asked(given), given.output)
        output.line(made.number, given.output)
    else:
        _several(workplace, form, given)


def _blank(workplace: Workplace, form: str, given: argparse.Namespace) -> None:
    if given.number not in (BLANK, [BLANK]):
        raise Usage(_("an empty form is printed alone. See: desk print --help"))
    paper.print_blank(workplace, form, _asked(given), given.output)
    output.line(BLANK, given.output)


def _several(workplace: Workplace, form: str, given: argparse.Namespace) -> None:
    """Several records in one PDF; what was left out is told with its reasons."""
    batch = paper.print_batch(
        workplace,
        form,
        given.number,
        _asked(given),
        file=given.output,
        skip=given.skip,
        step=output.progress(),
    )
    _tell(batch, given)
    for one in batch.refused:
        output.line(one.key, "", *one.why)


def _blanks(workplace: Workplace, given: argparse.Namespace) -> None:
    asked = Asked(given.language, given.paper)
    batch = paper.print_blanks(workplace, asked, file=given.output, step=output.progress())
    _tell(batch, given)


def _packet(workplace: Workplace, given: argparse.Namespace) -> None:
    asked = Asked(given.language, given.paper)
    step = output.progress()
    batch = paper.print_packet(workplace, given.number, asked, file=given.output, step=step)
    _tell(batch, given)


def _tell(batch: Batch, given: argparse.Namespace) -> None:
    for number in batch.numbers:
        output.line(number.replace("_", "-"), given.output)


def _asked(given: argparse.Namespace) -> Asked:
    return Asked(given.language, given.paper, given.copies, separately=given.separately)


def _period(given: argparse.Namespace) -> Period:
    if given.form == MONTHLY:
        if given.month is None:
            raise Usage(_("say which month: --month 2026-11"))
        return Period.of_month(given.month)
    since, until = given.since, given.until
    if not (isinstance(since, date) and isinstance(until, date)):
        raise Usage(_("say from which day to which: --from 2026-11-01 --to 2026-11-30"))
    return Period(
        since,
        until,
        open_only=getattr(given, "open", False),
        without_names=getattr(given, "without_names", False),
    )


# What is of no record


def _calibration(workplace: Workplace, given: argparse.Namespace) -> None:
    page = paper_calibration.page(workplace, given.paper, given.language)
    with files.written_after(given.output, page):
        output.line(CALIBRATION, given.paper, given.output)


def _again(workplace: Workplace, given: argparse.Namespace) -> None:
    """A past print: looked at again, and not printed anew."""
    pdf = paper.shown_again(workplace, given.id)
    with files.written_after(given.output, pdf):
        output.line(given.id, given.output)


def _log(workplace: Workplace, given: argparse.Namespace) -> None:
    only = given.only and given.only.replace("-", "_")
    wanted = PrintFilter(
        form=only,
        outcome=given.outcome,
        first_day=given.since,
        last_day=given.until,
        number=given.number,
    )
    rows = map(asdict, every(print_log.page, workplace, wanted))
    output.register(rows, workplace.estate.zone, json_wanted=given.json, columns=columns.PRINTED)


_OTHERS: Mapping[str, Callable[[Workplace, argparse.Namespace], None]] = {
    BLANKS: _blanks,
    PACKET: _packet,
    CALIBRATION: _calibration,
    LOG: _log,
    AGAIN: _again,
}
