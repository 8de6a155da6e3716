"""Lifelike people for the sample estate: names, phones and identity papers of its region.

None of them exists. Everything comes from the given source of chance, so the same seed gives the
same estate.
"""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from desk.config import resources_folder
from desk.domain import identity
from desk.domain.estate import IdentityKind, Region
from desk.models.estate import IdentityDocument, Phone, Resident, StandingInstruction, Unit
from desk.services.household_writing import phone_rows

_RARE_SHARE = 0.02
_ROLES = ("family", "family", "tenant")
_CHECK_CHARACTERS = "0123456789XA"
_DOCUMENT = {
    Region.HK: IdentityKind.HKID,
    Region.TW: IdentityKind.TWID,
    Region.CN: IdentityKind.PRC_ID,
}


@dataclass(frozen=True)
class Script:
    """The words of one region: names, buildings, and what is asked at its desk."""

    region: Region
    words: dict[str, Any]

    @classmethod
    def of(cls, region: Region) -> "Script":
        path = resources_folder() / "sample" / f"{region}.json"
        return cls(region, json.loads(path.read_text("utf-8")))


def name(chance: Random, script: Script) -> str:
    """A surname and a given name of one or two characters, now and then a rare one."""
    given = [chance.choice(script.words["given"]) for _ in range(chance.choice((1, 2, 2, 2)))]
    if chance.random() < _RARE_SHARE:
        given[-1] = chance.choice(script.words["rare"])
    surname: str = chance.choice(script.words["surnames"])
    return surname + "".join(given)


def phone(chance: Random, region: Region) -> str:
    """A mobile number as its owner would write it."""
    if region is Region.HK:
        return f"{chance.choice('569')}{_figures(chance, 3)} {_figures(chance, 4)}"
    if region is Region.TW:
        return f"09{_figures(chance, 2)}-{_figures(chance, 3)}-{_figures(chance, 3)}"
    return f"1{chance.choice('3578')}{_figures(chance, 9)}"


def household(chance: Random, script: Script, unit: Unit) -> list[Resident]:
    """The residents of one unit: an owner, and perhaps family, tenants or a company."""
    if chance.random() < 0.03:
        return [_company(chance, script, unit)]
    first = _person(chance, script, unit, "owner")
    others = chance.choice((0, 1, 1, 2, 3))
    return [first, *(_person(chance, script, unit, chance.choice(_ROLES)) for _ in range(others))]


def instruction(chance: Random, script: Script, unit: Unit, today: date) -> StandingInstruction:
    """Something the desk must mind about the unit."""
    text = chance.choice(script.words["instructions"])
    return StandingInstruction(unit=unit, text=text, starts=today, ends=None)


def _person(chance: Random, script: Script, unit: Unit, role: str) -> Resident:
    resident = Resident(unit=unit, name=name(chance, script), role=role, kind="natural")
    resident.phones = _phones(chance, script.region)
    if role == "owner" or chance.random() < 0.3:
        kind = _DOCUMENT[script.region]
        resident.documents = [IdentityDocument(kind=kind, number=_document(chance, kind))]
    return resident


def _company(chance: Random, script: Script, unit: Unit) -> Resident:
    company = chance.choice(script.words["companies"])
    resident = Resident(unit=unit, name=company, role="owner", kind="legal")
    resident.phones = _phones(chance, script.region)
    return resident


def _phones(chance: Random, region: Region) -> list[Phone]:
    return phone_rows([phone(chance, region)], region)


def _document(chance: Random, kind: IdentityKind) -> str:
    """A number whose check character is right."""
    while True:
        body = _body(chance, kind)
        for last in _CHECK_CHARACTERS:
            if not identity.check(kind, body + last):
                return body + last


def _body(chance: Random, kind: IdentityKind) -> str:
    if kind is IdentityKind.HKID:
        return chance.choice("ACDEGHKPRSVYZ") + _figures(chance, 6)
    if kind is IdentityKind.TWID:
        return chance.choice("ABCDEFGHJKMNPQTUVX") + chance.choice("12") + _figures(chance, 7)
    place = chance.choice(("110105", "310104", "440305", "510107"))
    born = date(1950, 1, 1) + timedelta(days=chance.randrange(56 * 365))
    return f"{place}{born:%Y%m%d}{_figures(chance, 3)}"


def _figures(chance: Random, count: int) -> str:
    return f"{chance.randrange(10**count):0{count}d}"
