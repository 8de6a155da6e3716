"""The way from a record's values to its paper: title, rules and names of the policy, job, PDF."""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desk.domain import numbering
from desk.domain.clean import clean_line
from desk.domain.complaint import Severity
from desk.domain.permissions import Permission
from desk.domain.policy import Act, Policy
from desk.i18n import pgettext, speaking
from desk.printing.form import Form, FormData, plain
from desk.printing.job import Job, PolicyNames
from desk.services.paper_sheet import Sheet, title_of
from desk.services.policy import KeptPolicy
from desk.services.policy_words import name, severity_name
from desk.services.workplace import Workplace


@dataclass(frozen=True)
class Subject:
    """The record a paper is of: its form's code, its kind, and how often it was printed before."""

    form: str
    kind: str
    id: int | None = None
    version: int = 0
    number: str = ""
    printed: int = 0


@dataclass(frozen=True)
class Rules:
    """The policy a paper is printed under: the first of `acts` that it names gives the title (K11).

    `severity` is that of the case, "" where the paper is of none.
    """

    kept: KeptPolicy
    acts: tuple[Act, ...] = ()
    severity: str = ""


def build(  # noqa: PLR0913 - a paper is all of these
    workplace: Workplace,
    form: Form[Any],
    subject: Subject,
    language: str,
    *,
    gather: Callable[[Job], FormData] | None = None,
    rules: Rules | None = None,
) -> Sheet:
    """The paper of a record, its data as `gather` makes them; without it, a blank one.

    `gather` is called while the paper's language is spoken.
    """
    workplace.require(Permission.PRINT)
    title = "" if rules is None else title_of(rules.kept.policy, rules.acts, language)
    with speaking(language):
        job = _job(workplace, subject, rules, language)
        data = None if gather is None else replace(gather(job), title=title)
    content: Mapping[str, Any] = {} if data is None else plain(data)
    blank = data is None
    return Sheet(
        pdf=form.blank(job, language, title=title) if blank else form.build(data, language),
        form=subject.form,
        kind=subject.kind,
        record_id=subject.id,
        version=subject.version or _version(content),
        number=subject.number,
        language=language,
        template_version=form.version,
        reprint=subject.printed,
        prepared_at=job.printed_at,
        content=content,
    )


def number_of(key: str) -> str:
    """A number as people type it, or as a scanner reads it."""
    key = clean_line(key)
    return numbering.from_scan_code(key) or str(numbering.parse_number(key) or key)


def names_of(policy: Policy, language: str) -> PolicyNames:
    """What the policy calls levels and posts in that language (K1, K15)."""
    levels = {one.code: one.labels.get(language, "") for one in policy.severities}
    return PolicyNames(
        severities={level: levels[level] for level in Severity if levels.get(level)},
        posts={one.post: one.labels[language] for one in policy.posts if one.labels.get(language)},
    )


def rules_words(rules: Rules) -> str:
    """依據: the policy, its version, and the level under whose rules the case stands."""
    policy = rules.kept.policy
    told = {"policy": name(policy.labels, policy.code), "number": rules.kept.number}
    if not rules.severity:
        return pgettext("paper", "Rules: {policy}, version {number}").format(**told)
    words = pgettext("paper", "Rules: {policy}, version {number} · {severity}")
    return words.format(**told, severity=severity_name(policy, rules.severity))


def _job(workplace: Workplace, subject: Subject, rules: Rules | None, language: str) -> Job:
    job = Job(
        estate=workplace.estate.name,
        custom=workplace.estate.custom,
        printed_at=workplace.now(),
        printed_by=workplace.actor.name,
        reprint=subject.printed,
    )
    if rules is None:
        return job
    names = names_of(rules.kept.policy, language)
    return replace(job, policy=rules_words(rules), names=names)


def _version(content: Mapping[str, Any]) -> int:
    """A register has no version: what it says stands for one, so that a change is seen."""
    return zlib.crc32(json.dumps(content, sort_keys=True).encode()) if content else 0
