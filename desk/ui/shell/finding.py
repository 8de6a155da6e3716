"""What the search found, as the result list shows it."""

from collections.abc import Iterable, Sequence

from desk.domain import paper_code
from desk.estate_format import EstateFormat
from desk.i18n import _, pgettext
from desk.services import find
from desk.services.find import DutyRow, FaqRow, RecordHit, ResidentHit, UnitHit
from desk.services.workplace import Workplace
from desk.ui.kit.chips import Chip
from desk.ui.kit.result_list import Found, FoundGroup
from desk.ui.kit.states import state_chip
from desk.ui.kit.theme import Tone
from desk.wording import label

_OPENS = {"coordination_slip": "reception"}  # a slip is read in the visit it belongs to
_ICONS = {
    "inspection": "move_in",
    "defect": "move_in",
    "receipt": "service_order",
    "fee_mandate": "service_order",
    "supplier_agreement": "price_board",
    "service_agreement": "price_board",
}
_KEYS = frozenset({"key_set", "key_loan", "custody_agreement", "key_count", "key_receipt"})


def groups_of(workplace: Workplace, text: str) -> Sequence[FoundGroup]:
    """Everything: rooms, people, guide, complaints, visits; a record's own number stands alone,
    and so does the paper whose short code was typed."""
    code = paper_code.read(text)
    if (code is not None and code.form) or (code is None and paper_code.is_misread(text)):
        return [_paper(text)]
    found = find.find(workplace, text)
    custom = workplace.estate.custom
    if found.exact is not None:
        title = label("record", found.exact_kind)
        return [FoundGroup(title, [_record(found.exact_kind, found.exact, custom)])]
    return [
        *_people(found),
        FoundGroup(_("Frequent questions"), [_faq(row) for row in found.faqs]),
        FoundGroup(_("Who does what"), [_duty(row) for row in found.duties]),
        FoundGroup(_("Complaints"), _records("complaint", found.complaints, custom)),
        FoundGroup(
            _("Visits") if found.is_whole else _("Visits of the last months"),
            _records("reception", found.receptions, custom),
        ),
        FoundGroup(_("Work log"), _records("work_log", found.work_logs, custom)),
        FoundGroup(_("Release passes"), _records("release_pass", found.passes, custom)),
        FoundGroup(_("Move-ins"), _records("move_in", found.move_ins, custom)),
        FoundGroup(_("Defects of homes"), _records("defect", found.defects, custom)),
        FoundGroup(_("Service orders"), _records("service_order", found.orders, custom)),
        *_catalogue(found.catalogue, custom),
        FoundGroup(_("Keys in custody"), _records("key_set", found.keys, custom)),
    ]


def _catalogue(found: find.CatalogueHits, custom: EstateFormat) -> Sequence[FoundGroup]:
    """Who does the services, and what was agreed about them."""
    ours, theirs = found.with_customers, found.with_suppliers
    return [
        FoundGroup(
            pgettext("catalogue", "Service people"),
            [_of_catalogue("service_person", one) for one in found.people],
        ),
        FoundGroup(
            pgettext("catalogue", "Suppliers"),
            [_of_catalogue("supplier", one) for one in found.suppliers],
        ),
        FoundGroup(
            pgettext("catalogue", "Long-term agreements"),
            _records("service_agreement", ours, custom),
        ),
        FoundGroup(
            pgettext("catalogue", "Supplier agreements"),
            _records("supplier_agreement", theirs, custom),
        ),
    ]


def _of_catalogue(kind: str, hit: RecordHit) -> Found:
    """Somebody or a company by name; those who are there have no chip."""
    said = " · ".join(filter(None, (hit.who, hit.excerpt)))
    gone = Chip(Tone.NEUTRAL, pgettext("catalogue", "No longer"))
    chip = gone if hit.state == find.GONE else None
    return Found(kind, str(hit.id), hit.number, said, chip, "price_board", hit)


def _paper(text: str) -> FoundGroup:
    """The paper of a short code; one that was misread says so when it is opened."""
    code = paper_code.read(text)
    plain = paper_code.plain(text)
    named = _("The check character does not fit") if code is None else label("form", code.form)
    number = plain if code is None else code.number
    return FoundGroup(_("Papers"), [Found("print_room", plain, number, named, None, "print")])


def people_of(workplace: Workplace, text: str) -> Sequence[FoundGroup]:
    """Rooms and people alone, for a field that asks who it is."""
    return _people(find.find(workplace, text))


def _people(found: find.Found) -> Sequence[FoundGroup]:
    return [
        FoundGroup(_("Residents"), [_resident(hit) for hit in found.residents]),
        FoundGroup(_("Units"), [_unit(hit) for hit in found.units]),
    ]


def _resident(hit: ResidentHit) -> Found:
    role = label("resident_role", hit.role)
    chip = None if hit.active else Chip(Tone.NEUTRAL, _("Moved out"))
    icon = "people" if hit.kind == "legal" else "person"
    return Found("resident", str(hit.id), hit.name, f"{hit.unit} · {role}", chip, icon, hit)


def _unit(hit: UnitHit) -> Found:
    return Found("unit", str(hit.id), hit.label, "", None, "unit", hit)


def _faq(row: FaqRow) -> Found:
    return Found("faq", str(row.id), row.question, " ".join(row.answer.split()), None, "guide", row)


def _duty(row: DutyRow) -> Found:
    said = " · ".join(filter(None, (row.department, row.phone, row.head)))
    return Found("duty", str(row.id), row.matter, said, None, "guide", row)


def _records(kind: str, hits: Iterable[RecordHit], custom: EstateFormat) -> Sequence[Found]:
    return [_record(kind, hit, custom) for hit in hits]


def _record(kind: str, hit: RecordHit, custom: EstateFormat) -> Found:
    said = " · ".join(filter(None, (custom.datetime(hit.at), hit.unit, hit.who, hit.excerpt)))
    chip = state_chip(kind, hit.state)
    opens = _OPENS.get(kind, kind)
    icon = _ICONS.get(opens, "key_custody" if opens in _KEYS else opens)
    return Found(opens, str(hit.id), hit.number, said, chip, icon, hit)
