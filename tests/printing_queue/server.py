"""A CUPS scheduler of the tests' own: its socket, spool and queues in one folder that goes after.

Its printers are real queues with a driver (PPD) and the filters of the system; behind them stands
a backend of ours that keeps every file together with what the scheduler told it. No printer of
this machine is ever met: the tests' processes ask this socket alone (see `tests/conftest.py`).
"""

import contextlib
import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.printing_queue.place import SOCKET

_PROGRAMS = ("cupsd", "lpadmin", "cupsaccept", "cupsreject", "cupsdisable", "cupsenable", "lpstat")
_FILTERS = Path("/usr/lib/cups/filter")
_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_PATIENCE = 15.0
_NOBODY = "lp"
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
_HERE = Path(__file__).resolve().parent
DRIVER = _HERE / "driver.ppd"

_SCHEDULER = """\
Listen {socket}
Browsing Off
DefaultAuthType None
PreserveJobHistory Yes
PreserveJobFiles Yes
MaxLogSize 0
LogLevel warn
ErrorPolicy stop-printer
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""

_FILES = """\
ServerRoot {root}/etc
ServerBin {root}/bin
DataDir /usr/share/cups
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/spool/tmp
ErrorLog {root}/error_log
AccessLog {root}/access_log
PageLog {root}/page_log
SystemGroup root
Sandboxing relaxed
"""

_BACKEND = """\
#!/bin/sh
# Keeps what a printer would have been given: the file, and the options beside it.
test $# -eq 0 && {{ echo 'direct keep "Unknown" "Kept"'; exit 0; }}
place='{kept}'/"${{PRINTER}}-$1"
printf '%s\\n' "$4" "$5" >"$place.options"
if test -n "$6"; then cat "$6" >"$place.part"; else cat >"$place.part"; fi
mv "$place.part" "$place.pdf"
"""


class CannotRun(Exception):
    """Why there is no CUPS to print to, in words for whoever reads the summary."""


@dataclass(frozen=True)
class Kept:
    """What a printer was given: the file, how many copies of it, and the job's options."""

    file: Path
    copies: int
    options: dict[str, str]


def lacking() -> str:
    """What stands against a CUPS on this machine, "" for nothing."""
    if not sys.platform.startswith("linux"):
        return "CUPS is tried on Linux only"
    missing = [name for name in _PROGRAMS if shutil.which(name, path=_PATH) is None]
    if not (_FILTERS / "pdftopdf").exists():
        missing.append("pdftopdf")
    if missing:
        return f"CUPS is not installed here ({', '.join(missing)} missing)"
    return ""


class PrintServer:
    """One scheduler. `start`, then `add_queue`; `stop` takes everything away again."""

    def __init__(self, place: Path) -> None:
        self.socket = place
        self.root = place.parent
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Bring the scheduler up; CannotRun says why not."""
        if why := lacking():
            raise CannotRun(why)
        self._lay_out()
        self._launch()

    def stop(self) -> None:
        """End the scheduler and take its folder away."""
        self.halt()
        shutil.rmtree(self.root, ignore_errors=True)

    def halt(self) -> None:
        """End the scheduler alone: the queue is there no more, as after a crash."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        self.socket.unlink(missing_ok=True)

    def resume(self) -> None:
        """Bring a halted scheduler back, with its queues."""
        if self._process is None:
            self._launch()

    def add_queue(self, name: str, driver: Path = DRIVER) -> None:
        """A printer that is there, enabled and accepting."""
        self.tell("lpadmin", "-p", name, "-v", "keep:/kept", "-P", str(driver), "-E")

    def remove_queue(self, name: str) -> None:
        """Unplug a printer; one that is not there stays away."""
        self.tell("lpadmin", "-x", name, may_fail=True)

    def tell(self, *words: str, may_fail: bool = False) -> str:
        """One of CUPS' own commands, as an administrator would type it."""
        program, *arguments = words
        told = subprocess.run(
            [shutil.which(program, path=_PATH) or program, *arguments],
            env=os.environ | {SOCKET: str(self.socket), "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE,
        )
        if told.returncode and not may_fail:
            raise CannotRun(f"{program}: {told.stderr.strip()}")
        return told.stdout

    def printed(self, name: str, count: int = 1, patience: float = _PATIENCE) -> list[Kept]:
        """What came out of a queue in order, waiting until there are so many files."""
        until = time.monotonic() + patience
        while True:
            files = sorted(self._kept.glob(f"{name}-*.pdf"), key=_job_of)
            if len(files) >= count or time.monotonic() > until:
                return [_read(file) for file in files]
            time.sleep(0.02)

    def forget(self) -> None:
        """Throw away what came out so far."""
        for file in self._kept.iterdir():
            file.unlink()

    def complaints(self) -> str:
        """The last lines of the scheduler's log."""
        log = self.root / "error_log"
        return "\n".join(log.read_text(errors="replace").splitlines()[-8:]) if log.exists() else ""

    @property
    def _kept(self) -> Path:
        return self.root / "kept"

    def _lay_out(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(mode=0o755)
        for name in ("etc/ppd", "bin/backend", "cache/rss", "state/certs", "spool/tmp", "kept"):
            (self.root / name).mkdir(parents=True)
        for name in ("filter", "daemon", "driver"):
            (self.root / "bin" / name).symlink_to(Path("/usr/lib/cups") / name)
        backend = self.root / "bin" / "backend" / "keep"
        backend.write_text(_BACKEND.format(kept=self._kept))
        backend.chmod(0o755)
        (self.root / "etc" / "cupsd.conf").write_text(_SCHEDULER.format(socket=self.socket))
        account = ""
        if os.geteuid() == 0:  # filters then run under an account of no importance
            account = f"User {_NOBODY}\nGroup {_NOBODY}\n"
            shutil.chown(self._kept, _NOBODY, _NOBODY)
        files = _FILES.format(root=self.root) + account
        (self.root / "etc" / "cups-files.conf").write_text(files)

    def _launch(self) -> None:
        etc = self.root / "etc"
        program = shutil.which("cupsd", path=_PATH)
        configured = ["-c", str(etc / "cupsd.conf"), "-s", str(etc / "cups-files.conf")]
        with (self.root / "stderr").open("wb") as words:
            self._process = subprocess.Popen(
                [str(program), "-f", *configured],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=words,
                preexec_fn=_end_with_us,  # noqa: PLW1509 - it makes one call of the kernel
            )
        until = time.monotonic() + _PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                words = (self.root / "stderr").read_text(errors="replace") + self.complaints()
                self.halt()
                raise CannotRun(f"cupsd does not start: {' '.join(words.split())[-400:]}")
            time.sleep(0.02)

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as line:
            try:
                line.connect(str(self.socket))
            except OSError:
                return False
            return True


def _end_with_us() -> None:
    """A scheduler does not outlive a test process that was killed."""
    with contextlib.suppress(OSError):
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGTERM)


def _job_of(file: Path) -> int:
    return int(file.stem.rpartition("-")[2])


def _read(file: Path) -> Kept:
    copies, words = file.with_suffix(".options").read_text().splitlines()
    pairs = (word.partition("=") for word in words.split())
    return Kept(file, int(copies), {name: value for name, _, value in pairs})
