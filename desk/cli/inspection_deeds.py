"""The deeds of the inspection of a home 驗房 as words of the command line (R30)."""

from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path

from desk.cli.case import home
from desk.cli.case.deed import (
    Given,
    Misread,
    Option,
    choice,
    day,
    flag,
    text,
    texts,
    whole,
)
from desk.cli.case.record_deed import RecordDeed, by_name
from desk.cli.case.words import WHY
from desk.domain.inspection import (
    InspectionEntry,
    Mark,
    PartPlan,
    RoomPlan,
    Signer,
    Verdict,
    typed,
)
from desk.domain.meter import MeterKind, ReadingEntry, read_value
from desk.i18n import N_, _
from desk.services import attachment, inspection, inspection_signed, meter
from desk.services.inspection import Inspection
from desk.services.workplace import Workplace

InspectionDeed = RecordDeed[Inspection]

_ITEM = "inspection_item"


SAID: tuple[Option, ...] = (
    text("builder", N_("the builder’s company")),
    text("contact", N_("who comes for the builder")),
    text("phone", N_("the contact’s phone")),
    text("owner", N_("who comes for the owner")),
    text("staff", N_("who of the property’s staff comes along")),
    day("held-on", N_("the day at the home")),
    text("remark", N_("what else is to be said")),
)


_ROOMS = texts("room", N_("ROOM:PART,PART: a room with its parts; several times"), "rooms")
BEGIN: tuple[Option, ...] = (
    replace(home.unit(), needed=True),
    home.move_in(N_("its move-in case, by its number")),
    *SAID,
    _ROOMS,
)
TEMPLATE: tuple[Option, ...] = (_ROOMS, WHY)


def begin(workplace: Workplace, given: Given) -> Inspection:
    """A new sheet, with the estate's rooms unless some are given."""
    entry = InspectionEntry(**{one.name: given[one.name] for one in fields(InspectionEntry)})
    rooms = rooms_of(given["rooms"]) or None
    return inspection.begin(workplace, given["unit_id"], entry, rooms, given["move_in_id"])


def rooms_of(given: Iterable[str]) -> tuple[RoomPlan, ...]:
    """客廳:牆面,窗 as a room with two parts."""
    found = []
    for one in given:
        room, _colon, parts = one.replace("：", ":").partition(":")
        named = (part.strip() for part in parts.replace("，", ",").replace("、", ",").split(","))
        plans = tuple(PartPlan(typed(part)) for part in named if part)
        found.append(RoomPlan(typed(room.strip()), plans))
    return tuple(found)


def _change(workplace: Workplace, known: Inspection, given: Given) -> Inspection:
    """What is not given stays."""
    told = {one.key: given[one.key] for one in SAID if given[one.key] not in (None, "")}
    entry = replace(inspection.entry_of(known.detail), **told)
    return inspection.change(workplace, known.detail.id, known.detail.version, entry)


def _rooms(workplace: Workplace, known: Inspection, given: Given) -> Inspection:
    """Rooms more, parts less, parts by another name."""
    dropped = {_id(known, one) for one in given["drop"]}
    named = {
        _id(known, place): name
        for place, _is, name in (one.partition("=") for one in given["rename"])
    }
    rooms = [
        RoomPlan(
            room.names,
            tuple(
                replace(part, names=typed(named[part.id])) if part.id in named else part
                for part in room.parts
                if part.id not in dropped
            ),
        )
        for room in inspection.plan_of(known.facts)
    ]
    kept = (*(room for room in rooms if room.parts), *rooms_of(given["rooms"]))
    return inspection.arrange(workplace, known.detail.id, known.detail.version, kept)


def _judge(workplace: Workplace, known: Inspection, given: Given) -> Inspection:
    fails = [one.partition("=") for one in given["fails"]]
    marks = {
        **{_id(known, place): (Verdict.PASS, "") for place in given["passes"]},
        **{_id(known, place): (Verdict.FAIL, why) for place, _is, why in fails},
        **{_id(known, place): (Verdict.UNSEEN, "") for place in given["clear"]},
    }
    if given["rest"]:
        unseen = (one.id for one in known.facts.unseen if one.id not in marks)
        marks |= dict.fromkeys(unseen, (Verdict.PASS, ""))
    told = [Mark(key, verdict, remark) for key, (verdict, remark) in marks.items()]
    return inspection.judge(workplace, known.detail.id, known.detail.version, told)


