"""Which receptions come next, newest first, for any combination of filters.

Each way answers with ids from an index alone and never looks at more than a page's worth of them,
however many records there are and however few of them match:

* nothing but a span of days: the index on time;
* a unit: the index of the unit, which carries the other filters;
* kind, channel, state, clerk: the index begins with them; for those not asked for, the newest of
  every combination are taken and the newest of all kept (five kinds, nine channels, two states);
* words: the search index, which holds the filters as tokens too. Its order is the order of entry,
  so what was entered later with an earlier time stands where it was entered.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select, text

from desk.domain.complaint import OPEN_STATES
from desk.domain.complaint import State as CaseState
from desk.domain.reception import Channel, Kind, State
from desk.domain.service_order import OVER
from desk.domain.service_order import State as OrderState
from desk.models import facets
from desk.models.base import to_microseconds
from desk.models.lists import Reader
from desk.models.reception import FACETS, Reception
from desk.models.search_index import match_expression

Key = tuple[datetime, int]


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None and empty mean everything.

    `since` and `until` are UTC and half open. Of each of the `terms` a record holds one token;
    they are None when no words were asked for. `unfollowed` leaves out what goes on as a complaint
    or an order.
    """

    kind: str | None = None
    channel: str | None = None
    state: str | None = None
    first_asked_id: int | None = None
    unit_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    terms: tuple[frozenset[str], ...] | None = None
    unfollowed: bool = False


