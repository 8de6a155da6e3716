"""The deed that makes the lock of the owner hold: how the owner confirmed, and when (R40)."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from desk.domain import release_pass as rules
from desk.domain.release_pass_locks import LockCode, OwnerHow
from desk.i18n import _, pgettext
from desk.services import release_pass_evidence as evidence
from desk.services.release_pass import Pass
from desk.services.release_pass_evidence import OwnerEntry
from desk.ui.kit.act import Act
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.groups import LOCKS
from desk.ui.release_pass.lock_parts import asked_note, files, is_asked, is_open, why_not
from desk.wording import label

Values = Mapping[str, Any]
OWNER = frozenset({"release_pass.owner.missing", "release_pass.owner.changed"})


def acts(deeds: PassDeeds) -> tuple[Act, ...]:
    """The owner confirms: by signature, by phone or by letter."""
    return (
        Act(
            "confirm_owner",
            LOCKS,
            _owner_words,
            shown=partial(is_asked, LockCode.OWNER),
            shut=partial(why_not, deeds),
            plan=partial(_owner_plan, deeds),
            settles=OWNER,
            primary=partial(is_open, LockCode.OWNER),
        ),
    )


def _owner_plan(deeds: PassDeeds, known: Pass) -> DeedPlan:
    name, phone = deeds.owner(known.facts.unit_id)
    line, short = partial(LineField, rules.NAME_LIMIT), partial(LineField, rules.PHONE_LIMIT)
    moment = partial(MomentField, deeds.custom, deeds.now)
    how = partial(SegmentField, _ways)
    return DeedPlan(
        title=_owner_words,
        button=_owner_words,
        asked=(
            Asked("owner", how, _how_words, True, begins_with=OwnerHow.SIGNATURE),
            Asked("person", line, _confirmer_words, True, 6, name),
            Asked("at", moment, _when_words, True, 6, deeds.now()),
            Asked("caller", line, _caller_words, True, 6, deeds.clerk(), when=_by_phone),
            Asked("phone", short, _number_words, True, 6, phone, when=_by_phone),
            Asked("attachment", partial(files, deeds, known), _letter_words, when=_on_paper),
            asked_note(),
        ),
        do=partial(_confirm, deeds, known),
        lead=_owner_lead,
    )


def _confirm(deeds: PassDeeds, known: Pass, values: Values) -> Pass:
    entry = OwnerEntry(
        how=OwnerHow(values["owner"]),
        person=values["person"],
        at=values["at"],
        caller=values["caller"] or "",
        phone=values["phone"] or "",
        attachment_id=values["attachment"] or None,
        note=values["note"],
    )
    return evidence.confirm_owner(deeds.workplace, known.detail.id, known.detail.version, entry)


def _by_phone(values: Values) -> bool:
    return values.get("owner") == OwnerHow.PHONE


def _on_paper(values: Values) -> bool:
    return not _by_phone(values)


def _ways() -> Sequence[Choice]:
    return [Choice(one, label("owner_how", one)) for one in OwnerHow]


def _owner_words() -> str:
    return pgettext("release deed", "Owner confirms")


def _owner_lead() -> str:
    return _("The owner confirms these very things; of a tenant's goods always (R40).")


def _how_words() -> str:
    return pgettext("release deed", "How")


def _confirmer_words() -> str:
    return pgettext("release deed", "Owner, or who answered")


def _when_words() -> str:
    return pgettext("release deed", "When")


def _caller_words() -> str:
    return pgettext("release deed", "Who called")


def _number_words() -> str:
    return pgettext("release deed", "Number called")


def _letter_words() -> str:
    return pgettext("release deed", "Letter or signed paper")
