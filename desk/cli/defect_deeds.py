"""The deeds on a defect 待整改項 as words of the command line (R35)."""

from dataclasses import replace
from pathlib import Path

from desk.cli.case.deed import Given, choice, day, text
from desk.cli.case.record_deed import RecordDeed, by_name
from desk.cli.case.words import AT, WHY
from desk.domain.defect import (
    BuilderEntry,
    DoneEntry,
    PromiseEntry,
    RecheckEntry,
    RemindEntry,
    RemindHow,
)
from desk.domain.inspection import Verdict
from desk.i18n import N_
from desk.services import attachment, defect
from desk.services.defect import Defect
from desk.services.workplace import Workplace

DefectDeed = RecordDeed[Defect]


def _builder(workplace: Workplace, known: Defect, given: Given) -> Defect:
    """What is not given stays."""
    row = known.detail
    entry = BuilderEntry(
        given["builder"] or row.builder,
        given["contact"] or row.contact,
        given["phone"] or row.phone,
    )
    return defect.builder(workplace, row.id, row.version, entry)


def _promise(workplace: Workplace, known: Defect, given: Given) -> Defect:
    entry = PromiseEntry(given["on"], given["by"])
    return defect.promise(workplace, known.detail.id, known.detail.version, entry)


def _remind(workplace: Workplace, known: Defect, given: Given) -> Defect:
    entry = RemindEntry(given["how"], given["to"], given["answer"], given["at"], given["promised"])
    return defect.remind(workplace, known.detail.id, known.detail.version, entry)


def _done(workplace: Workplace, known: Defect, given: Given) -> Defect:
    entry = DoneEntry(given["by"], given["at"], given["remark"])
    return defect.done(workplace, known.detail.id, known.detail.version, entry)


def _recheck(workplace: Workplace, known: Defect, given: Given) -> Defect:
    """A photo that cannot be read leaves everything as it was."""
    if given["photo"]:
        attachment.read(Path(given["photo"]))
    entry = RecheckEntry(given["verdict"], given["by"], given["remark"], given["at"])
    key = known.detail.id
    done = defect.recheck(workplace, key, known.detail.version, entry)
    if given["photo"]:
        attachment.add(workplace, defect.KIND, key, Path(given["photo"]))
    return done


def _void(workplace: Workplace, known: Defect, given: Given) -> Defect:
    return defect.void(workplace, known.detail.id, known.detail.version, given["why"])


_REMARK = text("remark", N_("what was seen"))

DEEDS = by_name(
    (
        DefectDeed(
            "promise",
            N_("the builder names a day"),
            (
                replace(day("on", N_("the day that was promised")), needed=True),
                text("by", N_("who promised it")),
            ),
            _promise,
        ),
        DefectDeed(
            "remind",
            N_("the builder was reminded"),
            (
                choice("how", RemindHow, N_("by which way"), needed=True, vocabulary="remind_how"),
                text("to", N_("who was reminded")),
                text("answer", N_("what was answered")),
                day("promised", N_("the day named in the answer")),
                AT,
            ),
            _remind,
        ),
        DefectDeed(
            "done",
            N_("the builder says that it is done"),
            (text("by", N_("who said so")), AT, _REMARK),
            _done,
        ),
        DefectDeed(
            "recheck",
            N_("it was looked at again"),
            (
                choice("verdict", Verdict, N_("whether it passes"), needed=True),
                text("by", N_("who looked")),
                _REMARK,
                AT,
                text("photo", N_("a photo of it, a file")),
            ),
            _recheck,
        ),
        DefectDeed(
            "builder",
            N_("somebody else is to repair it"),
            (
                text("builder", N_("the company")),
                text("contact", N_("whom to turn to there")),
                text("phone", N_("the contact’s phone")),
            ),
            _builder,
        ),
        DefectDeed("void", N_("declare it void: a supervisor or a manager"), (WHY,), _void),
    )
)
