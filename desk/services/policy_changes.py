"""What one policy changes against another: rule by rule, the old beside the new, in words.

The supervisor reads it before a copy is kept as a new version (R223).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desk.domain.policy import Policy
from desk.domain.policy_citations import SWITCH_CLAUSES
from desk.i18n import N_, _
from desk.services.policy_aspects import ASPECTS, LANGUAGES, SINGLES, Aspect, in_language
from desk.services.policy_name import name
from desk.services.policy_paths import look, rules_of
from desk.services.policy_words import clock_title, pass_name, switch_words
from desk.wording import label

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


def _changes(before: Policy, after: Policy) -> Iterator[Change]:
    for language in LANGUAGES:
        old, new = before.labels.get(language, ""), after.labels.get(language, "")
        if old != new:
            what = in_language(N_("Called"), language)
            yield Change("policy", "", name(after.labels), what, old or _NOTHING, new or _NOTHING)
    for section in ASPECTS:
        yield from _section(section, before, after)
    for single in SINGLES:
        yield from _single(single, before, after)
    for switch in SWITCH_CLAUSES:
        old, new = getattr(before.switches, switch), getattr(after.switches, switch)
        if old != new:
            said = switch_words(before, switch, old), switch_words(after, switch, new)
            yield Change("switches", switch, label("switch", switch), "", *said)


def _section(section: str, before: Policy, after: Policy) -> Iterator[Change]:
    former = {code_of(rule): rule for rule in rules_of(before, section)}
    present = {code_of(rule): rule for rule in rules_of(after, section)}
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
                if is_otherwise(aspect, old, new):
                    said = aspect.say(before, old), aspect.say(after, new)
                    yield Change(section, code, title, aspect.words(), *map(_or_nothing, said))


def _single(section: str, before: Policy, after: Policy) -> Iterator[Change]:
    old, new = getattr(before, section), getattr(after, section)
    for aspect in SINGLES[section]:
        if is_otherwise(aspect, old, new):
            said = aspect.say(before, old), aspect.say(after, new)
            yield Change(section, aspect.path, aspect.words(), "", *map(_or_nothing, said))


def is_otherwise(aspect: Aspect, old: Any, new: Any) -> bool:
    """Whether a rule says another thing there; an empty text is none."""
    return (look(old, aspect.path) or None) != (look(new, aspect.path) or None)


def _or_nothing(words: str) -> str:
    return words or _NOTHING
