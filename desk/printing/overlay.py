"""套打: a form's values alone, each in its place on stock that was printed before.

Places are in millimetres from the upper left corner of the paper. The stock itself is never drawn;
its picture belongs on the screen.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import speaking
from desk.printing import fonts, qr
from desk.printing.form import FormData
from desk.printing.form import texts as texts_of
from desk.printing.ops import Page
from desk.printing.overlay_values import row_of, values
from desk.printing.papers import MM, PAPERS, Paper
from desk.printing.pen import Hand, Pen
from desk.printing.sheet import strike
from desk.printing.text import break_lines

Align = Literal["left", "middle", "right"]

LEAST_SIZE, MOST_SIZE = 9.0, 36.0
LEAST_WIDTH = 3.0
MOST_LINES = 40
MOST_FIELDS = 400
LEAST_QR = 18.0
QR = "qr"  # the name of the field that draws the record's code

_EDGE = 4.0  # millimetres of cut paper that printers do not reach
_LEADING = 1.25
_ASCENT = 0.88
_STEP = 0.5


@dataclass(frozen=True)
class OverlayField:
    """Where one value stands: the upper left corner and the width of its box in millimetres.

    `name` is one of `overlay_values.names`. The text is `size` points high, or smaller where it
    would not fit, and may go on over `lines`.
    """

    name: str
    x: float
    y: float
    width: float
    size: float = 10.5
    align: Align = "left"
    lines: int = 1
    bold: bool = False

    @property
    def height(self) -> float:
        """How much of the paper it takes, in millimetres; a code is as high as it is wide."""
        return self.width if self.name == QR else self.lines * self.size * _LEADING / MM


@dataclass(frozen=True)
class Overlay:
    """The fields of one stock, and the paper it is of."""

    paper: str
    fields: tuple[OverlayField, ...] = ()


def write(overlay: Overlay) -> str:
    """The overlay as JSON."""
    return json.dumps(asdict(overlay), ensure_ascii=False, sort_keys=True)


def read(text: str) -> Overlay:
    """What was written; RuleRefused with everything that is wrong with it."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or not isinstance(content.get("fields"), list):
        raise RuleRefused([Reason("overlay.unreadable")])
    return of(content.get("paper"), content["fields"])


def of(paper: object, kept: Sequence[object]) -> Overlay:
    """An overlay from the plain values that are kept of it; RuleRefused as `read` does."""
    if not isinstance(paper, str) or paper not in PAPERS:
        raise RuleRefused([Reason("overlay.paper.unknown", "paper")])
    found = [_field(one) for one in kept]
    if len(found) > MOST_FIELDS or None in found:
        raise RuleRefused([Reason("overlay.unreadable")])
    overlay = Overlay(paper, tuple(one for one in found if one is not None))
    if wrong := reasons(overlay):
        raise RuleRefused(wrong)
    return overlay


def plain(overlay: Overlay) -> list[dict[str, Any]]:
    """Its fields as the plain values that `of` reads."""
    return [asdict(one) for one in overlay.fields]


def reasons(overlay: Overlay, known: Sequence[str] = ()) -> tuple[Reason, ...]:
    """What is wrong with it; the names are looked at where the `known` ones are given."""
    paper = PAPERS[overlay.paper]
    return tuple(reason for one in overlay.fields for reason in _reasons(one, paper, known))


def overlay_pages(data: FormData, overlay: Overlay, language: str) -> list[Page]:
    """One page with nothing but the values in their places; a void one has 作廢 across it.

    RuleRefused names every field whose text does not fit, every list with more rows than the stock
    has, and every character that no face can draw.
    """
    fonts.require(texts_of(data), language)
    paper = PAPERS[overlay.paper]
    page = Page(paper.width * MM, paper.height * MM, [])
    pen = Pen(page, Hand.of(paper, language))
    with speaking(language, data.job.custom.region):
        shown = values(data)
        wrong = [*_left_out(overlay, shown), *_drawn(pen, overlay, shown)]
        if data.job.reprint and "reprint" not in {one.name for one in overlay.fields}:
            _mark(pen, shown["reprint"])
        if data.job.void:
            strike(pen)
    if wrong:
        raise RuleRefused(wrong)
    return [page]


def _drawn(pen: Pen, overlay: Overlay, shown: Mapping[str, str]) -> list[Reason]:
    """Draw every field; what did not fit."""
    wrong = []
    for one in overlay.fields:
        text = shown.get(one.name, "")
        if text and one.name == QR:
            side, top = one.width * MM, pen.page.height - one.y * MM
            pen.squares(qr.squares(text, one.x * MM, top - side, side))
        elif text and not _draw(pen, one, text):
            told = {"name": one.name, "text": text}
            wrong.append(Reason("overlay.text.too_long", one.name, told))
    return wrong


