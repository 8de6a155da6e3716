"""What a scanned or typed code is: which paper, how it stands, whether it is ours, in sentences.

Scanning changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from types import MappingProxyType

from desk.domain import paper_code
from desk.domain import signed_paper as rules
from desk.domain.paper import FormCode
from desk.domain.paper_code import PaperCode
from desk.domain.reasons import Reason
from desk.domain.release_pass_gate import Said
from desk.domain.signed_paper import PaperStanding
from desk.models.coordination_slip import CoordinationSlip
from desk.models.lists import Reader, history
from desk.models.lists import coordination_slip as slip_list
from desk.models.lists import signed_paper as paper_list
from desk.models.lists.signed_paper import PaperRow, SignedRow
from desk.services import personal_data, release_pass_seal, signed_paper
from desk.services.workplace import Workplace

MOST_CHANGES = 12
_DAY = len("2026-11-21")
_HIDDEN = "***"

Seal = Callable[[Workplace, str], bool]


def _is_pass_sealed(workplace: Workplace, text: str) -> bool:
    said = release_pass_seal.verify(workplace, text).said
    return said not in (Said.FORGED, Said.UNSEALED)


# Whether the seal on a form is the desk's own; a form that is not here bears none.
SEALS: Mapping[str, Seal] = MappingProxyType({FormCode.RELEASE_PASS: _is_pass_sealed})


@dataclass(frozen=True)
class Scanned:
    """What a code turned out to be.

    `said` are its sentences. `paper` is the print in hand, `newer` the reprint that replaced it
    with `changed` values (field, what it said, what it says), `signed` what came home of it.
    """

    text: str
    standing: PaperStanding
    number: str = ""
    kind: str = ""
    record_id: int | None = None
    paper: PaperRow | None = None
    newer: PaperRow | None = None
    changed: tuple[tuple[str, str, str], ...] = ()
    signed: tuple[SignedRow, ...] = ()
    said: tuple[Reason, ...] = field(default_factory=tuple)

    @property
    def is_genuine(self) -> bool:
        """Whether it is a paper of this desk."""
        return self.standing.is_genuine


def find(workplace: Workplace, text: str) -> Scanned:
    """What was scanned, or typed from under a QR: a paper's own code or that of a record."""
    code = paper_code.read(text)
    given = paper_code.plain(text)
    if code is None:
        known = PaperStanding.MISREAD if paper_code.is_misread(text) else PaperStanding.NO_CODE
        return _told(workplace, Scanned(given, known))
    is_ours = _is_sealed(workplace, code, given)
    with workplace.reading() as reader:
        found = _found(workplace, reader, code, given, is_ours=is_ours)
    return _told(workplace, found)


def of_print(workplace: Workplace, print_id: int) -> Scanned:
    """What a print is, by its id; NotFound when there is none."""
    paper = signed_paper.get(workplace, print_id)
    about = ("", paper.number, paper.kind, paper.record_id)
    with workplace.reading() as reader:
        return _told(workplace, _in_hand(workplace, reader, paper, about))


def place(workplace: Workplace, kind: str, record_id: int) -> tuple[str, int]:
    """Where the record of a paper is read: a slip in the visit it belongs to."""
    if kind != CoordinationSlip.__tablename__:
        return kind, record_id
    with workplace.reading() as reader:
        slip = slip_list.detail(reader, record_id)
    return (kind, record_id) if slip is None else ("reception", slip.reception_id)


def _found(
    workplace: Workplace, reader: Reader, code: PaperCode, given: str, *, is_ours: bool
) -> Scanned:
    record = history.record_of_number(reader, code.number)
    if record is None:
        return Scanned(given, PaperStanding.UNKNOWN, code.number)
    about = (code.number, *record)
    if not is_ours:
        return Scanned(given, PaperStanding.FORGED, *about)
    paper = _paper(reader, record, code)
    if paper is None:
        return Scanned(given, PaperStanding.NEVER_PRINTED, *about)
    return _in_hand(workplace, reader, paper, (given, *about))


def _in_hand(
    workplace: Workplace, reader: Reader, paper: PaperRow, about: tuple[str, str, str, int | None]
) -> Scanned:
    given, number, kind, record_id = about
    facts = signed_paper.facts_of(workplace.estate.custom, reader, paper)
    newer = paper_list.newer(reader, paper)
    return Scanned(
        given,
        rules.standing(facts),
        number,
        kind,
        record_id,
        paper=paper,
        newer=newer,
        changed=_changed(workplace, reader, paper, newer),
        signed=paper_list.of_print(reader, paper.id),
    )


