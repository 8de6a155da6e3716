"""Signed papers 已簽單據: taken home, withdrawn, the papers still out, what a scanned code is.

A paper that comes home ticks in its record the condition that waits for it, in one transaction;
`signed_paper_ticks` names, form by form, what does so.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from desk.domain import signed_paper as rules
from desk.domain.paper import Outcome
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home, PaperStanding
from desk.errors import NotFound, RuleRefused
from desk.estate_format import EstateFormat
from desk.models.lists import Page, Reader
from desk.models.lists import signed_paper as paper_list
from desk.models.lists.signed_paper import Key, PaperRow, SignedRow
from desk.models.print_log import PrintLog, SignedPaper
from desk.models.unit_of_work import UnitOfWork
from desk.services import attachment
from desk.services.attachment import File
from desk.services.cleaning import Cleaning
from desk.services.signed_paper_ticks import TICKS
from desk.services.workplace import Workplace

__all__ = [
    "KIND",
    "Home",
    "Key",
    "PaperRow",
    "PaperStanding",
    "SignedRow",
    "facts_of",
    "get",
    "of_print",
    "of_record",
    "one",
    "out",
    "out_count",
    "take_home",
    "unanswered",
    "why_not_take_home",
    "will_tick",
    "withdraw",
]

KIND = "signed_paper"
PAGE = 50

_UNFIT = {
    "attachment.empty": "signed_paper.page.empty",
    "attachment.type": "signed_paper.page.type",
}


# Taken home


def take_home(  # noqa: PLR0913 - what a clerk says of the paper in her hand
    workplace: Workplace,
    print_id: int,
    version: int,
    home: Home,
    scans: Sequence[Path] = (),
    *,
    knowingly: bool = False,
) -> SignedRow:
    """Write a signed paper down as back, with its scans in their order, and tick what waits for it.

    All of it is done or none. A print nobody answered for has come out, since it is in hand. What
    was noticed about the paper (a second copy, an older version) is passed over only `knowingly`.
    """
    workplace.require(Permission.REGISTER)
    files, unfit = _read(scans)
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(PrintLog, print_id, version)
        known = _known(work.reader, print_id)
        facts = facts_of(workplace.estate.custom, work.reader, known)
        cleaning = Cleaning()
        home = _clean(cleaning, home)
        today = workplace.estate.custom.day(work.now)
        reasons = rules.home_reasons(facts, home, today, knowingly=knowingly)
        ticked, refused = _tried(work, known, home, reasons)
        cleaning.refuse(reasons, refused, unfit)
        signed = _signed(work, known, home, ticked)
        _mark_home(work, row)
        work.add(signed)
        for file in files:
            attachment.put(workplace, work, KIND, signed.id, file)
        return work.committed(paper_list.signed, KIND, signed.id)


def will_tick(workplace: Workplace, known: PaperRow) -> str:
    """What the paper would tick, were it home now; "" for nothing. It is tried and taken back."""
    if not workplace.allows(Permission.REGISTER):
        return ""
    with workplace.deed(Permission.REGISTER) as work:
        today, name = workplace.estate.custom.day(work.now), workplace.actor.name
        ticked, _refused = _tried(work, known, Home(today, name, name), ())
    return ticked


def why_not_take_home(
    workplace: Workplace, known: PaperRow, *, knowingly: bool = False
) -> tuple[Reason, ...]:
    """Why a paper is not taken home: the words on a shut button."""
    with workplace.reading() as reader:
        facts = facts_of(workplace.estate.custom, reader, known)
    blockers = rules.paper_blockers(facts, knowingly=knowingly)
    return (*workplace.missing(Permission.REGISTER), *blockers)


def withdraw(workplace: Workplace, signed_id: int, version: int, why: str) -> SignedRow:
    """Take back what was taken home by mistake; what it ticked is told, and stays as it is.

    The print is out again, unless another copy of it is home.
    """
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(SignedPaper, signed_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        is_withdrawn = row.withdrawn_at is not None
        cleaning.refuse(rules.withdraw_reasons(why, is_withdrawn=is_withdrawn))
        row.withdrawn_at, row.withdrawn_by_id = work.now, work.actor_id
        row.withdrawn_why = why
        work.flush()
        others = paper_list.of_print(work.reader, row.print_id)
        if all(one.withdrawn_at is not None for one in others):
            work.get(PrintLog, row.print_id).home_at = None
        return work.committed(paper_list.signed, KIND, signed_id)


# Looking


def get(workplace: Workplace, print_id: int) -> PaperRow:
    """One print as a paper; NotFound when there is none."""
    with workplace.reading() as reader:
        return _known(reader, print_id)


def one(workplace: Workplace, signed_id: int) -> SignedRow:
    """One signed paper that came home; NotFound when there is none."""
    with workplace.reading() as reader:
        found = paper_list.signed(reader, signed_id)
    if found is None:
        raise NotFound(KIND, str(signed_id))
    return found


def out(
    workplace: Workplace, form: str | None = None, after: Key | None = None, limit: int = PAGE
) -> Page[PaperRow]:
    """The papers that are out, the oldest first, after the key of the last row seen."""
    with workplace.reading() as reader:
        return paper_list.out(reader, form, after, limit)


def out_count(workplace: Workplace, most: int) -> int:
    """How many papers have been out for longer than a day; counted up to `most`."""
    before = workplace.now() - timedelta(days=rules.LONG_OUT)
    with workplace.reading() as reader:
        return paper_list.out_count(reader, before, most)


def unanswered(workplace: Workplace, after: Key | None = None, limit: int = PAGE) -> Page[PaperRow]:
    """The prints of which nobody said yet whether they came out, the oldest first."""
    with workplace.reading() as reader:
        return paper_list.unanswered(reader, after, limit)


def of_print(workplace: Workplace, print_id: int) -> tuple[SignedRow, ...]:
    """What came home of one print, withdrawn ones too."""
    with workplace.reading() as reader:
        return paper_list.of_print(reader, print_id)


def of_record(workplace: Workplace, kind: str, record_id: int) -> tuple[SignedRow, ...]:
    """What came home of a record, withdrawn ones too."""
    with workplace.reading() as reader:
        return paper_list.of_record(reader, kind, record_id)


def facts_of(custom: EstateFormat, reader: Reader, known: PaperRow) -> rules.PrintFacts:
    """What the rules ask about a print."""
    is_void = known.record_id is not None and paper_list.is_void(
        reader, known.kind, known.record_id
    )
    return rules.PrintFacts(
        form=known.form,
        printed_on=custom.day(known.printed_at),
        outcome=known.outcome,
        is_home=known.home_at is not None,
        is_let_go=known.let_go_at is not None,
        is_replaced=paper_list.newer(reader, known) is not None,
        is_void=is_void or known.is_void,
    )


# Parts


def _known(reader: Reader, print_id: int) -> PaperRow:
    known = paper_list.one(reader, print_id)
    if known is None:
        raise NotFound("print_log", str(print_id))
    return known


def _read(scans: Sequence[Path]) -> tuple[list[File], list[Reason]]:
    """Every page that is ours to keep, and what is wrong with the others, each named."""
    files, unfit = [], list(rules.pages_reasons(len(scans)))
    for path in scans[: rules.MOST_PAGES]:
        try:
            files.append(attachment.read(path))
        except RuleRefused as refused:
            told = {"file": path.name}
            unfit += [Reason(_UNFIT[one.code], "scans", told) for one in refused.reasons]
    return files, unfit


def _clean(cleaning: Cleaning, home: Home) -> Home:
    return replace(
        home,
        signed_by=cleaning.line(home.signed_by, rules.NAME_LIMIT, "signed_by"),
        remark=cleaning.text(home.remark, rules.REMARK_LIMIT, "remark"),
    )


def _tried(
    work: UnitOfWork, known: PaperRow, home: Home, reasons: Sequence[Reason]
) -> tuple[str, tuple[Reason, ...]]:
    """What the paper ticks in its record, or why the record refuses it.

    A second copy ticks nothing; what the paper itself is refused for is not said twice.
    """
    tick, told = TICKS.get(known.form), {one.field for one in reasons}
    if tick is None or known.record_id is None or known.home_at is not None or None in told:
        return "", ()
    try:
        return tick(work, known.record_id, home), ()
    except RuleRefused as refused:
        said = (Reason(one.code, one.field, one.parameters) for one in refused.reasons)
        return "", tuple(one for one in said if one.field not in told)


def _signed(work: UnitOfWork, known: PaperRow, home: Home, ticked: str) -> SignedPaper:
    return SignedPaper(
        print_id=known.id,
        form=known.form,
        kind=known.kind,
        record_id=known.record_id or 0,
        number=known.number,
        signed_on=home.signed_on,
        signed_by=home.signed_by,
        remark=home.remark,
        ticked=ticked,
        received_at=work.now,
        received_by_id=work.actor_id,
    )


def _mark_home(work: UnitOfWork, row: PrintLog) -> None:
    """It is home; whoever asked whether it came out has the answer."""
    row.home_at = row.home_at or work.now
    if row.outcome != Outcome.PRINTED:
        row.outcome = Outcome.PRINTED
        row.answered_at, row.answered_by_id = work.now, work.actor_id
