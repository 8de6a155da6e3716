"""One thing of a rule that may be edited: where it stands, and by which field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from desk.domain.policy_text import LABEL_LIMIT
from desk.i18n import _
from desk.services.policy_words import post_name, severity_name
from desk.ui.kit.choice_field import Choice, ChoiceField, Choices, SegmentField
from desk.ui.kit.field import Field
from desk.ui.kit.line_field import LineField
from desk.ui.kit.many_field import ManyField
from desk.ui.kit.number_field import NumberField
from desk.ui.kit.retranslate import Words
from desk.ui.kit.text_field import TextField
from desk.ui.policy.tiers_field import TiersField
from desk.ui.policy.working import Working
from desk.wording import label

Make = Callable[[Working], Field]


def _as_it_is(value: Any, _rule: Any) -> Any:
    return value


@dataclass(frozen=True)
class Cell:
    """`path` leads to it within the rule, and ends the place that a refusal names.

    `shown` makes the field's value of what stands there, `taken` what stands there of the field's
    value; both are given the rule too. With `when` it is there only while the rule says so,
    with `fixed` it cannot be changed while the rule says so.
    """

    path: str
    make: Make
    words: Words
    span: float = 1
    shown: Callable[[Any, Any], Any] = _as_it_is
    taken: Callable[[Any, Any], Any] = _as_it_is
    hint: Words | None = None
    when: Callable[[Any], bool] | None = None
    fixed: Callable[[Any], bool] | None = None


def is_same(one: Any, other: Any) -> bool:
    """Whether two values say the same; an empty text is none."""
    return bool((one or None) == (other or None))


# Fields


def number(_working: Working) -> Field:
    """A whole number."""
    return NumberField()


def line(_working: Working) -> Field:
    """A name."""
    return LineField(LABEL_LIMIT)


def text(_working: Working) -> Field:
    """A definition, the text of an agreement."""
    return TextField(LABEL_LIMIT, lines=3)


def tiers(_working: Working) -> Field:
    """Shares by how many orders a month has."""
    return TiersField()


def one_of(vocabulary: str, codes: Sequence[str]) -> Make:
    """A drop-down list of a vocabulary."""
    choices = partial(_labels, vocabulary, tuple(codes))

    def make(_working: Working) -> Field:
        return ChoiceField(choices)

    return make


def segments(vocabulary: str, codes: Sequence[str]) -> Make:
    """Buttons side by side of a vocabulary."""
    choices = partial(_labels, vocabulary, tuple(codes))

    def make(_working: Working) -> Field:
        return SegmentField(choices)

    return make


def many_of(choices: Choices) -> Make:
    """Any number out of a few."""

    def make(_working: Working) -> Field:
        return ManyField(choices)

    return make


def post(working: Working) -> Field:
    """A post that the policy names."""
    return ChoiceField(partial(_posts, working))


def post_or_nobody(working: Working) -> Field:
    """A post, or nobody."""
    return ChoiceField(partial(_posts, working), nothing=_nobody)


def severities(working: Working) -> Field:
    """Any number of severities."""
    return ManyField(partial(_severities, working))


def severity(working: Working) -> Field:
    """One severity."""
    return SegmentField(partial(_severities, working))


def yes_no(_working: Working) -> Field:
    """Yes or no."""
    return SegmentField(_yes_no)


def _labels(vocabulary: str, codes: Sequence[str]) -> Sequence[Choice]:
    return [Choice(str(one), label(vocabulary, str(one))) for one in codes]


def _posts(working: Working) -> Sequence[Choice]:
    policy = working.policy
    return [Choice(str(one.post), post_name(policy, one.post)) for one in policy.posts]


def _severities(working: Working) -> Sequence[Choice]:
    policy = working.policy
    return [Choice(one.code, severity_name(policy, one.code)) for one in policy.severities]


def _yes_no() -> Sequence[Choice]:
    return [Choice("yes", _("yes")), Choice("no", _("no"))]


def _nobody() -> str:
    return _("nobody")
