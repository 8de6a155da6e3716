"""What a policy says of orders and of moving in: profiles, rules, the stricter of two (K9)."""

from dataclasses import replace

import pytest

from desk.domain import policy_part_strictest as stricter
from desk.domain import policy_text
from desk.domain.deadlines import Counting, Term, Unit
from desk.domain.move_in_rule import MOVE_IN, Arrival, DocumentRule, Holder
from desk.domain.policy import Policy
from desk.domain.policy_citations import citations
from desk.domain.policy_part import Part
from desk.domain.policy_rules import policy_reasons
from desk.domain.service_order_rule import (
    ORDERS,
    AlwaysClass,
    CallbackTier,
    Denominator,
    OrderCallbackRule,
    OrderCondition,
)
from desk.services import policy as service

PROFILES = ("M0", "M1", "M2", "M4", "strictest")
BORDERS = (0, 1, 99, 100, 101, 199, 200, 201, 299, 300, 301, 10_000)
M1_SHARES = (30, 30, 30, 30, 20, 20, 20, 20, 20, 10, 10, 10)
WORKING_DAY = Term(1, Unit.DAYS, Counting.WORKING)
WHOLE = CallbackTier(0, None, 50)


def with_tiers(*tiers: CallbackTier) -> Policy:
    known = service.profile("M1")
    callback = replace(known.orders.callback, tiers=tiers)
    return replace(known, orders=replace(known.orders, callback=callback))


def with_documents(*documents: DocumentRule) -> Policy:
    known = service.profile("M0")
    return replace(known, move_in=replace(known.move_in, documents=documents))


def told(policy: Policy) -> set[tuple[str, str | None]]:
    """Every reason that is about orders or moving in, with its place."""
    return {
        (one.code, one.field)
        for one in policy_reasons(policy)
        if (one.field or "").startswith(("orders", "move_in"))
    }


def test_r108_k9_every_count_of_m1_has_the_share_of_its_tier() -> None:
    rule = service.profile("M1").orders.callback
    assert tuple(rule.share(count) for count in BORDERS) == M1_SHARES
    ours = {tier.least: tier.ours for tier in rule.tiers if tier.ours}
    assert ours == {100: (Part.SCOPE,), 201: (Part.RULE,)}


def test_r107_r109_r110_the_rest_of_m1() -> None:
    rule = service.profile("M1").orders.callback
    assert rule.term == WORKING_DAY
    assert rule.always == tuple(AlwaysClass)
    assert (rule.home_visit_months, rule.visit_share) == (3, 0)


def test_r250_k9_m4_asks_for_sixty_percent_within_two_days_forty_at_the_door() -> None:
    rule = service.profile("M4").orders.callback
    assert rule.term == Term(2, Unit.DAYS)
    assert {rule.share(count) for count in BORDERS} == {60}
    assert (rule.visit_share, rule.visit_of) == (40, Denominator.CALLBACKS)
    assert Part.SCOPE in rule.ours
    assert rule.always == ()


@pytest.mark.parametrize("code", ["M0", "M2"])
def test_m0_and_m2_ask_for_no_share(code: str) -> None:
    rule = service.profile(code).orders.callback
    assert {rule.share(count) for count in BORDERS} == {0}
    assert (rule.always, rule.home_visit_months, rule.visit_share) == ((), 0, 0)


def test_k9_the_strictest_asks_for_all_that_any_manual_asks() -> None:
    rule = service.profile("strictest").orders.callback
    assert rule.term == WORKING_DAY
    assert rule.tiers == (CallbackTier(0, None, 60),)
    assert (rule.visit_share, rule.home_visit_months) == (40, 3)
    assert rule.always == tuple(AlwaysClass)


def test_k13_an_order_needs_the_signatures_of_its_manual() -> None:
    asked = {code: set(service.profile(code).orders.close) for code in PROFILES}
    assert asked["M1"] == {OrderCondition.DONE, OrderCondition.SIGNED}
    assert asked["M2"] == asked["M1"] | {
        OrderCondition.OPINION,
        OrderCondition.PAID,
        OrderCondition.SLIP_BACK,
    }
    assert asked["M4"] == asked["strictest"] == set(OrderCondition)


