"""The head of a page that is not high: one band with estate, title and number left, QR right.

The document control head (R224) stands in one row under them.
"""

from desk.printing import head
from desk.printing.job import Job, Title
from desk.printing.papers import MM
from desk.printing.pen import Frame, Hand, Pen
from desk.printing.text import break_lines

_ESTATE = 0.5  # points by which the estate's name is larger than text
_LEADING = 1.3
_LEAST_TITLE = 12.0
_APART = 5 * MM  # between the title and the number, and before the QR with its quiet zone
_BETWEEN = 12.0  # between two entries of the control row
_ENTRY = 48 * MM


def height(hand: Hand, job: Job, title: Title, width: float) -> float:
    """What the band needs, down to the grid, in points."""
    paper = hand.paper
    right = paper.qr * MM + paper.small * 1.5 if title.scan_code else 0.0
    return max(right, _left_height(hand, job, title, width)) + paper.space.head * MM


def draw(pen: Pen, job: Job, title: Title, frame: Frame) -> None:
    """Draw the band at the top of its frame."""
    hand, width = pen.hand, frame.width
    free = frame.height - hand.paper.space.head * MM - _left_height(hand, job, title, width)
    _draw_left(pen, job, title, frame._replace(top=frame.top - free / 2))
    right = frame.left + width
    if title.scan_code:
        head.draw_code(pen, title.scan_code, right, frame.top)
    elif title.numbered:
        head.draw_entry(pen, right, frame.top, _ENTRY)


def _room(hand: Hand, title: Title, width: float) -> float:
    """What the QR with its code, or the lines of a blank form, leave of the width."""
    if not title.numbered:
        return width
    code = hand.regular.width(title.scan_code, hand.paper.small)
    aside = max(hand.paper.qr * MM, code) if title.scan_code else _ENTRY
    return width - aside - _APART


def _estate(hand: Hand, job: Job, room: float) -> list[str]:
    return break_lines(job.estate, room / (hand.paper.text + _ESTATE), hand.bold.char_width)


def _title(hand: Hand, title: Title, room: float) -> tuple[list[str], float, bool]:
    """The title's lines, its size, and whether the number has room behind it."""
    size, face = hand.paper.title, hand.bold
    number = head.number_width(hand, title.number) + _APART if title.numbered else 0.0
    while size > _LEAST_TITLE and face.width(title.name, size) + number > room:
        size -= 1
    lines = break_lines(title.name, room / size, face.char_width)
    return lines, size, len(lines) == 1 and face.width(title.name, size) + number <= room


def _control_lines(hand: Hand, job: Job, room: float) -> list[list[tuple[str, str]]]:
    """The control head's entries, as many a line as there is room for."""
    lines: list[list[tuple[str, str]]] = []
    left = 0.0
    for caption, value in head.control(job):
        wide = _entry_width(hand, caption, value) + _BETWEEN
        if wide > left:
            lines.append([])
            left = room + _BETWEEN
        left -= wide
        lines[-1].append((caption, value))
    return lines


def _entry_width(hand: Hand, caption: str, value: str) -> float:
    size = hand.paper.small
    return hand.bold.width(f"{caption} ", size) + hand.regular.width(value, size)


def _left_height(hand: Hand, job: Job, title: Title, width: float) -> float:
    paper, room = hand.paper, _room(hand, title, width)
    lines, size, beside = _title(hand, title, room)
    number = paper.text * 1.6 if title.numbered and not beside else 0.0
    control = len(_control_lines(hand, job, room)) * paper.small * 1.4
    estate = len(_estate(hand, job, room)) * (paper.text + _ESTATE) * _LEADING
    return estate + len(lines) * size * _LEADING + number + control


def _draw_left(pen: Pen, job: Job, title: Title, frame: Frame) -> None:
    hand, paper, left = pen.hand, pen.hand.paper, frame.left
    room, y = _room(hand, title, frame.width), frame.top
    for line in _estate(hand, job, room):
        y -= (paper.text + _ESTATE) * _LEADING
        pen.text(left, y + 0.3 * paper.text, line.rstrip(), paper.text + _ESTATE, bold=True)
    lines, size, beside = _title(hand, title, room)
    end = left
    for line in lines:
        y -= size * _LEADING
        end = pen.text(left, y + 0.3 * size, line.rstrip(), size, bold=True)
    if title.numbered and beside:
        head.draw_number(pen, title.number, end + _APART, y + 0.3 * size)
    elif title.numbered:
        y -= paper.text * 1.6
        head.draw_number(pen, title.number, left, y + 0.4 * paper.text)
    for entries in _control_lines(hand, job, room):
        y -= paper.small * 1.4
        x = left
        for caption, value in entries:
            after = pen.text(x, y + 0.3 * paper.small, f"{caption} ", paper.small, bold=True)
            x = pen.text(after, y + 0.3 * paper.small, value, paper.small) + _BETWEEN
