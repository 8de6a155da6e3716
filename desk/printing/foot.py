"""The foot of every page: the rules' name, page x of y, the copy, printed when and by whom."""

from desk.i18n import pgettext
from desk.printing.job import Job, Title
from desk.printing.papers import MM
from desk.printing.pen import Hand, Pen
from desk.printing.text import break_lines

_LEADING = 1.45
_GAP = 2.4 * MM
_BETWEEN = 10.0


def height(hand: Hand, job: Job, title: Title, width: float) -> float:
    """What the foot needs below the grid, in points."""
    upper = _upper(hand, job, title, width)
    return _GAP + (len(upper) + 1) * hand.paper.small * _LEADING


def draw(
    pen: Pen, job: Job, title: Title, place: tuple[float, float, float], page: tuple[int, int]
) -> None:
    """Draw the foot; `place` is (left, bottom, width), `page` is (this one, all)."""
    left, bottom, width = place
    size = pen.hand.paper.small
    upper = _upper(pen.hand, job, title, width)
    y = bottom + size * 0.3 + len(upper) * size * _LEADING
    for line in upper:
        pen.text(left, y, line.rstrip(), size)
        y -= size * _LEADING
    _draw_last(pen, job, title, (left, y, width), page)


def _upper(hand: Hand, job: Job, title: Title, width: float) -> list[str]:
    """The lines above the last: the rules the record follows, who approved the form (R224)."""
    document = job.document
    makers = [
        (pgettext("paper", "Prepared by"), document.prepared_by),
        (pgettext("paper", "Reviewed by"), document.reviewed_by),
        (pgettext("paper", "Approved by"), document.approved_by),
    ]
    signed = "   ".join(f"{caption} {name}" for caption, name in makers if name)
    printed = "" if _fits(hand, job, title, width) else _printed(job)
    measure, room = hand.regular.char_width, width / hand.paper.small
    texts = [text for text in (job.policy, signed, printed) if text]
    return [line for text in texts for line in break_lines(text, room, measure)]


def _fits(hand: Hand, job: Job, title: Title, width: float) -> bool:
    """Whether the last line has room for who printed it beside everything else."""
    texts = (_printed(job), _reprint(job), _middle(job, title), _count(99, 99))
    gaps = 3 * _BETWEEN
    return sum(hand.bold.width(text, hand.paper.small) for text in texts) + gaps <= width


def _printed(job: Job) -> str:
    when = job.custom.datetime(job.printed_at)
    return pgettext("paper", "Printed {when} by {whom}").format(when=when, whom=job.printed_by)


def _reprint(job: Job) -> str:
    if not job.reprint:
        return ""
    return pgettext("paper", "Reprint {count}").format(count=job.reprint)


def _middle(job: Job, title: Title) -> str:
    return "   ".join(text for text in (job.copy, title.template) if text)


def _count(page: int, pages: int) -> str:
    return pgettext("paper", "Page {page} of {pages}").format(page=page, pages=pages)


def _draw_last(
    pen: Pen, job: Job, title: Title, place: tuple[float, float, float], page: tuple[int, int]
) -> None:
    left, y, width = place
    size = pen.hand.paper.small
    end = left
    if _fits(pen.hand, job, title, width):
        end = pen.text(left, y, _printed(job), size) + _BETWEEN
    if job.reprint:
        end = _draw_mark(pen, _reprint(job), end, y) + _BETWEEN
    count = _count(*page)
    start = left + width - pen.hand.regular.width(count, size)
    pen.text(start, y, count, size)
    pen.middle((end + start) / 2, y, _middle(job, title), size)


def _draw_mark(pen: Pen, mark: str, x: float, y: float) -> float:
    """補印 and which one, boxed, so that it cannot be taken for the first print; where it ends."""
    size = pen.hand.paper.small
    end = pen.text(x + 3, y, mark, size, bold=True)
    pen.box(x, y - 2.5, end - x + 3, size + 3.5, 0.8)
    return end + 3
