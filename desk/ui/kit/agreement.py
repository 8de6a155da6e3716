"""Passwords that are typed twice."""

from desk.domain.reasons import Reason
from desk.errors import RuleRefused


def refuse_unless_same(password: str, again: str) -> None:
    """Refuse, beside the second one, two passwords that differ."""
    if password != again:
        raise RuleRefused([Reason("account.password.differs", "again")])
