"""The foot of every page: the rules' name, page x of y, the copy, printed when and by whom."""

from desk.i18n import pgettext
from desk.printing.job import Job, Title
from desk.printing.papers import MM
from desk.printing.pen import Hand, Pen
from desk.printing.text import break_lines

_LEADING = 1.45
_GAP = 2.4 * MM


def height(hand: Hand, job: Job, width: float) -> float:
    """What the foot needs below the grid, in points."""
    return _GAP + (len(_upper(hand, job, width)) + 1) * hand.paper.small * _LEADING


def draw(
    pen: Pen, job: Job, title: Title, place: tuple[float, float, float], page: tuple[int, int]
) -> None:
    """Draw the foot; `place` is (left, bottom, width), `page` is (this one, all)."""
    left, bottom, width = place
    size = pen.hand.paper.small
    upper = _upper(pen.hand, job, width)
    y = bottom + size * 0.3 + len(upper) * size * _LEADING
    for line in upper:
        pen.text(left, y, line.rstrip(), size)
        y -= size * _LEADING
    _draw_last(pen, job, title, (left, y, width), page)


def _upper(hand: Hand, job: Job, width: float) -> list[str]:
    """The lines above the last: the rules the record follows, who approved the form (R224)."""
    document, size = job.document, hand.paper.small
    makers = [
        (pgettext("paper", "Prepared by"), document.prepared_by),
        (pgettext("paper", "Reviewed by"), document.reviewed_by),
        (pgettext("paper", "Approved by"), document.approved_by),
    ]
    signed = "   ".join(f"{caption} {name}" for caption, name in makers if name)
    texts = [text for text in (job.policy, signed) if text]
    measure = hand.regular.char_width
    return [line for text in texts for line in break_lines(text, width / size, measure)]


def _draw_last(
    pen: Pen, job: Job, title: Title, place: tuple[float, float, float], page: tuple[int, int]
) -> None:
    left, y, width = place
    size = pen.hand.paper.small
    printed = pgettext("paper", "Printed {when} by {whom}").format(
        when=job.custom.datetime(job.printed_at), whom=job.printed_by
    )
    end = pen.text(left, y, printed, size)
    if job.reprint:
        _draw_reprint(pen, job.reprint, end + 8, y)
    count = pgettext("paper", "Page {page} of {pages}").format(page=page[0], pages=page[1])
    pen.right(left + width, y, count, size)
    middle = "   ".join(text for text in (job.copy, title.template) if text)
    pen.middle(left + width * 0.62, y, middle, size)


def _draw_reprint(pen: Pen, reprint: int, x: float, y: float) -> None:
    """補印 and which one, boxed, so that it cannot be taken for the first print."""
    size = pen.hand.paper.small
    mark = pgettext("paper", "Reprint {count}").format(count=reprint)
    end = pen.text(x + 3, y, mark, size, bold=True)
    pen.box(x, y - 2.5, end - x + 3, size + 3.5, 0.8)
