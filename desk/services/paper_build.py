"""The way from a record's values to its paper: title, rules and names of the policy, job, PDF."""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from desk.domain import numbering, paper_code
from desk.domain.clean import clean_line
from desk.domain.complaint import Severity
from desk.domain.paper import Caption
from desk.domain.permissions import Permission
from desk.domain.policy import Act, Policy
from desk.domain.policy_part import Labels
from desk.errors import NotFound, RuleRefused
from desk.i18n import pgettext, speaking
from desk.models.lists import document_control as control_list
from desk.models.lists import print_log as print_list
from desk.models.lists import print_stock as stock_list
from desk.models.lists.document_control import HeadRow
from desk.printing.form import Form, FormData, plain
from desk.printing.job import DocumentHead, Job, PolicyNames
from desk.printing.ops import Page
from desk.printing.paint import paint
from desk.services import paper_stock, personal_data
from desk.services.paper_sheet import Asked, Sheet, title_of
from desk.services.policy import KeptPolicy
from desk.services.policy_name import name
from desk.services.policy_words import severity_name
from desk.services.workplace import Workplace

Gather = Callable[[Job], FormData]


@dataclass(frozen=True)
class Subject:
    """The record a paper is of: its form's code, its kind (the name of its table) and number.

    `version` is 0 where what the paper shows is no one record's. `seal` goes into the code of a
    paper that somebody might forge. A `void` record prints with 作廢 across it.
    """

    form: str
    kind: str
    id: int | None = None
    version: int = 0
    number: str = ""
    seal: str = ""
    void: bool = False


@dataclass(frozen=True)
class Rules:
    """The policy a paper is printed under: the first of `acts` that it names gives the title (K11).

    `severity` is that of the case, "" where the paper is of none. `labels` is what the policy calls
    a paper that is of no act.
    """

    kept: KeptPolicy
    acts: tuple[Act, ...] = ()
    severity: str = ""
    labels: Labels = field(default_factory=dict)


def build(  # noqa: PLR0913 - a paper is all of these
    workplace: Workplace,
    form: Form[Any],
    subject: Subject,
    asked: Asked,
    *,
    gather: Gather | None = None,
    rules: Rules | None = None,
) -> Sheet:
    """The paper of a record, its data as `gather` makes them; without it, a blank one.

    What the clerk may not see does not come upon it (`personal_data`).

    `gather` is called while the paper's language is spoken. RuleRefused for a paper the form does
    not stand on, and for characters that cannot be drawn.
    """
    workplace.require(Permission.PRINT)
    if gather is not None:
        personal_data.refuse_paper(workplace, subject.form)
    if asked.reasons(subject.form):
        raise RuleRefused(asked.reasons(subject.form))
    job = _job(workplace, subject, rules, asked.language)
    data = _data(form, subject, asked, job, gather, rules)
    data = personal_data.shown_paper(workplace, subject.form, data)
    on = _stand(workplace, form, subject, asked)
    pages = on.pages(data)
    content = {} if gather is None else plain(data)
    return Sheet(
        drawn=pages,
        painted=partial(paint, pages, form.about(data, asked.language)),
        form=subject.form,
        kind=subject.kind,
        record_id=subject.id,
        version=subject.version or _version(content),
        number=subject.number,
        language=asked.language,
        template_version=on.version,
        reprint=job.reprint,
        content=content,
        paper=on.paper,
        captions=on.captions,
        record_version=subject.version,
        policy_id=None if rules is None else rules.kept.id,
        is_void=subject.void,
    )


@dataclass(frozen=True)
class _Stand:
    """What a paper stands on: blank paper with its captions, or pre-printed stock."""

    paper: str
    captions: tuple[Caption, ...]
    version: str
    pages: Callable[[FormData], list[Page]]


def _stand(workplace: Workplace, form: Form[Any], subject: Subject, asked: Asked) -> _Stand:
    """As it is asked for; NotFound for a stock that is not of this form."""
    if asked.stock_id is None:
        paper, captions = asked.paper_of(subject.form), asked.captions_of(subject.form)
        pages = partial(
            form.pages,
            language=asked.language,
            paper=paper,
            captions=captions,
            separately=asked.separately,
        )
        return _Stand(paper, captions, form.version, pages)
    with workplace.reading() as reader:
        stock = stock_list.one(reader, asked.stock_id)
    if stock is None or stock.form != subject.form:
        raise NotFound("print_stock", str(asked.stock_id))
    pages = partial(paper_stock.pages, stock, language=asked.language)
    return _Stand(stock.paper, (), f"{form.version}/{stock.id}.{stock.version}", pages)


def number_of(key: str) -> str:
    """A number as people type it, or as a scanner reads it from any of its papers."""
    key = clean_line(key)
    code = paper_code.read(key)
    return code.number if code else str(numbering.parse_number(key) or key)


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


def _data(  # noqa: PLR0913, PLR0917 - the parts of `build`
    form: Form[Any],
    subject: Subject,
    asked: Asked,
    job: Job,
    gather: Gather | None,
    rules: Rules | None,
) -> FormData:
    title = "" if rules is None else _title(rules, asked.language)
    if gather is None:
        blank: FormData = form.data(job=job, title=title)
        return blank
    with speaking(asked.language):
        return replace(gather(job), title=title, scan_code=_code(subject, job.reprint))


def _title(rules: Rules, language: str) -> str:
    """What the policy calls the paper in that language; "" leaves it the form's own name."""
    return title_of(rules.kept.policy, rules.acts, language) or rules.labels.get(language, "")


def _job(workplace: Workplace, subject: Subject, rules: Rules | None, language: str) -> Job:
    head, printed = _known(workplace, subject)
    job = Job(
        estate=workplace.estate.name,
        custom=workplace.estate.custom,
        printed_at=workplace.now(),
        printed_by=workplace.actor.name,
        document=_head(head),
        reprint=printed,
        void=subject.void,
    )
    if rules is None:
        return job
    names = names_of(rules.kept.policy, language)
    with speaking(language):
        return replace(job, policy=rules_words(rules), names=names)


def _known(workplace: Workplace, subject: Subject) -> tuple[HeadRow, int]:
    """The document head of the form, and how often it was printed of this record."""
    form, kind, record_id = subject.form, subject.kind, subject.id
    with workplace.reading() as reader:
        head = control_list.of_form(reader, form)
        if record_id is None:
            return head, 0
        return head, print_list.times_printed(reader, form, kind, record_id)


def _head(row: HeadRow) -> DocumentHead:
    return DocumentHead(
        number=row.number,
        version=row.edition,
        revision=row.revision,
        effective_on=row.effective_on,
        prepared_by=row.prepared_by,
        reviewed_by=row.reviewed_by,
        approved_by=row.approved_by,
    )


def _code(subject: Subject, reprint: int) -> str:
    """What stands under the QR; a paper of something without a number has none."""
    if numbering.parse_number(subject.number) is None:
        return ""
    return paper_code.write(subject.number, subject.form, reprint, subject.seal)


def _version(content: Mapping[str, Any]) -> int:
    """A register has no version: what it says stands for one, so that a change is seen."""
    return zlib.crc32(json.dumps(content, sort_keys=True).encode()) if content else 0
