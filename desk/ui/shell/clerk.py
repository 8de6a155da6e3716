"""Who is at the desk, as the window knows her."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clerk:
    """Who is at the desk: login name, the name shown, the role's code."""

    login: str
    name: str
    role: str
