"""Lifelike months at the desk of the sample estate: who came when, asked what, and complained."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from desk.models.complaint import Complaint
from desk.models.estate import Resident
from desk.models.reception import Reception
from desk.services.sample_cases import Course, Crew, course
from desk.services.sample_people import Script, name, phone

VISITS_PER_HOUSEHOLD_AND_DAY = 0.1
_COMPLAINT_SHARE = 0.1
_KINDS = ("inquiry", "inquiry", "inquiry", "complaint", "help", "business", "visitor", "visitor")
_CHANNELS = (
    ("walk_in",) * 6 + ("phone",) * 4 + ("email", "letter", "suggestion_box", "staff", "fax")
)
_NATURES = ("effective", "effective", "help", "consulting", "venting")


@dataclass(frozen=True)
class Caller:
    """A resident as the visits need them."""

    resident_id: int
    unit_id: int
    name: str
    phone: str

    @classmethod
    def of(cls, resident: Resident) -> "Caller":
        number = resident.phones[0].number if resident.phones else ""
        return cls(resident.id, resident.unit_id, resident.name, number)


class Visits:
    """Makes the receptions of a day, in the order of their time."""

    def __init__(
        self, chance: Random, script: Script, callers: list[Caller], crew: Crew, zone: str
    ) -> None:
        self._chance = chance
        self._script = script
        self._callers = callers
        self._crew = crew
        self._zone = ZoneInfo(zone)

    def moments(self, day: date, households: int) -> list[datetime]:
        """When people came that day: about one household in ten, most of them by daylight."""
        mean = households * VISITS_PER_HOUSEHOLD_AND_DAY
        count = max(1, round(self._chance.gauss(mean, mean**0.5 / 2)))
        minutes = sorted(
            int(self._chance.triangular(7 * 60, 22 * 60, 11 * 60)) for _ in range(count)
        )
        midnight = datetime.combine(day, time(), self._zone)
        return [(midnight + timedelta(minutes=one)).astimezone(ZoneInfo("UTC")) for one in minutes]

    def reception(self, number: str, moment: datetime, latest: datetime) -> Reception:
        """One visit; the newest are still open."""
        chance = self._chance
        kind = chance.choice(_KINDS)
        request, answer = chance.choice(self._script.words["visits"][kind])
        is_open = kind != "visitor" and chance.random() < _open_share(latest - moment)
        clerk = chance.choice(self._crew.clerks)
        return Reception(
            number=number,
            happened_at=moment,
            entered_at=moment + timedelta(minutes=chance.randrange(5)),
            channel=chance.choice(_CHANNELS),
            kind=kind,
            request=request,
            answer="" if is_open else answer,
            first_asked_id=clerk,
            state="open" if is_open else "closed",
            closed_at=None if is_open else moment + timedelta(minutes=chance.randrange(3, 40)),
            closed_by_id=None if is_open else clerk,
            **self._who(kind),
        )

    def complaints_of(self, receptions: list[Reception]) -> Iterator[Reception]:
        """Those visits of which a complaint is made."""
        for one in receptions:
            if one.kind == "complaint" and self._chance.random() < _COMPLAINT_SHARE:
                yield one

    def complaint(
        self, number: str, visit: Reception, latest: datetime, policy_id: int
    ) -> tuple[Complaint, Course]:
        """The complaint that a visit became, and how it went since."""
        chance = self._chance
        told = chance.choice(self._script.words["complaints"])
        went = course(chance, visit.happened_at, told["severity"], latest, self._crew)
        row = Complaint(
            number=number,
            reception_id=visit.id,
            received_at=visit.happened_at,
            received_by_id=visit.first_asked_id,
            entered_at=visit.entered_at,
            occurred_at=visit.happened_at - timedelta(hours=chance.randrange(1, 30)),
            channel=visit.channel,
            unit_id=visit.unit_id,
            resident_id=visit.resident_id,
            complainant=visit.caller_name,
            contact=visit.caller_phone or phone(chance, self._script.region),
            contact_method="phone",
            nature=chance.choice(_NATURES),
            policy_id=policy_id,
            **went.columns(),
            **_told(told, handled=went.times.handled is not None, closed=went.state == "closed"),
        )
        return row, went

    def _who(self, kind: str) -> dict[str, object]:
        chance = self._chance
        caller = chance.choice(self._callers)
        if kind == "visitor":
            stranger = name(chance, self._script)
            return {"unit_id": caller.unit_id, "caller_name": stranger, "caller_phone": ""}
        return {
            "unit_id": caller.unit_id,
            "resident_id": caller.resident_id,
            "caller_name": caller.name,
            "caller_phone": caller.phone,
        }


def _open_share(age: timedelta) -> float:
    """Most visits are answered at once, nearly all within three days."""
    if age > timedelta(days=3):
        return 0.0
    return 0.4 if age < timedelta(hours=5) else 0.06


def _told(told: dict[str, str], *, handled: bool, closed: bool) -> dict[str, str]:
    given = {key: told[key] for key in ("about", "place", "course", "demand")}
    given |= {key: told[key] for key in ("content_class", "severity")}
    given["process"] = told["process"] if handled else ""
    given["result"] = told["result"] if closed else ""
    return given