def _id(known: Inspection, place: str) -> int:
    """The part at a place of the sheet, 1 the first."""
    at = whole(place) or 0
    if not 1 <= at <= len(known.items):
        raise Misread(_("there is no part {place} on the sheet").format(place=place))
    return known.items[at - 1].id


def _photo(workplace: Workplace, known: Inspection, given: Given) -> Inspection:
    attachment.add(workplace, _ITEM, _id(known, given["part"]), Path(given["file"]))
    return inspection.get(workplace, known.detail.id)


def _meter(workplace: Workplace, known: Inspection, given: Given) -> Inspection:
    value = read_value(given["reading"]) if given["reading"] else None
    if given["reading"] and value is None:
        raise Misread(_("not a reading: {text}").format(text=given["reading"]))
    entry = ReadingEntry(given["kind"], given["meter"], value, given["absent"], given["why"])
    return meter.write(workplace, known.detail.id, known.detail.version, [entry])


def _sign(workplace: Workplace, known: Inspection, given: Given) -> Inspection:
    today = workplace.today()
    key, version = known.detail.id, known.detail.version
    on = given["on"] or today
    return inspection_signed.sign(workplace, key, version, given["who"], given["by"], on)


def _unsign(workplace: Workplace, known: Inspection, given: Given) -> Inspection:
    key, version = known.detail.id, known.detail.version
    return inspection_signed.unsign(workplace, key, version, given["who"], given["why"])


def _finish(workplace: Workplace, known: Inspection, given: Given) -> Inspection:
    del given
    return inspection.finish(workplace, known.detail.id, known.detail.version)


def _void(workplace: Workplace, known: Inspection, given: Given) -> Inspection:
    return inspection.void(workplace, known.detail.id, known.detail.version, given["why"])


_WHO = choice("who", Signer, N_("whose signature"), needed=True, vocabulary="signer")

DEEDS = by_name(
    (
        InspectionDeed("change", N_("who goes through the home, and when"), SAID, _change),
        InspectionDeed(
            "rooms",
            N_("rooms added, parts taken off or renamed"),
            (
                _ROOMS,
                texts("drop", N_("a part by its place, 1 the first; several times")),
                texts("rename", N_("PLACE=NAME: a part by another name; several times")),
            ),
            _rooms,
        ),
        InspectionDeed(
            "judge",
            N_("what was found of the parts"),
            (
                texts("pass", N_("a part that passes, by its place; several times"), "passes"),
                texts("fail", N_("PLACE=WHAT: a part that fails; several times"), "fails"),
                texts("clear", N_("a part nobody has looked at; several times")),
                flag("rest", N_("all the other parts pass")),
            ),
            _judge,
        ),
        InspectionDeed(
            "photo",
            N_("add a photo of a part"),
            (
                replace(text("part", N_("the part, by its place")), needed=True),
                replace(text("file", N_("the photo, a file")), needed=True),
            ),
            _photo,
        ),
        InspectionDeed(
            "meter",
            N_("copy down a meter"),
            (
                choice("kind", MeterKind, N_("which meter"), needed=True, vocabulary="meter_kind"),
                text("meter", N_("the meter’s number")),
                text("reading", N_("what it shows")),
                text("absent", N_("why there is none")),
                WHY,
            ),
            _meter,
        ),
        InspectionDeed("finish", N_("settle it: what failed becomes defects"), (), _finish),
        InspectionDeed(
            "sign",
            N_("write a signature down"),
            (_WHO, text("by", N_("who signed")), day("on", N_("on which day; today"))),
            _sign,
        ),
        InspectionDeed("unsign", N_("take a signature back"), (_WHO, WHY), _unsign),
        InspectionDeed("void", N_("declare it void"), (WHY,), _void),
    )
)
