"""What is known of a case beside its parts."""

from collections.abc import Iterator
from itertools import groupby

from desk.domain.move_in import Excepted
from desk.i18n import EstateFormat, pgettext
from desk.services.move_in import MoveIn
from desk.services.move_in_words import item_name
from desk.ui.kit.facts import Fact
from desk.ui.move_in import form_words, words
from desk.ui.move_in.deeds import MoveInDeeds

_BETWEEN = " · "


def facts(known: MoveIn, deeds: MoveInDeeds) -> list[Fact]:
    """Everything that is there, name and value."""
    return list(_facts(known, deeds.custom))


def _facts(known: MoveIn, custom: EstateFormat) -> Iterator[Fact]:
    detail = known.detail
    yield Fact(form_words.arrival(), words.kind_words(detail))
    yield Fact(form_words.moved_on(), custom.date(detail.moved_on))
    yield Fact(form_words.contact(), detail.contact)
    yield Fact(form_words.phone(), detail.phone)
    yield Fact(form_words.agent(), _BETWEEN.join(filter(None, (detail.agent, detail.agent_phone))))
    if detail.period_starts is not None and detail.period_ends is not None:
        span = f"{custom.date(detail.period_starts)} – {custom.date(detail.period_ends)}"
        yield Fact(form_words.concentrated(), span)
    if detail.registered_on is not None:
        signed = _BETWEEN.join((custom.date(detail.registered_on), detail.registered_by))
        yield Fact(pgettext("move-in", "Registration signed"), signed)
    yield Fact(pgettext("move-in", "Visit"), _visit(known, custom))
    yield Fact(pgettext("move-in", "Told to"), detail.told_to)
    if detail.left_on is not None:
        yield Fact(pgettext("move-in", "Moved out on"), custom.date(detail.left_on))
        yield Fact(pgettext("move-in", "Remark on moving out"), detail.left_remark, True)
    yield from _excepted(known)
    yield Fact(pgettext("move-in", "Remark"), detail.remark, True)
    yield Fact(pgettext("move-in", "What the visit heard"), detail.visit_text, True)
    yield Fact(pgettext("move-in", "Void because"), detail.void_why, True)


def _excepted(known: MoveIn) -> Iterator[Fact]:
    """What was let pass, by whom, and why: what has one word behind it stands together."""
    for (by, why), found in groupby(known.excepted, _word):
        items = pgettext("list", ", ").join(
            item_name(known.rule, one.item, known.facts) for one in found
        )
        told = pgettext("move-in", "Let pass by {who}").format(who=by)
        yield Fact(told, f"{items}\n{why}", True)


def _word(one: Excepted) -> tuple[str, str]:
    return one.by, one.why


def _visit(known: MoveIn, custom: EstateFormat) -> str:
    detail = known.detail
    if detail.visited_on is not None:
        return _BETWEEN.join((custom.date(detail.visited_on), detail.visited_by))
    due = pgettext("move-in", "until {day}").format(day=custom.date(known.visit_due))
    return due if detail.left_on is None and not detail.void_why else ""
