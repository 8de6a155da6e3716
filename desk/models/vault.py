"""Key slots: password -> key-encryption key -> data key.

One random data key encrypts everything in the folder. Each account's password, and the printed
recovery code, opens a slot that holds this key wrapped (AES key wrap, RFC 3394) under a key made
from the secret by Argon2id. The file names nobody: a slot carries a two-byte tag of the login
name, enough to pick the slot and too little to tell who it is.

argon2 and cryptography are loaded late, here and nowhere else.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from desk.config import write_whole
from desk.errors import EnvironmentFault
from desk.models import disk

KEY_BYTES = 32
_CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_GROUPS, _CODE_GROUP = 6, 5
_MOST = (64, 1_048_576, 64)  # passes, memory in KiB, lanes
_LEAST_A_LANE = 8  # KiB
_RECOVERY_NAME = "\x00recovery"


@dataclass(frozen=True)
class Cost:
    """What one guess costs: Argon2 passes, memory in KiB, lanes."""

    passes: int = 3
    memory: int = 65_536
    lanes: int = 4


@dataclass(frozen=True)
class Slot:
    """One wrapped copy of the data key; all bytes in hexadecimal."""

    name: str
    tag: str
    salt: str
    wrapped: str
    passes: int
    memory: int
    lanes: int


@dataclass(frozen=True)
class Opened:
    """What a secret opened: the data key (32 bytes) and the name of the slot."""

    key: bytes
    slot: str


class Vault:
    """The vault file of one data folder."""

    def __init__(self, path: Path, cost: Cost | None = None) -> None:
        self._path = path
        self._cost = cost or Cost()

    def exists(self) -> bool:
        return self._path.exists()

    def create(self) -> bytes:
        """Make an empty vault and its random data key."""
        if self.exists():
            raise EnvironmentFault("storage.folder_in_use")
        self._write(secrets.token_hex(16), [])
        return secrets.token_bytes(KEY_BYTES)

    def add_password(self, login: str, password: str, key: bytes) -> str:
        """Add a slot for an account; returns the slot's name."""
        return self._add(_plain(login), password, key)

    def add_recovery_code(self, key: bytes) -> str:
        """Add a slot for a new recovery code and return the code, to be printed once."""
        raw = "".join(secrets.choice(_CODE_ALPHABET) for _ in range(_CODE_GROUPS * _CODE_GROUP))
        self._add(_RECOVERY_NAME, raw, key)
        groups = (raw[at : at + _CODE_GROUP] for at in range(0, len(raw), _CODE_GROUP))
        return "-".join(groups)

    def recovery_slots(self, accounts: Collection[str]) -> tuple[str, ...]:
        """The slots of recovery codes. A tag may be shared, so `accounts` names whose slots not."""
        salt, slots = self._read()
        tag = _tag(salt, _RECOVERY_NAME)
        return tuple(one.name for one in slots if one.tag == tag and one.name not in accounts)

    def remove(self, *names: str) -> None:
        """Take slots away; their passwords open nothing any more."""
        salt, slots = self._read()
        self._write(salt, [kept for kept in slots if kept.name not in names])

    def keep_only(self, accounts: Collection[str]) -> None:
        """Take every slot away that is neither among `accounts` nor a recovery code's."""
        kept = {*accounts, *self.recovery_slots(accounts)}
        self.remove(*(slot.name for slot in self._read()[1] if slot.name not in kept))

    def unlock(self, login: str, password: str) -> Opened:
        """Open the account's slot. Fault `sign_in.refused` when name or password is wrong."""
        return self._unlock(_plain(login), password)

    def unlock_with_recovery_code(self, code: str) -> Opened:
        """Open by recovery code, typed in any case, with or without hyphens, O for 0, I/L for 1."""
        typed = code.upper().translate(str.maketrans("OIL", "011"))
        return self._unlock(_RECOVERY_NAME, "".join(c for c in typed if c in _CODE_ALPHABET))

    def _add(self, name: str, secret: str, key: bytes) -> str:
        from cryptography.hazmat.primitives.keywrap import aes_key_wrap  # noqa: PLC0415

        folder_salt, slots = self._read()
        salt = secrets.token_bytes(16)
        wrapped = aes_key_wrap(_stretch(name, secret, salt, self._cost), key)
        slot = Slot(
            name=secrets.token_hex(8),
            tag=_tag(folder_salt, name),
            salt=salt.hex(),
            wrapped=wrapped.hex(),
            **asdict(self._cost),
        )
        self._write(folder_salt, [*slots, slot])
        return slot.name

    def _unlock(self, name: str, secret: str) -> Opened:
        from cryptography.hazmat.primitives.keywrap import (  # noqa: PLC0415
            InvalidUnwrap,
            aes_key_unwrap,
        )

        for slot in self._candidates(name):
            cost = Cost(slot.passes, slot.memory, slot.lanes)
            stretched = _stretch(name, secret, bytes.fromhex(slot.salt), cost)
            try:
                return Opened(aes_key_unwrap(stretched, bytes.fromhex(slot.wrapped)), slot.name)
            except InvalidUnwrap:
                continue
        raise EnvironmentFault("sign_in.refused")

    def _candidates(self, name: str) -> Iterator[Slot]:
        folder_salt, slots = self._read()
        tag = _tag(folder_salt, name)
        found = [slot for slot in slots if slot.tag == tag]
        if not found:  # an unknown name costs the same time as a wrong password
            _stretch(name, "", bytes(16), self._cost)
        yield from found

    def _read(self) -> tuple[str, list[Slot]]:
        try:
            content = json.loads(self._path.read_text("utf-8"))
            bytes.fromhex(content["salt"])
            return content["salt"], [_checked(Slot(**slot)) for slot in content["slots"]]
        except FileNotFoundError:
            raise EnvironmentFault("storage.vault_missing") from None
        except (ValueError, KeyError, TypeError, RecursionError):
            raise EnvironmentFault("storage.vault_damaged") from None
        except OSError as fault:
            raise EnvironmentFault("storage.unreadable", detail=fault.strerror or "") from None

    def _write(self, salt: str, slots: list[Slot]) -> None:
        content = {"format": 1, "salt": salt, "slots": [asdict(slot) for slot in slots]}
        try:
            write_whole(self._path, json.dumps(content, indent=1).encode())
        except OSError as error:
            raise disk.fault(error) from None


