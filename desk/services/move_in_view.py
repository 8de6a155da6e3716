"""A move-in 入住 as it is shown: the case with everything that belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.estate import IdentityKind, PersonKind, ResidentRole
from desk.domain.move_in import Excepted, Fee, KeysHanded, Listed, ListedKind, MoveInFacts
from desk.domain.move_in_document import DocumentStanding, applies
from desk.domain.move_in_rule import ListedPaper, MoveInRule
from desk.domain.policy import Policy
from desk.domain.reasons import Reason
from desk.models.lists.move_in import MoveInRow
from desk.models.lists.move_in_parts import EventRow


@dataclass(frozen=True)
class PersonView:
    """Somebody who moves in. Phones are whole for those who may register; the identity number is
    masked always, `see_identity` answers with the whole."""

    id: int
    name: str
    role: ResidentRole
    kind: PersonKind
    company: str
    phones: tuple[str, ...]
    permanent: bool
    identity_kind: IdentityKind | None
    identity_masked: str
    note: str
    resident_id: int | None


@dataclass(frozen=True)
class ListedStanding:
    """An agreement or a material of the policy's list, and what became of it."""

    paper: ListedPaper
    listed: Listed | None

    @property
    def is_done(self) -> bool:
        """Whether it is signed."""
        return self.listed is not None and self.listed.signed_on is not None


@dataclass(frozen=True)
class MoveIn:
    """One case whole, as it stood at `seen_at`.

    `missing` is everything that is not there, with the names of the papers; `blockers` that of it
    which nobody let pass: it keeps the case from being filed.
    """

    detail: MoveInRow
    facts: MoveInFacts
    policy: Policy
    persons: tuple[PersonView, ...]
    documents: tuple[DocumentStanding, ...]
    missing: tuple[Reason, ...]
    blockers: tuple[Reason, ...]
    events: tuple[EventRow, ...]
    visit_due: date
    seen_at: datetime

    @property
    def rule(self) -> MoveInRule:
        """What its policy says of move-ins."""
        return self.policy.move_in

    @property
    def agreements(self) -> tuple[ListedStanding, ...]:
        """The agreements to sign (R31)."""
        return self._listed(ListedKind.AGREEMENT, self.rule.agreements)

    @property
    def materials(self) -> tuple[ListedStanding, ...]:
        """The materials to hand over (R33)."""
        return self._listed(ListedKind.MATERIAL, self.rule.materials)

    @property
    def fees(self) -> tuple[Fee, ...]:
        """What is collected (R32)."""
        return self.facts.fees

    @property
    def keys(self) -> tuple[KeysHanded, ...]:
        """The key receipts of the case (R34)."""
        return self.facts.keys

    @property
    def excepted(self) -> tuple[Excepted, ...]:
        """What was let pass by a second person."""
        return self.facts.excepted

    def _listed(
        self, kind: ListedKind, papers: Iterable[ListedPaper]
    ) -> tuple[ListedStanding, ...]:
        return tuple(
            ListedStanding(one, self.facts.listed_of(kind, one.code))
            for one in papers
            if applies(one, self.facts.arrival)
        )
