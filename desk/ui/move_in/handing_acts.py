"""Deeds of signing and handing over: agreements, materials, keys (R31, R33, R34)."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from desk.domain.key_receipt import REMARK_LIMIT, LineEntry, ReceiptEntry, SignEntry
from desk.domain.move_in import ListedEntry
from desk.domain.move_in_filing import KEYS
from desk.i18n import _, pgettext
from desk.services import key_receipt, move_in_keys, move_in_listed
from desk.services.move_in import ListedStanding, MoveIn
from desk.services.policy_name import name
from desk.ui.kit.act import Act
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.many_field import ManyField
from desk.ui.kit.text_field import TextField
from desk.ui.move_in.asking import (
    day_asked,
    is_open,
    lacks,
    signed_on_words,
    signer,
    signer_asked,
    takes,
)
from desk.ui.move_in.deeds import MoveInDeeds
from desk.ui.move_in.groups import HANDING

Values = Mapping[str, Any]
AGREEMENT, MATERIAL = "agreement", "material"
_COUNTED = re.compile(r"^(.*?)[\s×xX*]*([0-9]+)\s*$")
_WIDE = str.maketrans("０１２３４５６７８９　", "0123456789 ")


def agreements(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """Signed before money is taken (R31)."""
    return (
        Act(
            "sign_agreements",
            HANDING,
            _agreements_words,
            shown=partial(_waits, _agreements),
            shut=partial(deeds.why_not_part, AGREEMENT),
            plan=partial(_listed_plan, deeds, _agreements, _agreements_words),
            settles=frozenset({"move_in.agreement.lacking"}),
            primary=lacks("agreement"),
        ),
    )


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """After the money: materials, then keys (R33, R34)."""
    shut = partial(deeds.why_not_part, KEYS)
    return (
        Act(
            "hand_materials",
            HANDING,
            _materials_words,
            shown=partial(_waits, _materials),
            shut=partial(deeds.why_not_part, MATERIAL),
            plan=partial(_listed_plan, deeds, _materials, _materials_words),
            settles=frozenset({"move_in.material.lacking"}),
            primary=lacks("material"),
        ),
        Act(
            "hand_keys",
            HANDING,
            _keys_words,
            shown=_takes_keys,
            shut=shut,
            plan=partial(_keys_plan, deeds),
            settles=frozenset({"move_in.keys.missing"}),
            primary=_has_no_keys,
        ),
        Act(
            "sign_keys",
            HANDING,
            _key_signed_words,
            shown=_keys_wait,
            shut=shut,
            plan=partial(_key_signed_plan, deeds),
            settles=frozenset({"move_in.keys.unsigned"}),
            primary=_keys_wait,
        ),
    )


# Agreements and materials


def _listed_plan(
    deeds: MoveInDeeds,
    listed: Callable[[MoveIn], Sequence[ListedStanding]],
    title: Callable[[], str],
    known: MoveIn,
) -> DeedPlan:
    waits = listed(known)
    choices = partial(_choices, waits)
    return DeedPlan(
        title=title,
        button=title,
        asked=(
            day_asked(deeds, "signed_on", signed_on_words),
            signer_asked(known),
            Asked(
                "codes",
                partial(ManyField, choices),
                _which_words,
                True,
                begins_with=[one.paper.code for one in waits],
            ),
            *_scan_asked(deeds, known),
        ),
        do=partial(_sign, deeds, known, listed is _agreements),
    )


def _sign(deeds: MoveInDeeds, known: MoveIn, is_agreement: bool, values: Values) -> MoveIn:
    scan = int(values["attachment"]) if values.get("attachment") else None
    entries = [
        ListedEntry(code, values["signed_on"], values["signed_by"], scan)
        for code in values["codes"]
    ]
    deed = move_in_listed.sign if is_agreement else move_in_listed.hand_over
    return deed(deeds.workplace, known.detail.id, known.detail.version, entries)


def _scan_asked(deeds: MoveInDeeds, known: MoveIn) -> tuple[Asked, ...]:
    """Which file of the case is the scan, where it has any."""
    files = [Choice(str(row.id), row.name) for row in deeds.attachments(known.detail.id).rows()]
    if not files:
        return ()
    scan = partial(ChoiceField, partial(list, files), nothing=_no_scan_words)
    return (Asked("attachment", scan, _scan_words),)


def _choices(waits: Sequence[ListedStanding]) -> Sequence[Choice]:
    return [Choice(one.paper.code, name(one.paper.labels, one.paper.code)) for one in waits]


def _waits(listed: Callable[[MoveIn], Sequence[ListedStanding]], known: MoveIn) -> bool:
    return bool(listed(known))


def _agreements(known: MoveIn) -> Sequence[ListedStanding]:
    return _waiting(known, AGREEMENT, known.agreements)


def _materials(known: MoveIn) -> Sequence[ListedStanding]:
    return _waiting(known, MATERIAL, known.materials)


def _waiting(
    known: MoveIn, kind: str, listed: Sequence[ListedStanding]
) -> Sequence[ListedStanding]:
    """What is not there yet and may be taken in."""
    return [one for one in listed if not one.is_done and takes(known, f"{kind}:{one.paper.code}")]


# Keys


def _keys_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    return DeedPlan(
        title=_keys_words,
        button=_keys_words,
        asked=(
            Asked(
                "lines",
                partial(TextField, REMARK_LIMIT, lines=4),
                _lines_words,
                required=True,
                hint=_lines_hint,
            ),
            Asked("receiver", partial(LineField), _receiver_words, True, 6, signer(known)),
        ),
        do=partial(_hand_keys, deeds, known),
        lead=_keys_lead,
    )


def _hand_keys(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    detail = known.detail
    is_owner = values["receiver"] == detail.name
    entry = ReceiptEntry(
        handed_over_at=deeds.now(),
        receiver=values["receiver"],
        is_owner=is_owner,
        authority="" if is_owner else pgettext("move-in", "Agent at the move-in"),
        phone=detail.phone if is_owner else detail.agent_phone,
        lines=key_lines(values["lines"]),
    )
    return move_in_keys.hand_over(deeds.workplace, detail.id, detail.version, entry)


def key_lines(text: str) -> tuple[LineEntry, ...]:
    """One kind of key a line, its number at the end; without a number it is one."""
    lines = (line.translate(_WIDE).strip() for line in text.splitlines())
    return tuple(_key_line(line) for line in lines if line)


def _key_line(line: str) -> LineEntry:
    found = _COUNTED.match(line)
    if found is None or not found[1].strip():
        return LineEntry(what=line, keys=1)
    return LineEntry(what=found[1].strip(), keys=int(found[2]))


def _key_signed_plan(deeds: MoveInDeeds, known: MoveIn) -> DeedPlan:
    return DeedPlan(
        title=_key_signed_words,
        button=_key_signed_words,
        asked=(day_asked(deeds, "signed_on", signed_on_words), _person_asked(known)),
        do=partial(_sign_keys, deeds, known),
    )


def _person_asked(known: MoveIn) -> Asked:
    return Asked("person", LineField, _receiver_words, True, 6, signer(known))


def _sign_keys(deeds: MoveInDeeds, known: MoveIn, values: Values) -> MoveIn:
    """Every receipt of the case that waits."""
    for one in known.keys:
        if not one.signed:
            row = key_receipt.get(deeds.workplace, one.receipt_id)
            entry = SignEntry(values["person"], values["signed_on"])
            key_receipt.sign(deeds.workplace, row.id, row.version, entry)
    return deeds.get(known.detail.id)


def _has_no_keys(known: MoveIn) -> bool:
    return lacks("keys")(known) and not known.keys


def _keys_wait(known: MoveIn) -> bool:
    return takes(known, KEYS) and any(not one.signed for one in known.keys)


def _takes_keys(known: MoveIn) -> bool:
    return is_open(known) or (takes(known, KEYS) and not known.keys)


# Words


def _agreements_words() -> str:
    return pgettext("move-in deed", "Agreements are signed")


def _materials_words() -> str:
    return pgettext("move-in deed", "Hand over materials")


def _which_words() -> str:
    return pgettext("move-in", "Which")


def _keys_words() -> str:
    return pgettext("move-in deed", "Hand over keys")


def _keys_lead() -> str:
    return _("A key receipt is written; the receiver signs it (R34).")


def _lines_words() -> str:
    return pgettext("move-in", "Keys, one kind a line")


def _lines_hint() -> str:
    return _("What it opens, then how many: Main door 3. Shift+Enter begins another line.")


def _receiver_words() -> str:
    return pgettext("move-in", "Receiver")


def _key_signed_words() -> str:
    return pgettext("move-in deed", "Key receipt is signed")


def _scan_words() -> str:
    return pgettext("move-in", "Scan")


def _no_scan_words() -> str:
    return pgettext("move-in", "No scan")
