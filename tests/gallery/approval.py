"""Scenes of a second person's approval over the clerk's shoulder."""

from collections.abc import Callable

from desk.domain.approval import Answer, Line, Verdict
from desk.domain.complaint import State
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.ui.kit.approval_dialog import ApprovalDialog, ApprovalQuestion
from tests.gallery.stage import Stage

_TOLD = {
    "zh_Hant": (
        "投訴逾期 1 天，須經批准",
        "物業部經理",
        ("時限", "輕微 · 2 日內處理 (M2 R150) · 曆日 · 由 3/5 10:12 起"),
        ("事由", "大堂地面濕滑，住戶兩次反映仍未清理"),
        ("逾期原因", "維修承辦商要待星期一才能到場，已向投訴人說明"),
    ),
    "zh_Hans": (
        "投诉逾期 1 天，须经批准",
        "物业部经理",
        ("时限", "轻微 · 2 日内处理 (M2 R150) · 自然日 · 由 3/5 10:12 起"),
        ("事由", "大堂地面湿滑，业主两次反映仍未清理"),
        ("逾期原因", "维修单位周一才能到场，已向投诉人说明"),
    ),
}


def _asked(stage: Stage) -> ApprovalDialog:
    window = stage.desk("complaint", "reception")
    page = window.page()
    page.open_key(str(stage.estate.complaints[State.REGISTERED]))
    title, post, *lines = _TOLD.get(stage.language, _TOLD["zh_Hant"])
    clerk = window._clerk.name
    told = tuple(Line(label, value) for label, value in lines)
    dialog = ApprovalDialog(ApprovalQuestion(str(title), told, str(post), clerk), _refuses, window)
    stage.cover(dialog)
    return dialog


def _refuses(_answer: Answer) -> None:
    raise RuleRefused(
        [
            Reason("approval.same_person", "login"),
            Reason("approval.role", "login", {"role": "receptionist"}),
            Reason("approval.note.missing", "note"),
        ]
    )


def asked(stage: Stage) -> None:
    """What is to be approved, and by whom; nothing typed yet."""
    _asked(stage)


def refused(stage: Stage) -> None:
    """The clerk herself tried: everything that is wrong stands beside its field."""
    dialog = _asked(stage)
    stage.type(dialog.login.control, "reception")
    stage.type(dialog.password.control, "open sesame 1")
    dialog.answer(Verdict.REFUSED)


SCENES: dict[str, Callable[[Stage], None]] = {
    "approval": asked,
    "approval-refused": refused,
}
