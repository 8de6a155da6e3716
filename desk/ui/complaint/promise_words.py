"""Words of promises to a complainant."""

from collections.abc import Iterable

from desk.domain.authority_letter import Letter
from desk.domain.policy import Policy
from desk.i18n import EstateFormat, _
from desk.ui.complaint.act_words import post_words


def promise() -> str:
    return _("Promise something")


def promise_button() -> str:
    return _("Promise it")


def promise_lead(letters: Iterable[Letter], policy: Policy, custom: EstateFormat) -> str:
    """R8, R9: under which letters one may promise today."""
    told = [_letter(one, policy, custom) for one in letters]
    if not told:
        return _("No letter of authority holds today; a promise needs a second person's word (R8).")
    rule = _("Within the letter of authority it is promised on the spot (R9):")
    return "\n".join((rule, *told))


def _letter(letter: Letter, policy: Policy, custom: EstateFormat) -> str:
    limit = letter.amount_limit
    return _("{holder}, {post}, up to {amount}: {matters}").format(
        holder=letter.holder,
        post=post_words(policy, letter.post),
        amount=_("no money") if limit is None else custom.money(limit),
        matters=" ".join(letter.matters.split()),
    )


def what() -> str:
    return _("What is promised")


def who() -> str:
    return _("Who promises it")


def post() -> str:
    return _("In which post")


def due() -> str:
    return _("Until when")


def amount() -> str:
    return _("Amount of money")


def amount_hint() -> str:
    return _("Empty where no money is promised.")


def not_an_amount() -> str:
    return _("Write the amount in figures, like 1,200.50.")


def covered() -> str:
    return _("The letter of authority names this matter")


def made() -> str:
    return _("When it was promised")


def ask_word() -> str:
    return _("Ask for a word from above")


def ask_title() -> str:
    return _("A promise beyond the letter of authority")


def which() -> str:
    return _("Promise")


def report() -> str:
    return _("Report a promise to the superior")


def report_button() -> str:
    return _("Reported")


def report_lead() -> str:
    return _("What was promised is reported to the superior the same day (R9).")


def reported_to() -> str:
    return _("To whom")


def when() -> str:
    return _("When")


def keep() -> str:
    return _("Promise kept")


def keep_button() -> str:
    return _("Kept")


def break_off() -> str:
    return _("Promise cannot be kept")


def break_button() -> str:
    return _("Write it down")


def break_lead() -> str:
    return _("It stays with the case as a promise that was not kept (R133).")


def why() -> str:
    return _("Why it cannot be kept")
