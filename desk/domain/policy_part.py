"""What every rule of a policy has: names in each language, and which parts are our own reading."""

from collections.abc import Mapping
from enum import StrEnum

Labels = Mapping[str, str]  # language (zh_Hant, zh_Hans, en) -> text


class Part(StrEnum):
    """The part of a rule that may be our own reading, because the manual is silent about it."""

    RULE = "rule"  # all of it
    LABEL = "label"
    TERM = "term"
    POST = "post"
    APPROVER = "approver"
    SCOPE = "scope"
    DAY = "day"
