"""Who moves in, and the papers: `desk move-in new|change|resident|document …`."""

from collections.abc import Iterable
from dataclasses import fields, replace

from desk.cli.arrival.deed import MoveInDeed, file_of, key_of
from desk.cli.case import home
from desk.cli.case.deed import (
    Given,
    Misread,
    Option,
    choice,
    day,
    flag,
    number,
    text,
    texts,
)
from desk.cli.case.words import WHY
from desk.domain.estate import IdentityDocument, IdentityKind, PersonKind, ResidentRole
from desk.domain.move_in import DocumentEntry, MoveInEntry, PersonEntry
from desk.domain.move_in_document import DocumentStanding, DocumentState
from desk.domain.move_in_rule import Arrival, Holder
from desk.errors import NotFound
from desk.i18n import N_, _
from desk.services import move_in, move_in_document, move_in_person
from desk.services.move_in import MoveIn, PersonView
from desk.services.workplace import Workplace

SAID: tuple[Option, ...] = (
    home.unit(),
    choice("arrival", Arrival, N_("who moves in; the owner where nothing is said")),
    choice("holder", Holder, N_("in whose name; a natural person where nothing is said")),
    text("name", N_("the owner, the tenant or the company")),
    text("contact", N_("who speaks for the company")),
    text("phone", N_("the phone")),
    flag("by-agent", N_("somebody else comes in the owner’s place")),
    text("agent", N_("who that is")),
    text("agent-phone", N_("the agent’s phone")),
    day("moved-on", N_("the day of moving in; today where nothing is said")),
    flag("concentrated", N_("it lies in the concentrated period")),
    day("period-starts", N_("the first day of the concentrated period")),
    day("period-ends", N_("the last day of the concentrated period")),
    text("remark", N_("what else is to be said")),
)
_PERSON: tuple[Option, ...] = (
    number("line", N_("whom to correct, 1 the first; somebody more where nothing is said")),
    text("name", N_("the name")),
    choice("role", ResidentRole, N_("what he or she is to the unit"), vocabulary="resident_role"),
    choice("kind", PersonKind, N_("a human being or a company")),
    text("company", N_("of an employee the company")),
    texts("phone", N_("a phone; several times"), "phones"),
    flag("visitor", N_("no permanent resident: gives no photo")),
    choice("identity", IdentityKind, N_("which identity paper was seen")),
    text("identity-number", N_("its number; it is shown masked ever after")),
    text("note", N_("what else is to be said")),
)
_PAPER: tuple[Option, ...] = (
    texts("code", N_("which paper, by its code; several times"), "codes"),
    flag("all", N_("every paper that is not complete yet")),
    number("person", N_("of which resident, 1 the first; of all where nothing is said")),
    day("received", N_("the day on which it was received; today where nothing is said")),
    flag("original", N_("the original was seen")),
    flag("copy", N_("a copy was kept")),
    flag("authentic", N_("it is authentic")),
    flag("doubtful", N_("it is not authentic; say why in the remark")),
    text("remark", N_("what is to be said of it")),
    text("scan", N_("a scan or a photo of it, a file")),
)
_LINE = number("line", N_("who, 1 the first"))


def begin(workplace: Workplace, given: Given) -> MoveIn:
    """A new case; the day of moving in is today where none is said."""
    told = {one.name: given[one.name] for one in fields(MoveInEntry)}
    told["arrival"] = told["arrival"] or Arrival.OWNER
    told["holder"] = told["holder"] or Holder.PERSON
    told["moved_on"] = told["moved_on"] or workplace.today()
    return move_in.write(workplace, MoveInEntry(**told))


def _change(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    """What is not given stays."""
    told = {one.key: given[one.key] for one in SAID if given[one.key] not in (None, "", False)}
    entry = replace(move_in.entry_of(known.detail), **told)
    return move_in.change(workplace, *key_of(known), entry)


def _void(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    return move_in.void(workplace, *key_of(known), given["why"])


def _resident(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    """Somebody more, or one who is there already: then what is not given stays."""
    entry = PersonEntry()
    if given["line"] is not None:
        entry = move_in_person.entry_of(_at(known, given["line"]))
    names = ("name", "role", "kind", "company", "phones", "note")
    told = {name: given[name] for name in names if given[name]}
    if given["visitor"]:
        told["permanent"] = False
    if given["identity_number"]:
        kind = given["identity"]
        if kind is None:
            raise Misread(_("say which identity paper it is: --identity"))
        told["identity"] = IdentityDocument(kind, given["identity_number"])
    return move_in_person.put(workplace, *key_of(known), replace(entry, **told))


def _drop_resident(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    return move_in_person.drop(workplace, *key_of(known), _at(known, given["line"]).id)


def _document(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    """What was found of papers; what was found of them before stays."""
    chosen = list(_chosen(known, given))
    if not chosen:
        codes = ", ".join(dict.fromkeys(one.wanted.rule.code for one in known.documents))
        raise Misread(_("say which paper: {codes}").format(codes=codes))
    scan = file_of(workplace, known, given["scan"])
    entries = [_found(workplace, one, given, scan) for one in chosen]
    return move_in_document.take(workplace, *key_of(known), entries)


def _chosen(known: MoveIn, given: Given) -> Iterable[DocumentStanding | DocumentEntry]:
    """The papers that are meant; a code that is not asked for is left to the rules to refuse."""
    person = 0 if given["person"] is None else _at(known, given["person"]).id
    for one in known.documents:
        of = person in (0, one.wanted.person_id)
        is_all = given["all"] and one.state is not DocumentState.COMPLETE
        if of and (is_all or one.wanted.rule.code in given["codes"]):
            yield one
    asked = {one.wanted.rule.code for one in known.documents}
    yield from (DocumentEntry(code) for code in given["codes"] if code not in asked)


def _found(
    workplace: Workplace, one: DocumentStanding | DocumentEntry, given: Given, scan: int | None
) -> DocumentEntry:
    entry = one if isinstance(one, DocumentEntry) else move_in_document.entry_of(one)
    judged = True if given["authentic"] else entry.authentic
    return replace(
        entry,
        received_on=given["received"] or entry.received_on or workplace.today(),
        original=given["original"] or entry.original,
        copy=given["copy"] or entry.copy,
        authentic=False if given["doubtful"] else judged,
        remark=given["remark"] or entry.remark,
        attachment_id=scan or entry.attachment_id,
    )


def _at(known: MoveIn, line: int | None) -> PersonView:
    if line is None or not 1 <= line <= len(known.persons):
        raise NotFound("move_in_person", str(line or ""))
    return known.persons[line - 1]


DEEDS: tuple[MoveInDeed, ...] = (
    MoveInDeed("change", N_("correct a case"), SAID, _change),
    MoveInDeed("void", N_("declare it void"), (WHY,), _void),
    MoveInDeed("resident", N_("who moves in, one more or corrected"), _PERSON, _resident),
    MoveInDeed("drop-resident", N_("somebody does not move in"), (_LINE,), _drop_resident),
    MoveInDeed("document", N_("what was found of papers"), _PAPER, _document),
)
