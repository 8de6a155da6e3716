"""How far a case has come: its stages with when and by whom (R132)."""

import datetime as dt

from desk.domain.callback import last_callback
from desk.domain.complaint import State
from desk.domain.complaint_clock import Category
from desk.domain.policy import Event
from desk.i18n import EstateFormat, pgettext
from desk.services.complaint_case import Case
from desk.ui.complaint.steps import Step
from desk.ui.complaint.words import short_moment

When = tuple[dt.datetime | None, str]


def steps(case: Case, custom: EstateFormat) -> list[Step]:
    """接訴, 立項, 處理, 告知, 回訪, 銷項; what was explained on the spot has two.

    A callback that no rule asks for is left out until somebody makes one.
    """
    detail = case.detail
    found: list[tuple[str, When]] = [(_received(), (detail.received_at, detail.received_by))]
    if detail.state == State.EXPLAINED:
        found.append((_explained(), (detail.closed_at, detail.closed_by or "")))
    else:
        found += [
            (_filed(), (case.facts.filed_at, case.texts.filed_by or "")),
            (_handled(), _handled_by(case)),
            (_told(), _last_told(case)),
            *([(_called_back(), _reached(case))] if _is_called_back(case) else []),
            (_closed(), (detail.closed_at, detail.closed_by or "")),
        ]
    return [_step(name, when, case, custom) for name, when in found]


def _step(name: str, when: When, case: Case, custom: EstateFormat) -> Step:
    at, who = when
    if at is None:
        return Step(name, "", done=False)
    return Step(name, short_moment(custom, at, case.seen_at), done=True, who=who)


def _handled_by(case: Case) -> When:
    """R145: who finished the work; a handler without an account stands in the journal."""
    at, by = case.detail.handled_at, case.detail.handled_by or ""
    named = [one.person for one in case.facts.steps_of(Event.HANDLED) if one.at == at]
    return at, by or (named[-1] if named else "")


def _last_told(case: Case) -> When:
    """R147: when the complainant heard the result of the work as it stands."""
    told = case.facts.told
    return (told[-1].at, told[-1].by) if told else (None, "")


def _reached(case: Case) -> When:
    """The last callback of this round that counted."""
    made = last_callback(case.facts)
    is_met = any(
        clock.category is Category.CALLBACK and clock.met_at is not None for clock in case.clocks
    )
    return (made.at, made.by) if made is not None and is_met else (None, "")


def _is_called_back(case: Case) -> bool:
    asked = any(rule.coverage > 0 for rule in case.policy.callbacks)
    return asked or bool(case.facts.callbacks)


def _received() -> str:
    return pgettext("stage", "Received")


def _explained() -> str:
    return pgettext("stage", "Explained")


def _filed() -> str:
    return pgettext("stage", "Filed")


def _handled() -> str:
    return pgettext("stage", "Handled")


def _told() -> str:
    return pgettext("stage", "Told")


def _called_back() -> str:
    return pgettext("stage", "Callback")


def _closed() -> str:
    return pgettext("stage", "Closed")
