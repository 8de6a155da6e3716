"""The chain of a first-asked duty in time: asked, handed over, accepted, slipped, told."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.i18n import EstateFormat, _
from desk.services.first_asked import Duty, HandoverRow, SlipRow
from desk.ui.kit.label import plain_label
from desk.wording import label


class Link(NamedTuple):
    """One thing that happened, in words."""

    at: dt.datetime
    words: str


def links_of(known: Duty) -> list[Link]:
    """Everything that happened to the duty, in time, in the current language."""
    return sorted(_links(known), key=_at)


def first_asked_words(known: Duty) -> str:
    """Who was asked first, and what that person is."""
    visit = known.visit
    return _("First asked: {name} ({rank})").format(
        name=visit.first_asked, rank=label("rank", visit.first_asked_rank)
    )


class ChainView(QWidget):
    """One line a link: when, and what."""

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_links(self, links: list[Link]) -> None:
        """These, in place of what stood here."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row, link in enumerate(links):
            when = plain_label(self._custom.datetime(link.at), "small")
            what = plain_label(link.words)
            what.setWordWrap(True)
            what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(what, row, 1)


def _links(known: Duty) -> Iterator[Link]:
    yield Link(known.visit.happened_at, first_asked_words(known))
    for link in known.chain:
        yield from _handover_links(link)
    for slip in known.slips:
        yield from _slip_links(slip)
    notice = known.notice
    if notice is not None:
        words = _("Notice to {who}: {situation}")
        yield Link(notice.at, words.format(who=notice.told, situation=notice.situation))


def _handover_links(link: HandoverRow) -> Iterator[Link]:
    mode = label("handover_mode", link.mode)
    words = _("Handed over to {to} · {mode}").format(to=_receiver(link), mode=mode)
    yield Link(link.at, words)
    if link.accepted_at is not None:
        yield Link(link.accepted_at, _("Accepted by {who}").format(who=link.accepted_by))
    if link.refused_at is not None:
        told = _("Refused by {who}: {why}").format(who=link.refused_by, why=link.why)
        yield Link(link.refused_at, told)


def _receiver(link: HandoverRow) -> str:
    """The department or the post, with the person where one is known."""
    place = link.department or label("recipient", link.recipient)
    return f"{place} {link.person}".strip()


def _slip_links(slip: SlipRow) -> Iterator[Link]:
    cause, lead = label("slip_cause", slip.cause), slip.lead
    words = _("Slip {number} · {cause} · lead department {lead}")
    yield Link(slip.at, words.format(number=slip.number, cause=cause, lead=lead))
    if slip.answered_at is not None:
        told = _("Slip answered by {who}: {result}")
        yield Link(slip.answered_at, told.format(who=slip.answered_by, result=slip.result))


def _at(link: Link) -> dt.datetime:
    return link.at
