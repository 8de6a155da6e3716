"""What key receipts ask of the program, on the open desk."""

from collections.abc import Mapping

from desk.domain.estate import ResidentRole
from desk.domain.key_receipt import ReceiptEntry, SignEntry
from desk.errors import NotFound
from desk.services import household, key_receipt, key_set
from desk.services.key_receipt import KeyReceiptFilter, KeyReceiptRow
from desk.services.key_set import KeySetFilter, KeySetRow
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.kit.record_model import Page
from desk.wording import reasons_words


class ReceiptDeeds:
    """Bridges the screens of a receipt to its service."""

    def __init__(self, keys: KeyDeeds) -> None:
        self.keys = keys
        self.workplace = keys.workplace

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[KeyReceiptRow]:
        """A page of the receipts, newest first."""
        is_open = {"open": True, "closed": False}.get(asked.get("state", ""))
        wanted = KeyReceiptFilter(is_open=is_open, text=asked.get("text", ""))
        found = key_receipt.page(
            self.workplace, wanted, after if isinstance(after, tuple) else None
        )
        return Page(found.rows, found.next_key)

    def get(self, key: int | str) -> KeyReceiptRow:
        """One receipt with its lines."""
        return key_receipt.get(self.workplace, key)

    def register(self, entry: ReceiptEntry) -> KeyReceiptRow:
        """Number it and write it down."""
        return key_receipt.register(self.workplace, entry)

    def sign(self, known: KeyReceiptRow, entry: SignEntry) -> KeyReceiptRow:
        """The receiver signed."""
        return key_receipt.sign(self.workplace, known.id, known.version, entry)

    def void(self, known: KeyReceiptRow, why: str) -> KeyReceiptRow:
        """Nobody signed it."""
        return key_receipt.void(self.workplace, known.id, known.version, why)

    def why_not_sign(self, known: KeyReceiptRow) -> str:
        """Why it is not signed now."""
        return reasons_words(key_receipt.sign_blockers(self.workplace, known))

    def why_not_void(self, known: KeyReceiptRow) -> str:
        """Why it is not void now."""
        return reasons_words(key_receipt.void_blockers(self.workplace, known))

    def kept_set(self, tag: str) -> KeySetRow | None:
        """The set in custody that bears a tag."""
        try:
            known = key_set.get(self.workplace, tag)
        except NotFound:
            return None
        return known if known.left_at is None else None

    def home(self, unit_id: int) -> tuple[str, str, str]:
        """A home: what it is called, its first owner and the owner's phone."""
        known = household.household(self.workplace, unit_id)
        owners = (one for one in known.residents if one.role is ResidentRole.OWNER)
        owner = next(owners, None)
        if owner is None:
            return known.unit.label, "", ""
        return known.unit.label, owner.name, next(iter(owner.phones), "")

    def kept_tags(self, unit_id: int | None) -> list[str]:
        """What the desk keeps of a home."""
        if unit_id is None:
            return []
        found = key_set.page(self.workplace, KeySetFilter(unit_id=unit_id), None)
        return [one.tag for one in found.rows if one.left_at is None]
