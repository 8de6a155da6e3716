"""The register's pages against a plain loop over all rows, for every combination of filters."""

import datetime as dt
import itertools
from collections.abc import Iterator
from random import Random

import pytest
from sqlalchemy import text

from desk import hanzi
from desk.domain import search_text
from desk.domain.permissions import Permission
from desk.domain.reception import Channel, Kind, State
from desk.models.estate import Building, Unit
from desk.models.lists import reception as lists
from desk.models.lists.reception import Filter, ReceptionRow
from desk.models.lists.reception_order import following
from desk.models.reception import Reception
from desk.models.staff import Account
from desk.services.workplace import Workplace

COUNT = 400
SEED = 7
WORDS = {said: search_text.query_terms(said, hanzi)[0] for said in ("漏水", "停車")}


@pytest.fixture
def register(workplace: Workplace, now: dt.datetime) -> list[Reception]:
    """Receptions of three months, two clerks and three units; some entered days later."""
    chance = Random(SEED)
    with workplace.deed(Permission.REGISTER) as work:
        building = Building(name="A座")
        units = [
            Unit(building=building, floor=str(at), door="B", label=f"A座{at}樓B室", position="1")
            for at in range(3)
        ]
        clerk = Account(
            login="may", name="李小梅", role="receptionist", language="zh_Hant", slot="s",
            created_at=now,
        )  # fmt: skip
        work.add(clerk, *units)
        rows = [_reception(work.next_number("R"), chance, at, now) for at in range(COUNT)]
        for row in rows:
            row.unit = chance.choice([*units, None])
            row.first_asked_id = chance.choice([work.actor_id, clerk.id])
        work.add(*rows)
        work.commit()
    return rows


def _reception(number: str, chance: Random, at: int, now: dt.datetime) -> Reception:
    entered = now - dt.timedelta(days=90) * (1 - at / COUNT)
    late = dt.timedelta(days=chance.randrange(9)) if chance.random() < 0.2 else dt.timedelta()
    return Reception(
        number=number,
        entered_at=entered,
        happened_at=(entered - late).replace(minute=0, second=0, microsecond=0),
        kind=chance.choice(list(Kind)),
        channel=chance.choice(list(Channel)[:4]),
        state=chance.choice([State.OPEN, State.CLOSED]),
        caller_name=chance.choice(["陳小姐", "王先生"]),
        request=chance.choice(["廚房漏水", "停車場收費", "停車場漏水"]),
    )


def wanted(now: dt.datetime) -> Iterator[Filter]:
    """Every filter on and off, each with each."""
    spans = (
        (None, None),
        (now - dt.timedelta(days=50), now - dt.timedelta(days=3)),
        (now - dt.timedelta(days=20, hours=5), None),
        (None, now - dt.timedelta(days=40, hours=7)),
    )
    for kind, channel, state, clerk, unit, span, terms in itertools.product(
        (None, Kind.HELP), (None, Channel.PHONE), (None, State.OPEN), (None, 2), (None, 1),
        spans, (None, (WORDS["漏水"],), tuple(WORDS.values())),
    ):  # fmt: skip
        yield Filter(kind, channel, state, clerk, unit, *span, terms)


def is_wanted(row: Reception, asked: Filter) -> bool:
    same = (
        asked.kind in (None, row.kind)
        and asked.channel in (None, row.channel)
        and asked.state in (None, row.state)
        and asked.first_asked_id in (None, row.first_asked_id)
        and asked.unit_id in (None, row.unit_id)
    )
    since, until = asked.since or row.happened_at, asked.until
    in_span = row.happened_at >= since and (until is None or row.happened_at < until)
    words = all(said in row.request for said, term in WORDS.items() if term in (asked.terms or ()))
    return same and in_span and words


def newest_first(rows: list[Reception], asked: Filter) -> list[int]:
    def key(row: Reception) -> tuple[dt.datetime, int] | int:
        return (row.happened_at, row.id) if asked.terms is None else row.id

    chosen = [row for row in rows if is_wanted(row, asked)]
    return [row.id for row in sorted(chosen, key=key, reverse=True)]  # type: ignore[arg-type]


