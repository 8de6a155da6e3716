"""Deeds about papers and people: the matrix checked, who moves in, a look at a number (R20-R28)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain import move_in as rules
from desk.domain.estate import IdentityDocument, IdentityKind, ResidentRole
from desk.domain.move_in import PersonEntry
from desk.domain.move_in_document import DocumentStanding
from desk.errors import ReasonLike
from desk.services import move_in_document, move_in_person
from desk.services.move_in import MoveIn, PersonView
from desk.ui.kit.act import Act
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.notify import tell
from desk.ui.kit.refused_beside import refused_beside
from desk.ui.move_in import household_words as said
from desk.ui.move_in import words
from desk.ui.move_in.asking import is_open, lacks, takes
from desk.ui.move_in.deeds import MoveInDeeds, reasons_words
from desk.ui.move_in.groups import HOUSEHOLD
from desk.ui.move_in.matrix_field import MatrixField
from desk.ui.move_in.somebody import of_somebody, people
from desk.wording import label

Values = Mapping[str, Any]
_DOCUMENT = frozenset(
    f"move_in.document.{one}"
    for one in ("missing", "photo", "original", "copy", "unchecked", "doubtful")
)
_PERSONS = frozenset({"move_in.persons.owner", "move_in.persons.tenant"})


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """The matrix first: it is what a case is opened for most often."""
    shut = deeds.why_not_change
    return (
        Act(
            "documents",
            HOUSEHOLD,
            said.documents,
            shown=_has_documents,
            shut=partial(deeds.why_not_part, "document"),
            plan=partial(_documents_plan, deeds),
            settles=_DOCUMENT,
            primary=lacks("document"),
        ),
        Act(
            "person",
            HOUSEHOLD,
            said.person,
            shown=is_open,
            shut=shut,
            plan=partial(_person_plan, deeds, None),
            settles=_PERSONS,
            primary=lacks("persons"),
        ),
        Act(
            "change_person",
            HOUSEHOLD,
            said.change,
            shown=_has_persons,
            shut=shut,
            opens=partial(of_somebody, said.change, _everybody, partial(_open_change, deeds)),
        ),
        Act(
            "drop_person",
            HOUSEHOLD,
            said.drop,
            shown=_has_persons,
            shut=shut,
            plan=partial(_drop_plan, deeds),
        ),
        Act(
            "see_identity",
            HOUSEHOLD,
            said.see,
            shown=_has_numbers,
            shut=partial(_why_not_see, deeds),
            opens=partial(of_somebody, said.see, _with_numbers, partial(_show_number, deeds)),
        ),
    )


# Papers


def _documents_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    remark = partial(LineField, rules.REMARK_LIMIT)
    return DeedPlan(
        title=said.documents,
        button=said.check,
        asked=(
            Asked("documents", partial(MatrixField, _taken_in(known), deeds.today()), said.papers),
            Asked("remark", remark, said.doubt, required=True, when=_is_doubtful),
        ),
        do=partial(_check, deeds, known),
    )


def _check(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    """What is doubtful carries the remark; nothing found anew writes nothing."""
    remark = values["remark"]
    entries = [
        replace(one, remark=remark or one.remark) if one.authentic is False else one
        for one in values["documents"]
    ]
    if not entries:
        return known
    key = known.detail.id
    with refused_beside("remark", _is_of_doubt):
        return move_in_document.take(deeds.workplace, key, known.detail.version, entries)


def _is_of_doubt(reason: ReasonLike) -> bool:
    return reason.code == "move_in.document.remark"


def _is_doubtful(values: Values) -> bool:
    return any(one.authentic is False for one in values["documents"] or ())


def _has_documents(known: MoveIn) -> bool:
    return bool(_taken_in(known))


def _taken_in(known: MoveIn) -> Sequence[DocumentStanding]:
    """The papers that may be checked: all of an open case, of a filed one what was let pass."""
    return [one for one in known.documents if takes(known, one.wanted.item)]


# People


def _person_plan(deeds: MoveInDeeds, person: PersonView | None, known: MoveIn) -> DeedPlan:
    entry = PersonEntry(role=ResidentRole.FAMILY)
    if person is not None:
        entry = move_in_person.entry_of(person)
    line, short = partial(LineField, rules.NAME_LIMIT), partial(LineField, rules.PHONE_LIMIT)
    company = partial(LineField, rules.COMPANY_LIMIT)
    kind = partial(ChoiceField, _identities, nothing=said.none)
    number = partial(LineField, rules.NAME_LIMIT)
    first = None if person is None else person.identity_kind
    return DeedPlan(
        title=said.person if person is None else said.change,
        button=said.write,
        asked=(
            Asked("name", line, said.name, True, 6, entry.name),
            Asked("role", partial(ChoiceField, _roles), said.role, True, 6, entry.role),
            Asked(
                "permanent",
                partial(SegmentField, words.yes_no),
                said.permanent,
                True,
                6,
                "yes" if entry.permanent else "no",
            ),
            Asked("phones", short, said.phone, span=6, begins_with="、".join(entry.phones)),
            Asked("company", company, said.company, begins_with=entry.company, when=_is_staff),
            Asked("identity_kind", kind, said.identity, span=6, begins_with=first),
            Asked("identity", number, said.number, span=6, when=_has_kind, hint=said.number_hint),
        ),
        do=partial(_put, deeds, known, entry),
    )


def _put(deeds: MoveInDeeds, known: MoveIn, entry: PersonEntry, values: Values) -> MoveIn:
    kind, number = values["identity_kind"], values["identity"]
    paper = IdentityDocument(IdentityKind(kind), number) if kind and number else None
    phones = values["phones"].replace("、", ",").replace("，", ",").split(",")
    entry = replace(
        entry,
        name=values["name"],
        role=ResidentRole(values["role"]),
        permanent=values["permanent"] == "yes",
        phones=tuple(filter(None, (one.strip() for one in phones))),
        company=values["company"],
        identity=paper,
    )
    return move_in_person.put(deeds.workplace, known.detail.id, known.detail.version, entry)


def _drop_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    who = partial(ChoiceField, partial(people, known.persons))
    return DeedPlan(
        title=said.drop,
        button=said.drop,
        asked=(Asked("person", who, said.who, True),),
        do=partial(_drop, deeds, known),
    )


def _drop(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    person = int(values["person"] or 0)
    return move_in_person.drop(deeds.workplace, known.detail.id, known.detail.version, person)


def _open_change(
    deeds: MoveInDeeds, parent: QWidget, known: MoveIn, person: PersonView
) -> DeedDialog:
    plan = _person_plan(deeds, person, known)
    dialog = DeedDialog(plan, parent.window(), about=words.about_words(known))
    dialog.deed_done.connect(partial(_changed, deeds))
    dialog.open()
    return dialog


def _changed(deeds: MoveInDeeds, _known: MoveIn) -> None:
    deeds.reload()


def _show_number(deeds: MoveInDeeds, parent: QWidget, known: MoveIn, person: PersonView) -> None:
    """The whole number; who looked is recorded (R36)."""
    number = move_in_person.see_identity(deeds.workplace, known.detail.id, person.id)
    kind = "" if person.identity_kind is None else label("identity_kind", person.identity_kind)
    tell(parent, f"{person.name}  ·  {kind} {number}", said.looked(), warning=False)


def _why_not_see(deeds: MoveInDeeds, known: MoveIn) -> str:
    person = next(one for one in known.persons if one.identity_kind is not None)
    return reasons_words(move_in_person.see_reasons(deeds.workplace, person))


def _has_persons(known: MoveIn) -> bool:
    return is_open(known) and bool(known.persons)


def _everybody(known: MoveIn) -> Sequence[PersonView]:
    return known.persons


def _with_numbers(known: MoveIn) -> Sequence[PersonView]:
    return [one for one in known.persons if one.identity_kind is not None]


def _has_numbers(known: MoveIn) -> bool:
    return any(one.identity_kind is not None for one in known.persons)


def _roles() -> Sequence[Choice]:
    return [Choice(one, label("resident_role", one)) for one in ResidentRole]


def _identities() -> Sequence[Choice]:
    return [Choice(one, label("identity_kind", one)) for one in IdentityKind]


def _is_staff(values: Values) -> bool:
    return bool(values.get("role") == ResidentRole.STAFF)


def _has_kind(values: Values) -> bool:
    return bool(values.get("identity_kind"))
