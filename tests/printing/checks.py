"""What may be on a page of paper at all, and what stands on it."""

from reportlab.pdfbase import pdfmetrics

from desk import i18n
from desk.printing.ops import Box, Glyphs, Line, Op, Page, Polyline, Squares, Turned
from desk.printing.papers import MM, STRIP

_MARGIN = 4 * MM  # where printers do not print
_CONTINUOUS = 241 * MM
_Ink = tuple[float, float, float, float, str]


def squeezed(text: str) -> str:
    """Without any blank."""
    return "".join(text.split())


def writing(page: Page) -> str:
    """Every piece of text of a page."""
    return " ".join(op.text for op in page.ops if isinstance(op, Glyphs))


def stamps(page: Page) -> list[str]:
    """What is written across the page; section names stand upright and have no outline."""
    turned = (op for op in page.ops if isinstance(op, Turned) and op.stroke)
    return ["".join(piece.text for piece in op.pieces) for op in turned]


def faults(page: Page) -> list[Op]:
    """What leaves the page, or is too small or too thin to be read on a third copy."""
    return [op for op in page.ops if _is_outside(op, page) or _is_faint(op)]


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Words that stand on others."""
    words = [_ink(op) for op in page.ops if isinstance(op, Glyphs) and op.text.strip()]
    words.sort(key=lambda ink: ink[1])
    return [
        (ink[4], other[4])
        for number, ink in enumerate(words)
        for other in words[number + 1 :]
        if other[1] < ink[3] and _meet(ink, other)
    ]


def crossings(page: Page) -> list[str]:
    """Words that an upright line goes through."""
    words = [_ink(op) for op in page.ops if isinstance(op, Glyphs) and op.text.strip()]
    upright = [op for op in page.ops if isinstance(op, Line) and op.x1 == op.x2]
    return [
        ink[4]
        for ink in words
        for line in upright
        if ink[0] + 0.3 < line.x1 < ink[2] - 0.3
        and min(line.y1, line.y2) < ink[3] - 0.3
        and max(line.y1, line.y2) > ink[1] + 0.3
    ]


def room_to_sign(page: Page, title: str, language: str) -> float:
    """The free height between a signature box's title and the lines under it, in points."""
    with i18n.speaking(language):
        name = i18n.pgettext("paper", "Name")
    words = [op for op in page.ops if isinstance(op, Glyphs)]
    head = min((op for op in words if op.text == title), key=lambda op: op.y)
    below = max(
        op.y + op.size
        for op in words
        if op.text == name and op.y < head.y and abs(op.x - head.x) < MM
    )
    return head.y - 0.25 * head.size - below


def _ink(op: Glyphs) -> _Ink:
    width = pdfmetrics.stringWidth(op.text, op.face, op.size)
    return op.x, op.y - 0.08 * op.size, op.x + width, op.y + 0.8 * op.size, op.text


def _meet(one: _Ink, other: _Ink) -> bool:
    """Whether two pieces cover one another by more than a hair."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 0.3 and high > 0.3


def _is_outside(op: Op, page: Page) -> bool:
    """Whether any part of it lies in the outer 4 mm, or in a strip of sprocket holes."""
    side = STRIP * MM if abs(page.width - _CONTINUOUS) < 1 else _MARGIN
    return not all(
        side <= x <= page.width - side and _MARGIN <= y <= page.height - _MARGIN
        for x, y in _corners(op)
    )


def _corners(op: Op) -> list[tuple[float, float]]:
    match op:
        case Glyphs():
            width = pdfmetrics.stringWidth(op.text, op.face, op.size)
            return [(op.x, op.y - 0.25 * op.size), (op.x + width, op.y + op.size)]
        case Line():
            return [(op.x1, op.y1), (op.x2, op.y2)]
        case Box():
            return [(op.x, op.y), (op.x + op.w, op.y + op.h)]
        case Polyline():
            return list(op.points)
        case Squares():
            ends = ((0, 0), (1, 1))
            return [(x + w * a, y + h * b) for x, y, w, h in op.rectangles for a, b in ends]
    return []


def _is_faint(op: Op) -> bool:
    """Text under 9 pt, or a line under 0.5 pt."""
    match op:
        case Glyphs():
            return op.size < 9
        case Box():
            return op.line < 0.5
        case Line() | Polyline():
            return op.width < 0.5
    return False
