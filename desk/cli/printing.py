"""`desk print FORM`: a form into a PDF, of a record, over a period, or blank."""

import argparse
from datetime import date

from desk.cli import output
from desk.cli.parser import Usage
from desk.i18n import _
from desk.services import paper
from desk.services.paper import REGISTERS, Period, Printed
from desk.services.workplace import Workplace

_BLANK = "blank"


def run(workplace: Workplace, wanted: argparse.Namespace) -> int:
    """Print what is asked for; the file and the entry in the log come together or not at all."""
    form = wanted.form.replace("-", "_")
    if wanted.number == _BLANK:
        paper.print_blank(workplace, form, wanted.language, wanted.output)
        output.line(_BLANK, wanted.output)
    elif form in REGISTERS:
        period = _period(wanted)
        paper.print_register(workplace, form, period, wanted.language, wanted.output)
        output.line(period.since, period.until, wanted.output)
    else:
        output.line(_record(workplace, form, wanted).number, wanted.output)
    return 0


def _record(workplace: Workplace, form: str, wanted: argparse.Namespace) -> Printed:
    return paper.print_record(workplace, form, wanted.number, wanted.language, wanted.output)


def _period(wanted: argparse.Namespace) -> Period:
    if wanted.form == "monthly-summary":
        if wanted.month is None:
            raise Usage(_("say which month: --month 2026-11"))
        return Period.of_month(wanted.month)
    since, until = wanted.since, wanted.until
    if not (isinstance(since, date) and isinstance(until, date)):
        raise Usage(_("say from which day to which: --from 2026-11-01 --to 2026-11-30"))
    return Period(
        since,
        until,
        open_only=getattr(wanted, "open", False),
        without_names=getattr(wanted, "without_names", False),
    )
