"""How the clocks of a case stand in the window: chip, what is owed, until when, and why."""

import datetime as dt
from typing import NamedTuple

from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint_clock import Category, Clock
from desk.domain.deadlines import ClockState, Standing
from desk.i18n import EstateFormat, _
from desk.services.case_words import blocker_words, cited_words, explained, owed_words
from desk.services.complaint_case import Case
from desk.ui.complaint.act_words import post_words
from desk.ui.kit.chips import Chip
from desk.ui.kit.theme import Tone
from desk.wording import label
from desk.wording.deadline import (
    Explained,
    approval_words,
    clock_sentence,
    due_words,
    left_words,
    term_words,
    unannounced_words,
    with_clauses,
)

__all__ = ["ClockLine", "blocker_words", "lines"]

_TONES = {
    ClockState.OVERDUE: Tone.OVERDUE,
    ClockState.MET_LATE: Tone.OVERDUE,
    ClockState.SOON: Tone.DUE,
    ClockState.MET: Tone.DONE,
}


class ClockLine(NamedTuple):
    """One clock in words: its chip, what is owed, until when, why, and all of it as one line."""

    chip: Chip
    title: str
    due: str
    why: str
    whole: str


def lines(
    case: Case, custom: EstateFormat, now: dt.datetime, calendar: BusinessCalendar
) -> tuple[list[ClockLine], list[ClockLine]]:
    """The open clocks, overdue first, and those that are behind, latest first."""
    ranked = sorted(
        ((clock, clock.standing(now)) for clock in case.clocks if clock.is_open), key=_by_urgency
    )
    behind = sorted((clock for clock in case.clocks if not clock.is_open), key=_by_end)
    writer = _Writer(case, custom, now, calendar)
    return (
        [writer.line(clock, standing) for clock, standing in ranked],
        [writer.line(clock, clock.standing(now)) for clock in behind],
    )


class _Writer:
    """Writes the lines of one case at one moment."""

    def __init__(
        self, case: Case, custom: EstateFormat, now: dt.datetime, calendar: BusinessCalendar
    ) -> None:
        self._case, self._custom, self._now, self._calendar = case, custom, now, calendar

    def line(self, clock: Clock, standing: Standing) -> ClockLine:
        """One clock in words."""
        told = explained(self._case, clock, standing, self._custom, self._calendar)
        title, why = owed_words(self._case, clock), self._why(clock, standing, told)
        left = left_words(standing)
        return ClockLine(
            Chip(_TONES.get(standing.state, Tone.NEUTRAL), left),
            title,
            self._due(clock, standing),
            why,
            f"{title} · {why} · {left}" if told is None else clock_sentence(told, self._custom),
        )

    def _due(self, clock: Clock, standing: Standing) -> str:
        """Until when; what ran out says by how much it did."""
        if not clock.is_open or standing.state is ClockState.OVERDUE:
            return ""
        return due_words(clock.due_at, self._now, self._custom)

    def _why(self, clock: Clock, standing: Standing, told: Explained | None) -> str:
        """All that explains it but what stands above it already."""
        clauses = cited_words(clock)
        parts = [_("from {moment}").format(moment=self._custom.datetime(clock.started_at))]
        if told is None:
            parts.insert(0, clauses)
        else:
            term = term_words(told.term)
            parts = [
                told.severity,
                with_clauses(term, clauses),
                label("counting", told.term.counting),
                *parts,
                post_words(self._case.policy, clock.post),
                approval_words(told.approver),
                unannounced_words(told.unannounced),
            ]
        if standing.clock_behind:
            parts.append(_("the clock of this PC is behind"))
        return " · ".join(part for part in parts if part)


def _by_urgency(told: tuple[Clock, Standing]) -> tuple[int, dt.datetime, str]:
    """Overdue, due soon, running, paused; what happens by itself comes last."""
    clock, standing = told
    order = (ClockState.OVERDUE, ClockState.SOON, ClockState.RUNNING, ClockState.PAUSED)
    by_itself = clock.category is Category.PROMOTION and standing.state is ClockState.RUNNING
    rank = len(order) if by_itself else order.index(standing.state)
    return rank, clock.due_at, clock.code


def _by_end(clock: Clock) -> tuple[dt.datetime, str]:
    return clock.met_at or clock.ended_at or clock.due_at, clock.code
