"""What the screens show of a key set and of an agreement, read at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desk.domain.key_set import KEPT
from desk.domain.reasons import Reason
from desk.services.custody_agreement import AgreementRow
from desk.services.key_loan import ExtensionRow, KeyLoanRow
from desk.services.key_loss import KeyLossRow
from desk.services.key_set import KeySetRow


class Of(NamedTuple):
    """The record a paper is of: its kind, id and number; a set has no number."""

    kind: str
    id: int
    number: str


Shut = Mapping[str, Sequence[Reason]]


@dataclass(frozen=True)
class SetView:
    """One set: the loan it is out on, for what it may be lent, every use, an open loss.

    `shut` says by deed why it is not done now; `uses` are the newest first.
    """

    row: KeySetRow
    loan: KeyLoanRow | None = None
    agreement: AgreementRow | None = None
    purposes: tuple[str, ...] = ()
    uses: tuple[KeyLoanRow, ...] = ()
    extensions: tuple[ExtensionRow, ...] = ()
    loss: KeyLossRow | None = None
    shut: Shut = field(default_factory=dict)

    @property
    def is_kept(self) -> bool:
        """Whether it is in custody."""
        return self.row.state in KEPT

    @property
    def version(self) -> int:
        """That of the set."""
        return self.row.version


@dataclass(frozen=True)
class AgreementView:
    """One agreement: the sets under it, how often it went on, why a deed is shut."""

    row: AgreementRow
    sets: tuple[KeySetRow, ...] = ()
    extensions: tuple[ExtensionRow, ...] = ()
    missing: Sequence[Reason] = ()
    shut: Shut = field(default_factory=dict)

    @property
    def version(self) -> int:
        """That of the agreement."""
        return self.row.version
