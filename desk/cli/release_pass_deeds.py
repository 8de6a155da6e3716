"""The deeds on a release pass 放行條 as words of the command line."""

from dataclasses import fields, replace
from pathlib import Path

from desk.cli.case import approval, home
from desk.cli.case.deed import (
    Given,
    Misread,
    Option,
    choice,
    day,
    flag,
    moment,
    number,
    text,
    texts,
    whole,
)
from desk.cli.case.record_deed import RecordDeed, by_name
from desk.cli.case.words import AT, WHY
from desk.domain.estate import IdentityKind
from desk.domain.reasons import Reason
from desk.domain.release_pass import ItemEntry, PassEntry, Role
from desk.domain.release_pass_gate import BackEntry, Counts, ExtendEntry, GateEntry, Outcome
from desk.domain.release_pass_locks import OwnerHow
from desk.domain.release_pass_rule import PassKind
from desk.errors import RuleRefused
from desk.i18n import N_, _
from desk.services import attachment, release_pass, release_pass_evidence, release_pass_gate
from desk.services.release_pass import Pass
from desk.services.release_pass_evidence import FeesEntry, OwnerEntry
from desk.services.workplace import Workplace

PassDeed = RecordDeed[Pass]


# What a pass says

SAID: tuple[Option, ...] = (
    choice("kind", PassKind, N_("what passes the gate"), vocabulary="pass_kind"),
    text("applicant", N_("who applies")),
    choice("role", Role, N_("what the applicant is to the unit"), vocabulary="pass_role"),
    home.unit(),
    choice("identity", IdentityKind, N_("which identity paper was seen")),
    text("identity-tail", N_("its last four characters")),
    text("phone", N_("the applicant’s phone")),
    text("plate", N_("the plate of the vehicle")),
    moment("from", N_("from when the gate lets it pass"), now=False, field="starts"),
    moment("until", N_("until when the gate lets it pass"), now=False, field="ends"),
    text("gate", N_("which gate")),
    day("back-by", N_("by which day returnable things are back")),
    text("remark", N_("what else is to be said")),
)
ITEM: tuple[Option, ...] = (
    text("what", N_("what it is")),
    number("count", N_("how many; one where nothing is said"), "quantity"),
    text("counted", N_("counted in what, such as 件 or 箱")),
    text("marks", N_("marks by which it is known")),
    text("serial", N_("its serial number")),
    flag("returnable", N_("it comes back")),
    text("photo", N_("a photo of it, a file")),
)
_COUNTS = texts("item", N_("LINE=COUNT: how many of a line, 1 the first; several times"), "counts")
_GUARD = text("guard", N_("the guard’s name"))


def begin(workplace: Workplace, given: Given) -> Pass:
    """A new draft."""
    kind, role = given["kind"], given["role"]
    if kind is None:
        raise Misread(_("say which kind of pass: --kind"))
    told = {one.name: given[one.name] for one in fields(PassEntry)}
    entry = PassEntry(**told | {"kind": kind, "role": role or Role.OWNER})
    return release_pass.draft(workplace, entry)


def _change(workplace: Workplace, known: Pass, given: Given) -> Pass:
    """What is not given stays."""
    told = {one.key: given[one.key] for one in SAID if given[one.key] not in (None, "")}
    entry = replace(release_pass.entry_of(known.detail), **told)
    return release_pass.change(workplace, known.detail.id, known.detail.version, entry)


def _item(workplace: Workplace, known: Pass, given: Given) -> Pass:
    """One thing more; nothing is listed where its photo cannot be read."""
    names = [one.name for one in fields(ItemEntry) if one.name != "id"]
    told = {name: given[name] for name in names} | {"quantity": given["quantity"] or 1}
    if given["photo"]:
        attachment.read(Path(given["photo"]))
    entries = (*release_pass.item_entries(known.items), ItemEntry(**told))
    done = release_pass.list_items(workplace, known.detail.id, known.detail.version, entries)
    if given["photo"]:
        attachment.add(workplace, "release_item", done.items[-1].id, Path(given["photo"]))
    return done


def _drop_item(workplace: Workplace, known: Pass, given: Given) -> Pass:
    """One thing less."""
    place = given["line"] or 0
    if not 1 <= place <= len(known.items):
        raise RuleRefused([Reason("release_pass.counts.unknown", "line")])
    kept = release_pass.item_entries(known.items[: place - 1] + known.items[place:])
    return release_pass.list_items(workplace, known.detail.id, known.detail.version, kept)


# Evidence


def _fees(workplace: Workplace, known: Pass, given: Given) -> Pass:
    entry = FeesEntry(
        person=given["person"],
        until=given["until"],
        attachment_id=_file(workplace, known, given["statement"]),
        at=given["at"],
        note=given["note"],
    )
    key, version = known.detail.id, known.detail.version
    return release_pass_evidence.clear_fees(workplace, key, version, entry)


