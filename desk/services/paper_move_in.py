"""What papers of a move-in have in common: the case they are of, its names in the paper's words.

A paper is of the case as it stands now; `key` is an id, a number, a code or "latest".
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from desk.domain.move_in import State
from desk.domain.permissions import Permission
from desk.errors import NotFound
from desk.printing.form import Form, FormData
from desk.printing.job import Job
from desk.services import move_in, policy
from desk.services.move_in import KIND, MoveIn, MoveInFilter, PersonView
from desk.services.paper_build import Rules, Subject, build, number_of
from desk.services.paper_sheet import LATEST, Asked, Sheet
from desk.services.workplace import Workplace
from desk.wording import label

Gathered = Callable[[MoveIn, Job], FormData]


def case_of(workplace: Workplace, key: int | str) -> MoveIn:
    """The case a paper is wanted of; NotFound when there is none."""
    workplace.require(Permission.PRINT)
    if key != LATEST:
        return move_in.get(workplace, number_of(key) if isinstance(key, str) else key)
    found = move_in.page(workplace, MoveInFilter(), limit=1).rows
    if not found:
        raise NotFound(KIND, LATEST)
    return move_in.get(workplace, found[0].id)


def of_case(  # noqa: PLR0913, PLR0917 - what a paper is made of
    workplace: Workplace,
    code: str,
    form: Form[Any],
    known: MoveIn,
    asked: Asked,
    gathered: Gathered,
) -> Sheet:
    """The paper of a case under the case's own rules."""
    detail = known.detail
    with workplace.reading() as reader:
        kept = policy.by_id(reader, detail.policy_id)
    void = known.facts.state is State.VOID
    subject = Subject(code, KIND, detail.id, detail.version, detail.number, void=void)
    return build(
        workplace, form, subject, asked, gather=partial(gathered, known), rules=Rules(kept)
    )


def blank(workplace: Workplace, code: str, form: Form[Any], asked: Asked) -> Sheet:
    """The paper without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, form, Subject(code, KIND), asked)


def holder(known: MoveIn) -> PersonView | None:
    """Whose case it is, as he or she stands among those who move in."""
    name = known.detail.name
    return next((one for one in known.persons if one.name == name), None)


def identity_words(person: PersonView | None) -> str:
    """The identity paper by its kind, of its number what may be seen."""
    if person is None or person.identity_kind is None:
        return ""
    return f"{label('identity_kind', person.identity_kind)} {person.identity_masked}".rstrip()


def phone_words(person: PersonView) -> str:
    """Every phone of a person."""
    return " / ".join(person.phones)


def joined(*parts: str) -> str:
    """What of these is known, in one field."""
    return "　".join(filter(None, parts))


def signs(known: MoveIn) -> str:
    """Who signs for the household: the agent who was sent, who speaks for a company, or himself."""
    detail = known.detail
    return detail.agent or detail.contact or detail.name