def test_k11_the_paper_of_an_order_has_the_name_of_its_manual() -> None:
    names = {code: service.profile(code).orders.labels.get("zh_Hant") for code in PROFILES}
    assert names == {
        "M0": None,
        "M1": "居家服務情況記錄表",
        "M2": None,
        "M4": "顧客委託服務單",
        "strictest": "顧客委託服務單",
    }


def test_r24_to_r33_m0_lists_the_papers_of_an_owner() -> None:
    known = service.profile("M0").move_in
    assert known.documents == MOVE_IN.documents
    assert (known.agreements, known.materials) == (MOVE_IN.agreements, MOVE_IN.materials)
    assert not any(Arrival.TENANT in one.arrivals for one in known.documents)


@pytest.mark.parametrize("code", PROFILES)
def test_a_shipped_policy_may_be_kept_and_comes_back_whole(code: str) -> None:
    known = service.profile(code)
    assert told(known) == set()
    assert policy_text.read(policy_text.write(known)) == known


def test_a_policy_of_before_there_were_orders_keeps_the_defaults() -> None:
    content = policy_text.write(service.profile("M1"))
    del content["orders"], content["move_in"]
    older = policy_text.read(content)
    assert (older.orders, older.move_in) == (ORDERS, MOVE_IN)


@pytest.mark.parametrize("code", PROFILES)
def test_every_rule_of_orders_and_moving_in_names_its_clauses(code: str) -> None:
    cited = dict(citations(service.profile(code)))
    assert all(cited[name] for name in ("orders", "move_in"))
    papers = [name for name in cited if name.startswith(("document.", "agreement.", "material."))]
    assert len(papers) >= 5
    assert all(cited[name] for name in papers)


# What may not be saved


@pytest.mark.parametrize(
    ("tiers", "reasons"),
    [
        ((), set()),
        ((WHOLE,), set()),
        ((CallbackTier(0, 99, 30), CallbackTier(100, None, 20)), set()),
        ((CallbackTier(1, None, 30),), {("policy.tier.gap", "0.least")}),
        (
            (CallbackTier(0, 99, 30), CallbackTier(101, None, 20)),
            {("policy.tier.gap", "1.least")},
        ),
        (
            (CallbackTier(0, 100, 30), CallbackTier(100, None, 20)),
            {("policy.tier.overlap", "1.least")},
        ),
        ((CallbackTier(0, 99, 30),), {("policy.tier.end", "0.most")}),
        (
            (CallbackTier(0, None, 30), CallbackTier(1, None, 20)),
            {("policy.tier.open", "0.most")},
        ),
        (
            (CallbackTier(0, 9, 30), CallbackTier(10, 5, 20), CallbackTier(6, None, 10)),
            {("policy.tier.backward", "1.most")},
        ),
        ((CallbackTier(0, None, 101),), {("policy.number.outside", "0.share")}),
        ((CallbackTier(0, None, -1),), {("policy.number.outside", "0.share")}),
    ],
)
def test_tiers_cover_every_count_once(
    tiers: tuple[CallbackTier, ...], reasons: set[tuple[str, str]]
) -> None:
    wanted = {(code, f"orders.callback.tiers.{place}") for code, place in reasons}
    assert told(with_tiers(*tiers)) == wanted


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"visit_share": 101}, "visit_share"),
        ({"home_visit_months": 61}, "home_visit_months"),
        ({"new_days": -1}, "new_days"),
        ({"tries": 0}, "tries"),
        ({"tries": 21}, "tries"),
        ({"tries_apart": 0}, "tries_apart"),
        ({"tries_apart": 10_081}, "tries_apart"),
    ],
)
def test_numbers_of_callbacks_have_their_bounds(changes: dict[str, int], place: str) -> None:
    known = service.profile("M1")
    callback = replace(known.orders.callback, **changes)  # type: ignore[arg-type]
    changed = replace(known, orders=replace(known.orders, callback=callback))
    assert told(changed) == {("policy.number.outside", f"orders.callback.{place}")}


def test_an_order_is_never_closed_before_it_is_done() -> None:
    known = service.profile("M4")
    changed = replace(known, orders=replace(known.orders, close=(OrderCondition.SIGNED,)))
    assert told(changed) == {("policy.order.required", "orders.close")}


