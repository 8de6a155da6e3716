"""Who complains about what, and what kind of case it is: the first line of a record."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _
from desk.services.complaint_case import Case
from desk.ui.complaint.act_words import severity_words
from desk.ui.complaint.tags import TagRow
from desk.ui.kit.elided_label import ElidedLabel
from desk.ui.kit.label import plain_label
from desk.ui.kit.tag import Tag
from desk.wording import label


class CaseHead(QWidget):
    """Name and room, and how to answer; under it the tags and what it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._who, self._answer = ElidedLabel("number"), plain_label(role="muted")
        self._about = ElidedLabel()
        self.tags = TagRow()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for left, right in ((self._who, self._answer), (self._about, None)):
            line = QHBoxLayout()
            line.setSpacing(10)
            if right is None:
                line.addWidget(self.tags)
            line.addWidget(left, 1)
            if right is not None:
                line.addWidget(right)
            box.addLayout(line)

    def show_case(self, case: Case) -> None:
        """Show another case."""
        detail = case.detail
        self._number = detail.number
        self._who.show_words("  ".join(filter(None, (detail.complainant, detail.unit))))
        answer = label("contact_method", detail.contact_method)
        self._answer.setText(" · ".join(filter(None, (answer, detail.contact))))
        self._about.show_words(detail.about)
        self.tags.show_tags(tags(case))

    def words(self) -> str:
        """Number and person, for a dialog over the record."""
        return " · ".join(filter(None, (self._number, self._who.text())))


def tags(case: Case) -> list[Tag]:
    """Severity by its rank in the policy, hot, joint, and how far it reaches."""
    facts, policy = case.facts, case.policy
    ranks = sorted(one.rank for one in policy.severities)
    rank = ranks.index(policy.severity(facts.severity).rank) + 1
    found = [Tag(severity_words(policy, facts.severity), rank, len(ranks))]
    if facts.hot:
        found.append(Tag(_("Hot")))
    if facts.is_joint(policy):
        found.append(Tag(_("Joint, {count}").format(count=facts.complainants)))
    elif facts.joint:
        found.append(Tag(_("{count} callers").format(count=facts.complainants)))
    if facts.impact != "none":
        found.append(Tag(label("impact", facts.impact)))
    return found
