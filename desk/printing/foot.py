"""The foot of every page: the rules' name, page x of y, the copy, printed when and by whom."""

from desk.i18n import pgettext
from desk.printing.job import Job, Title
from desk.printing.papers import MM
from desk.printing.pen import Hand, Pen
from desk.printing.text import break_lines

_BETWEEN = 10.0
_SEAM = "   "
_MARK = 6.0  # the frame of the reprint mark


def height(hand: Hand, job: Job, title: Title, width: float) -> float:
    """What the foot needs below the grid, in points."""
    upper = _upper(hand, job, title, width)
    return (
        hand.paper.space.foot * MM + (len(upper) + 1) * hand.paper.small * hand.paper.space.leading
    )


def draw(
    pen: Pen, job: Job, title: Title, place: tuple[float, float, float], page: tuple[int, int]
) -> None:
    """Draw the foot; `place` is (left, bottom, width), `page` is (this one, all)."""
    left, bottom, width = place
    size = pen.hand.paper.small
    upper = _upper(pen.hand, job, title, width)
    y = bottom + size * 0.3 + len(upper) * size * pen.hand.paper.space.leading
    for line in upper:
        pen.text(left, y, line.rstrip(), size)
        y -= size * pen.hand.paper.space.leading
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
    fitting = _fitting(hand, job, title, width)
    texts = [job.policy, signed, *(text for text in _wanted(job, title) if text not in fitting)]
    if hand.paper.compact:
        texts = _close(hand, texts, width)
    measure, room = hand.regular.char_width, width / hand.paper.small
    return [line for text in texts if text for line in break_lines(text, room, measure)]


def _close(hand: Hand, texts: list[str], width: float) -> list[str]:
    """The texts with as many on a line as it has room for: a page that is not high needs it."""
    joined: list[str] = []
    for text in filter(None, texts):
        wide = hand.regular.width(_SEAM.join([*joined[-1:], text]), hand.paper.small)
        if joined and wide <= width:
            joined[-1] = f"{joined[-1]}{_SEAM}{text}"
        else:
            joined.append(text)
    return joined


def _wanted(job: Job, title: Title) -> tuple[str, str, str]:
    """What the last line holds beside reprint mark and page, if it can; the last goes first."""
    return title.template, job.copy, _printed(job)


def _fitting(hand: Hand, job: Job, title: Title, width: float) -> tuple[str, ...]:
    """What of it the last line has room for; the rest stands above."""
    size = hand.paper.small
    room = width - hand.bold.width(_count(99, 99), size)
    if job.reprint:
        room -= hand.bold.width(_reprint(job), size) + _MARK + _BETWEEN
    fitting = []
    for text in _wanted(job, title):
        room -= hand.bold.width(text, size) + _BETWEEN
        if room >= 0:
            fitting.append(text)
    return tuple(fitting)


def _printed(job: Job) -> str:
    when = job.custom.datetime(job.printed_at)
    return pgettext("paper", "Printed {when} by {whom}").format(when=when, whom=job.printed_by)


def _reprint(job: Job) -> str:
    if not job.reprint:
        return ""
    return pgettext("paper", "Reprint {count}").format(count=job.reprint)


def _count(page: int, pages: int) -> str:
    return pgettext("paper", "Page {page} of {pages}").format(page=page, pages=pages)


def _draw_last(
    pen: Pen, job: Job, title: Title, place: tuple[float, float, float], page: tuple[int, int]
) -> None:
    left, y, width = place
    size = pen.hand.paper.small
    end, fitting = left, _fitting(pen.hand, job, title, width)
    if _printed(job) in fitting:
        end = pen.text(left, y, _printed(job), size) + _BETWEEN
    if job.reprint:
        end = _draw_mark(pen, _reprint(job), end, y) + _BETWEEN
    count = _count(*page)
    start = left + width - pen.hand.regular.width(count, size)
    pen.text(start, y, count, size)
    middle = _SEAM.join(text for text in (job.copy, title.template) if text and text in fitting)
    pen.middle((end + start) / 2, y, middle, size)


def _draw_mark(pen: Pen, mark: str, x: float, y: float) -> float:
    """補印 and which one, boxed, so that it cannot be taken for the first print; where it ends."""
    size = pen.hand.paper.small
    end = pen.text(x + 3, y, mark, size, bold=True)
    pen.box(x, y - 1.9, end - x + 3, size + 2.1, 0.8)
    return end + 3
