"""The encrypted files of one data folder, named by a keyed digest of their content.

A file is whole and on the disk before the row that names it is committed; a cut leaves at most a
file that no row names. cryptography is loaded late: most days begin without an attachment.
"""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from desk.config import sync_folder
from desk.errors import EnvironmentFault
from desk.models import disk
from desk.models.vault import subkey

_MARK = b"DESKFILE1"
_NONCE = 12


class AttachmentStore:
    """Files under `folder/ab/<digest>`, each sealed with AES-256-GCM under its own nonce."""

    def __init__(self, folder: Path, data_key: bytes) -> None:
        self._folder = folder
        self._key = subkey(data_key, "attachments")
        self._naming_key = subkey(self._key, "attachment-names")

    def path(self, digest: str) -> Path:
        """Where the file of a digest lies."""
        return self._folder / digest[:2] / digest

    def put(self, content: bytes) -> str:
        """Keep the content and return its digest; the same content is kept once.

        A file that stands there but can no longer be read is written anew.
        """
        digest = hmac.new(self._naming_key, content, hashlib.sha256).hexdigest()
        if not self._is_whole(digest):
            self._write(self.path(digest), self._sealed(digest, content))
        return digest

    def get(self, digest: str) -> bytes:
        """The content; a fault when the file is missing, damaged or not the one it says."""
        try:
            sealed = self.path(digest).read_bytes()
        except FileNotFoundError:
            raise EnvironmentFault("attachment.lost") from None
        except OSError:
            raise EnvironmentFault("attachment.unreadable") from None
        return self._opened(digest, sealed)

    def _is_whole(self, digest: str) -> bool:
        try:
            self.get(digest)
        except EnvironmentFault:
            return False
        return True

    def _sealed(self, digest: str, content: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        nonce = secrets.token_bytes(_NONCE)
        return _MARK + nonce + AESGCM(self._key).encrypt(nonce, content, _about(digest))

    def _opened(self, digest: str, sealed: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        head = len(_MARK) + _NONCE
        if not sealed.startswith(_MARK) or len(sealed) < head:
            raise EnvironmentFault("attachment.damaged")
        nonce, body = sealed[len(_MARK) : head], sealed[head:]
        try:
            return AESGCM(self._key).decrypt(nonce, body, _about(digest))
        except InvalidTag:
            raise EnvironmentFault("attachment.damaged") from None

    def _write(self, path: Path, sealed: bytes) -> None:
        part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with part.open("xb") as stream:
                stream.write(sealed)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
            sync_folder(path.parent)
            sync_folder(path.parent.parent)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise disk.fault(error) from None


def _about(digest: str) -> bytes:
    """Binds a file to its name: one file cannot be put in the place of another."""
    return _MARK + digest.encode()
