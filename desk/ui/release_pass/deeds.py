"""What the screens of the release pass ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desk.domain.estate import ResidentRole
from desk.domain.policy import Policy
from desk.domain.release_pass import ItemEntry, PassEntry, Role, State
from desk.domain.release_pass_rule import PassKind
from desk.services import (
    business_calendar,
    household,
    reception,
    release_pass,
    release_pass_gate,
    release_pass_seal,
)
from desk.services.attachment import AttachmentRow
from desk.services.release_pass import Pass, PassFilter, PassRow
from desk.services.release_pass_seal import Verdict
from desk.services.workplace import Workplace
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.desk_deeds import RecordDeeds
from desk.ui.kit.record_model import Page
from desk.ui.kit.search_line import Find
from desk.ui.paper.deeds import PaperDeeds
from desk.wording import reasons_words

_DAY = dt.timedelta(days=1)
_SIX = 18 * 60
_LEAST_ROOM = dt.timedelta(hours=1)


class PassDeeds(RecordDeeds):
    """Bridges the screens to the services; `find_people` answers the field of a person."""

    def __init__(self, workplace: Workplace, find_people: Find) -> None:
        super().__init__(workplace)
        self.find_people = find_people
        self.paper = PaperDeeds(workplace)

    def policy(self) -> Policy:
        """The rules a pass of today is kept under."""
        return release_pass.policy_today(self.workplace)

    # Looking

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[PassRow]:
        """A page of the register; passes whose time is over are expired first."""
        if after is None:
            release_pass_gate.expire_due(self.workplace)
        key = after if isinstance(after, tuple) else None
        found = release_pass.page(self.workplace, self._filter_of(asked), key)
        return Page(found.rows, found.next_key)

    def get(self, key: int | str) -> Pass:
        """One pass by its id or its number."""
        return release_pass.get(self.workplace, key)

    def verify(self, code: str) -> Verdict:
        """The desk's answer to the guard."""
        return release_pass_seal.verify(self.workplace, code)

    def of_unit(self, unit_id: int | None) -> tuple[PassRow, ...]:
        """The unit's passes that are not over, newest first: a second one is seen before it is
        made."""
        if unit_id is None:
            return ()
        wanted = PassFilter(unit_id=unit_id, states=_OPEN)
        return tuple(release_pass.page(self.workplace, wanted, limit=5).rows)

    def attachments(self, pass_id: int) -> AttachmentDeeds:
        """The files of a pass."""
        return AttachmentDeeds(self.workplace, release_pass.KIND, pass_id)

    def photos(self, item_id: int) -> AttachmentDeeds:
        """The photos of one thing on a pass."""
        return AttachmentDeeds(self.workplace, "release_item", item_id)

    def files(self, pass_id: int) -> tuple[AttachmentRow, ...]:
        """The files that evidence may rest on."""
        return self.attachments(pass_id).rows()

    # Beginning

    def empty(self) -> PassEntry:
        """A pass for today: from now to the hour the desk closes, through the last gate."""
        starts, ends = self._window()
        gate = self._last_gate()
        return PassEntry(PassKind.BULKY_GOODS, starts=starts, ends=ends, gate=gate)

    def of_resident(self, resident_id: int) -> PassEntry:
        """A pass that begins from a person: name, role, unit and phone as the estate knows them."""
        unit_id = household.unit_of_resident(self.workplace, resident_id)
        home = household.household(self.workplace, unit_id)
        lived = (*home.residents, *home.former)
        known = next(one for one in lived if one.id == resident_id)
        return replace(
            self.empty(),
            applicant=known.name,
            role=_ROLES.get(known.role, Role.OWNER),
            unit_id=unit_id,
            phone=known.phones[0] if known.phones else "",
        )

    def from_reception(self, reception_id: int) -> PassEntry:
        """A pass that begins from a visit: of its resident, or of its unit and who called."""
        visit = reception.get(self.workplace, reception_id)
        if visit.resident_id is not None:
            return self.of_resident(visit.resident_id)
        return replace(
            self.empty(),
            applicant=visit.caller_name,
            unit_id=visit.unit_id,
            phone=visit.caller_phone,
        )

    def owner(self, unit_id: int | None) -> tuple[str, str]:
        """The owner of a unit and how to call: what the owner's confirmation begins with."""
        if unit_id is None:
            return "", ""
        home = household.household(self.workplace, unit_id)
        found = (one for one in home.residents if one.role is ResidentRole.OWNER)
        known = next(found, None)
        if known is None:
            return "", ""
        return known.name, known.phones[0] if known.phones else ""

    def unit_words(self, unit_id: int) -> str:
        """What a unit is called."""
        return household.household(self.workplace, unit_id).unit.label

    # Deeds

    def save(self, known: Pass | None, entry: PassEntry, items: Sequence[ItemEntry]) -> Pass:
        """Write down what is new; correct what is known, and its list where that is another."""
        desk = self.workplace
        if known is None:
            return release_pass.draft(desk, entry, items)
        detail = known.detail
        done = release_pass.change(desk, detail.id, detail.version, entry)
        if tuple(items) == release_pass.item_entries(known.items):
            return done
        return release_pass.list_items(desk, detail.id, done.detail.version, items)

    # Why not

    def why_not_change(self, known: Pass) -> str:
        """Why it cannot be corrected, "" where it can."""
        return reasons_words(release_pass.change_reasons(self.workplace, known))

    def why_no_paper(self, known: Pass) -> str:
        """Why it cannot be printed, "" where it can."""
        return reasons_words(release_pass.print_reasons(self.workplace, known))

    # Parts

    def _window(self) -> tuple[dt.datetime, dt.datetime]:
        """From now to the hour the desk closes, or six where it is shut already; late in the
        evening to tomorrow's."""
        now, today = self.now(), self.today()
        ends = (self._closing(today), self._at(today, _SIX), self._closing(today + _DAY))
        return now, next((one for one in ends if one - now >= _LEAST_ROOM), ends[-1])

    def _closing(self, day: dt.date) -> dt.datetime:
        """When the desk closes on a day; a day on which it stays shut ends at six."""
        spans = business_calendar.of(self.workplace).opening(day)
        return self._at(day, max((until for _since, until in spans), default=_SIX))

    def _at(self, day: dt.date, minutes: int) -> dt.datetime:
        wall = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minutes)
        return self.custom.utc(wall)

    def _last_gate(self) -> str:
        rows = release_pass.page(self.workplace, PassFilter(), limit=1).rows
        return rows[0].gate if rows else ""

    def _filter_of(self, asked: Mapping[str, str]) -> PassFilter:
        today = self.today()
        spans = {"today": today, "week": today - 6 * _DAY, "month": today.replace(day=1)}
        state = asked.get("state", "")
        states = _STATES.get(state) or ((State(state),) if state and state != OUT else ())
        return PassFilter(
            kind=PassKind(asked["kind"]) if "kind" in asked else None,
            states=states,
            out=state == OUT,
            first_day=spans.get(asked.get("days", "")),
            text=asked.get("text", ""),
        )


OUT, AT_GATE = "out", "at_gate"
_OPEN = (State.DRAFT, State.ISSUED, State.REFUSED, State.PARTLY_LEFT)
_STATES = {AT_GATE: (State.ISSUED, State.REFUSED, State.PARTLY_LEFT)}
_ROLES = {
    ResidentRole.OWNER: Role.OWNER,
    ResidentRole.TENANT: Role.TENANT,
    ResidentRole.FAMILY: Role.FAMILY,
    ResidentRole.STAFF: Role.AGENT,
}