def _waive(workplace: Workplace, known: Pass, given: Given) -> Pass:
    shown = release_pass_evidence.waiver_shown(workplace, known, given["why"])
    answer = approval.answer_of(given, shown)
    key, version = known.detail.id, known.detail.version
    return release_pass_evidence.waive_fees(workplace, key, version, given["why"], answer)


def _owner(workplace: Workplace, known: Pass, given: Given) -> Pass:
    entry = OwnerEntry(
        how=given["how"],
        person=given["person"],
        at=given["at"],
        caller=given["caller"],
        phone=given["phone"],
        attachment_id=_file(workplace, known, given["letter"]),
        note=given["note"],
    )
    key, version = known.detail.id, known.detail.version
    return release_pass_evidence.confirm_owner(workplace, key, version, entry)


def _file(workplace: Workplace, known: Pass, path: str) -> int | None:
    if not path:
        return None
    return attachment.add(workplace, release_pass.KIND, known.detail.id, Path(path)).id


# Issue and gate


def _issue(workplace: Workplace, known: Pass, given: Given) -> Pass:
    key, version = known.detail.id, known.detail.version
    return release_pass.issue(workplace, key, version, given["acknowledged"])


def _gate(workplace: Workplace, known: Pass, given: Given) -> Pass:
    counts = _counts(known, given["counts"])
    entry = GateEntry(given["outcome"], given["guard"], given["at"], counts, given["why"])
    return release_pass_gate.gate(workplace, known.detail.id, known.detail.version, entry)


def _back(workplace: Workplace, known: Pass, given: Given) -> Pass:
    counts = _counts(known, given["counts"])
    entry = BackEntry(given["guard"], given["at"], counts, given["why"])
    return release_pass_gate.take_back(workplace, known.detail.id, known.detail.version, entry)


def _extend(workplace: Workplace, known: Pass, given: Given) -> Pass:
    entry = ExtendEntry(given["ends"], given["why"])
    return release_pass_gate.extend(workplace, known.detail.id, known.detail.version, entry)


def _void(workplace: Workplace, known: Pass, given: Given) -> Pass:
    return release_pass.void(workplace, known.detail.id, known.detail.version, given["why"])


def _counts(known: Pass, given: tuple[str, ...]) -> Counts:
    """2=3: three of the second line; 0, which is nobody's id, where there is no such line.

    What is said of one line several times adds up.
    """
    found: dict[int, int] = {}
    for one in given:
        line, _is, told = one.partition("=")
        place, count = whole(line), whole(told)
        if place is None or count is None:
            raise Misread(_("things are counted like 2=3: {text}").format(text=one))
        key = known.items[place - 1].id if 1 <= place <= len(known.items) else 0
        found[key] = found.get(key, 0) + count
    return found


_NOTE = text("note", N_("what was said"))

DEEDS = by_name(
    (
        PassDeed("change", N_("correct a draft"), SAID, _change),
        PassDeed("item", N_("list one thing more"), ITEM, _item),
        PassDeed(
            "drop-item",
            N_("take one thing off the draft"),
            (number("line", N_("which line, 1 the first")),),
            _drop_item,
        ),
        PassDeed(
            "fees",
            N_("the fees are cleared up to a day"),
            (
                text("person", N_("who checked them")),
                day("until", N_("up to which day")),
                text("statement", N_("the statement, a file")),
                AT,
                _NOTE,
            ),
            _fees,
        ),
        PassDeed(
            "waive",
            N_("the manager waives the fees"),
            (
                WHY,
                flag("own", N_("it is the clerk at the desk who gives the word")),
                flag("refuse", N_("the word is no")),
                _NOTE,
            ),
            _waive,
        ),
        PassDeed(
            "owner",
            N_("the owner has confirmed it"),
            (
                choice("how", OwnerHow, N_("by which way"), needed=True),
                text("person", N_("the owner, or who answered the phone")),
                text("caller", N_("who called")),
                text("phone", N_("which number was called")),
                text("letter", N_("the letter, a file")),
                AT,
                _NOTE,
            ),
            _owner,
        ),
        PassDeed(
            "issue",
            N_("issue it when every lock holds"),
            (text("acknowledged", N_("why the same thing may leave twice")),),
            _issue,
        ),
        PassDeed(
            "gate",
            N_("what the guard did"),
            (
                choice("outcome", Outcome, N_("left, partly left or refused"), needed=True),
                _GUARD,
                AT,
                _COUNTS,
                WHY,
            ),
            _gate,
        ),
        PassDeed("back", N_("things came back"), (_GUARD, AT, _COUNTS, WHY), _back),
        PassDeed(
            "extend",
            N_("let it pass longer"),
            (
                replace(moment("until", N_("until when"), now=False, field="ends"), needed=True),
                WHY,
            ),
            _extend,
        ),
        PassDeed("void", N_("declare it void"), (WHY,), _void),
    )
)
