"""What counting asks of the program, on the open desk."""

from collections.abc import Mapping

from desk.domain.key_count import CountEntry, CountKind
from desk.i18n import EstateFormat
from desk.services import key_count
from desk.services.key_count import KeyCountRow
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.kit.record_model import Page
from desk.wording import reasons_words


class CountDeeds:
    """Bridges the screens of a count to its service."""

    def __init__(self, keys: KeyDeeds) -> None:
        self.keys = keys
        self.workplace = keys.workplace

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self.keys.custom

    def page(self, _asked: Mapping[str, str], after: object | None) -> Page[KeyCountRow]:
        """A page of the counts, newest first."""
        found = key_count.page(self.workplace, after if isinstance(after, tuple) else None)
        return Page(found.rows, found.next_key)

    def get(self, key: int | str) -> KeyCountRow:
        """One count whole, by its id or number."""
        return key_count.get(self.workplace, key)

    def successors(self) -> tuple[tuple[int, str], ...]:
        """Who may take over: id and name."""
        return key_count.successors(self.workplace)

    def begin(self, kind: CountKind, to_id: int | None) -> KeyCountRow:
        """Fix what is expected now."""
        return key_count.begin(self.workplace, kind, to_id)

    def write(self, known: KeyCountRow, entry: CountEntry) -> KeyCountRow:
        """What was found otherwise."""
        return key_count.write(self.workplace, known.id, known.version, entry)

    def moved(self, known: KeyCountRow) -> tuple[str, ...]:
        """The tags of what moved since it began."""
        return key_count.moved(self.workplace, known)

    def sign(self, known: KeyCountRow, moved_known: bool) -> KeyCountRow:
        """The first signature."""
        return key_count.sign(self.workplace, known.id, known.version, moved_known=moved_known)

    def confirm(self, known: KeyCountRow, login: str, password: str) -> KeyCountRow:
        """The other's signature, over the shoulder."""
        return key_count.confirm_at_desk(self.workplace, known.id, known.version, login, password)

    def why_not_write(self, known: KeyCountRow) -> str:
        """Why nothing is written down."""
        return reasons_words(key_count.write_blockers(self.workplace, known))

    def why_not_confirm(self, known: KeyCountRow) -> str:
        """Why nobody takes over."""
        return reasons_words(key_count.confirm_blockers(self.workplace, known))

    def why_not_sign(self, known: KeyCountRow) -> str:
        """Why the clerk at the desk does not sign."""
        return reasons_words(key_count.sign_blockers(self.workplace, known))

    def why_not_write_off(self, known: KeyCountRow) -> str:
        """Why no difference is written off."""
        return reasons_words(key_count.write_off_blockers(self.workplace, known))

    def why_not_void(self, known: KeyCountRow) -> str:
        """Why it is not void."""
        return reasons_words(key_count.void_blockers(self.workplace, known))