def subkey(key: bytes, purpose: str) -> bytes:
    """A 32-byte key for one purpose, made from the data key."""
    return hmac.new(key, purpose.encode(), hashlib.sha256).digest()


def _checked(slot: Slot) -> Slot:
    """The slot, if its words are words and its cost can be paid; else ValueError or TypeError."""
    bytes.fromhex(slot.salt + slot.wrapped + slot.tag + slot.name)
    cost = (slot.passes, slot.memory, slot.lanes)
    if not all(
        type(one) is int and 1 <= one <= most for one, most in zip(cost, _MOST, strict=True)
    ):
        raise ValueError("a cost that is none")
    if slot.memory < _LEAST_A_LANE * slot.lanes:
        raise ValueError("too little memory for its lanes")
    return slot


def _plain(login: str) -> str:
    return login.strip().casefold()


def _bytes(text: str) -> bytes:
    """What was typed, be it halves of characters, which UTF-8 has no place for."""
    return text.encode("utf-8", "surrogatepass")


def _tag(salt: str, name: str) -> str:
    return hmac.new(bytes.fromhex(salt), _bytes(name), hashlib.sha256).hexdigest()[:4]


def _stretch(name: str, secret: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415

    return hash_secret_raw(
        secret=_bytes(secret),
        salt=salt + hashlib.sha256(_bytes(name)).digest(),
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
