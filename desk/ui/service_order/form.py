"""A service order as it is written down: the person first, then the wish, then price and time."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal

from desk.domain import service_order as values
from desk.domain.service_order import AgreeEntry, Kind, Liability, OrderEntry, Urgency
from desk.errors import DeskError
from desk.i18n import _
from desk.services.service_order import Order, entry_of
from desk.ui.kit.amount_field import AmountField
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.faults import fault_words
from desk.ui.kit.label import WordLabel
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.money_field import MoneyField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.record_links import RecordLinks
from desk.ui.kit.result_list import Found
from desk.ui.kit.text_field import TextField
from desk.ui.service_order import form_words as said
from desk.ui.service_order import words
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.item_field import ItemField, PickedItem, once_or

_KEPT = ("unit_id", "resident_id", "reception_id", "complaint_id")
_TEXTS = ("customer", "phone", "place", "wish", "plan", "remark")
_OF_PERSON = ("customer", "phone")
_THIRD = 2 / 3  # of a line of two halves


class OrderForm(RecordForm):
    """A new order, or the correction of one before anybody is sent (`load` an `Order`).

    An entry that is loaded, from a person, a visit or a complaint, is not yet a change.
    `order_wanted` asks for another order of the unit.
    """

    order_wanted = Signal(str)

    def __init__(self, deeds: OrderDeeds) -> None:
        self._deeds = deeds
        self._kept: dict[str, Any] = dict.fromkeys(_KEPT)
        self._filled: dict[str, Any] = {}
        self._written: Order | None = None
        self._agreement: tuple[int, str] | None = None
        super().__init__()

    # The life of a form

    def heading(self) -> str:
        """What is being done."""
        known = self._known
        if known is None:
            return words.new_words()
        return _("Change {number}").format(number=known.detail.number)

    def subject(self) -> str:
        """The number of an order being corrected."""
        return "" if self._known is None else self._known.detail.number

    saved_title = subject

    def build(self) -> None:
        """Whose wish, what is wished, what was agreed."""
        self._build_person()
        self._build_wish()
        self._build_agreed()

    def show_value(self, value: OrderEntry | Order) -> None:
        """Put an entry or a known order into the fields."""
        entry = entry_of(value.detail) if isinstance(value, Order) else value
        self._kept = {key: getattr(entry, key) for key in _KEPT}
        of_resident = entry.resident_id is not None
        self._filled = {key: getattr(entry, key) for key in _OF_PERSON if of_resident}
        self._written = None
        for key in (*_TEXTS, "kind", "quantity", "liability"):
            self.field(key).set_value(getattr(entry, key))
        self.person.set_value(self._picked(entry))
        self.item.set_value(self._item_of(entry.item_code, value))
        self._look_for_agreement()
        self.field("agreement_id").set_value(entry.agreement_id or self._usual_agreement())
        self.field("price").set_value(None)
        self.field("urgency").set_value(Urgency.USUAL)
        self.field("appointed_at").set_value(None)
        self._show_around()

    def read(self) -> OrderEntry:
        """The entry that the fields make."""
        kind, picked = Kind(self.field("kind").value()), self.item.value()
        is_repair = kind is Kind.REPAIR
        liability = self.field("liability").value() if is_repair else None
        texts = {key: self.field(key).value() for key in _TEXTS}
        if not is_repair:
            texts["plan"] = ""
        agreement = self.field("agreement_id").value()
        return OrderEntry(
            kind=kind,
            agreement_id=int(agreement) if agreement else None,
            item_code=picked.code if picked else "",
            quantity=once_or(self.field("quantity").value()),
            liability=Liability(liability) if liability else None,
            asked_at=self._known.detail.asked_at if self._known else None,
            **self._kept,
            **texts,
        )

    def save_value(self, value: OrderEntry) -> Order:
        """Write it down, or correct it; what was agreed too.

        What was written stays written where the agreement is refused: the next try corrects it.
        """
        known = self._written = self._deeds.save(self._written or self._known, value)
        price = self.field("price").value() if self._asks_agreed() else None
        if price is None:
            return known
        urgency = Urgency(self.field("urgency").value() or Urgency.USUAL)
        is_appointed = urgency is Urgency.APPOINTED
        appointed = self.field("appointed_at").value() if is_appointed else None
        return self._deeds.agree(known, AgreeEntry(price, urgency, appointed))

    def draft(self) -> dict[str, Any]:
        """The fields, and which records it belongs to."""
        return {**super().draft(), **self._kept}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """The fields and the records again."""
        for key in _KEPT:
            kept = draft.get(key)
            self._kept[key] = kept if isinstance(kept, int) else None
        self._look_for_agreement()
        super().restore({key: one for key, one in draft.items() if key not in _KEPT})
        self._show_around()

    # Parts

    @property
    def _known(self) -> Order | None:
        """The order that is being corrected."""
        value = self.value()
        return value if isinstance(value, Order) else None

    def _build_person(self) -> None:
        self.person = PersonField(self._deeds.find_people)
        self.person.picked.connect(self._person_picked)
        self.person.changed.connect(self._person_changed)
        self.others = RecordLinks(said.others)
        self.others.wanted.connect(self._other_wanted)
        kind = SegmentField(words.kind_choices)
        kind.changed.connect(self._show_around)
        self.add("unit", self.person, said.person, required=True)
        self.add_widget(self.others)
        self.add("kind", kind, said.kind, required=True)
        self.add(
            "customer", LineField(values.NAME_LIMIT), said.customer, required=True, span=_THIRD
        )
        self.add("phone", LineField(values.PHONE_LIMIT), said.phone, span=_THIRD)
        self.add("place", LineField(values.PLACE_LIMIT), said.place, span=_THIRD)

    def _build_wish(self) -> None:
        self.item = ItemField(self._deeds.items, self._deeds.custom)
        self.item.changed.connect(self._item_chosen)
        quantity = AmountField()
        quantity.changed.connect(self._fill_price)
        self.add("item_code", self.item, said.item, span=1.5)
        self.add("quantity", quantity, said.quantity, span=0.5)
        agreement = ChoiceField(self._agreements, nothing=said.no_agreement)
        self.add("agreement_id", agreement, said.agreement)
        self.add("wish", TextField(values.WISH_LIMIT, lines=2), said.wish, required=True)
        self.add("plan", TextField(values.PLAN_LIMIT, lines=2), said.plan)
        liability = ChoiceField(words.liability_choices, nothing=said.not_known)
        self.add("liability", liability, said.liability)

    def _build_agreed(self) -> None:
        self.add_section(said.agreed)
        self.beyond = WordLabel(said.beyond, "muted")
        self.beyond.setWordWrap(True)
        self.add_widget(self.beyond)
        urgency = SegmentField(words.urgency_choices)
        urgency.changed.connect(self._show_around)
        moment = MomentField(self._deeds.custom, self._deeds.now)
        self.add("price", MoneyField(self._deeds.custom), said.price, hint=said.price_hint, span=1)
        self.add("appointed_at", moment, said.appointed_at, span=1)
        self.add("urgency", urgency, said.urgency)
        self.add("remark", TextField(values.REMARK_LIMIT, lines=1), said.remark)

    def _picked(self, entry: OrderEntry) -> PickedPerson | None:
        """Whose wish it is, or the unit alone."""
        if entry.unit_id is None:
            return None
        unit = self._deeds.unit_words(entry.unit_id)
        name = entry.customer
        return PickedPerson("unit", str(entry.unit_id), name or unit, unit if name else "")

    def _item_of(self, code: str, value: OrderEntry | Order) -> PickedItem | None:
        """The item as the board has it now; as it was agreed where it has gone since."""
        found = next((one for one in self._deeds.items(code) if one.code == code), None)
        if found is not None and code:
            return self.item.picked_of(found)
        is_kept = bool(code) and isinstance(value, Order)
        return PickedItem(code, value.detail.item_name, "") if is_kept else None  # type: ignore[union-attr]

    def _person_picked(self, found: Found) -> None:
        """Fill in what the estate knows of the person; what was typed stays."""
        try:
            if found.kind == "unit":
                self._kept.update(unit_id=int(found.key), resident_id=None)
                self._fill(dict.fromkeys(_OF_PERSON, ""))
            else:
                entry = self._deeds.of_resident(int(found.key))
                self._kept.update(unit_id=entry.unit_id, resident_id=entry.resident_id)
                self._fill({name: getattr(entry, name) for name in _OF_PERSON})
        except DeskError as fault:
            self._kept.update(unit_id=None, resident_id=None)
            self.person.set_value(None)
            self.show_summary(fault_words(fault))
        self._unit_changed()

    def _person_changed(self) -> None:
        if self.person.value() is None:
            self._kept.update(unit_id=None, resident_id=None)
            self._unit_changed()

    def _unit_changed(self) -> None:
        """Under which agreement it is done is another question now."""
        self._look_for_agreement()
        self.field("agreement_id").set_value(self._usual_agreement())
        self._show_around()

    def _look_for_agreement(self) -> None:
        self._agreement = self._deeds.agreement_of(self._kept["unit_id"])
        self.field("agreement_id").retranslate()

    def _usual_agreement(self) -> int | None:
        """What a household has an agreement for is done under it, unless told otherwise (R106)."""
        return self._agreement[0] if self._agreement and self._known is None else None

    def _agreements(self) -> Sequence[Choice]:
        """The agreement of the unit, and that of the order being corrected."""
        known = self._known
        kept = None if known is None else known.detail.agreement_id
        found = [Choice(str(self._agreement[0]), self._agreement[1])] if self._agreement else []
        if kept is not None and str(kept) not in [one.code for one in found]:
            found.append(Choice(str(kept), said.agreement()))
        return found

    def _fill(self, known: Mapping[str, Any]) -> None:
        """What was typed stays; what was filled in for somebody else goes with that person."""
        for key, value in known.items():
            if self.field(key).value() in ("", None, self._filled.get(key)):
                self.field(key).set_value(value)
                self._filled[key] = value

    def _item_chosen(self) -> None:
        self._fill_price()
        self._show_around()

    def _fill_price(self) -> None:
        """The price of the board stands there to be told; another one may be agreed."""
        picked = self.item.value()
        if picked is None or not self._asks_agreed():
            return
        found = next(
            (one for one in self._deeds.items(picked.code) if one.code == picked.code), None
        )
        if found is not None:
            self._fill({"price": found.price * once_or(self.field("quantity").value())})

    def _is_repair(self) -> bool:
        return bool(self.field("kind").value() == Kind.REPAIR)

    def _asks_agreed(self) -> bool:
        """What is on no board is reviewed first; what is known is agreed by its own deed."""
        return self._known is None and (self._is_repair() or self.item.value() is not None)

    def _show_around(self) -> None:
        """What the choices so far ask for, and what else the unit has under way."""
        self.fields.cell("agreement_id").setVisible(bool(self._agreements()))
        for key in ("plan", "liability"):
            self.fields.cell(key).setVisible(self._is_repair())
        self.fields.cell("quantity").setVisible(self.item.value() is not None)
        asks = self._asks_agreed()
        for key in ("price", "urgency"):
            self.fields.cell(key).setVisible(asks)
        is_appointed = self.field("urgency").value() == Urgency.APPOINTED
        self.fields.cell("appointed_at").setVisible(asks and is_appointed)
        self.beyond.setVisible(self._known is None and not asks)
        known = self._known
        number = "" if known is None else known.detail.number
        rows = self._deeds.of_unit(self._kept["unit_id"])
        self.others.show_links([words.link(row) for row in rows if row.number != number])

    def _other_wanted(self, _kind: str, number: str) -> None:
        self.order_wanted.emit(number)