def test_nothing_is_listed_twice_and_every_name_stands_in_both_scripts() -> None:
    (first, *_rest) = MOVE_IN.documents
    bare = DocumentRule("bare paper", {"en": "x"}, ("R20",), original=False, copy=False)
    place = "move_in.documents.2"
    assert told(with_documents(first, first, bare)) == {
        ("policy.code.twice", "move_in.documents"),
        ("policy.code.form", f"{place}.code"),
        ("policy.label.missing", f"{place}.labels.zh_Hant"),
        ("policy.label.missing", f"{place}.labels.zh_Hans"),
        ("policy.document.nothing", f"{place}.original"),
    }


def test_r244_money_is_receipted_within_a_day_at_least() -> None:
    known = service.profile("M4")
    changed = replace(known, orders=replace(known.orders, money_days=0))
    assert told(changed) == {("policy.number.outside", "orders.money_days")}


@pytest.mark.parametrize("name", ["visit_days", "defect_days", "remind_days"])
def test_days_of_a_move_in_have_their_bounds(name: str) -> None:
    known = service.profile("M0")
    rule = replace(known.move_in, **{name: 0})  # type: ignore[arg-type]
    changed = replace(known, move_in=rule)
    assert told(changed) == {("policy.number.outside", f"move_in.{name}")}


# The stricter of two


def test_k9_of_two_tables_the_higher_share_holds_at_every_count() -> None:
    one = service.profile("M1").orders.callback.tiers
    other = (CallbackTier(0, 150, 15), CallbackTier(151, 349, 25), CallbackTier(350, None, 5))
    for pair in ((one, other), (other, one)):
        merged = stricter.tiers(*pair)
        rules = [OrderCallbackRule(tiers=tiers) for tiers in (merged, *pair)]
        for count in (*BORDERS, 149, 150, 151, 152, 349, 350, 351):
            whole, *parts = (rule.share(count) for rule in rules)
            assert whole == max(parts), count
        assert told(with_tiers(*merged)) == set()


def test_a_manual_that_asks_for_no_callbacks_has_no_say_in_their_term() -> None:
    silent = replace(service.profile("M2").orders.callback, term=Term(1, Unit.MINUTES))
    asking = service.profile("M4").orders.callback
    for pair in ((silent, asking), (asking, silent)):
        merged = stricter.callbacks(*pair)
        assert (merged.term, merged.tiers) == (asking.term, asking.tiers)
        assert {"R190", "R250"} <= set(merged.clauses)


def test_visits_of_all_orders_are_more_than_visits_of_the_callbacks() -> None:
    one = service.profile("M4").orders.callback
    other = replace(one, visit_share=20, visit_of=Denominator.ORDERS)
    merged = stricter.callbacks(one, other)
    assert (merged.visit_share, merged.visit_of) == (40, Denominator.ORDERS)


def test_the_stricter_order_rule_has_the_conditions_and_the_shorter_way_of_both() -> None:
    one, other = service.profile("M1").orders, service.profile("M4").orders
    slow = replace(one, arrive=Term(1, Unit.HOURS), agreement_notice_days=60, money_days=7)
    for pair in ((slow, other), (other, slow)):
        merged = stricter.orders(*pair)
        assert merged.arrive == other.arrive
        assert (merged.agreement_notice_days, merged.money_days) == (60, 7)
        assert merged.close == tuple(OrderCondition)


def test_the_stricter_move_in_asks_every_paper_of_everybody_that_either_asks() -> None:
    (first, *_rest) = MOVE_IN.documents
    narrow = replace(first, holders=(Holder.PERSON,), copy=False, agent=True)
    wide = replace(first, arrivals=(), holders=(Holder.COMPANY,), original=False, agent=False)
    one = replace(MOVE_IN, documents=(narrow,), visit_days=5, second_look=False)
    other = replace(MOVE_IN, documents=(wide,), defect_days=14)
    merged = stricter.move_in(one, other)
    (found,) = merged.documents
    assert (found.arrivals, found.holders) == ((), (Holder.PERSON, Holder.COMPANY))
    assert (found.original, found.copy, found.agent) == (True, True, False)
    assert (merged.visit_days, merged.defect_days, merged.second_look) == (5, 14, True)


def test_the_strictest_hands_over_the_materials_of_every_manual() -> None:
    known = service.profile("strictest").move_in
    assert [one.code for one in known.materials] == [
        "handbook",
        "renovation_guide",
        "delivery_guide",
    ]
    notice = next(one for one in known.documents if one.code == "notice")
    assert {"R24", "R57"} <= set(notice.clauses)
