"""Frequent questions and their unified answers 統一回復口徑 (R205)."""

from desk.domain import faq as rules
from desk.domain.faq import FaqEntry
from desk.i18n import _
from desk.services.faq import FaqRow
from desk.ui.guide import words
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.guide.register import EntryRegister, GuideForm, SearchedRegister, state_filter
from desk.ui.kit.choice_field import SegmentField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_model import Column
from desk.ui.kit.text_field import TextField


class FaqForm(GuideForm):
    """One question."""

    def heading(self) -> str:
        """The question."""
        known = self.value()
        return known.question if isinstance(known, FaqRow) else _new()

    def build(self) -> None:
        """What is asked, what everybody answers, by which words it is found."""
        self.add_section()
        question = TextField(rules.QUESTION_LIMIT, lines=2)
        self.add("question", question, _question_words, required=True)
        self.add("answer", TextField(rules.ANSWER_LIMIT, lines=7), _answer_words, required=True)
        keywords = LineField(rules.KEYWORD_LIMIT)
        self.add("keywords", keywords, _keyword_words, hint=_keyword_hint)
        self.add("state", SegmentField(words.state_choices), words.state)

    def show_value(self, value: FaqRow | None) -> None:
        """A question, or the beginning of one."""
        self._value = value
        for key in ("question", "answer", "keywords"):
            self.field(key).set_value(getattr(value, key) if value else "")
        self.field("state").set_value(words.state_code(active=value is None or value.active))
        self.show_chip(words.state_chip(active=value.active) if value else None)
        self.follow_role()

    def read(self) -> FaqEntry:
        """What the fields say."""
        return FaqEntry(
            question=self.field("question").value(),
            answer=self.field("answer").value(),
            keywords=self.field("keywords").value(),
            active=self.field("state").value() == "active",
        )

    def save_value(self, value: FaqEntry) -> FaqRow:
        """A new question, or another state of a known one."""
        return self._deeds.save_faq(self.value(), value)


class FaqPage(EntryRegister[FaqRow], SearchedRegister[FaqRow]):
    """Every question with the beginning of its answer."""

    FORM = FaqForm

    def __init__(self, deeds: GuideDeeds) -> None:
        self._deeds = deeds
        super().__init__(
            self.entries(
                title=words.faqs,
                columns=(
                    Column(
                        "question", _question_words, _question, stretch=True, strong=True,
                        note=_answer,
                    ),
                ),
                fetch=deeds.faqs,
                empty=_empty,
                new_words=_new,
                filters=(state_filter(),),
            )
        )  # fmt: skip

    def read_entry(self, key: int) -> FaqRow:
        """One of them."""
        return self._deeds.faq(key)


def _question(row: FaqRow) -> str:
    return row.question


def _answer(row: FaqRow) -> str:
    return " ".join(row.answer.split())


def _question_words() -> str:
    return _("Question")


def _answer_words() -> str:
    return _("Unified answer")


def _keyword_words() -> str:
    return _("Keywords")


def _keyword_hint() -> str:
    return _("Further words by which it is found")


def _new() -> str:
    return _("New question")


def _empty() -> str:
    return _("No question is written down yet.")
