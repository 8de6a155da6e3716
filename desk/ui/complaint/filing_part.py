"""The question at the end of a new complaint: does it become a case 立項? (R152-R163)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desk.domain import complaint_filing as rules
from desk.domain.complaint import Ground
from desk.domain.complaint_filing import Decision, FilingEntry
from desk.domain.policy import Policy, Post
from desk.i18n import _
from desk.ui.complaint import form_words as said
from desk.ui.complaint.act_words import post_words
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.label import WordLabel
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_form import RecordForm
from desk.wording import label

LATER = "later"
WHY = "filing_why"


class FilingPart(QObject):
    """Adds its fields to the form; what does not belong to the decision is hidden."""

    def __init__(self, form: RecordForm, policy: Callable[[], Policy]) -> None:
        super().__init__(form)
        self._form, self._policy = form, policy
        self._title = WordLabel(said.filing_section, "heading")
        form.add_widget(self._title)
        decision = SegmentField(_decisions)
        decision.changed.connect(self.show_wanted)
        form.add("decision", decision, said.decision)
        form.add("ground", ChoiceField(_grounds, nothing=_choose), said.ground, required=True)
        asked = SegmentField(self._posts)
        form.add("asked", asked, said.asked, required=True)
        form.add(WHY, LineField(rules.WHY_LIMIT), said.filing_why, required=True)

    def begin(self) -> None:
        """Nothing is decided yet."""
        self._form.field("decision").set_value(LATER)
        self._form.field("ground").set_value(None)
        self._form.field("asked").set_value(rules.ASKED_POSTS[0])
        self._form.field(WHY).set_value("")
        self.show_wanted()

    def show_wanted(self) -> None:
        """Only what the decision asks for; a known complaint is judged in its own deed."""
        decision = self._decision()
        is_new = self._form.value() is None or not self._form.subject()
        self._title.setVisible(is_new)
        for key, wanted in (
            ("decision", True),
            ("ground", decision is Decision.FILE),
            ("asked", decision is Decision.ASK),
            (WHY, decision not in (None, Decision.FILE)),
        ):
            self._form.fields.cell(key).setVisible(is_new and wanted)

    def read(self) -> FilingEntry | None:
        """The judgement; None where it is left for later."""
        decision = self._decision()
        if decision is None:
            return None
        field = self._form.field
        chosen = Ground.SATISFIED if decision is Decision.EXPLAIN else field("ground").value()
        return FilingEntry(
            decision,
            Ground(chosen) if chosen and decision in (Decision.FILE, Decision.EXPLAIN) else None,
            "" if decision is Decision.FILE else field(WHY).value(),
            Post(field("asked").value()) if decision is Decision.ASK else None,
        )

    def _decision(self) -> Decision | None:
        code = self._form.field("decision").value()
        return None if code in (None, LATER) else Decision(code)

    def _posts(self) -> Sequence[Choice]:
        return [Choice(one, post_words(self._policy(), one)) for one in rules.ASKED_POSTS]


def _decisions() -> Sequence[Choice]:
    return [
        *(Choice(one, label("decision", one)) for one in Decision),
        Choice(LATER, _("Judge later")),
    ]


def _grounds() -> Sequence[Choice]:
    return [Choice(one, label("ground", one)) for one in Ground if one is not Ground.SATISFIED]


def _choose() -> str:
    return _("Choose the question that applies")
