"""Scenes of handling a case: its dialogs, a promise beyond the letter, the letters themselves."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from desk.domain.authority_letter import Letter, LetterEntry
from desk.domain.policy import Post
from desk.services import authority_letter, department
from desk.ui.complaint import promise_acts
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.promise_dialog import PromiseDialog
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.deed_dialog import DeedDialog
from tests.gallery.stage import Stage

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh_Hant": {
        "holder": "黃經理",
        "signer": "何總經理",
        "matters": "減免當月管理費；修復或賠償住戶財物；安排臨時住宿",
        "promise": "三日內修復天花並賠償地毯，費用由管理處承擔。",
        "department": "保安部",
        "task": "請即派員到場查看，今日內回覆。",
    },
    "zh_Hans": {
        "holder": "黄经理",
        "signer": "何总经理",
        "matters": "减免当月物业费；修复或赔偿业主财物；安排临时住宿",
        "promise": "三日内修复天花板并赔偿地毯，费用由管理处承担。",
        "department": "秩序维护部",
        "task": "请立即派人到场查看，今天内答复。",
    },
    "en": {
        "holder": "Wong Siu Ming",
        "signer": "Ho Ting Fung",
        "matters": "Waiving a month's fee; repairing or replacing residents' property",
        "promise": "The ceiling is repaired and the carpet replaced within three days.",
        "department": "Security",
        "task": "Send somebody to look now, and answer today.",
    },
}


def _words(stage: Stage) -> Mapping[str, str]:
    return _WORDS.get(stage.language, _WORDS["en"])


def _record(stage: Stage, state: str) -> ComplaintRecord:
    page = stage.page("complaint", "supervisor")
    assert isinstance(page, ComplaintPage)
    record = page.open_key(str(stage.estate.complaints[state]))
    assert isinstance(record, ComplaintRecord)
    stage.settle()
    return record


def _asked(stage: Stage, state: str, code: str) -> DeedDialog:
    record = _record(stage, state)
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert isinstance(dialog, DeedDialog)
    stage.cover(dialog)
    return dialog


def hand_out(stage: Stage) -> None:
    """To whom the sheet goes, and what they are asked."""
    dialog = _asked(stage, "busy", "hand_out")
    known = [one.name for one in department.departments(stage.estate.enter("supervisor"))]
    dialog.field("departments").set_value(known[1:3] or _words(stage)["department"])
    dialog.field("text").set_value(_words(stage)["task"])
    stage.settle()


def handle(stage: Stage) -> None:
    """How it was handled: everything that is missing is said at once."""
    dialog = _asked(stage, "busy", "handle")
    dialog.field("at").set_value(None)
    dialog.save()
    stage.settle()


def at_once(stage: Stage) -> None:
    """The five reasons."""
    _asked(stage, "registered", "act_immediately").field("immediate").set_value(["a", "c"])
    stage.settle()


def _letter(stage: Stage) -> Letter:
    """The sample estate's, or one of the manager's where it has none."""
    said, today = _words(stage), stage.estate.clock.moment.date()
    desk = stage.estate.enter("supervisor")
    for letter in authority_letter.of_day(desk, today):
        return letter
    entry = LetterEntry(
        Post.OFFICE_MANAGER,
        said["holder"],
        date(today.year, 1, 1),
        date(today.year, 12, 31),
        Decimal(2_000),
        said["matters"],
        said["signer"],
    )
    return authority_letter.add(desk, entry).letter


def _beyond(stage: Stage) -> PromiseDialog:
    letter = _letter(stage)
    record = _record(stage, "busy")
    dialog = promise_acts.promise_dialog(record._deeds, record.case(), record.window())
    stage.cover(dialog)
    said, now = _words(stage), record._deeds.now()
    typed = {
        "text": said["promise"],
        "made_by": letter.holder,
        "post": letter.post,
        "due_at": now + timedelta(days=3),
        "amount": "5,800",
        "covered": "yes",
    }
    for key, value in typed.items():
        dialog.field(key).set_value(value)
    dialog.save()
    stage.settle()
    return dialog


def promise(stage: Stage) -> None:
    """Beyond the letter of authority: what stands against it, and the way to ask."""
    _beyond(stage)


def promise_word(stage: Stage) -> None:
    """What the manager is shown before she signs in."""
    stage.cover(_beyond(stage).ask_above())


def letters(stage: Stage) -> None:
    """The letters of the year in the settings."""
    _letter(stage)
    page = stage.page("settings", "supervisor")
    page.open_key("authority")
    stage.settle()


SCENES: dict[str, Callable[[Stage], None]] = {
    "handling-hand-out": hand_out,
    "handling-refused": handle,
    "handling-at-once": at_once,
    "promise-beyond": promise,
    "promise-word": promise_word,
    "settings-authority": letters,
}
