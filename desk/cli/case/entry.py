"""What a complaint says, as words of the command line: registering, correcting (R140)."""

from dataclasses import replace

from desk.cli.case import home
from desk.cli.case.deed import (
    Deed,
    Given,
    Option,
    choice,
    codes,
    flag,
    moment,
    number,
    optional,
    text,
)
from desk.domain.complaint import (
    ComplaintEntry,
    ContactMethod,
    ContentClass,
    Impact,
    Nature,
    Severity,
    Urgency,
)
from desk.domain.reception import Channel
from desk.i18n import N_
from desk.services import complaint, complaint_case, reception
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

WHO: tuple[Option, ...] = (
    optional("reception", N_("the visit it came from, by number")),
    number("resident", N_("the resident, by the id that “desk find --json” gives"), "resident_id"),
    home.unit(),
)
SAID: tuple[Option, ...] = (
    optional("complainant", N_("who complains, where it is no resident")),
    optional("contact", N_("how to reach the complainant")),
    choice("contact-method", ContactMethod, N_("how the result is to be told")),
    choice("channel", Channel, N_("how it reached the desk")),
    moment("received-at", N_("when it was reported"), now=False),
    moment("occurred-at", N_("when it happened"), now=False),
    optional("place", N_("where it happened")),
    optional("about", N_("which person or department it is about")),
    optional("course", N_("what happened")),
    optional("demand", N_("what the complainant asks for")),
    choice("nature", Nature, N_("its nature")),
    choice("content", ContentClass, N_("what it is about"), field="content_class"),
    choice("severity", Severity, N_("how grave it is")),
    choice("impact", Impact, N_("how far it reaches")),
    flag("hot", N_("a matter that many talk about")),
    codes(
        "immediate",
        Urgency,
        N_("why it is acted upon at once, a to e"),
        vocabulary="urgency",
    ),
    optional("topic", N_("the topic it belongs to")),
    optional("called-in", N_("the lead who was called in")),
    moment("wanted-by", N_("the time that the complainant asks for"), now=False),
)


BEGUN = (*WHO, *SAID)


def register(workplace: Workplace, given: Given) -> Case:
    """A new complaint, begun from a visit, from a resident or from nothing."""
    begun = _begun(workplace, given)
    detail = complaint.register(workplace, _written(begun, given))
    return complaint_case.get(workplace, detail.id)


def change(workplace: Workplace, case: Case, given: Given) -> Case:
    """What was written down is corrected; what is not given stays."""
    known = case.detail
    entry = _written(complaint.entry_of(known), given)
    complaint.change(workplace, known.id, known.version, entry, given["why"])
    return complaint_case.get(workplace, known.id)


def _begun(workplace: Workplace, given: Given) -> ComplaintEntry:
    if given["reception"] is not None:
        visit = reception.get(workplace, given["reception"])
        return complaint.entry_from_reception(workplace, visit.id)
    if given["resident_id"] is not None:
        return complaint.entry_for_resident(workplace, given["resident_id"])
    return ComplaintEntry(received_at=workplace.now(), unit_id=given["unit_id"])


def _written(entry: ComplaintEntry, given: Given) -> ComplaintEntry:
    told = {one.key: given[one.key] for one in SAID if given[one.key] not in (None, False, ())}
    if "immediate" in told:
        told["immediate"] = frozenset(told["immediate"])
    return replace(entry, **told)


CHANGE = Deed(
    "change",
    N_("correct what was written down"),
    (*SAID, text("why", N_("why nature or severity is judged anew"))),
    change,
)
