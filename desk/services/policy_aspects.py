"""What of each rule is compared when two policies are: its name, its place, its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from desk.domain.policy import Policy
from desk.i18n import N_, _, gettext, pgettext
from desk.services.policy_part_words import tier_words
from desk.services.policy_paths import look
from desk.services.policy_words import day_words, post_name, scope_words, severity_name
from desk.wording import label
from desk.wording.deadline import term_words

LANGUAGES = ("zh_Hant", "zh_Hans", "en")

Say = Callable[[Policy, Any], str]


@dataclass(frozen=True)
class Aspect:
    """One thing a rule says: its name, where it stands, and how it is said."""

    what: str
    path: str
    say: Say

    def words(self) -> str:
        """How it is called, with the language that it is said in."""
        language = self.path.rpartition(".")[2]
        return in_language(self.what, language if language in LANGUAGES else "")


def in_language(what: str, language: str) -> str:
    """A marked text, and in which language it speaks."""
    words = gettext(what)
    return f"{words} ({label('language', language)})" if language else words


def _term(path: str) -> Say:
    def say(_policy: Policy, rule: Any) -> str:
        return term_words(look(rule, path))

    return say


def _scope(policy: Policy, rule: Any) -> str:
    return scope_words(policy, rule.scope)


def _bound(_policy: Policy, rule: Any) -> str:
    return label("bound", rule.bound)


def _yes_no(path: str) -> Say:
    def say(_policy: Policy, rule: Any) -> str:
        return _("yes") if look(rule, path) else _("no")

    return say


def _post(path: str) -> Say:
    def say(policy: Policy, rule: Any) -> str:
        post = look(rule, path)
        return "" if post is None else post_name(policy, post)

    return say


def _plain(path: str) -> Say:
    def say(_policy: Policy, rule: Any) -> str:
        found = look(rule, path)
        return "" if found is None else str(found)

    return say


def _codes(path: str, vocabulary: str) -> Say:
    def say(_policy: Policy, rule: Any) -> str:
        return " / ".join(label(vocabulary, one) for one in look(rule, path))

    return say


def _code(path: str, vocabulary: str) -> Say:
    def say(_policy: Policy, rule: Any) -> str:
        return label(vocabulary, look(rule, path))

    return say


def _tiers(_policy: Policy, rule: Any) -> str:
    return pgettext("list", ", ").join(map(tier_words, rule.callback.tiers))


def _share(_policy: Policy, rule: Any) -> str:
    return f"{rule.coverage} %"


def _exceptions(_policy: Policy, rule: Any) -> str:
    return " / ".join(label("exception", one) for one in rule.exceptions)


def _roles(_policy: Policy, rule: Any) -> str:
    return " / ".join(label("role", one) for one in rule.roles)


def _owner(_policy: Policy, rule: Any) -> str:
    return label("owner_rule", rule.owner)


def _day(_policy: Policy, rule: Any) -> str:
    return day_words(rule)


def _rank(policy: Policy, rule: Any) -> str:
    return f"{severity_name(policy, rule.code)}: {rule.rank}"


def _labels(what: str, path: str) -> tuple[Aspect, ...]:
    places = (f"{path}.{language}" for language in LANGUAGES)
    return tuple(Aspect(what, place, _plain(place)) for place in places)


_CLOCK = (
    Aspect(N_("Time limit"), "term", _term("term")),
    Aspect(N_("or as long as the complainant asks"), "as_wanted", _yes_no("as_wanted")),
    Aspect(N_("Target or ceiling"), "bound", _bound),
    Aspect(N_("Which cases"), "scope", _scope),
    Aspect(N_("Who answers for it"), "post", _post("post")),
    Aspect(N_("Who approves an overrun"), "approver", _post("approver")),
    Aspect(N_("Presented to"), "to", _post("to")),
    Aspect(N_("or to"), "or_to", _post("or_to")),
)

_LISTED = (
    *_labels(N_("Called"), "labels"),
    Aspect(N_("For whom"), "arrivals", _codes("arrivals", "arrival")),
    *_labels(N_("Text"), "text"),
)

# What belongs to no single rule, section by section.
SINGLES: Mapping[str, tuple[Aspect, ...]] = MappingProxyType(
    {
        "orders": (
            Aspect(N_("On the spot within"), "arrive", _term("arrive")),
            Aspect(N_("Needed before an order is closed"), "close",
                   _codes("close", "order_condition")),
            Aspect(N_("Skill and certificate checked"), "skill_checked", _yes_no("skill_checked")),
            Aspect(N_("Agreements seen before they end, in days"), "agreement_notice_days",
                   _plain("agreement_notice_days")),
            Aspect(N_("Money receipted within so many days"), "money_days",
                   _plain("money_days")),
            Aspect(N_("Called back within"), "callback.term", _term("callback.term")),
            Aspect(N_("Share called back, by orders a month"), "callback.tiers", _tiers),
            Aspect(N_("Always called back"), "callback.always",
                   _codes("callback.always", "always_class")),
            Aspect(N_("Home visits, in percent"), "callback.visit_share",
                   _plain("callback.visit_share")),
            Aspect(N_("Home visits are counted of"), "callback.visit_of",
                   _code("callback.visit_of", "denominator")),
            Aspect(N_("Long-term customers visited every so many months"),
                   "callback.home_visit_months", _plain("callback.home_visit_months")),
            Aspect(N_("Counted as new for so many days"), "callback.new_days",
                   _plain("callback.new_days")),
            Aspect(N_("Tries in vain before a customer is let off"), "callback.tries",
                   _plain("callback.tries")),
            Aspect(N_("Tries in vain count so many minutes apart"), "callback.tries_apart",
                   _plain("callback.tries_apart")),
            *_labels(N_("Title"), "labels"),
        ),
        "move_in": (
            Aspect(N_("Visited within so many days"), "visit_days", _plain("visit_days")),
            Aspect(N_("Days for a repair, unless promised"), "defect_days", _plain("defect_days")),
            Aspect(N_("Builder reminded every so many days"), "remind_days", _plain("remind_days")),
            Aspect(N_("Fees looked at by another clerk"), "second_look", _yes_no("second_look")),
        ),
    }
)  # fmt: skip

ASPECTS: Mapping[str, tuple[Aspect, ...]] = MappingProxyType(
    {
        "severities": (
            *_labels(N_("Called"), "labels"),
            *_labels(N_("Definition"), "definition"),
            Aspect(N_("Rank"), "rank", _rank),
        ),
        "clocks": _CLOCK,
        "forwards": _CLOCK,
        "callbacks": (
            Aspect(N_("Time limit"), "term", _term("term")),
            Aspect(N_("Callbacks at least"), "least", _plain("least")),
            Aspect(N_("Share of the cases"), "coverage", _share),
            Aspect(N_("Let off with a reason"), "exceptions", _exceptions),
            Aspect(N_("Once more after rework"), "again", _yes_no("again")),
            Aspect(N_("Which cases"), "scope", _scope),
            Aspect(N_("Who answers for it"), "post", _post("post")),
        ),
        "close": (Aspect(N_("Which cases"), "scope", _scope),),
        "forms": _labels(N_("Title"), "labels"),
        "reports": (
            *_labels(N_("Called"), "labels"),
            Aspect(N_("How often"), "every", _day),
            Aspect(N_("Day"), "day", _day),
            Aspect(N_("Who answers for it"), "post", _post("post")),
        ),
        "passes": (
            *_labels(N_("Called"), "labels"),
            Aspect(N_("Owner’s confirmation"), "owner", _owner),
            Aspect(N_("Fees cleared first"), "fees", _yes_no("fees")),
            Aspect(N_("Everything comes back"), "returnable", _yes_no("returnable")),
        ),
        "posts": (
            *_labels(N_("Called"), "labels"),
            Aspect(N_("Who may act"), "roles", _roles),
        ),
        "documents": (
            *_labels(N_("Called"), "labels"),
            Aspect(N_("For whom"), "arrivals", _codes("arrivals", "arrival")),
            Aspect(N_("In whose name"), "holders", _codes("holders", "holder")),
            Aspect(N_("Only where an agent comes"), "agent", _yes_no("agent")),
            Aspect(N_("One for each resident"), "each_resident", _yes_no("each_resident")),
            Aspect(N_("Original seen"), "original", _yes_no("original")),
            Aspect(N_("Copy kept"), "copy", _yes_no("copy")),
        ),
        "agreements": _LISTED,
        "materials": _LISTED,
    }
)