def _draw(pen: Pen, one: OverlayField, text: str) -> bool:
    """Write a text into its box, smaller where it has to be; whether it fits.

    However small, its lines stand where the stock has its own.
    """
    fitted = _fitted(pen.hand, one, text)
    if fitted is None:
        return False
    lines, size = fitted
    left, right = one.x * MM, (one.x + one.width) * MM
    y = pen.page.height - one.y * MM - one.size * _ASCENT
    for line in lines:
        match one.align:
            case "left":
                pen.text(left, y, line, size, bold=one.bold)
            case "middle":
                pen.middle((left + right) / 2, y, line, size, bold=one.bold)
            case "right":
                pen.right(right, y, line, size, bold=one.bold)
        y -= one.size * _LEADING
    return True


def _fitted(hand: Hand, one: OverlayField, text: str) -> tuple[list[str], float] | None:
    """Its lines and their size; None where it fits at no size that can be read."""
    face, size, width = hand.face(one.bold), one.size, one.width * MM
    text = text if one.lines > 1 else " ".join(text.split("\n"))
    while size >= LEAST_SIZE:
        lines = [line.rstrip() for line in break_lines(text, width / size, face.char_width)]
        widest = max(face.width(line, size) for line in lines)
        if len(lines) <= one.lines and widest <= width + 0.01:
            return lines, size
        size -= _STEP
    return None


def _left_out(overlay: Overlay, shown: Mapping[str, str]) -> list[Reason]:
    """A list that the stock names some rows of, and the record has more."""
    has: dict[str, int] = {}
    for one in overlay.fields:
        if row := row_of(one.name):
            has[row[0]] = max(has.get(row[0], 0), row[1])
    given: dict[str, int] = {}
    for name, text in shown.items():
        if text and (row := row_of(name)) and row[0] in has:
            given[row[0]] = max(given.get(row[0], 0), row[1])
    return [
        Reason("overlay.rows.too_many", name, {"name": name, "rows": rows, "has": has[name]})
        for name, rows in given.items()
        if rows > has[name]
    ]


def _mark(pen: Pen, words: str) -> None:
    """補印 and which one, in the lower left corner of what is printed on."""
    paper = pen.hand.paper
    pen.text(paper.side * MM, paper.bottom * MM + 0.3 * paper.small, words, paper.small, bold=True)


def _field(kept: object) -> OverlayField | None:
    """One field from what is kept of it; None where its values are of another kind."""
    if not isinstance(kept, dict) or not {"name", "x", "y", "width"} <= set(kept):
        return None
    if set(kept) - {one.name for one in fields(OverlayField)}:
        return None
    numbers = [kept.get(name, 1.0) for name in ("x", "y", "width", "size")]
    if any(isinstance(one, bool) or not isinstance(one, int | float) for one in numbers):
        return None
    if type(kept["name"]) is not str or type(kept.get("lines", 1)) is not int:
        return None
    if (
        kept.get("align", "left") not in get_args(Align)
        or type(kept.get("bold", False)) is not bool
    ):
        return None
    return OverlayField(**kept)


def _reasons(one: OverlayField, paper: Paper, known: Sequence[str]) -> list[Reason]:
    """What is wrong with one field."""
    edge = max(paper.strip, _EDGE)
    across = edge <= one.x and one.x + one.width <= paper.width - edge
    down = one.y >= _EDGE and one.y + one.height <= paper.height - _EDGE
    told: dict[str, str | int] = {"name": one.name}
    wrong: tuple[tuple[bool, str, dict[str, str | int]], ...] = (
        (bool(known) and one.name not in known, "overlay.name.unknown", {}),
        (not (across and down), "overlay.outside", {"paper": paper.code}),
        (not one.width >= LEAST_WIDTH, "overlay.width.bounds", {"least": int(LEAST_WIDTH)}),
        (one.name == QR and one.width < LEAST_QR, "overlay.qr.small", {"least": int(LEAST_QR)}),
        (
            not LEAST_SIZE <= one.size <= MOST_SIZE,
            "overlay.size.bounds",
            {"least": int(LEAST_SIZE), "most": int(MOST_SIZE)},
        ),
        (not 1 <= one.lines <= MOST_LINES, "overlay.lines.bounds", {"most": MOST_LINES}),
    )
    return [Reason(code, one.name, told | more) for is_wrong, code, more in wrong if is_wrong]
