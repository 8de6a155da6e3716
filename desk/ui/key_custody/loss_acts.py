"""A set is lost: reported, what follows answered one by one, found again, or written off."""

from collections.abc import Callable, Sequence
from functools import partial

from desk.domain import key_loss as rules
from desk.domain.key_loss import FoundEntry, LossAnswer, LossEntry, LossStep, StepEntry
from desk.domain.key_set import TAG_LIMIT
from desk.i18n import _, pgettext
from desk.services import key_loss as service
from desk.services.key_loss import KeyLossRow
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody.acts import Act, Group
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import SetView
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import DeedPlan
from desk.wording import label

Test = Callable[[SetView], bool]
Plan = Callable[[SetView], DeedPlan]


def acts(deeds: KeyDeeds) -> tuple[Act, ...]:
    """Lost, what follows, found, written off."""
    return (
        _act("lose", lost_words, _is_not_lost, partial(_lose_plan, deeds)),
        _act("answer", answer_words, _is_lost, partial(_answer_plan, deeds), primary=_is_waiting),
        _act("found", found_words, _is_lost, partial(_found_plan, deeds), primary=_is_lost),
        _act("write_off", _off_words, _is_lost, partial(_off_plan, deeds), primary=_is_answered),
    )


def _act(code: str, words: ask.Words, shown: Test, plan: Plan, primary: Test | None = None) -> Act:
    shut = partial(ask.why_not, code)
    return Act(code, Group.CARE, words, shown=shown, shut=shut, plan=plan, primary=primary)


def _lose_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    begins = deeds.clerk() if view.loan is None else view.loan.borrower
    return DeedPlan(
        title=lost_words,
        button=lost_words,
        asked=(
            ask.line(
                "noticed_by", _noticed_by, rules.NAME_LIMIT, begins_with=begins, required=True
            ),
            ask.moment(deeds, _noticed_at, "noticed_at"),
            ask.text("circumstances", _circumstances, rules.CIRCUMSTANCES_LIMIT, required=True),
        ),
        do=partial(_lose, deeds, view),
        lead=_lose_lead,
    )


def _lose(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    noticed_at = ask.at(deeds, values, "noticed_at")
    entry = LossEntry(noticed_at, values["noticed_by"], values["circumstances"])
    service.report(deeds.workplace, view.row.id, view.row.version, entry)
    return deeds.view(view.row.id)


def _answer_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    loss = _loss(view)
    waiting = rules.unanswered(loss.facts)
    return DeedPlan(
        title=answer_words,
        button=_answer_button,
        asked=(
            ask.choice("step", partial(_steps, loss), _step_words, begins_with=_first(waiting)),
            ask.segments("answer", _answers, _answer_what, begins_with=LossAnswer.DONE),
            ask.line("replaced_by", _new_tag, TAG_LIMIT, when=_is_replaced),
            ask.line("text", _text_words, rules.TEXT_LIMIT, span=12),
            ask.moment(deeds, _when_words),
        ),
        do=partial(_answer, deeds, view),
    )


def _answer(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    loss = _loss(view)
    entry = StepEntry(
        at=ask.at(deeds, values),
        step=LossStep(values["step"]) if values["step"] else None,
        answer=LossAnswer(values["answer"]) if values["answer"] else None,
        text=values["text"],
        replaced_by=values["replaced_by"] or "",
    )
    service.answer(deeds.workplace, loss.id, loss.version, entry)
    return deeds.view(view.row.id)


def _found_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    return DeedPlan(
        title=found_words,
        button=found_words,
        asked=(
            ask.line("found_by", _found_by, rules.NAME_LIMIT, required=True),
            ask.moment(deeds, _when_words),
            ask.line("text", _where_words, rules.TEXT_LIMIT, span=12),
        ),
        do=partial(_find, deeds, view),
        lead=_found_lead,
    )


def _find(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    loss = _loss(view)
    entry = FoundEntry(ask.at(deeds, values), values["found_by"], values["text"])
    service.found(deeds.workplace, loss.id, loss.version, entry)
    return deeds.view(view.row.id)


def _off_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    return DeedPlan(
        title=_off_words,
        button=_off_words,
        asked=(ask.line("why", _why_words, rules.TEXT_LIMIT, span=12, required=True),),
        do=partial(_write_off, deeds, view),
        lead=_off_lead,
    )


def _write_off(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    loss = _loss(view)
    service.write_off(deeds.workplace, loss.id, loss.version, values["why"])
    return deeds.view(view.row.id)


# What is asked


def _steps(loss: KeyLossRow) -> Sequence[Choice]:
    """What waits, and what was waived and may still be done."""
    done = {step for step, said in loss.facts.answers.items() if said == LossAnswer.DONE}
    return [Choice(one, label("loss_step", one)) for one in LossStep if one not in done]


def _answers() -> list[Choice]:
    return [Choice(one, label("loss_answer", one)) for one in LossAnswer]


def _first(waiting: Sequence[LossStep]) -> LossStep | None:
    return waiting[0] if waiting else None


def _is_replaced(values: ask.Values) -> bool:
    return (values["step"], values["answer"]) == (LossStep.REPLACED, LossAnswer.DONE)


def _loss(view: SetView) -> KeyLossRow:
    assert view.loss is not None
    return view.loss


def _is_lost(view: SetView) -> bool:
    return view.loss is not None


def _is_not_lost(view: SetView) -> bool:
    return view.is_kept and view.loss is None


def _is_waiting(view: SetView) -> bool:
    return view.loss is not None and bool(rules.unanswered(view.loss.facts))


def _is_answered(view: SetView) -> bool:
    return view.loss is not None and not rules.unanswered(view.loss.facts)


# Words


def lost_words() -> str:
    """The deed that reports a loss."""
    return pgettext("key deed", "Lost")


def answer_words() -> str:
    """The deed that answers what follows."""
    return pgettext("key deed", "What follows")


def found_words() -> str:
    """The deed that ends a loss well."""
    return pgettext("key deed", "Found again")


def _lose_lead() -> str:
    return _("The loan it is out on ends with it. What follows is then answered one by one.")


def _noticed_by() -> str:
    return _("Who noticed it")


def _noticed_at() -> str:
    return _("Noticed at")


def _circumstances() -> str:
    return _("How it came")


def _answer_button() -> str:
    return _("Write it down")


def _step_words() -> str:
    return _("Step")


def _answer_what() -> str:
    return _("What became of it")


def _new_tag() -> str:
    return _("Tag of the new set")


def _text_words() -> str:
    return _("Words to it; why, where it is waived")


def _when_words() -> str:
    return _("When")


def _found_by() -> str:
    return _("Who found it")


def _where_words() -> str:
    return _("Where it was")


def _found_lead() -> str:
    return _("It hangs on its hook again.")


def _off_words() -> str:
    return pgettext("key deed", "Write off")


def _off_lead() -> str:
    return _("Once everything that follows is answered; the set then leaves the board.")


def _why_words() -> str:
    return _("Why")
