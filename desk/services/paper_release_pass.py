"""《放行條》 (F37): what the pass says on paper, its locks in words, and the seal in its code."""

from dataclasses import dataclass, replace
from functools import partial

from desk.domain.identity import mask_phone
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.release_pass import Evidence, Item, State
from desk.domain.release_pass_locks import FeesHow, LockCode, OwnerHow
from desk.domain.release_pass_rule import PassKind
from desk.errors import NotFound, RuleRefused
from desk.estate_format import EstateFormat
from desk.i18n import pgettext
from desk.models.lists import release_pass as pass_list
from desk.printing.forms.release_pass import FORM, ReleasedItem, ReleasePass
from desk.printing.job import Job
from desk.services import policy, release_pass, release_pass_seal
from desk.services.paper_build import Rules, Subject, build, number_of
from desk.services.paper_sheet import LATEST, Asked, Sheet
from desk.services.release_pass import Pass, PassFilter
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.RELEASE_PASS
KIND = release_pass.KIND
_PRINTABLE = tuple(state for state in State if state not in (State.DRAFT, State.VOID))


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The pass as it stands now; `key` is an id, a number, a code or "latest", the newest issued.

    Refused while it is not issued: a draft prints nothing but a blank (R39).
    """
    workplace.require(Permission.PRINT)
    known = _pass(workplace, key)
    reasons = release_pass.print_reasons(workplace, known)
    if reasons:
        raise RuleRefused(reasons)
    detail = known.detail
    with workplace.reading() as reader:
        tail = pass_list.identity_tail(reader, detail.id)
        kept = policy.by_id(reader, detail.policy_id)
    subject = Subject(CODE, KIND, detail.id, detail.version, detail.number)
    subject = replace(
        subject,
        seal=release_pass_seal.seal_of(workplace, detail.id),
        void=known.facts.state is State.VOID,
    )
    gather = partial(gathered, known, tail, workplace.estate.phone)
    return build(workplace, FORM, subject, asked, gather=gather, rules=Rules(kept))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The pass without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(known: Pass, tail: str, desk_phone: str, job: Job) -> ReleasePass:
    """Everything that is known of the pass; of the identity paper its kind and last characters.

    `desk_phone` is what the gate rings to ask whether it is genuine.
    """
    detail, facts = known.detail, known.facts
    evidence = _Evidence(known, job.custom)
    return ReleasePass(
        job=job,
        number=detail.number,
        kind=PassKind(detail.kind),
        applicant=detail.applicant,
        role=label("pass_role", detail.role),
        unit=detail.unit or "",
        id_seen=_identity(detail.identity, tail),
        phone=detail.phone,
        desk_phone=desk_phone,
        plate=detail.plate,
        gate=detail.gate,
        since=detail.starts,
        until=detail.ends,
        items=tuple(map(_thing, facts.items)),
        due_on=detail.back_by,
        fees=evidence.fees(),
        owner=evidence.owner(),
        issued_by=detail.issued_by or "",
        issued_at=detail.issued_at,
    )


def _pass(workplace: Workplace, key: int | str) -> Pass:
    if key != LATEST:
        return release_pass.get(workplace, number_of(key) if isinstance(key, str) else key)
    found = release_pass.page(workplace, PassFilter(states=_PRINTABLE), limit=1).rows
    if not found:
        raise NotFound(KIND, LATEST)
    return release_pass.get(workplace, found[0].id)


def _identity(kind: str, tail: str) -> str:
    if not kind:
        return ""
    named = label("identity_kind", kind)
    return f"{named} ****{tail}" if tail else named


def _thing(item: Item) -> ReleasedItem:
    marks = " · ".join(filter(None, (item.marks, item.serial)))
    count = f"{item.quantity} {item.counted}".rstrip()
    return ReleasedItem(item.what, count, marks, item.returnable)


@dataclass(frozen=True)
class _Evidence:
    """What the locks rest on, in the paper's words."""

    known: Pass
    custom: EstateFormat

    def fees(self) -> str:
        """Up to which day the fees are cleared and who checked, or who waived them (R39)."""
        given = self._given(LockCode.FEES)
        if given is None:
            return self._not_asked()
        told = {"person": given.person, "day": self.custom.date(given.at), "why": given.note}
        if given.how == FeesHow.WAIVED:
            waived = pgettext("release paper", "Waived by {person}, {day}: {why}")
            return waived.format(**told)
        until = "" if given.until is None else self.custom.date(given.until)
        cleared = pgettext("release paper", "Cleared up to {until}; checked by {person}, {day}")
        return cleared.format(until=until, **told)

    def owner(self) -> str:
        """How the owner confirmed, and when (R40); of a number that was called the end alone."""
        given = self._given(LockCode.OWNER)
        if given is None:
            return self._not_asked()
        told = {
            "person": given.person,
            "at": self.custom.datetime(given.at),
            "day": self.custom.date(given.at),
            "caller": given.caller,
            "phone": mask_phone(given.phone),
        }
        words = {
            OwnerHow.SIGNATURE: pgettext("release paper", "Signed by {person}, {day}"),
            OwnerHow.PHONE: pgettext(
                "release paper", "By phone {at}: {caller} rang {phone}, {person} agreed"
            ),
            OwnerHow.LETTER: pgettext("release paper", "Letter of {person}, {day}"),
        }
        return words[OwnerHow(given.how)].format(**told)

    def _given(self, code: LockCode) -> Evidence | None:
        """The evidence that counts; what is not asked for needs none."""
        lock = next(one for one in self.known.locks if one.code is code)
        return self.known.facts.last(code) if lock.asked else None

    def _not_asked(self) -> str:
        return pgettext("release paper", "Not asked for")