def following(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> tuple[int, ...]:
    """Ids of the next `limit` receptions after the key of the last row seen."""
    if wanted.terms is not None:
        return _by_words(reader, wanted, after, limit)
    if wanted.unit_id is not None:
        sql, given = _by_unit(wanted)
    elif any(getattr(wanted, name) is not None for name in _MERGED_OVER):
        sql, given = _by_facets(wanted)
    else:
        sql, given = _NEWEST.format(where="1"), {}
    return _ids(reader, sql, wanted, after, given | {"limit": limit})


_NEWEST = (
    "SELECT id FROM reception WHERE {where}{{span}} ORDER BY happened_at DESC, id DESC LIMIT :limit"
)
_MERGED = (
    "SELECT found.value ->> 1 FROM json_each(:kinds) AS kind, json_each(:channels) AS channel,"
    " json_each(:states) AS state, json_each(("
    "SELECT json_group_array(json_array(happened_at, id)) FROM ("
    "SELECT happened_at, id FROM reception WHERE {clerk}reception.kind = kind.value"
    " AND reception.channel = channel.value AND reception.state = state.value{{span}}"
    " ORDER BY happened_at DESC, id DESC LIMIT :limit))) AS found"
    " ORDER BY found.value ->> 0 DESC, found.value ->> 1 DESC LIMIT :limit"
)
_MERGED_OVER = ("kind", "channel", "state", "first_asked_id")
_SPAN = (
    ("since", " AND happened_at >= :since"),
    ("until", " AND happened_at < :until"),
)
_OPEN_CASES = ", ".join(f"'{one}'" for one in sorted(OPEN_STATES))
_OVER_ORDERS = ", ".join(f"'{one}'" for one in OVER)
# Over with its case or its order, but for a notice that a hand-over still owes.
_NOT_HANDED_OVER = (
    "NOT EXISTS (SELECT 1 FROM handover AS h"
    " WHERE h.reception_id = {visit} AND h.refused_at IS NULL)"
)
_UNFOLLOWED = (
    " AND NOT EXISTS (SELECT 1 FROM complaint AS c WHERE c.reception_id = {visit}"
    f" AND (c.state IN ({_OPEN_CASES}) OR {_NOT_HANDED_OVER}))"
    " AND NOT EXISTS (SELECT 1 FROM joint_complainant AS j"
    " JOIN complaint AS c ON c.id = j.complaint_id"
    f" WHERE j.reception_id = {{visit}} AND c.state <> '{CaseState.EXPLAINED}'"
    f" AND (c.state IN ({_OPEN_CASES}) OR {_NOT_HANDED_OVER}))"
    " AND NOT EXISTS (SELECT 1 FROM service_order AS o"
    f" WHERE o.reception_id = {{visit}} AND o.state <> '{OrderState.VOID}'"
    f" AND (o.state NOT IN ({_OVER_ORDERS}) OR {_NOT_HANDED_OVER}))"
)
_AFTER = " AND (happened_at, id) < (:after_at, :after_id)"


def unfollowed(visit: str) -> str:
    """What leaves out visits that became a complaint or an order, or joined a case: those are
    followed there (R222, R235, R10), unless the order is void or the case was explained (R161).
    Once that is over, a visit that was handed over still waits for its notice (R219)."""
    return _UNFOLLOWED.format(visit=visit)


def _by_unit(wanted: Filter) -> tuple[str, dict[str, Any]]:
    given = {name: getattr(wanted, name) for name in FACETS}
    given = {name: value for name, value in given.items() if value is not None}
    return _NEWEST.format(where=" AND ".join(f"{name} = :{name}" for name in given)), given


def _by_facets(wanted: Filter) -> tuple[str, dict[str, Any]]:
    clerk = "" if wanted.first_asked_id is None else "first_asked_id = :first_asked_id AND "
    given: dict[str, Any] = {
        "kinds": _choices(wanted.kind, Kind),
        "channels": _choices(wanted.channel, Channel),
        "states": _choices(wanted.state, State),
    }
    if clerk:
        given["first_asked_id"] = wanted.first_asked_id
    return _MERGED.format(clerk=clerk), given


def _choices(asked: str | None, vocabulary: type[Kind] | type[Channel] | type[State]) -> str:
    return json.dumps([asked] if asked is not None else [str(one) for one in vocabulary])


def _ids(
    reader: Reader, sql: str, wanted: Filter, after: Key | None, given: dict[str, Any]
) -> tuple[int, ...]:
    """Complete a statement with the span of time and the key, and run it."""
    span = unfollowed("reception.id") if wanted.unfollowed else ""
    for name, clause in _SPAN:
        moment = getattr(wanted, name)
        if moment is not None:
            span += clause
            given[name] = to_microseconds(moment)
    if after is not None:
        span += _AFTER
        given |= {"after_at": to_microseconds(after[0]), "after_id": after[1]}
    return tuple(reader.scalars(text(sql.format(span=span)), given))


# Words

_WORDS = "SELECT rowid FROM search_reception WHERE search_reception MATCH :match{after}"
_WORDS_IN_SPAN = (
    "SELECT reception.id FROM search_reception"
    " CROSS JOIN reception ON reception.id = search_reception.rowid"
    " WHERE search_reception MATCH :match{after}"
    " AND reception.happened_at >= :since AND reception.happened_at < :until"
)
_WORDS_ORDER = " ORDER BY search_reception.rowid DESC LIMIT :limit"
_AFTER_ROW = " AND search_reception.rowid < :after"
_FIRST = select(func.min(Reception.happened_at))
_LAST = select(func.max(Reception.happened_at))


def _by_words(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> tuple[int, ...]:
    terms = wanted.terms or ()
    if not terms:
        return ()
    asked = [*terms, *_facet_terms(wanted)]
    given: dict[str, Any] = {"limit": limit}
    sql = _WORDS
    if wanted.since is not None or wanted.until is not None:
        span = _span(reader, wanted)
        if span is None:
            return ()
        asked.append(facets.span_tokens(*span))
        sql, given["since"], given["until"] = _WORDS_IN_SPAN, *map(to_microseconds, span)
    given["match"] = match_expression(asked)
    if after is not None:
        given["after"] = after[1]
    sql = sql.format(after="" if after is None else _AFTER_ROW)
    if wanted.unfollowed:
        sql += unfollowed("search_reception.rowid")
    sql += _WORDS_ORDER
    return tuple(reader.scalars(text(sql), given))


def _facet_terms(wanted: Filter) -> list[frozenset[str]]:
    asked = ((name, getattr(wanted, name)) for name in FACETS)
    return [frozenset({facets.token(name, value)}) for name, value in asked if value is not None]


def _span(reader: Reader, wanted: Filter) -> tuple[datetime, datetime] | None:
    """The part of the asked time in which there are any receptions, or None."""
    first, last = reader.scalar(_FIRST), reader.scalar(_LAST)
    if first is None or last is None:
        return None
    since = max(first, wanted.since or first)
    until = min(last + timedelta(microseconds=1), wanted.until or datetime.max.replace(tzinfo=UTC))
    return (since, until) if since < until else None
