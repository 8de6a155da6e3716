"""What the policy window asks of the program, on the open desk."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.domain.policy import Policy
from desk.domain.policy_rules import policy_reasons
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import EstateFormat, _
from desk.services import complaint_recompute, policy, policy_name
from desk.services.complaint_recompute import Recomputed
from desk.services.policy import KeptPolicy
from desk.services.workplace import Workplace
from desk.ui.kit.record_model import Page
from desk.ui.policy.working import Copy
from desk.wording import reasons_words


@dataclass(frozen=True)
class PolicyRow:
    """A version by its number, or a profile that comes with the program by its code.

    `holds_from`, `made_by` and `why` are those of a version; `name` is a profile's.
    """

    key: str
    number: int = 0
    name: str = ""
    holds_from: dt.date | None = None
    made_by: str = ""
    why: str = ""
    in_force: bool = False
    is_to_come: bool = False


class PolicyDeeds:
    """Thin: versions are few, so the list comes whole."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self._workplace.estate.custom

    def today(self) -> dt.date:
        """The estate's calendar day."""
        return self.custom.day(self._workplace.now())

    def why_not_edit(self) -> str:
        """Why the clerk may make no version, "" where she may."""
        return reasons_words(policy.adopt_reasons(self._workplace))

    def why_not_recompute(self) -> str:
        """Why the clerk may not have open cases computed anew."""
        return reasons_words(complaint_recompute.recompute_reasons(self._workplace))

    # Looking

    def page(self, _asked: Mapping[str, str], _after: object | None) -> Page[PolicyRow]:
        """The versions, newest first, and below them the shipped profiles."""
        return Page(self.rows())

    def rows(self) -> Sequence[PolicyRow]:
        """The same."""
        today = self.today()
        in_force = policy.in_force(self._workplace, today).number
        versions = [
            PolicyRow(
                str(one.number),
                one.number,
                holds_from=one.holds_from,
                made_by=one.made_by,
                why=one.why,
                in_force=one.number == in_force,
                is_to_come=one.holds_from > today,
            )
            for one in policy.versions(self._workplace)
        ]
        profiles = [
            PolicyRow(one.code, name=policy_name.name(one.labels, one.code))
            for one in policy.shipped(self._workplace.estate.region)
        ]
        return [*versions, *profiles]

    def row(self, key: str) -> PolicyRow:
        """One of them; KeyError where there is none."""
        return {one.key: one for one in self.rows()}[key]

    def policy(self, key: str) -> Policy:
        """The content of a version or a profile."""
        if key.isdigit():
            return policy.by_number(self._workplace, int(key)).policy
        return policy.profile(key, self._workplace.estate.region)

    def profiles(self) -> Sequence[str]:
        """The keys of what is shipped."""
        return (*policy.PROFILES, policy.STRICTEST)

    def name_of(self, key: str) -> str:
        """Version 3, or a profile's name."""
        if key.isdigit():
            return _("version {number}").format(number=key)
        return policy_name.name(policy.profile(key, self._workplace.estate.region).labels, key)

    def newest(self) -> KeptPolicy:
        """The version that was made last, whether it holds already or not."""
        return policy.by_number(self._workplace, policy.versions(self._workplace)[0].number)

    def in_force(self) -> str:
        """The key of the version that holds today."""
        return str(policy.in_force(self._workplace, self.today()).number)

    # Changing

    def copy(self, key: str) -> Copy:
        """What an edit begins with."""
        return Copy(key, self.policy(key), self.newest().number)

    def compose(self, codes: Sequence[str]) -> Policy:
        """The strictest of some profiles."""
        return policy.compose(codes, self._workplace.estate.region)

    def adopt(
        self, content: Policy, holds_from: dt.date | None, why: str, *, based_on: int
    ) -> Copy:
        """Keep a new version; a missing day is refused with everything else that is wrong."""
        if holds_from is None:
            missing = [Reason("policy.holds_from.missing", "holds_from")]
            if not why:
                missing.append(Reason("policy.why.missing", "why"))
            raise RuleRefused([*missing, *policy_reasons(content)])
        kept = policy.adopt(self._workplace, content, holds_from, why, based_on)
        return Copy(str(kept.number), kept.policy, kept.number)

    def recompute(self, why: str) -> Recomputed:
        """Put every open case under today's policy and calendar."""
        return complaint_recompute.recompute(self._workplace, why)
