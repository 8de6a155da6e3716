"""Words of telling the result, calling back, and the special report."""

from desk.domain import callback as rules
from desk.i18n import _, pgettext
from desk.services.complaint_case import Case
from desk.wording import label


def tell() -> str:
    return _("Tell the result")


def told() -> str:
    return _("The result was told")


def tell_lead(contact: str) -> str:
    return _(
        "The complainant hears the result on the day the case is handled (R7, R147). To be"
        " reached: {contact}"
    ).format(contact=contact)


def how() -> str:
    return _("How")


def person() -> str:
    return _("Who was told")


def when() -> str:
    return _("When")


def told_words() -> str:
    return _("What was told")


def call_back() -> str:
    return _("Call back")


def called_back() -> str:
    return _("Keep the callback")


def call_lead(case: Case) -> str:
    """Which attempts count under the policy of the case (R94, K8)."""
    let_off = rules.let_off(case.facts, case.policy)
    counted = [label("callback_outcome", one) for one in rules.CallbackOutcome if one in let_off]
    if not counted:
        return _("Only a callback that reaches the complainant counts; an attempt is kept (R94).")
    outcomes = pgettext("list", ", ").join(counted)
    return _("With a reason these count as done too: {outcomes} (R94).").format(outcomes=outcomes)


def outcome() -> str:
    return pgettext("callback", "What became of it")


def satisfaction() -> str:
    return _("How satisfied the complainant is")


def opinion() -> str:
    return _("What the complainant says")


def opinion_hint() -> str:
    return _("Needed where the complainant is dissatisfied; then the work can be done over.")


def why() -> str:
    return _("Why nobody answered")


def order() -> str:
    return _("Order the callback")


def order_lead() -> str:
    return _("The supervisor orders the callback after completion (R148).")


def by_whom() -> str:
    return _("By whom")


def again() -> str:
    return _("Complains again")


def again_button() -> str:
    return _("Register the new complaint")


def again_lead(case: Case) -> str:
    return _(
        "{number} stays closed. The new complaint takes over who, where and about whom, and each"
        " names the other."
    ).format(number=case.detail.number)


def course() -> str:
    return _("What is wrong still")


def demand() -> str:
    return _("What the resident asks for")


def since_when() -> str:
    return _("Since when")


def report() -> str:
    return _("Write the special report")


def correct_report() -> str:
    return _("Correct the special report")


def report_lead(volume: str) -> str:
    if volume:
        return _("Filed as {volume}; the number stays (R93).").format(volume=volume)
    return _("Major, important and hot cases have a special report in a volume of its own (R93).")


def _cause() -> str:
    return _("Why it happened")


def _handling() -> str:
    return _("How it was handled")


def _review() -> str:
    return _("How the handling and its result are judged")


def _improvement() -> str:
    return _("What is improved")


REPORT = {
    "cause": _cause,
    "handling": _handling,
    "review": _review,
    "improvement": _improvement,
}
