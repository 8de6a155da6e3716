"""The words of `desk print`: forms, blank ones, the log, a past print, the calibration page."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desk.cli import columns
from desk.cli.parser import Parser, added, count, day, json_option, tell_columns
from desk.domain.paper import FORMS, MOST_COPIES, Outcome, PaperCode
from desk.i18n import _
from desk.services.paper import LANGUAGES

BLANK, BLANKS, CALIBRATION, LOG, AGAIN = "blank", "blanks", "calibration", "log", "again"
MONTHLY = "monthly-summary"
PACKET = "move-in-packet"

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[Parser]


def parse(words: list[str]) -> argparse.Namespace:
    """What is wanted: `form` is a form, or one of the other words."""
    return parser().parse_args(words)


def parser() -> Parser:
    """Every word."""
    told = _("print forms into a PDF; read the log of what was printed")
    whole = Parser(prog="desk print", description=told)
    forms = whole.add_subparsers(
        dest="form", required=True, metavar="FORM", parser_class=Parser, title=_("forms")
    )
    for form, said in _record_forms().items():
        _record_form(added(forms, form, said), form)
    for form, said in _register_forms().items():
        _register_form(added(forms, form, said), form)
    _others(forms)
    return whole


def _others(forms: "_Commands") -> None:
    blanks = added(forms, BLANKS, _("every form empty, in one PDF"))
    _paper(blanks, tuple(PaperCode))
    packet = added(forms, PACKET, _("every paper of a move-in, in one PDF"))
    packet.add_argument("number", metavar="NUMBER", help=_("the number of the move-in"))
    _paper(packet, tuple(PaperCode))
    page = added(forms, CALIBRATION, _("the page on which a printer's offset is measured"))
    _paper(page, tuple(PaperCode), needed=True)
    log = added(forms, LOG, _("what was printed, newest first"))
    tell_columns(log, {"": columns.PRINTED})
    log.add_argument("--form", dest="only", choices=_words(), help=_("this form alone"))
    log.add_argument("--from", type=day, metavar="DAY", dest="since", help=_("from this day on"))
    log.add_argument("--to", type=day, metavar="DAY", dest="until", help=_("up to this day"))
    log.add_argument("--outcome", choices=tuple(Outcome), help=_("what became of it"))
    number = _("a number, a part of one, or what a scanner read")
    log.add_argument("--number", default="", metavar="NUMBER", help=number)
    json_option(log)
    again = added(forms, AGAIN, _("a past print, exactly as it was"))
    which = _("its id, as “desk print log” gives it")
    again.add_argument("id", type=count(1, 2**31), metavar="ID", help=which)
    _output(again)


def _record_form(parser: Parser, form: str) -> None:
    which = _("numbers, the latest one, or an empty form; several go into one PDF")
    parser.add_argument("number", nargs="+", metavar="NUMBER|latest|blank", help=which)
    skip = _("of several, leave out what cannot be printed")
    parser.add_argument("--skip", action="store_true", help=skip)
    _copies(parser, form)


def _register_form(parser: Parser, form: str) -> None:
    empty = _("an empty form, for which no day is needed")
    parser.add_argument("number", nargs="?", choices=(BLANK,), help=empty)
    _copies(parser, form)
    if form == MONTHLY:
        parser.add_argument("--month", type=_month, metavar="MONTH", help=_("such as 2026-11"))
        return
    first, last = _("its first day, such as 2026-11-01"), _("its last day")
    parser.add_argument("--from", type=day, metavar="DAY", dest="since", help=first)
    parser.add_argument("--to", type=day, metavar="DAY", dest="until", help=last)
    if form == "follow-up-register":
        parser.add_argument("--open", action="store_true", help=_("open cases alone"))
        nameless = _("without names and rooms, to be posted")
        parser.add_argument("--without-names", action="store_true", help=nameless)


def _record_forms() -> dict[str, str]:
    """The forms of one record, and what each is."""
    return {
        "complaint-sheet": _("the sheet of a complaint (F4)"),
        "complaint-record": _("the record of a case, from filing to closing (F6)"),
        "corrective-action": _("the corrective-action sheet of a grave case"),
        "special-report": _("the special report of a grave or hot case (F14)"),
        "joint-report": _("the report of a joint complaint (F15)"),
        "coordination-slip": _("the coordination slip of a visit (F17)"),
        "release-pass": _("the release pass for what leaves the gate (F37)"),
        "key-receipt": _("the receipt of the keys at the move-in (F36)"),
        "custody-agreement": _("the agreement on keys in custody (F38)"),
        "key-use-log": _("the log of the use of keys in custody (F38)"),
        "key-loan": _("the slip of a key loan"),
        "key-count": _("the sheet of a count of the keys"),
        "service-order": _("the order of a commissioned service (F18 F24)"),
        "repair-slip": _("the slip of a repair (F8 F9)"),
        "receipt": _("the receipt for money, in figures and capitals (F25)"),
        "fee-mandate": _("the builder’s mandate to collect fees (F35)"),
        "price-board": _("a version of the price board, for the wall (F20)"),
        "supplier-agreement": _("the agreement with a supplier (F22)"),
        "service-agreement": _("the long-term agreement with a customer (F23)"),
        "owner-registration": _("the registration of an owner at the move-in (F28)"),
        "owner-card": _("the card of an owner for the desk (F29)"),
        "inspection": _("the sheet on which a home is inspected (F30)"),
        "defect-list": _("the defects of a home and how each is followed up"),
        "move-in-agreement": _("the agreements of a move-in, each on its own page (F31)"),
        "materials-receipt": _("the receipt for the materials of a move-in (F32)"),
        "document-list": _("what papers a move-in asks for and still lacks (F33)"),
        "move-in-notice": _("the notice that asks an owner to move in (F33)"),
        "authorisation": _("the letters of authority of a move-in (F34)"),
    }


def _register_forms() -> dict[str, str]:
    """The registers over a period, and what each is."""
    return {
        "disposal-record": _("the sheets handed out in a period (F5)"),
        "follow-up-register": _("the cases of a period (F13)"),
        "work-log": _("the services wished for in a period, and their handling (F19)"),
        "service-figures": _("how the services of a period went, in figures (F27)"),
        MONTHLY: _("the complaints of a month (F7)"),
    }


def _copies(parser: Parser, form: str) -> None:
    facts = FORMS[form.replace("-", "_")]
    _paper(parser, facts.papers)
    many = _("how many copies; the form's usual number: {default}").format(default=facts.copies)
    parser.add_argument("--copies", type=count(1, MOST_COPIES), default=0, metavar="N", help=many)
    apart = _("a page for each copy, on continuous paper too")
    parser.add_argument("--separately", action="store_true", help=apart)


def _paper(parser: Parser, papers: tuple[PaperCode, ...], *, needed: bool = False) -> None:
    size = _("on which paper; else the usual one")
    words = tuple(str(one) for one in papers)
    parser.add_argument("--paper", choices=words, default="", required=needed, help=size)
    language = _("the language of the paper")
    parser.add_argument("--language", choices=LANGUAGES, required=True, help=language)
    _output(parser)


def _output(parser: Parser) -> None:
    where = _("the PDF to write")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help=where)


def _words() -> tuple[str, ...]:
    return tuple(form.replace("_", "-") for form in FORMS)


def _month(text: str) -> date:
    """The first day of a month."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(_("a month is written like 2026-11")) from None
