"""The locks of a pass in words: by what evidence each holds, and all that is missing (R38-R40)."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.domain.identity import mask_phone
from desk.domain.release_pass import Evidence
from desk.domain.release_pass_locks import FeesHow, Lock, LockCode, OwnerHow
from desk.i18n import EstateFormat, _, ngettext, pgettext
from desk.services.release_pass import Pass
from desk.ui.kit.chips import Chip
from desk.ui.kit.theme import Tone
from desk.wording import label, sentence


@dataclass(frozen=True)
class LockWords:
    """One lock as it is shown: what it is, how it stands, by what, and what is missing."""

    code: LockCode
    title: str
    chip: Chip
    evidence: str
    missing: Sequence[str]
    reasons: Sequence[str]


def lock_words(known: Pass, custom: EstateFormat) -> tuple[LockWords, ...]:
    """Every lock of a pass, in the order in which they are asked for."""
    return tuple(_of(lock, known, custom) for lock in known.locks)


def _of(lock: Lock, known: Pass, custom: EstateFormat) -> LockWords:
    return LockWords(
        lock.code,
        label("pass_lock", lock.code),
        _chip(lock),
        _evidence(lock, known, custom),
        [sentence(one.code, one.parameters) for one in lock.reasons],
        [one.code for one in lock.reasons],
    )


def _chip(lock: Lock) -> Chip:
    if not lock.asked:
        return Chip(Tone.NEUTRAL, pgettext("lock", "Not asked for"))
    if lock.holds:
        return Chip(Tone.DONE, pgettext("lock", "Holds"))
    return Chip(Tone.OVERDUE, pgettext("lock", "Open"))


def _evidence(lock: Lock, known: Pass, custom: EstateFormat) -> str:
    if lock.code is LockCode.ITEMS:
        count = len(known.items)
        told = ngettext("{count} thing listed", "{count} things listed", count)
        return told.format(count=count) if count else ""
    given = known.facts.last(lock.code)
    if given is None or not lock.asked:
        return ""
    return _fees(given, custom) if lock.code is LockCode.FEES else _owner(given, custom)


def _fees(given: Evidence, custom: EstateFormat) -> str:
    told = {"person": given.person, "at": custom.datetime(given.at), "why": given.note}
    if given.how == FeesHow.WAIVED:
        return _("Waived by {person}, {at}: {why}").format(**told)
    until = "" if given.until is None else custom.date(given.until)
    return _("Cleared up to {until}, checked by {person}, {at}").format(until=until, **told)


def _owner(given: Evidence, custom: EstateFormat) -> str:
    told = {
        "person": given.person,
        "at": custom.datetime(given.at),
        "caller": given.caller,
        "phone": mask_phone(given.phone),
    }
    words = {
        OwnerHow.SIGNATURE: _("Signed by {person}, {at}"),
        OwnerHow.PHONE: _("{caller} called {phone}, {at}; {person} confirmed"),
        OwnerHow.LETTER: _("By letter of {person}, {at}"),
    }
    return words[OwnerHow(given.how)].format(**told)
