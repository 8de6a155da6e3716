"""The head of every page: document control, estate and title, number, QR with its short code."""

from desk.i18n import pgettext
from desk.printing import qr
from desk.printing.job import Job, Title
from desk.printing.papers import MM
from desk.printing.pen import Frame, Hand, Pen
from desk.printing.text import break_lines

_LEAST_TITLE = 12.0
_ESTATE = 1.5  # points by which the estate's name is larger than text
_NUMBER = 0.5  # and the record's number
_BLANK_NUMBER = 42 * MM


def height(hand: Hand, job: Job, title: Title, width: float) -> float:
    """What the head needs, down to the grid, in points."""
    small = hand.paper.small
    control = len(_control_lines(hand, job, width * hand.paper.aside)) * small * 1.4
    code = hand.paper.qr * MM + small * 1.5 if title.numbered else 0.0
    return max(control, code, _middle_height(hand, job, title, width)) + _gap(hand)


def draw(pen: Pen, job: Job, title: Title, frame: Frame) -> None:
    """Draw the head at the top of its frame."""
    left, top, width, _height = frame
    aside = width * pen.hand.paper.aside
    _draw_control(pen, job, left, top, aside)
    _draw_middle(pen, job, title, frame)
    if title.scan_code:
        draw_code(pen, title.scan_code, left + width, top)
    elif title.numbered:
        draw_entry(pen, left + width, top, aside)


def _gap(hand: Hand) -> float:
    return hand.paper.space.head * MM


def control(job: Job) -> list[tuple[str, str]]:
    """The filled lines of the document control head (R224): caption and value."""
    document = job.document
    since = job.custom.date(document.effective_on) if document.effective_on else ""
    lines = [
        (pgettext("paper", "Doc. no."), document.number),
        (pgettext("paper", "Version"), document.version),
        (pgettext("paper", "Revisions"), document.revision),
        (pgettext("paper", "Effective"), since),
    ]
    return [line for line in lines if line[1]]


def _draw_control(pen: Pen, job: Job, left: float, top: float, width: float) -> None:
    size = pen.hand.paper.small
    column = _caption_width(pen.hand, job)
    y = top - size
    for caption, value in _control_lines(pen.hand, job, width):
        pen.text(left, y, caption, size, bold=True)
        pen.text(left + column, y, value, size)
        y -= size * 1.4


def _control_lines(hand: Hand, job: Job, width: float) -> list[tuple[str, str]]:
    """The same, cut to lines of `width`; a line that goes on has no caption."""
    room = (width - _caption_width(hand, job)) / hand.paper.small
    cut = []
    for caption, value in control(job):
        first, *more = break_lines(value, room, hand.regular.char_width)
        cut.extend([(caption, first), *(("", line) for line in more)])
    return cut


def _caption_width(hand: Hand, job: Job) -> float:
    size = hand.paper.small
    return 6 + max((hand.bold.width(line[0], size) for line in control(job)), default=0.0)


def _middle(hand: Hand, job: Job, title: Title, width: float) -> tuple[list[str], list[str], float]:
    """The lines of the estate's name, those of the title, and the title's size."""
    paper = hand.paper
    room = width * (1 - 2 * paper.aside) - 18
    estate = break_lines(job.estate, room / (paper.text + _ESTATE), hand.bold.char_width)
    size = paper.title
    while size > _LEAST_TITLE and hand.bold.width(title.name, size) > room:
        size -= 1
    return estate, break_lines(title.name, room / size, hand.bold.char_width), size


def _middle_height(hand: Hand, job: Job, title: Title, width: float) -> float:
    estate, lines, size = _middle(hand, job, title, width)
    number = 2.6 * hand.paper.text if title.numbered else 0.0
    return (len(estate) * (hand.paper.text + _ESTATE) + len(lines) * size) * 1.3 + number


def _draw_middle(pen: Pen, job: Job, title: Title, frame: Frame) -> None:
    paper, width = pen.hand.paper, frame.width
    estate, lines, size = _middle(pen.hand, job, title, width)
    spare = frame.height - _gap(pen.hand) - _middle_height(pen.hand, job, title, width)
    x, y = frame.left + width / 2, frame.top - spare / 2
    above = [(line, paper.text + _ESTATE) for line in estate]
    for text, points in above + [(line, size) for line in lines]:
        y -= points * 1.3
        pen.middle(x, y + points * 0.3, text.rstrip(), points, bold=True)
    if title.numbered:
        wide = number_width(pen.hand, title.number)
        draw_number(pen, title.number, x - wide / 2, y - 1.7 * paper.text)


def number_width(hand: Hand, number: str) -> float:
    """How wide the number stands with its caption, or the line to write it on."""
    caption = pgettext("paper", "No.") + " "
    wide = hand.bold.width(caption + number, hand.paper.text + _NUMBER)
    return wide + (0 if number else _BLANK_NUMBER)


def draw_number(pen: Pen, number: str, x: float, y: float) -> None:
    """The record's number, or a line to write it on."""
    caption = pgettext("paper", "No.") + " "
    end = pen.text(x, y, caption + number, pen.hand.paper.text + _NUMBER, bold=True)
    if not number:
        pen.rule(end, end + _BLANK_NUMBER, y - 1.5)


def draw_code(pen: Pen, code: str, right: float, top: float) -> None:
    """The QR, and its code in the middle under it; a code wider than the QR ends with it."""
    size, side = pen.hand.paper.small, pen.hand.paper.qr * MM
    pen.squares(qr.squares(code, right - side, top - side, side))
    y = top - side - size * 1.2
    if pen.hand.regular.width(code, size) > side:
        pen.right(right, y, code, size)
    else:
        pen.middle(right - side / 2, y, code, size)


def draw_entry(pen: Pen, right: float, top: float, width: float) -> None:
    """A blank form is typed in later, with the real time (R86): by whom and when."""
    size = pen.hand.paper.small
    y = top - size
    for caption in (pgettext("paper", "Entered by"), pgettext("paper", "Entered at")):
        start = right - width
        end = pen.text(start, y, caption, size)
        pen.rule(end + 3, right, y - 1.5)
        y -= size * 2.2
