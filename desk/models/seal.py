"""The secret under the seals of release passes 放行條: made once, never told."""

import secrets
from datetime import datetime

from sqlalchemy import Connection, insert, select

from desk.models.release_pass import SealKey

_LENGTH = 32


def secret(connection: Connection) -> bytes | None:
    """The secret, where there is one already."""
    return connection.scalar(select(SealKey.secret).order_by(SealKey.id).limit(1))


def ensured(connection: Connection, now: datetime) -> bytes:
    """The secret, made where there is none; for a connection that may write."""
    known = secret(connection)
    if known is None:
        known = secrets.token_bytes(_LENGTH)
        connection.execute(insert(SealKey).values(id=1, secret=known, made_at=now))
    return known