def _is_sealed(workplace: Workplace, code: PaperCode, given: str) -> bool:
    """Whether a paper bears the seal it should, or none where it should bear none."""
    seal = SEALS.get(code.form)
    return not code.seal if seal is None else bool(code.seal) and seal(workplace, given)


def _paper(reader: Reader, record: tuple[str, int], code: PaperCode) -> PaperRow | None:
    """The print of the code; of a record alone the paper that somebody would bring."""
    if code.reprint is None:
        return paper_list.likeliest(reader, *record)
    later = code.is_last_print
    return paper_list.of_code(reader, record, code.form, code.reprint, or_later=later)


def _changed(
    workplace: Workplace, reader: Reader, paper: PaperRow, newer: PaperRow | None
) -> tuple[tuple[str, str, str], ...]:
    """What has changed, as far as this clerk may see it; of who somebody is the fields alone."""
    if newer is None:
        return ()
    before, after = (paper_list.content(reader, one.id) for one in (paper, newer))
    seen = partial(_seen, workplace, paper.form)
    return tuple(
        (path, seen(path, old), seen(path, new))
        for path, old, new in rules.changed_values(before, after)
    )


def _seen(workplace: Workplace, form: str, path: str, value: str) -> str:
    if personal_data.is_registration(form):
        return _HIDDEN if value else ""
    name = _name(path)
    return str(personal_data.shown_paper(workplace, form, {name: value})[name])


# In words


def _told(workplace: Workplace, found: Scanned) -> Scanned:
    return replace(found, said=tuple(_sentences(workplace, found)))


def _sentences(workplace: Workplace, found: Scanned) -> Iterator[Reason]:
    if found.paper is not None:
        yield _about_paper(workplace, found.paper)
    told: dict[str, str | int] = {"number": found.number, "code": found.text}
    if found.paper is not None and found.standing is PaperStanding.LET_GO:
        told["why"] = found.paper.let_go_why
    yield Reason(f"scanned.{found.standing}", None, told)
    yield from _home(workplace, found.signed)
    if found.newer is not None:
        yield from _replaced(workplace, found.newer, found.changed)


def _about_paper(workplace: Workplace, paper: PaperRow) -> Reason:
    when = workplace.estate.custom.datetime(paper.printed_at)
    told: dict[str, str | int] = {"form": paper.form, "number": paper.number}
    told |= {"when": when, "who": paper.printed_by, "reprint": paper.reprint}
    return Reason("scanned.paper_again" if paper.reprint else "scanned.paper", None, told)


def _home(workplace: Workplace, signed: Iterable[SignedRow]) -> Iterator[Reason]:
    custom = workplace.estate.custom
    for one in signed:
        told: dict[str, str | int] = {"by": one.signed_by, "day": custom.date(one.signed_on)}
        told |= {"when": custom.datetime(one.received_at), "who": one.received_by}
        gone = one.withdrawn_at is not None
        told["why"] = one.withdrawn_why
        yield Reason("scanned.signed_withdrawn" if gone else "scanned.signed", None, told)


def _replaced(
    workplace: Workplace, newer: PaperRow, changed: tuple[tuple[str, str, str], ...]
) -> Iterator[Reason]:
    when = workplace.estate.custom.datetime(newer.printed_at)
    yield Reason("scanned.newer", None, {"when": when, "who": newer.printed_by})
    if not changed:
        yield Reason("scanned.same")
    for path, before, after in changed[:MOST_CHANGES]:
        old, new = _shown(workplace, before), _shown(workplace, after)
        told = {"field": _name(path), "before": old, "after": new}
        yield Reason("scanned.changed", None, told)
    if len(changed) > MOST_CHANGES:
        yield Reason("scanned.more", None, {"count": len(changed) - MOST_CHANGES})


def _name(path: str) -> str:
    """The field of a value: of `steps.0.text` it is `text`."""
    return next((one for one in reversed(path.split(".")) if not one.isdecimal()), path)


def _shown(workplace: Workplace, value: str) -> str:
    """A value as the estate writes it; none is a dash."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value or "–"
    custom = workplace.estate.custom
    return custom.date(moment.date()) if len(value) == _DAY else custom.datetime(moment)
