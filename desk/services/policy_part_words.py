"""What a policy says of orders and of moving in, in words, each with its clauses."""

from collections.abc import Iterator
from typing import NamedTuple

from desk.domain.move_in_rule import DocumentRule, ListedPaper, MoveInRule
from desk.domain.policy_part import Part
from desk.domain.service_order_rule import CallbackTier, OrderCallbackRule, OrderRule
from desk.i18n import _, ngettext, pgettext
from desk.services.policy_name import joined, name
from desk.wording import label
from desk.wording.deadline import term_words


class PartWords(NamedTuple):
    """One rule: its section and code, its words, the clauses it stands on, what of it is ours."""

    section: str
    code: str
    words: str
    clauses: tuple[str, ...]
    ours: tuple[Part, ...] = ()


def order_words(rule: OrderRule) -> Iterator[PartWords]:
    """Arrival, closing, who may be sent, callbacks (R107-R110, R240, R244, R250, R251)."""
    arrive = _("on the spot {term}, or at the appointed time")
    yield PartWords("orders", "arrive", arrive.format(term=term_words(rule.arrive)), ("R240",))
    if rule.close:
        needed = " / ".join(label("order_condition", one) for one in rule.close)
        closed = _("closed only with: {conditions}").format(conditions=needed)
        yield PartWords("orders", "close", closed, ("R244", "R245"))
    if rule.skill_checked:
        checked = _("whoever is sent holds the skill and a certificate in force")
        yield PartWords("orders", "skill", checked, ("R251",))
    notice = ngettext(
        "agreements are seen {count} day before they end",
        "agreements are seen {count} days before they end",
        rule.agreement_notice_days,
    )
    told = notice.format(count=rule.agreement_notice_days)
    yield PartWords("orders", "notice", told, ("R239", "R106"), (Part.TERM,))
    late = ngettext(
        "money is receipted at most {count} day after it came in",
        "money is receipted at most {count} days after it came in",
        rule.money_days,
    )
    yield PartWords("orders", "money", late.format(count=rule.money_days), ("R244",), (Part.TERM,))
    yield from _callbacks(rule.callback)


def _callbacks(rule: OrderCallbackRule) -> Iterator[PartWords]:
    if not rule.tiers and not rule.always:
        return
    within = _("called back {term}").format(term=term_words(rule.term))
    yield PartWords("orders", "callback", within, rule.clauses, rule.ours)
    for tier in rule.tiers:
        yield PartWords("orders", f"tier.{tier.least}", tier_words(tier), rule.clauses, tier.ours)
    for one in rule.always:
        always = _("always called back: {whom}").format(whom=label("always_class", one))
        yield PartWords("orders", f"always.{one}", always, ("R109",))
    if rule.visit_share:
        of = label("denominator", rule.visit_of)
        visits = _("visits at the door: {share} % of: {denominator}")
        said = visits.format(share=rule.visit_share, denominator=of)
        yield PartWords("orders", "visits", said, ("R250", "K9"), (Part.SCOPE,))
    if rule.home_visit_months:
        every = ngettext(
            "customers with a long-term agreement are visited once in {count} month",
            "customers with a long-term agreement are visited once in {count} months",
            rule.home_visit_months,
        )
        home = every.format(count=rule.home_visit_months)
        yield PartWords("orders", "home_visit", home, ("R110",))
    yield PartWords("orders", "tries", _tries(rule), ("R107", "R250"), (Part.RULE,))


def _tries(rule: OrderCallbackRule) -> str:
    told = ngettext(
        "let off after {tries} tries in vain, at least {count} minute apart",
        "let off after {tries} tries in vain, at least {count} minutes apart",
        rule.tries_apart,
    )
    return told.format(tries=rule.tries, count=rule.tries_apart)


def tier_words(tier: CallbackTier) -> str:
    """From how many to how many orders a month, at least which share (R108, K9)."""
    if tier.most is None:
        told = _("{least} orders a month and more: at least {share} %")
    elif tier.least == tier.most:
        told = _("exactly {least} orders a month: at least {share} %")
    else:
        told = _("{least} to {most} orders a month: at least {share} %")
    return told.format(least=tier.least, most=tier.most, share=tier.share)


def move_in_words(rule: MoveInRule) -> Iterator[PartWords]:
    """The days of a move-in, its papers, agreements and materials (R20-R33, R74)."""
    for code, words, clauses, ours in (
        ("visit", _visit_words(rule), ("R74",), ()),
        ("defect", _defect_words(rule), ("R35",), (Part.TERM,)),
        ("look", _look_words(rule), ("R21",), ()),
    ):
        if words:
            yield PartWords("move_in", code, words, clauses, ours)
    for document in rule.documents:
        words = joined(name(document.labels, document.code), for_whom(document), wanted(document))
        yield PartWords("documents", document.code, words, document.clauses, document.ours)
    for section, papers in (("agreements", rule.agreements), ("materials", rule.materials)):
        for paper in papers:
            words = joined(name(paper.labels, paper.code), for_whom(paper))
            yield PartWords(section, paper.code, words, paper.clauses, paper.ours)


def for_whom(rule: DocumentRule | ListedPaper) -> str:
    """Of whom a paper is asked for; "" of everybody."""
    told = [label("arrival", one) for one in rule.arrivals]
    if isinstance(rule, DocumentRule):
        told += [label("holder", one) for one in rule.holders]
        told += [_("where an agent comes")] * rule.agent
        told += [_("one for each resident")] * rule.each_resident
    return pgettext("list", ", ").join(told)


def wanted(rule: DocumentRule) -> str:
    """What of a paper is asked for."""
    told = [_("original seen")] * rule.original + [_("copy kept")] * rule.copy
    return pgettext("list", ", ").join(told)


def _visit_words(rule: MoveInRule) -> str:
    told = ngettext(
        "visited within {count} day of moving in",
        "visited within {count} days of moving in",
        rule.visit_days,
    )
    return told.format(count=rule.visit_days)


def _defect_words(rule: MoveInRule) -> str:
    told = _("the builder has {days} days for a repair, and is reminded every {every} days")
    return told.format(days=rule.defect_days, every=rule.remind_days)


def _look_words(rule: MoveInRule) -> str:
    return _("fees are looked at by another clerk before they are received") * rule.second_look
