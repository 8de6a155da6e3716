"""Words of what is written down before a case is closed, and of the closing."""

from collections.abc import Callable
from typing import NamedTuple

from desk.i18n import _


class OneText(NamedTuple):
    """A deed that asks for one text: the field's key, what it is called, what it is about."""

    key: str
    title: Callable[[], str]
    button: Callable[[], str]
    caption: Callable[[], str]
    lead: Callable[[], str]


def keep() -> str:
    return _("Keep")


def when() -> str:
    return _("When")


def signed_copy() -> str:
    return _("The signed copy is back")


def signed_copy_lead() -> str:
    return _("The complainant signed the service slip, and its copy is with the desk (R166).")


def signed_by() -> str:
    return _("Who signed")


def notice() -> str:
    return _("Notice that it is done")


def notice_lead() -> str:
    return _(
        "Work other than a repair needs a document, a text or the supervisor’s word that it is"
        " done (R167)."
    )


def notice_kind() -> str:
    return _("How the desk heard of it")


def notice_source() -> str:
    return _("From whom")


def notice_text() -> str:
    return _("What it says")


def notice_hint() -> str:
    return _("A document can be attached to the case instead.")


def verify() -> str:
    return _("Verify")


def _verify_lead() -> str:
    return _("Somebody other than the handler looks whether it is really done (R172).")


def _seen() -> str:
    return _("What was seen")


def summarise() -> str:
    return _("Sum up")


def summary_lead() -> str:
    return _("Why it happened, what was learnt, how to avoid it, what to adjust (R132, R14).")


def _why_it_happened() -> str:
    return _("Why it happened")


def _what_was_learnt() -> str:
    return _("What was learnt")


def _how_to_avoid() -> str:
    return _("How to avoid it")


def _what_to_adjust() -> str:
    return _("What to adjust")


def result() -> str:
    return _("Write the final result")


def _final_result() -> str:
    return _("Final result")


def _result_lead() -> str:
    return _("It is entered against the case when it is closed (R174).")


def unsolvable() -> str:
    return _("It cannot be handled for now")


def _unsolvable_lead() -> str:
    return _(
        "The case then waits for the consent that is given once a quarter, and can be closed"
        " without the work (R173)."
    )


def _why() -> str:
    return _("Why")


def take_up() -> str:
    return _("Take up again")


def _take_up_lead() -> str:
    return _("It can be handled after all; a consent given before counts no more.")


def close() -> str:
    return _("Close the case")


def _close_lead() -> str:
    return _("Your name and the time stand under the result. Nothing in it changes any more.")


VERIFY = OneText("text", verify, verify, _seen, _verify_lead)
UNSOLVABLE = OneText("why", unsolvable, keep, _why, _unsolvable_lead)
TAKE_UP = OneText("why", take_up, take_up, _why, _take_up_lead)
RESULT = OneText("result", result, keep, _final_result, _result_lead)
CLOSE = OneText("result", close, close, _final_result, _close_lead)
SUMMARY = {
    "why_it_happened": _why_it_happened,
    "what_was_learnt": _what_was_learnt,
    "how_to_avoid": _how_to_avoid,
    "what_to_adjust": _what_to_adjust,
}
