"""`desk complaint DEED NUMBER …`: what the window does with a complaint, with the same refusals."""

import argparse
from collections.abc import Iterable

from desk.cli import columns, output, show
from desk.cli.argument import add_options
from desk.cli.case import approval, closing, entry
from desk.cli.case.deed import Asked, Deed, Misread, values
from desk.cli.case.deeds import DEEDS
from desk.cli.parser import Parser, Usage, added, tell_columns
from desk.cli.session import signed_in
from desk.domain import numbering
from desk.errors import RuleRefused
from desk.i18n import _, gettext
from desk.services import case_words, complaint_case
from desk.services.approval import Line
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

REGISTER = "register"
CONSENT = "consent"


def run(wanted: argparse.Namespace) -> int:
    """Do the deed on the case as it now stands; print where each case then stands."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        try:
            cases = _done(workplace, given)
        except Misread as misread:
            raise Usage(str(misread)) from None
        for case in cases:
            _tell(workplace, case, json_wanted=given.json)
    return 0


def _tell(workplace: Workplace, case: Case, *, json_wanted: bool) -> None:
    if json_wanted:
        output.one(show.case_as_json(workplace, case))
    else:
        detail = case.detail
        output.line(detail.number, detail.state, detail.filing, len(show.open_blockers(case)))


def _done(workplace: Workplace, given: argparse.Namespace) -> tuple[Case, ...]:
    if given.deed == REGISTER:
        told = values(entry.BEGUN, Asked(workplace), vars(given))
        return (entry.register(workplace, told),)
    if given.deed == CONSENT:
        told = values(closing.CONSENT, Asked(workplace), vars(given))
        _show(approval.consent_shown(workplace, told), given)
        return approval.consent(workplace, told)
    return (_done_with(workplace, DEEDS[given.deed], given),)


def _done_with(workplace: Workplace, deed: Deed, given: argparse.Namespace) -> Case:
    """The deed on the case of a number; what is refused is told with the policy's names."""
    case = complaint_case.get(workplace, numbering.typed(given.complaint))
    told = values(deed.options, Asked(workplace, case), vars(given))
    if deed.shows is not None:
        _show(deed.shows(workplace, case, told), given)
    try:
        return deed.do(workplace, case, told)
    except RuleRefused as refused:
        raise RuleRefused(case_words.named(case, one) for one in refused.reasons) from None


def _show(lines: Iterable[Line], given: argparse.Namespace) -> None:
    """What a second person is asked about is told; a program reads it in the case itself."""
    if not given.json:
        for line in lines:
            output.line(*(cell for cell in (line.label, line.value) if cell))


def parse(words: list[str]) -> argparse.Namespace:
    """The deed and its words."""
    told = _("do with a complaint what the window does; what is refused says why, all at once")
    parser = Parser(prog="desk complaint", description=told)
    tell_columns(parser, {"": columns.CASE})
    deeds = parser.add_subparsers(
        title=_("deeds"), dest="deed", required=True, metavar="DEED", parser_class=Parser
    )
    add_options(added(deeds, REGISTER, _("register a complaint")), entry.BEGUN)
    for deed in DEEDS.values():
        command = added(deeds, deed.name, gettext(deed.help))
        command.add_argument("complaint", metavar="NUMBER", help=_("the complaint's number"))
        add_options(command, deed.options)
    help_ = _("a second person consents to what cannot be handled, once a quarter")
    add_options(added(deeds, CONSENT, help_), closing.CONSENT)
    return parser.parse_args(words)