def all_pages(reader: lists.Reader, asked: Filter, limit: int) -> list[ReceptionRow]:
    rows: list[ReceptionRow] = []
    after = None
    while True:
        page = lists.receptions(reader, asked, after, limit)
        rows += page.rows
        if page.next_key is None:
            return rows
        assert len(page.rows) == limit
        assert len(rows) < COUNT
        after = page.next_key


def test_every_combination_of_filters_gives_what_a_plain_loop_gives(
    workplace: Workplace, register: list[Reception], now: dt.datetime
) -> None:
    seen = 0
    with workplace.reading() as reader:
        for asked in wanted(now):
            expected = newest_first(register, asked)
            seen += bool(expected)
            assert [row.id for row in all_pages(reader, asked, 7)] == expected, asked
    assert seen > 300


def test_what_is_exported_is_what_the_pages_show(
    workplace: Workplace, register: list[Reception]
) -> None:
    asked = Filter(kind=Kind.HELP)
    with workplace.reading() as reader:
        exported = [one.id for some in lists.whole(reader, asked, 11) for one in some]
    assert exported == newest_first(register, asked)


def test_words_follow_a_correction_of_kind_state_and_time(
    workplace: Workplace, register: list[Reception], now: dt.datetime
) -> None:
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get(Reception, register[0].id)
        row.kind, row.state, row.happened_at = Kind.VISITOR, State.OPEN, now
        row.request = "尋人"
        work.commit()
    asked = Filter(
        kind=Kind.VISITOR,
        state=State.OPEN,
        since=now,
        until=now + dt.timedelta(days=1),
        terms=search_text.query_terms("尋人", hanzi),
    )
    with workplace.reading() as reader:
        assert following(reader, asked, None, 9) == (row.id,)
        assert (
            following(reader, Filter(terms=(WORDS["漏水"],), kind=row.kind), None, 500).count(
                row.id
            )
            == 0
        )


PLANS = [
    (Filter(), "ix_reception_happened_at_id"),
    (Filter(since=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)), "ix_reception_happened_at_id"),
    (Filter(kind="help"), "ix_reception_facets"),
    (Filter(state="open", until=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)), "ix_reception_facets"),
    (Filter(state="open", unfollowed=True), "ix_reception_facets"),
    (Filter(channel="fax", first_asked_id=1), "ix_reception_clerk"),
    (Filter(unit_id=1, kind="help", first_asked_id=1), "ix_reception_unit"),
]


@pytest.mark.parametrize(("asked", "index"), PLANS)
def test_a_page_is_read_from_an_index_alone_and_never_sorted_whole(
    workplace: Workplace, register: list[Reception], asked: Filter, index: str
) -> None:
    """No table is scanned; the newest of each combination come in their order from the index."""
    after = (dt.datetime(2026, 9, 1, tzinfo=dt.UTC), 5)
    for key in (None, after):
        with workplace.reading() as reader:
            plan = plan_of(reader, asked, key)
        assert f"COVERING INDEX {index}" in plan
        for table in ("reception", "c", "j", "o", "h"):
            assert f"SCAN {table}\n" not in plan
        assert ("TEMP B-TREE" in plan) == ("CORRELATED" in plan)  # only the merged few are sorted


def plan_of(reader: lists.Reader, asked: Filter, after: lists.Key | None) -> str:
    """What SQLite says it does for the statement that picks the ids."""
    said: list[str] = []

    class Explained:
        def scalars(self, statement: object, given: dict[str, object]) -> list[int]:
            rows = reader.execute(text(f"EXPLAIN QUERY PLAN {statement}"), given)
            said.extend(str(row[3]) for row in rows)
            return []

    following(Explained(), asked, after, 51)  # type: ignore[arg-type]
    return "\n".join((*said, ""))
