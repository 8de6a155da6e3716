"""A copy of a policy being edited, until it is kept as a new version or given up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from desk.domain import policy_text
from desk.domain.policy import Policy
from desk.domain.policy_rules import policy_reasons
from desk.domain.reasons import Reason
from desk.errors import ReasonLike, RuleRefused, StaleRecord
from desk.i18n import N_, _
from desk.services.policy import WHY_LIMIT
from desk.ui.kit.day_field import DayField
from desk.ui.kit.faults import count_words
from desk.ui.kit.form_frame import FormFrame
from desk.ui.kit.notify import ask
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField
from desk.ui.policy.changes_page import ChangesPage
from desk.ui.policy.deeds import PolicyDeeds
from desk.ui.policy.editor_frame import SECTIONS, EditorFrame
from desk.ui.policy.group_page import GroupPage
from desk.ui.policy.places import Placed, placed
from desk.ui.policy.whole_page import SinglePage, WholePage
from desk.ui.policy.words import Said
from desk.ui.policy.working import SINGLES, Copy, Working
from desk.wording import reasons_words

_POLICY = "policy"


class Typed(NamedTuple):
    """What is to be kept: the policy, from which day on, and why."""

    policy: Policy
    holds_from: date | None
    why: str


class PolicyEditor(RecordForm):
    """Every edit goes into `working` at once; nothing is kept before the clerk saw what changes."""

    _frame: EditorFrame

    def __init__(self, deeds: PolicyDeeds, copy: Copy) -> None:
        self._deeds = deeds
        self.working = Working(copy.policy)
        self._counts: Counter[str] = Counter()
        self._placed = Placed()
        self._was_refused = False
        self._pages: dict[str, GroupPage | SinglePage] = {}
        super().__init__()
        self.load(copy)
        self.show_section("policy" if copy.key in deeds.profiles() else "clocks")

    # The life of a form

    def heading(self) -> str:
        """Of what it is a copy."""
        copy = self.value()
        return _("Copy of {source}").format(source=self._deeds.name_of(copy.key)) if copy else ""

    def subject(self) -> str:
        """What was copied; kept with a draft."""
        return f"copy:{self.value().key}"

    def make_frame(self) -> FormFrame:
        """Groups above, the open one in the middle."""
        self.changes = ChangesPage(self.working, self.fields)
        self.changes.rule_wanted.connect(self.show_rule)
        frame = EditorFrame(self.fields, self.save_button, self._count)
        frame.section_changed.connect(self.show_section)
        return frame

    def build(self) -> None:
        """Day and reason; the rules have pages of their own."""
        day = DayField(self._deeds.custom, self._deeds.today)
        self.add("holds_from", day, Said(N_("Holds from")), required=True)
        self.add("why", TextField(WHY_LIMIT), Said(N_("Why it changes")), required=True)
        self.working.changed.connect(self._copy_changed)

    def show_value(self, value: Copy) -> None:
        """A copy that nobody has edited yet."""
        self._value = value
        self._was_refused = False
        self.working.begin(value.policy)
        self.changes.compare_with(self._deeds.name_of(value.key))
        self.field("holds_from").set_value(self._deeds.today())
        self.field("why").set_value("")

    def read(self) -> Typed:
        """The copy, its day and its reason."""
        return Typed(
            self.working.policy, self.field("holds_from").value(), self.field("why").value()
        )

    def save_value(self, value: Typed) -> Copy:
        """Keep it as a new version; over one that was made meanwhile only when it was looked at."""
        try:
            return self._deeds.adopt(*value, based_on=self.value().version)
        except StaleRecord:
            newest = self._deeds.newest()
            self._value = replace(self.value(), version=newest.number)
            self.changes.compare_with(self._deeds.name_of(str(newest.number)))
            self.working.compare_with(newest.policy)
            number = {"number": newest.number}
            raise RuleRefused([Reason("policy.newer", None, number)]) from None

    def save(self) -> bool:
        """First what changes is shown, then it is saved."""
        if self._frame.section() != "changes":
            self.show_section("changes")
            self.fields.setFocus()
            return False
        return super().save()

    def save_words(self) -> str:
        """What F8 leads to."""
        copy = self.value()
        if copy is None or self._frame.section() != "changes":
            return _("See what changes")
        return _("Save as version {number}").format(number=copy.version + 1)

    def draft(self) -> dict[str, Any]:
        """The whole copy as JSON."""
        return super().draft() | {_POLICY: policy_text.write(self.working.policy)}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """The copy as it was; one that cannot be read any more is said to be lost."""
        try:
            self.working.put(policy_text.read(draft.get(_POLICY)))
        except RuleRefused as damaged:
            self.show_summary(reasons_words(damaged.reasons))
        super().restore(draft)

    # Pages

    def show_section(self, section: str) -> None:
        """Open a group, as it stands now."""
        page = self.changes if section == "changes" else self._page(section)
        page.reload()
        if isinstance(page, GroupPage | SinglePage):
            page.refuse(self._placed.pages.get(section, {}))
        self._frame.show_page(section, page)
        self.save_button.retranslate()

    def show_rule(self, section: str, code: str) -> None:
        """Open a rule in its group."""
        self.show_section(section)
        self._page(section).choose(code)
        self._frame.enter()

    def section(self) -> str:
        """The open group."""
        return self._frame.section()

    def page(self, section: str) -> GroupPage | SinglePage:
        """The page of a group."""
        return self._page(section)

    def start_from(self, codes: Sequence[str]) -> None:
        """The strictest of these profiles in place of the copy; RuleRefused for none chosen."""
        composed = self._deeds.compose(codes)
        question = _("Put these manuals in place of everything in this copy?")
        if self.working.changes() and not ask(self, question, _("Start from these")):
            return
        self.working.put(composed)
        self._page("policy").reload()

    # Refusals

    def show_refusals(self, refused: RuleRefused) -> None:
        """Each beside its rule; the first group that has one is opened."""
        self._was_refused = True
        self._spread(refused.reasons)
        found = self._placed
        self.fields.refuse(found.saving)
        self.show_summary(reasons_words(found.loose) or count_words(found.count()))
        section = next((one for one in SECTIONS if one in found.pages), "changes")
        self.show_section(section)
        if section == "changes":
            self.fields.focus_first_refusal()
        else:
            page = self._page(section)
            page.choose(page.first_refused())

    def clear_refusals(self) -> None:
        """Take every refusal back."""
        super().clear_refusals()
        self._spread(())

    # Parts

    def _page(self, section: str) -> GroupPage | SinglePage:
        if section not in self._pages:
            self._pages[section] = self._make(section)
        return self._pages[section]

    def _make(self, section: str) -> GroupPage | SinglePage:
        if section == "policy":
            return WholePage(self.working, self.start_from)
        if section in SINGLES:
            return SinglePage(self.working, section)
        return GroupPage(self.working, section)

    def _copy_changed(self) -> None:
        changes = self.working.changes()
        self._counts = Counter(one.section for one in changes)
        self._counts["changes"] = len(changes)
        self._frame.say_counts()
        if self._was_refused:
            self._spread(policy_reasons(self.working.policy))
            self.show_summary(count_words(self._placed.count()) if self._placed.pages else "")
        self._field_changed()

    def _count(self, section: str) -> int:
        return self._counts[section]

    def _spread(self, reasons: Sequence[ReasonLike]) -> None:
        """Mark the groups, and what is wrong within those that were opened."""
        self._placed = placed(self.working.policy, reasons)
        for section in SECTIONS:
            found = self._placed.pages.get(section, {})
            every = [one for several in found.values() for one in several]
            self._frame.mark(section, reasons_words(every))
        for section, page in self._pages.items():
            page.refuse(self._placed.pages.get(section, {}))
