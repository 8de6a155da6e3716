"""What every form carries besides its own fields: whose it is, which copy, printed by whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desk.domain.complaint import Severity
from desk.domain.policy import Post
from desk.estate_format import EstateFormat
from desk.wording import label


@dataclass(frozen=True)
class DocumentHead:
    """The document control head 文件頭 that every printed form can carry (R224)."""

    number: str = ""
    version: str = ""
    revision: str = ""
    effective_on: date | None = None
    prepared_by: str = ""
    reviewed_by: str = ""
    approved_by: str = ""


@dataclass(frozen=True)
class PolicyNames:
    """What the policy calls levels and posts in the paper's language (K1, K15).

    What it does not name is called as the program does.
    """

    severities: Mapping[Severity, str] = field(default_factory=dict)
    posts: Mapping[Post, str] = field(default_factory=dict)

    def severity(self, severity: Severity) -> str:
        """The name of a level: `important` is 一般 in one manual and 重要 in another."""
        return self.severities.get(severity) or label("severity", severity)

    def post(self, post: Post) -> str:
        """The name of a post."""
        return self.posts.get(post) or label("post", post)


@dataclass(frozen=True, kw_only=True)
class Job:
    """One print of one form.

    `custom` is how the estate writes dates; `printed_at` is aware UTC. `reprint` counts the
    prints before this one: 0 is the first. A `void` record prints with 作廢 across every page.
    `policy` is the line that names the rules the record was handled under, `names` what they call
    levels and posts.
    """

    estate: str
    custom: EstateFormat
    printed_at: datetime
    printed_by: str
    document: DocumentHead = field(default_factory=DocumentHead)
    copy: str = ""
    policy: str = ""
    names: PolicyNames = field(default_factory=PolicyNames)
    reprint: int = 0
    void: bool = False


@dataclass(frozen=True)
class Title:
    """What the head says: the form's name, the record's number and scan code.

    A blank form has neither number nor code: the head then keeps room to write them. A register is
    not `numbered`: it is of a period, not of a record.
    """

    name: str
    number: str = ""
    scan_code: str = ""
    template: str = ""
    numbered: bool = True
