"""Deeds of a count: begun, signed by who counted, taken over by the other, void, printed."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain.approval import Answer, Line, Verdict
from desk.domain.key_count import WHY_LIMIT, CountKind, CountState
from desk.i18n import _
from desk.services import key_count as service
from desk.services.key_count import DifferenceRow, KeyCountRow
from desk.services.paper import FormCode
from desk.ui.key_custody import count_words as words
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody import paper_acts
from desk.ui.key_custody.acts import Act, Group
from desk.ui.key_custody.count_deeds import CountDeeds
from desk.ui.kit.approval_dialog import ApprovalDialog, ApprovalQuestion
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import DeedPlan
from desk.wording import label

_MOST_SHOWN = 12


def acts(deeds: CountDeeds) -> tuple[Act, ...]:
    """What is done with a count that was signed, or that nobody finishes."""
    return (
        Act(
            "confirm",
            Group.USE,
            take_over_words,
            shown=_is_signed,
            shut=deeds.why_not_confirm,
            opens=partial(_confirm, deeds),
            primary=_is_signed,
        ),
        Act(
            "write_off",
            Group.CARE,
            _off_words,
            shown=_has_open_differences,
            shut=deeds.why_not_write_off,
            plan=partial(_off_plan, deeds),
        ),
        Act(
            "void",
            Group.CARE,
            _void_words,
            shown=_is_open,
            shut=deeds.why_not_void,
            plan=partial(_void_plan, deeds),
        ),
        Act(
            "print_key_count",
            Group.PAPER,
            partial(paper_acts.print_words, FormCode.KEY_COUNT),
            shown=_always,
            shut=partial(_why_not_print, deeds),
            opens=partial(_print, deeds),
            primary=_is_done,
        ),
    )


# Beginning and signing


def begin_plan(deeds: CountDeeds) -> DeedPlan:
    """Why it is counted, and who takes over or counts along."""
    return DeedPlan(
        title=words.new_count,
        button=words.begin_words,
        asked=(
            ask.segments("kind", _kinds, _kind_words, begins_with=CountKind.HANDOVER),
            ask.choice("to", partial(_others, deeds), _to_words),
        ),
        do=partial(_begin, deeds),
        lead=words.begin_lead,
    )


def _begin(deeds: CountDeeds, values: ask.Values) -> KeyCountRow:
    to_id = int(values["to"]) if values["to"] else None
    return deeds.begin(CountKind(values["kind"]), to_id)


def sign_plan(deeds: CountDeeds, row: KeyCountRow) -> DeedPlan:
    """The first signature; what moved meanwhile is shown and known."""
    moved = deeds.moved(row)
    asked = (ask.yes_or_no("moved_known", _moved_words, begins_with=False),) if moved else ()
    return DeedPlan(
        title=words.sign_words,
        button=words.sign_words,
        asked=asked,
        do=partial(_sign, deeds, row),
        lead=partial(_sign_lead, row, moved),
    )


def _sign(deeds: CountDeeds, row: KeyCountRow, values: ask.Values) -> KeyCountRow:
    known = "moved_known" in values and ask.is_yes(values, "moved_known")
    return deeds.sign(row, known)


def _confirm(deeds: CountDeeds, parent: QWidget, row: KeyCountRow) -> None:
    open_confirmation(deeds, parent, row)


def open_confirmation(deeds: CountDeeds, parent: QWidget, row: KeyCountRow) -> ApprovalDialog:
    """Who takes over looks at it and signs in over the shoulder; `parent` hears what was said."""
    question = ApprovalQuestion(
        title=" · ".join((row.number, words.kind_words(row))),
        lines=shown_lines(deeds, row),
        asked_for=row.to,
        clerk=deeds.keys.clerk(),
    )
    dialog = ApprovalDialog(question, partial(_decide, deeds, row), parent.window())
    heard = getattr(parent, "was_decided", None)
    if heard is not None:
        dialog.decided.connect(heard)
    dialog.open()
    return dialog


def shown_lines(deeds: CountDeeds, row: KeyCountRow) -> tuple[Line, ...]:
    """What stands before who takes over: figures, every difference, what moved."""
    lines = [Line("", words.head_words(row, deeds.custom))]
    for one in row.differences[:_MOST_SHOWN]:
        lines.append(Line(one.tag, difference_words(one)))
    more = len(row.differences) - _MOST_SHOWN
    if more > 0:
        lines.append(Line("", _("and {count} more differences").format(count=more)))
    if not row.differences:
        lines.append(Line(_("Differences"), _("none")))
    if row.moved:
        lines.append(Line(_("Moved while counting"), " · ".join(row.moved)))
    return tuple(lines)


def difference_words(one: DifferenceRow) -> str:
    """What was expected, what was found, and why."""
    told = (label("count_expected", one.expected), label("count_found", one.found), one.why)
    off = _("written off: {why}").format(why=one.write_off_why) if one.written_off_at else ""
    return " · ".join(filter(None, (*told, off)))


def _decide(deeds: CountDeeds, row: KeyCountRow, answer: Answer) -> KeyCountRow:
    """Whoever does not agree leaves it as it is: it is counted again, or declared void."""
    if answer.decision is Verdict.REFUSED:
        return row
    return deeds.confirm(row, answer.login, answer.password)


# Written off, void, printed


def _off_plan(deeds: CountDeeds, row: KeyCountRow) -> DeedPlan:
    return DeedPlan(
        title=_off_words,
        button=_off_words,
        asked=(
            ask.choice("difference", partial(_differences, row), _which_words),
            ask.line("why", _why_words, WHY_LIMIT, span=12, required=True),
        ),
        do=partial(_write_off, deeds, row),
    )


def _write_off(deeds: CountDeeds, row: KeyCountRow, values: ask.Values) -> KeyCountRow:
    chosen = int(values["difference"] or 0)
    return service.write_off(deeds.workplace, row.id, row.version, chosen, values["why"])


def _void_plan(deeds: CountDeeds, row: KeyCountRow) -> DeedPlan:
    return DeedPlan(
        title=_void_words,
        button=_void_words,
        asked=(ask.line("why", _why_words, WHY_LIMIT, span=12, required=True),),
        do=partial(_void, deeds, row),
    )


def _void(deeds: CountDeeds, row: KeyCountRow, values: ask.Values) -> KeyCountRow:
    return service.void(deeds.workplace, row.id, row.version, values["why"])


def _print(deeds: CountDeeds, parent: QWidget, row: KeyCountRow) -> None:
    plan = deeds.keys.paper_plan(FormCode.KEY_COUNT, "key_count", row.id)
    paper_acts.show(deeds.keys, plan, parent)


def _why_not_print(deeds: CountDeeds, _row: KeyCountRow) -> str:
    return deeds.keys.why_not_print()


def _kinds() -> list[Choice]:
    return [Choice(one, label("count_kind", one)) for one in CountKind]


def _others(deeds: CountDeeds) -> list[Choice]:
    return [Choice(str(one), name) for one, name in deeds.successors()]


def _differences(row: KeyCountRow) -> list[Choice]:
    waiting = [one for one in row.differences if not one.why and one.written_off_at is None]
    return [Choice(str(one.id), f"{one.tag} · {difference_words(one)}") for one in waiting]


def _is_signed(row: KeyCountRow) -> bool:
    return row.state is CountState.SIGNED


def _is_open(row: KeyCountRow) -> bool:
    return row.state in {CountState.COUNTING, CountState.SIGNED}


def _is_done(row: KeyCountRow) -> bool:
    return row.state is CountState.DONE


def _has_open_differences(row: KeyCountRow) -> bool:
    return row.state is CountState.COUNTING and bool(_differences(row))


def _always(_row: KeyCountRow) -> bool:
    return True


# Words


def take_over_words() -> str:
    """The deed of the other clerk."""
    return _("Taken over by the other clerk")


def _kind_words() -> str:
    return _("Why it is counted")


def _to_words() -> str:
    return _("Who takes over, or counts along")


def _moved_words() -> str:
    return _("These keys moved while counting; I know of it")


def _sign_lead(row: KeyCountRow, moved: tuple[str, ...]) -> str:
    told = _("{count} differences are written down. {other} then signs in beside you.")
    lead = told.format(count=len(row.differences), other=row.to)
    if not moved:
        return lead
    return lead + "\n" + _("Moved while counting: {tags}").format(tags=" · ".join(moved))


def _off_words() -> str:
    return _("Write off a difference")


def _which_words() -> str:
    return _("Which difference")


def _why_words() -> str:
    return _("Why")


def _void_words() -> str:
    return _("Declare void")
