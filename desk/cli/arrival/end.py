"""Filing, exceptions, the visit, moving out: `desk move-in file|except|visit|move-out …`."""

from desk.cli.arrival.deed import MoveInDeed, key_of
from desk.cli.case.approval import answer_of
from desk.cli.case.deed import Given, Option, day, flag, text, texts
from desk.cli.case.words import WHY
from desk.domain.move_in_filing import ExceptionEntry, MoveOutEntry, VisitEntry
from desk.i18n import N_
from desk.services import move_in_filing, move_in_leaving
from desk.services.move_in import MoveIn
from desk.services.workplace import Workplace

_EXCEPT: tuple[Option, ...] = (
    texts("item", N_("what may be missing, as “desk move-in show” names it; several"), "items"),
    WHY,
    flag("own", N_("it is the clerk at the desk who gives the word")),
    flag("refuse", N_("the word is no")),
    text("note", N_("what was said")),
)
_VISIT: tuple[Option, ...] = (
    day("on", N_("the day of the visit; today where nothing is said")),
    text("person", N_("who went")),
    flag("alarm", N_("the alarm of the home was explained")),
    text("text", N_("what they need and think")),
)


def _file(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    return move_in_filing.file(workplace, *key_of(known), given["told"])


def _except(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    entry = ExceptionEntry(given["items"], given["why"])
    answer = answer_of(given, move_in_filing.exception_shown(workplace, known, entry))
    return move_in_filing.let_pass(workplace, *key_of(known), entry, answer)


def _visit(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    entry = VisitEntry(
        given["on"] or workplace.today(), given["person"], given["alarm"], given["text"]
    )
    return move_in_filing.visited(workplace, *key_of(known), entry)


def _move_out(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    entry = MoveOutEntry(given["on"] or workplace.today(), given["remark"])
    return move_in_leaving.move_out(workplace, *key_of(known), entry)


DEEDS: tuple[MoveInDeed, ...] = (
    MoveInDeed(
        "file",
        N_("file the case, and its people live there"),
        (text("told", N_("who in the service centre was told the names")),),
        _file,
    ),
    MoveInDeed("except", N_("a second person lets something be missing"), _EXCEPT, _except),
    MoveInDeed("visit", N_("the household was visited"), _VISIT, _visit),
    MoveInDeed(
        "move-out",
        N_("the household has left"),
        (
            day("on", N_("the day; today where nothing is said")),
            text("remark", N_("what else is to be said")),
        ),
        _move_out,
    ),
)
