"""Scenes of one case by the book, from the visit at the counter to its printed record."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from desk.domain.complaint import Severity
from desk.domain.reception import Kind
from desk.domain.today import Section
from desk.ui.complaint import promise_acts
from desk.ui.complaint.form import ComplaintForm
from desk.ui.complaint.page import ComplaintPage
from desk.ui.kit.approval_dialog import ApprovalDialog
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.reception.form import ReceptionForm
from desk.ui.today.lines import Shown
from desk.ui.today.page import TodayPage
from tests.conftest import PASSWORD
from tests.gallery.case_course import CAME, WRITTEN, Story
from tests.gallery.complaint import scroll_of
from tests.gallery.stage import Stage
from tests.journeys.case_office import ABOVE, CLERK, HONG_KONG, LEAD

Scene = Callable[[Stage], None]


# Taken in


def visit(stage: Stage) -> None:
    """She stands at the counter: the visit before it is saved."""
    story = Story(stage)
    form = stage.page("reception", CLERK).start_new()
    assert isinstance(form, ReceptionForm)
    stage.type(form.person.line, story.home.unit.label)
    stage.press(form.person.line, Qt.Key.Key_Return)
    form.field("kind").set_value(Kind.COMPLAINT)
    form.field("request").set_value(story.said["request"])


def written(stage: Stage) -> None:
    """The complaint takes along what the visit knows."""
    story = Story(stage, CAME)
    page = stage.page("complaint", CLERK)
    assert isinstance(page, ComplaintPage)
    form = page.begin_from_reception(story.visit.id)
    assert isinstance(form, ComplaintForm)
    form.field("occurred_at").set_value(stage.estate.clock.moment)
    form.field("about").set_value(story.office.department)
    form.field("severity").set_value(Severity.IMPORTANT)
    for key in ("course", "demand"):
        form.field(key).set_value(story.said[key])


def joining(stage: Stage) -> None:
    """The other resident of the flat calls about the same."""
    story = Story(stage, "presented")
    second = story.home.residents[1]
    page = stage.page("complaint", CLERK)
    assert isinstance(page, ComplaintPage)
    form = page.begin_for_resident(second.id)
    assert isinstance(form, ComplaintForm)
    stage.settle()
    dialog = form.join(story.course.case.detail.id)
    assert dialog is not None
    dialog.field("words").set_value(story.said["joined"])
    stage.cover(dialog)


def on_today(until: str, section: Section, login: str = CLERK) -> Scene:
    """The line of the case on the first page."""

    def scene(stage: Stage) -> None:
        """Where the case stands on the first page."""
        story = Story(stage, until)
        page = stage.page("today", login)
        assert isinstance(page, TodayPage)
        page.list.setFocus()
        number = story.course.case.detail.number
        for row, line in enumerate(page.list.lines.lines):
            if isinstance(line, Shown) and (line.section, line.number) == (section, number):
                page.list.setCurrentIndex(page.list.lines.index(row))
                return
        raise LookupError(f"{number} is not under {section}")

    return scene


# Deeds


def deed(until: str, code: str, login: str = CLERK, **typed: Any) -> Scene:
    """The dialog of a deed, filled; a text that begins with @ is what the story says there."""

    def scene(stage: Stage) -> None:
        """What a deed of the case asks for."""
        story = Story(stage, until)
        record = story.record(login)
        act = record.bar.act(code)
        assert act is not None
        dialog = record.run(act)
        assert isinstance(dialog, DeedDialog)
        _fill(story, dialog, typed)
        stage.cover(dialog)

    return scene


def promise(stage: Stage) -> None:
    """Within the letter of authority."""
    story = Story(stage, "joined")
    letter, record = story.course.letter, story.record()
    dialog = promise_acts.promise_dialog(record._deeds, record.case(), record.window())
    due = record._deeds.now() + timedelta(hours=4)
    typed = {"made_by": letter.holder, "post": letter.post, "due_at": due, "amount": "800"}
    _fill(story, dialog, {"text": "@promise", "covered": "yes", **typed})
    stage.cover(dialog)


def approval(stage: Stage) -> None:
    """The general manager over the clerk's shoulder."""
    record = Story(stage, "attested").record()
    act = record.bar.act("approve")
    assert act is not None
    record.run(act)
    dialog = record.window().findChild(ApprovalDialog)
    assert isinstance(dialog, ApprovalDialog)
    stage.cover(dialog)
    stage.type(dialog.login.control, ABOVE)
    stage.type(dialog.password.control, PASSWORD)


def _fill(story: Story, dialog: DeedDialog, typed: dict[str, Any]) -> None:
    for key, value in typed.items():
        told = story.said[value[1:]] if str(value).startswith("@") else value
        dialog.field(key).set_value(told)
        dialog.fields.changed.emit()
    story.stage.settle()


# The record


def shown(until: str, part: str = "") -> Scene:
    """The case as it stands, from the top or down to a part."""

    def scene(stage: Stage) -> None:
        """The case as it stands."""
        record = Story(stage, until).record()
        if part:
            scroll_of(record).ensureWidgetVisible(getattr(record, part), 0, 0)

    return scene


def shut(stage: Stage) -> None:
    """Every deed; the closing says what it waits for."""
    record = Story(stage, "handled").record()
    sheet = record.bar.open_sheet()
    assert sheet is not None
    stage.settle()
    stage.over.append((sheet, sheet.pos() - record.window().pos()))


def printed(stage: Stage) -> None:
    """The record of the closed case before it is printed."""
    stage.cover(Story(stage, "reported").record().open_preview())


SCENES: dict[str, Scene] = {
    "case-01-visit": visit,
    "case-02-complaint": written,
    "case-03-today-to-judge": on_today(WRITTEN, Section.JUDGE),
    "case-04-judged": deed(WRITTEN, "judge", decision="file", ground="on_site"),
    "case-05-clocks": shown("judged"),
    "case-06-handed-out": deed(
        "judged", "hand_out", departments=[HONG_KONG.department], text="@task"
    ),
    "case-07-presented": deed(
        "handed out",
        "forward",
        rule="forward.by_supervisor",
        post="property_manager",
        person="@leader",
        how="phone",
    ),
    "case-08-another-caller": joining,
    "case-09-promise": promise,
    "case-10-today-promised": on_today("promised", Section.PROMISES),
    "case-11-progress": deed("promised", "tell_progress", text="@progress"),
    "case-12-today-overdue": on_today("late", Section.OVERDUE),
    "case-13-handled": deed("late", "handle", process="@process", on_site="yes"),
    "case-14-missing": shown("handled"),
    "case-15-closing-shut": shut,
    "case-16-corrective-action": deed(
        "handled",
        "write_corrective_action",
        cause="@cause",
        correction="@correction",
        prevention="@prevention",
        responsible="@head",
    ),
    "case-17-today-approvals": on_today("attested", Section.APPROVALS, LEAD),
    "case-18-approval": approval,
    "case-19-verified": deed("approved", "verify", LEAD, text="@seen"),
    "case-20-summary": deed(
        "verified",
        "summarise",
        why_it_happened="@why",
        what_was_learnt="@learnt",
        how_to_avoid="@avoid",
    ),
    "case-21-today-callbacks": on_today("a week later", Section.CALLBACKS),
    "case-22-called-back": deed(
        "a week later",
        "call_back",
        how="phone",
        outcome="reached",
        satisfaction="satisfied",
        opinion="@opinion",
    ),
    "case-23-special-report": deed("called back", "special_report", review="@review"),
    "case-24-done": shown("reported"),
    "case-25-journal": shown("reported", "timeline"),
    "case-26-printed": printed,
}
