"""What one policy changes against another: rule by rule, the old beside the new, in words.

The supervisor reads it before a copy is kept as a new version (R223).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from desk.domain.policy import Policy
from desk.domain.policy_citations import SWITCH_CLAUSES
from desk.i18n import N_, _, gettext
from desk.services.policy_words import (
    clock_title,
    day_words,
    name,
    pass_name,
    post_name,
    scope_words,
    severity_name,
    switch_words,
)
from desk.wording import label
from desk.wording.deadline import term_words

_LANGUAGES = ("zh_Hant", "zh_Hans", "en")
_NOTHING = "–"


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise: in which section, of which rule, what, the old and the new.

    `what` is empty where the whole rule was added or left out.
    """

    section: str
    code: str
    rule: str
    what: str
    old: str
    new: str


Say = Callable[[Policy, Any], str]


@dataclass(frozen=True)
class _Aspect:
    """One thing a rule says: its name, where it stands, and how it is said."""

    what: str
    path: str
    say: Say


def changes(before: Policy, after: Policy) -> tuple[Change, ...]:
    """Everything that is otherwise, section after section."""
    return tuple(_changes(before, after))


def code_of(rule: Any) -> str:
    """What tells a rule from the others of its section: its code, post, condition, act or kind."""
    kept = (getattr(rule, one, None) for one in ("code", "post", "condition", "act", "kind"))
    return next(str(one) for one in kept if one is not None)


def title_of(policy: Policy, section: str, rule: Any) -> str:
    """How a rule is called, without what it lays down."""
    match section:
        case "clocks" | "forwards":
            return clock_title(policy, rule)
        case "callbacks":
            return f"{label('event', rule.start)} → {label('event', 'called_back')}"
        case "close" | "forms":
            what = "condition" if section == "close" else "act"
            return label(what, getattr(rule, what))
        case "passes":
            return pass_name(rule)
        case "posts":
            return name(rule.labels, label("post", rule.post))
    return name(rule.labels, rule.code)


def look(rule: Any, path: str) -> Any:
    """What stands at a dotted path of a rule; None where nothing does."""
    for one in path.split("."):
        if rule is None:
            return None
        rule = rule.get(one) if isinstance(rule, Mapping) else getattr(rule, one)
    return rule


def _changes(before: Policy, after: Policy) -> Iterator[Change]:
    for language in _LANGUAGES:
        old, new = before.labels.get(language, ""), after.labels.get(language, "")
        if old != new:
            what = _what(N_("Called"), language)
            yield Change("policy", "", name(after.labels), what, old or _NOTHING, new or _NOTHING)
    for section in ASPECTS:
        yield from _section(section, before, after)
    for switch in SWITCH_CLAUSES:
        old, new = getattr(before.switches, switch), getattr(after.switches, switch)
        if old != new:
            said = switch_words(before, switch, old), switch_words(after, switch, new)
            yield Change("switches", switch, label("switch", switch), "", *said)


def _section(section: str, before: Policy, after: Policy) -> Iterator[Change]:
    former = {code_of(rule): rule for rule in getattr(before, section)}
    present = {code_of(rule): rule for rule in getattr(after, section)}
    for code in dict.fromkeys((*former, *present)):
        old, new = former.get(code), present.get(code)
        if new is None:
            title = title_of(before, section, old)
            yield Change(section, code, title, "", _("in force"), _("left out"))
        elif old is None:
            title = title_of(after, section, new)
            yield Change(section, code, title, "", _NOTHING, _("in force"))
        elif old != new:
            title = title_of(after, section, new)
            for aspect in ASPECTS[section]:
                if (look(old, aspect.path) or None) != (look(new, aspect.path) or None):
                    said = aspect.say(before, old), aspect.say(after, new)
                    yield Change(section, code, title, _said(aspect), *map(_or_nothing, said))


def _or_nothing(words: str) -> str:
    return words or _NOTHING


def _said(aspect: _Aspect) -> str:
    language = aspect.path.rpartition(".")[2]
    return _what(aspect.what, language if language in _LANGUAGES else "")


def _what(what: str, language: str) -> str:
    words = gettext(what)
    return f"{words} ({label('language', language)})" if language else words


def _term(_policy: Policy, rule: Any) -> str:
    return term_words(rule.term)


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


def _labels(what: str, path: str) -> tuple[_Aspect, ...]:
    places = (f"{path}.{language}" for language in _LANGUAGES)
    return tuple(_Aspect(what, place, _plain(place)) for place in places)


_CLOCK = (
    _Aspect(N_("Time limit"), "term", _term),
    _Aspect(N_("or as long as the complainant asks"), "as_wanted", _yes_no("as_wanted")),
    _Aspect(N_("Target or ceiling"), "bound", _bound),
    _Aspect(N_("Which cases"), "scope", _scope),
    _Aspect(N_("Who answers for it"), "post", _post("post")),
    _Aspect(N_("Who approves an overrun"), "approver", _post("approver")),
    _Aspect(N_("Presented to"), "to", _post("to")),
    _Aspect(N_("or to"), "or_to", _post("or_to")),
)

ASPECTS: Mapping[str, tuple[_Aspect, ...]] = MappingProxyType(
    {
        "severities": (
            *_labels(N_("Called"), "labels"),
            *_labels(N_("Definition"), "definition"),
            _Aspect(N_("Rank"), "rank", _rank),
        ),
        "clocks": _CLOCK,
        "forwards": _CLOCK,
        "callbacks": (
            _Aspect(N_("Time limit"), "term", _term),
            _Aspect(N_("Callbacks at least"), "least", _plain("least")),
            _Aspect(N_("Share of the cases"), "coverage", _share),
            _Aspect(N_("Let off with a reason"), "exceptions", _exceptions),
            _Aspect(N_("Once more after rework"), "again", _yes_no("again")),
            _Aspect(N_("Which cases"), "scope", _scope),
            _Aspect(N_("Who answers for it"), "post", _post("post")),
        ),
        "close": (_Aspect(N_("Which cases"), "scope", _scope),),
        "forms": _labels(N_("Title"), "labels"),
        "reports": (
            *_labels(N_("Called"), "labels"),
            _Aspect(N_("How often"), "every", _day),
            _Aspect(N_("Day"), "day", _day),
            _Aspect(N_("Who answers for it"), "post", _post("post")),
        ),
        "passes": (
            *_labels(N_("Called"), "labels"),
            _Aspect(N_("Owner’s confirmation"), "owner", _owner),
            _Aspect(N_("Fees cleared first"), "fees", _yes_no("fees")),
            _Aspect(N_("Everything comes back"), "returnable", _yes_no("returnable")),
        ),
        "posts": (
            *_labels(N_("Called"), "labels"),
            _Aspect(N_("Who may act"), "roles", _roles),
        ),
    }
)
