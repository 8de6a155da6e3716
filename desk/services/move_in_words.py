"""Move-ins 入住 in words: the names of papers are the policy's, in the current language."""

from collections.abc import Iterable, Mapping

from desk.domain.move_in import MoveInFacts
from desk.domain.move_in_document import DOUBTFUL
from desk.domain.move_in_rule import MoveInRule
from desk.domain.policy_part import Labels
from desk.domain.reasons import Reason
from desk.i18n import _
from desk.services.policy_name import name
from desk.wording import label


def document_name(rule: MoveInRule, code: str) -> str:
    """What the policy calls a document 資料 that is asked for; the code where it knows none."""
    return _name(((one.code, one.labels) for one in rule.documents), code)


def paper_name(rule: MoveInRule, code: str) -> str:
    """What the policy calls an agreement 協議 or a material."""
    return _name(((one.code, one.labels) for one in (*rule.agreements, *rule.materials)), code)


def item_name(rule: MoveInRule, item: str, facts: MoveInFacts) -> str:
    """The name of what is missing or was let pass, such as `document:contract` or `keys`; a fee
    goes by its own name."""
    kind, _colon, code = item.partition(":")
    if item.endswith(DOUBTFUL):
        said = item_name(rule, item.removesuffix(DOUBTFUL), facts)
        return _("{paper}: {person}").format(paper=said, person=label("document_state", "doubtful"))
    if kind == "document":
        paper, _again, person = code.partition(":")
        of = next((one.name for one in facts.persons if str(one.id) == person), "")
        said = document_name(rule, paper)
        return _("{paper}: {person}").format(paper=said, person=of) if of else said
    if kind in ("agreement", "material"):
        return paper_name(rule, code)
    fee = next((one.what for one in facts.fees if kind == "fee" and str(one.id) == code), "")
    return fee or label("move_in_item", kind)


def named(reasons: Iterable[Reason], rule: MoveInRule) -> tuple[Reason, ...]:
    """Reasons whose papers bear their names instead of their codes."""
    return tuple(Reason(one.code, one.field, _told(one.parameters, rule)) for one in reasons)


def _told(given: Mapping[str, str | int], rule: MoveInRule) -> Mapping[str, str | int]:
    told = dict(given)
    if "document" in told:
        told["document"] = document_name(rule, str(told["document"]))
    if "paper" in told:
        told["paper"] = paper_name(rule, str(told["paper"]))
    return told


def _name(papers: Iterable[tuple[str, Labels]], code: str) -> str:
    labels = next((labels for one, labels in papers if one == code), None)
    return code if labels is None else name(labels, code)
