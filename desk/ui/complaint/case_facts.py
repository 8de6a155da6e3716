"""What is written down about a case, section by section, to be read and copied."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from desk.domain.complaint_case import PromiseMade, SideProblem
from desk.i18n import EstateFormat, _
from desk.services.complaint_case import Case
from desk.ui.complaint.act_words import in_language, post_words
from desk.ui.kit.facts import Fact
from desk.ui.kit.retranslate import Words
from desk.wording import label


def sections(case: Case, custom: EstateFormat) -> Iterator[tuple[str, list[Fact]]]:
    """The facts of every section by its code, the empty ones too."""
    writer = _Writer(case, custom)
    for code, facts in (
        ("report", writer.report),
        ("outcome", writer.outcome),
        ("promises", writer.promises),
        ("sides", writer.sides),
        ("joint", writer.joint),
        ("judgement", writer.judgement),
        ("correction", writer.correction),
        ("special", writer.special),
    ):
        yield code, list(facts())


class _Writer:
    """Writes the facts of one case."""

    def __init__(self, case: Case, custom: EstateFormat) -> None:
        self._case, self._custom = case, custom

    def report(self) -> Iterator[Fact]:
        """R140: what the complainant said, and how to reach them."""
        detail, custom = self._case.detail, self._custom
        yield Fact(_("Course of events"), detail.course, wide=True)
        yield Fact(_("What the resident asks for"), detail.demand, wide=True)
        yield Fact(_("Person or department complained about"), detail.about, wide=True)
        yield Fact(_("When it happened"), custom.datetime(detail.occurred_at))
        yield Fact(_("Where"), detail.place)
        yield Fact(_("How to reach the resident"), detail.contact)
        yield Fact(_("Answer wanted"), label("contact_method", detail.contact_method))
        if detail.wanted_by is not None:
            yield Fact(_("Wanted by"), custom.datetime(detail.wanted_by))
        yield Fact(_("Channel"), label("channel", detail.channel))

    def judgement(self) -> Iterator[Fact]:
        """How it was judged, and under which rules it stands."""
        case = self._case
        detail, texts = case.detail, case.texts
        yield Fact(_("Nature"), label("nature", detail.nature))
        yield Fact(_("Content"), label("content_class", detail.content_class))
        yield Fact(_("Topic"), detail.topic)
        if detail.impact != "none":
            yield Fact(_("Impact"), label("impact", detail.impact))
        reasons = [label("urgency", code) for code in sorted(detail.immediate)]
        yield Fact(_("Acted upon at once because"), "\n".join(reasons), wide=True)
        yield Fact(_("Called in"), detail.called_in)
        yield Fact(_("Department"), texts.department)
        yield Fact(_("Filing"), self._filing())
        if texts.filing_ground:
            yield Fact(_("Ground for filing"), label("ground", texts.filing_ground), wide=True)
        yield Fact(_("Why so filed"), texts.filing_why, wide=True)
        policy = case.kept
        yield Fact(
            _("Policy"),
            _("{name}, version {number}").format(
                name=in_language(policy.policy.labels) or policy.policy.code, number=policy.number
            ),
            wide=True,
        )

    def outcome(self) -> Iterator[Fact]:
        """R145, R166-R174: how it was handled, verified and closed, and what was learnt."""
        case, custom = self._case, self._custom
        detail, facts, texts = case.detail, case.facts, case.texts
        yield Fact(_("How it was handled"), detail.process, wide=True)
        yield Fact(_("Cannot be handled for now"), texts.unsolvable_why, wide=True)
        if facts.signed_copy_at is not None:
            when = custom.datetime(facts.signed_copy_at)
            yield Fact(_("Signed copy back"), f"{when}  {texts.signed_copy_by}".strip())
        if facts.notice_at is not None:
            told = (custom.datetime(facts.notice_at), texts.notice_from, texts.notice_text)
            yield Fact(_("Notice of completion"), " · ".join(filter(None, told)), wide=True)
        if facts.verified_at is not None:
            told = (
                custom.datetime(facts.verified_at),
                texts.verified_by or "",
                texts.verified_text,
            )
            yield Fact(_("Verified"), " · ".join(filter(None, told)), wide=True)
        yield Fact(_("Final result"), detail.result, wide=True)
        yield Fact(_("Why it happened"), facts.why_it_happened, wide=True)
        yield Fact(_("What was learnt"), facts.what_was_learnt, wide=True)
        yield Fact(_("How to avoid it"), facts.how_to_avoid, wide=True)

    def joint(self) -> Iterator[Fact]:
        """R10: everybody who complains about the same, the first included."""
        case = self._case
        if not case.facts.joint:
            return
        detail = case.detail
        yield Fact(_("First"), " · ".join(filter(None, (detail.complainant, detail.unit))))
        for one in case.facts.joint:
            name = self._custom.datetime(one.joined_at)
            told = (one.name, one.room, one.contact, one.words)
            yield Fact(name, " · ".join(filter(None, told)), wide=True)

    def promises(self) -> Iterator[Fact]:
        """R9, R133: what was promised, until when, and what became of it."""
        for one in self._case.facts.promises:
            yield Fact(self._promise_head(one), self._promise(one), wide=True)

    def sides(self) -> Iterator[Fact]:
        """R168, R169: problems found beside the first."""
        for number, one in enumerate(self._case.facts.sides, 1):
            yield Fact(self._side_state(one, number), one.text, wide=True)

    def correction(self) -> Iterator[Fact]:
        """R146."""
        sheet = self._case.facts.correction
        if sheet is None:
            return
        yield Fact(_("Cause"), sheet.cause, wide=True)
        yield Fact(_("Correction"), sheet.correction, wide=True)
        yield Fact(_("Prevention"), sheet.prevention, wide=True)
        yield Fact(_("Responsible"), sheet.responsible)
        yield Fact(_("To be done by"), self._custom.date(sheet.due_on))
        if sheet.done_at is not None:
            yield Fact(_("Done"), self._custom.datetime(sheet.done_at))
        if sheet.verified_at is not None:
            when = self._custom.datetime(sheet.verified_at)
            yield Fact(_("Verified"), f"{when}  {sheet.verified_by}".strip())

    def special(self) -> Iterator[Fact]:
        """R93."""
        report = self._case.facts.report
        if report is None:
            return
        yield Fact(_("Volume"), report.volume)
        yield Fact(_("Written"), self._custom.datetime(report.written_at))
        yield Fact(_("Cause"), report.cause, wide=True)
        yield Fact(_("Handling"), report.handling, wide=True)
        yield Fact(_("Review"), report.review, wide=True)
        yield Fact(_("Improvement"), report.improvement, wide=True)

    def _filing(self) -> str:
        facts, texts = self._case.facts, self._case.texts
        told = [label("filing", facts.filing)]
        if facts.asked_post and facts.filing == "asked":
            told.append(post_words(self._case.policy, facts.asked_post))
        if facts.filed_at is not None:
            told.append(self._custom.datetime(facts.filed_at))
        return " · ".join([*told, texts.filed_by or ""]).rstrip(" ·")

    def _promise_head(self, one: PromiseMade) -> str:
        due = _("until {moment}").format(moment=self._custom.datetime(one.due_at))
        made = f"{one.made_by}, {self._custom.datetime(one.made_at)}"
        return f"{made} · {due}"

    def _promise(self, one: PromiseMade) -> str:
        custom = self._custom
        told = [one.text, "" if one.amount is None else custom.money(one.amount)]
        if one.kept_at is not None:
            told.append(_("kept {moment}").format(moment=custom.datetime(one.kept_at)))
        if one.broken_why:
            told.append(_("not kept: {why}").format(why=one.broken_why))
        if one.reported_at is not None:
            reported = _("reported to {post}, {moment}")
            told.append(
                reported.format(post=one.reported_to, moment=custom.datetime(one.reported_at))
            )
        return " · ".join(filter(None, told))

    def _side_state(self, one: SideProblem, number: int) -> str:
        if one.is_filed:
            return _("{number}. Filed as {reference}").format(
                number=number, reference=one.filed_number or one.reference
            )
        if one.settled_at is not None:
            when = self._custom.datetime(one.settled_at)
            settled = _("{number}. Settled {moment}").format(number=number, moment=when)
            return f"{settled} {one.settled_text}".strip()
        return _("{number}. Still open").format(number=number)


def _report() -> str:
    return _("What was written down")


def _judgement() -> str:
    return _("Judgement")


def _outcome() -> str:
    return _("Handling and result")


def _joint() -> str:
    return _("Complainants")


def _promises() -> str:
    return _("Promises")


def _sides() -> str:
    return _("Side problems")


def _correction() -> str:
    return _("Corrective action")


def _special() -> str:
    return _("Special report")


TITLES: Mapping[str, Words] = MappingProxyType(
    {
        "report": _report,
        "outcome": _outcome,
        "promises": _promises,
        "sides": _sides,
        "joint": _joint,
        "judgement": _judgement,
        "correction": _correction,
        "special": _special,
    }
)
