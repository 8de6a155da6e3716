"""How the estate reads on the screen: labels, choices, titles."""

from collections.abc import Sequence

from desk.domain.estate import IdentityKind, PersonKind, ResidentRole
from desk.i18n import EstateFormat, _
from desk.services.household import InstructionRow
from desk.ui.kit.choice_field import Choice
from desk.wording import label


def title() -> str:
    """The register's name."""
    return _("Households")


def empty() -> str:
    """What an empty estate says."""
    return _("No household is written down yet. Import a sheet, or press F2 for the first unit.")


def new_unit() -> str:
    """The New button and an empty form."""
    return _("New unit")


def unit() -> str:
    """The room."""
    return _("Unit")


def residents() -> str:
    """Who lives there."""
    return _("Residents")


def building() -> str:
    """A building."""
    return label("household_column", "building")


def entrance() -> str:
    """An entrance."""
    return label("household_column", "entrance")


def floor() -> str:
    """A floor."""
    return label("household_column", "floor")


def door() -> str:
    """A door."""
    return label("household_column", "door")


def name() -> str:
    """A name."""
    return label("household_column", "name")


def role() -> str:
    """What somebody is to the unit."""
    return label("household_column", "role")


def kind() -> str:
    """A person or a company."""
    return label("household_column", "kind")


def employer() -> str:
    """Whom company staff work for."""
    return label("household_column", "company")


def phones() -> str:
    """Phones, one a line."""
    return label("household_column", "phones")


def phones_hint() -> str:
    """How several are written."""
    return _("One a line. From abroad with + in front.")


def id_kind() -> str:
    """Which paper."""
    return label("household_column", "id_kind")


def id_number() -> str:
    """Its number."""
    return label("household_column", "id_number")


def note() -> str:
    """A note."""
    return label("household_column", "note")


def instruction() -> str:
    """A standing instruction."""
    return label("household_column", "instruction")


def starts() -> str:
    """Its first day."""
    return _("First day")


def ends() -> str:
    """Its last day."""
    return _("Last day")


def ends_hint() -> str:
    """What a blank day means."""
    return _("Blank: until revoked.")


def role_choices() -> Sequence[Choice]:
    """What somebody may be to a unit."""
    return [Choice(one, label("resident_role", one)) for one in ResidentRole]


def kind_choices() -> Sequence[Choice]:
    """A person or a company."""
    return [Choice(one, label("person_kind", one)) for one in PersonKind]


def paper_choices() -> Sequence[Choice]:
    """The identity papers."""
    return [Choice(one, label("identity_kind", one)) for one in IdentityKind]


def span_words(row: InstructionRow, custom: EstateFormat) -> str:
    """From which day to which an instruction holds."""
    first = custom.date(row.starts)
    if row.ends is None:
        return _("from {first} until revoked").format(first=first)
    return _("from {first} to {last}").format(first=first, last=custom.date(row.ends))
