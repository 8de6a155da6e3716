"""Somebody who may be sent: whose people, since when, each skill and until when it holds."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from desk.domain.service_person import Skill
from desk.i18n import _, pgettext
from desk.services import service_person
from desk.services.service_person import PersonRow
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.price_board import person_acts, words
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.record import CatalogueRecord
from desk.wording import label


class PersonRecord(CatalogueRecord):
    """Shows a `PersonRow`."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        super().__init__(deeds, person_acts.acts(deeds))

    def heading(self) -> str:
        """The name."""
        return "" if self.value() is None else self.known().name

    def subject(self) -> str:
        """The id, for whoever opens it again."""
        return "" if self.value() is None else str(self.known().id)

    def known(self) -> PersonRow:
        """What is shown."""
        value = self.value()
        if not isinstance(value, PersonRow):
            raise TypeError("nobody is shown")
        return value

    def read_again(self) -> PersonRow:
        """As it is now."""
        return service_person.get(self._deeds.workplace, self.known().id)

    def parts(self) -> Sequence[QWidget]:
        """Who, then what they can do."""
        self.who = FactSection(_who_title)
        self.skills = FactSection(_skills_title)
        return (self.who, self.skills)

    def show_words(self) -> None:
        """Everything in the current language."""
        known = self.known()
        self.show_chip(words.here_chip(here=known.left_on is None))
        self.who.show_facts(list(_who(known, self._deeds)))
        self.skills.show_facts([_skill(one, self._deeds) for one in known.skills] or [_none()])

    def why_not_change(self) -> str:
        """Who may."""
        return self._deeds.why_not(service_person.change_blockers, self.known())


def whose_words(known: PersonRow) -> str:
    """Whose people: the company's or department's name, or what they are to the office."""
    return known.whose.name or label("employer_kind", known.employer)


def _who(known: PersonRow, deeds: CatalogueDeeds) -> Iterator[Fact]:
    yield Fact(pgettext("catalogue", "Whose people"), whose_words(known))
    yield Fact(words.phone(), known.phone)
    since = deeds.custom.date(known.since)
    yield Fact(pgettext("catalogue", "Does this work here since"), since)
    if known.left_on is not None:
        told = (deeds.custom.date(known.left_on), known.left_why)
        yield Fact(pgettext("catalogue", "No longer"), " · ".join(filter(None, told)), wide=True)
    yield Fact(words.remark(), known.remark, wide=True)


def _skill(one: Skill, deeds: CatalogueDeeds) -> Fact:
    proof = " ".join(filter(None, (one.certificate, one.number)))
    if not one.certificate:
        return Fact(one.code, _("nothing proves it yet"), wide=True)
    if one.expires is None:
        return Fact(one.code, proof, wide=True)
    day = deeds.custom.date(one.expires)
    ran_out = one.expires < deeds.today()
    until = _("ran out on {day}") if ran_out else _("holds until {day}")
    return Fact(one.code, f"{proof} · {until.format(day=day)}", wide=True)


def _none() -> Fact:
    return Fact("", _("None yet: they are sent only to work that asks for no skill."), wide=True)


def _who_title() -> str:
    return pgettext("catalogue", "Who")


def _skills_title() -> str:
    return pgettext("catalogue", "Skills")
