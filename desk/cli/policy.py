"""`desk policy`: the estate's versions, a policy in words, and where each clause is kept."""

import argparse
from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

from desk import i18n
from desk.cli import columns, output, policy_check
from desk.cli.case.deed import whole
from desk.cli.failed import Failed
from desk.cli.session import folder_of, is_named, signed_in
from desk.domain import policy_text
from desk.domain.policy import Policy
from desk.i18n import _
from desk.services import policy, policy_name, policy_words
from desk.services.policy import KeptPolicy
from desk.wording import label, sentence


def run(wanted: argparse.Namespace) -> int:
    """Do what the command says; only the estate's own versions ask for an account."""
    match wanted.deed:
        case "list":
            return _list(wanted)
        case "show":
            return _show(wanted)
    return _check(wanted)


def _list(wanted: argparse.Namespace) -> int:
    """The versions, newest first, then what the program brings; those have no number."""
    with signed_in(wanted) as workplace:
        versions = policy.versions(workplace)
        shipped = policy.shipped(workplace.estate.region)
    items = [*map(_version, versions), *map(_profile, shipped)]
    output.rows(items, json_wanted=wanted.json, columns=columns.POLICIES)
    return 0


def _version(version: policy.PolicyVersion) -> Mapping[str, Any]:
    return {
        "number": version.number,
        "code": version.code,
        "holds_from": version.holds_from,
        "made_at": version.made_at,
        "made_by": version.made_by,
        "why": version.why,
    }


def _profile(profile: Policy) -> Mapping[str, Any]:
    name = policy_name.name(profile.labels)
    return {
        "number": None,
        "code": profile.code,
        "holds_from": None,
        "made_at": None,
        "made_by": "",
        "why": name,
    }


def _show(wanted: argparse.Namespace) -> int:
    """The version in force today, or the one of a number, or a shipped profile."""
    with i18n.speaking(wanted.language) if wanted.language else nullcontext():
        found, kept = _wanted(wanted)
        if wanted.json:
            output.one(_as_json(found, kept))
            return 0
        for words in policy_words.rules(found):
            output.line(*(getattr(words, column) for column in columns.RULES))
    return 0


def _wanted(wanted: argparse.Namespace) -> tuple[Policy, KeptPolicy | None]:
    number = whole(wanted.which or "")
    if wanted.which and number is None:
        return policy.profile(wanted.which, _region(wanted)), None
    with signed_in(wanted) as workplace:
        if number is not None:
            kept = policy.by_number(workplace, number)
        else:
            today = workplace.today()
            kept = policy.in_force(workplace, today)
    return kept.policy, kept


def _region(wanted: argparse.Namespace) -> str:
    """Where the estate lies, in whose words a profile is told; "" where no account opens one."""
    if folder_of(wanted).is_new() or not is_named():
        return ""
    with signed_in(wanted) as workplace:
        return workplace.estate.region


def _as_json(found: Policy, kept: KeptPolicy | None) -> Mapping[str, Any]:
    return {
        "number": None if kept is None else kept.number,
        "holds_from": None if kept is None else kept.holds_from,
        "policy": policy_text.write(found),
        "words": policy_words.rules(found),
    }


def _check(wanted: argparse.Namespace) -> int:
    """Clause, rule and test, one a line; then what is wrong, and a code that is not 0."""
    checked = policy_check.check()
    if wanted.json:
        told = [_fault(one) for one in checked.faults]
        output.one({"rows": checked.rows, "faults": told})
    else:
        output.rows(map(_row, checked.rows), json_wanted=False, columns=columns.CLAUSES)
        for line in map(_fault, checked.faults):
            output.line(line["clause"], line["text"])
    if checked.faults:
        count = len(checked.faults)
        raise Failed(_("The table of clauses is wrong in {count} places.").format(count=count))
    return 0


def _row(row: policy_check.ClauseRow) -> Mapping[str, Any]:
    return {
        "clause": row.clause,
        "manual": row.manual,
        "kind": label("kept", row.kind),
        "where": "; ".join(row.where),
        "test": "; ".join(row.tests),
    }


def _fault(fault: policy_check.Fault) -> Mapping[str, Any]:
    text = sentence(fault.code, {"clause": fault.clause, "about": fault.about})
    return {"clause": fault.clause, "code": fault.code, "text": text}
