"""Words that several screens of the print room share."""

import datetime as dt

from desk.domain.signed_paper import PaperStanding
from desk.i18n import EstateFormat, _, pgettext
from desk.services.print_log import PrintDetail
from desk.services.signed_paper import PaperRow
from desk.services.signed_paper_find import Scanned
from desk.ui.kit.chips import Chip
from desk.ui.kit.theme import Tone
from desk.wording import label, sentence
from desk.wording.deadline import duration_words

_DAY = dt.timedelta(days=1)
_LONG = dt.timedelta(days=3)
_DIGEST = 16  # characters of it that are shown
_MOST_LINES = 200

_TONES = {
    PaperStanding.OUT: Tone.DUE,
    PaperStanding.HOME: Tone.DONE,
    PaperStanding.REPLACED: Tone.OVERDUE,
    PaperStanding.VOID: Tone.OVERDUE,
    PaperStanding.FORGED: Tone.OVERDUE,
}


class ScannedWords:
    """The words of a paper that was scanned while something else had to be finished first."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __call__(self) -> str:
        return _("Scanned: {code}. Open it").format(code=self.code)


def told(found: Scanned) -> list[str]:
    """What a code turned out to be, sentence by sentence, without the line that names the paper."""
    said = found.said[1:] if found.paper is not None else found.said
    return [sentence(one.code, one.parameters) for one in said]


def form_words(row: PaperRow) -> str:
    """What the paper is called: as it was printed, else by its form."""
    return row.title or label("form", row.form)


def paper_line(found: Scanned, custom: EstateFormat) -> str:
    """Which paper it is, in one line."""
    row = found.paper
    if row is None:
        return found.number or found.text
    parts = (row.number, form_words(row), printed_line(row, custom))
    return " · ".join(filter(None, parts))


def printed_line(row: PaperRow, custom: EstateFormat) -> str:
    """When and by whom it was printed."""
    parts = [custom.datetime(row.printed_at), row.printed_by]
    if row.reprint:
        parts.append(_("reprint {count}").format(count=row.reprint))
    return " · ".join(parts)


def standing_chip(standing: PaperStanding) -> Chip:
    """How a paper stands, by colour, shape and words."""
    return Chip(_TONES.get(standing, Tone.NEUTRAL), label("paper_standing", standing))


def age_chip(row: PaperRow, now: dt.datetime) -> Chip:
    """How long a paper has been out: quiet today, due from a day on, overdue from three."""
    age = now - row.printed_at
    tone = Tone.NEUTRAL if age < _DAY else Tone.DUE if age < _LONG else Tone.OVERDUE
    words = _("out for {duration}")
    return Chip(tone, words.format(duration=duration_words(age)))


def kept_lines(detail: PrintDetail) -> list[str]:
    """What the log keeps of a print beside its values: printer, paper, template, rules, digest."""
    row = detail.row
    told = (
        (_("Printer"), row.printer or label("destination", row.destination)),
        (_("Paper"), row.paper),
        (_("Language"), label("language", row.language)),
        (_("Copies"), str(row.copies)),
        (_("Template"), row.template_version),
        (_("Rules"), detail.rules),
        (_("Digest"), row.digest[:_DIGEST]),
    )
    return [_colon(name, value) for name, value in told if value]


def value_lines(detail: PrintDetail) -> list[str]:
    """What stood on the paper, a line each; the rows of a table stand in."""
    said = [one for one in detail.lines if one.value or one.depth == 0][:_MOST_LINES]
    return ["    " * one.depth + _colon(one.label, one.value) for one in said]


def _colon(name: str, value: str) -> str:
    return pgettext("print", "{name}: {value}").format(name=name, value=value)


def title() -> str:
    """The room."""
    return _("Print room")


def papers_out() -> str:
    return _("Papers out")


def not_answered() -> str:
    return _("Prints to confirm")


def log() -> str:
    return _("Print log")


def forms() -> str:
    return _("Forms")


def home() -> str:
    return _("Signed paper returned")


def take_home() -> str:
    return _("Take in")


def signed_on() -> str:
    return _("Day of signing")


def signed_by() -> str:
    return pgettext("signed paper", "Who signed")


def remark() -> str:
    return pgettext("signed paper", "What stands on it")


def remark_hint() -> str:
    return _("What was done, what was answered, what the signer wrote")


def pages() -> str:
    return _("Scan or photos")


def knowingly() -> str:
    return _("Noticed")


def let_go() -> str:
    return _("Let go")


def why() -> str:
    return _("Why")


def form() -> str:
    return _("Form")


def number() -> str:
    return _("Number")


def printed() -> str:
    return _("When printed")


def outcome() -> str:
    return pgettext("print", "Outcome")


def clerk() -> str:
    return _("Printed by")


def days() -> str:
    return _("Days")


def age() -> str:
    return _("Age")


def copies(row: PaperRow) -> str:
    """How many copies, where it is more than one."""
    return _("{count} copies").format(count=row.copies) if row.copies > 1 else ""
