"""What the deeds of the locks share: when they are there, the file and the note they ask for."""

from functools import partial

from desk.domain import release_pass as rules
from desk.domain.release_pass import State
from desk.domain.release_pass_locks import LockCode
from desk.i18n import _
from desk.services import release_pass_evidence as evidence
from desk.services.release_pass import Pass
from desk.ui.kit.deed_dialog import Asked
from desk.ui.kit.text_field import TextField
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.file_field import FileField
from desk.wording import reasons_words


def is_asked(code: LockCode, known: Pass) -> bool:
    """Whether a draft has the lock at all."""
    is_draft = known.facts.state is State.DRAFT
    return is_draft and any(one.asked for one in known.locks if one.code is code)


def is_open(code: LockCode, known: Pass) -> bool:
    return any(not one.holds for one in known.locks if one.code is code)


def why_not(deeds: PassDeeds, known: Pass) -> str:
    return reasons_words(evidence.evidence_reasons(deeds.workplace, known))


def files(deeds: PassDeeds, known: Pass) -> FileField:
    return FileField(deeds.attachments(known.detail.id))


def asked_note() -> Asked:
    return Asked("note", partial(TextField, rules.REMARK_LIMIT, lines=2), _note_words)


def _note_words() -> str:
    return _("Note")
