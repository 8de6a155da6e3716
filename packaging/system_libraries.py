"""What Qt wants from a Debian or Ubuntu system, and how it gets there.

The names were read from the libraries and plugins of the Qt wheel that the program loads. The
package names are those of Debian 12; newer releases and Ubuntu answer to them too.
"""

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple


class Library(NamedTuple):
    """A shared library, the package it comes in, and whether Qt cannot be loaded without it."""

    name: str
    package: str
    vital: bool


def _all(packages: str, vital: bool) -> tuple[Library, ...]:
    pairs = [pair.split("=") for pair in packages.split()]
    return tuple(Library(name, package, vital) for name, package in pairs)


LOADING = _all(
    """
    libEGL.so.1=libegl1 libGL.so.1=libgl1 libX11.so.6=libx11-6 libbrotlidec.so.1=libbrotli1
    libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1 libfreetype.so.6=libfreetype6
    libglib-2.0.so.0=libglib2.0-0 libgthread-2.0.so.0=libglib2.0-0
    libgssapi_krb5.so.2=libgssapi-krb5-2 libstdc++.so.6=libstdc++6 libxkbcommon.so.0=libxkbcommon0
    libz.so.1=zlib1g libzstd.so.1=libzstd1
    """,
    vital=True,
)
SHOWING = _all(
    """
    libX11-xcb.so.1=libx11-xcb1 libcups.so.2=libcups2 libwayland-client.so.0=libwayland-client0
    libwayland-cursor.so.0=libwayland-cursor0 libwayland-egl.so.1=libwayland-egl1
    libxcb-cursor.so.0=libxcb-cursor0 libxcb-glx.so.0=libxcb-glx0 libxcb-icccm.so.4=libxcb-icccm4
    libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1
    libxcb-randr.so.0=libxcb-randr0 libxcb-render-util.so.0=libxcb-render-util0
    libxcb-render.so.0=libxcb-render0 libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0
    libxcb-sync.so.1=libxcb-sync1 libxcb-util.so.1=libxcb-util1 libxcb-xfixes.so.0=libxcb-xfixes0
    libxcb-xkb.so.1=libxcb-xkb1 libxcb.so.1=libxcb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0
    """,
    vital=False,
)

# What the tests print to: a CUPS of their own. The program itself needs only libcups, above.
PRINTING = MappingProxyType(
    {
        "/usr/sbin/cupsd": "cups-daemon",
        "/usr/sbin/lpadmin": "cups-client",
        "/usr/share/cups/mime/mime.convs": "cups-core-drivers",
        "/usr/lib/cups/filter/pdftopdf": "cups-filters",
    }
)


def missing() -> list[Library]:
    """The libraries this machine lacks; none on Windows and macOS, whose Qt brings its own."""
    if not sys.platform.startswith("linux"):
        return []
    known = known_to_the_loader()
    return [
        library
        for library in (*LOADING, *SHOWING)
        if library.name not in known and not _loads(library.name)
    ]


def known_to_the_loader() -> set[str]:
    """The names in the loader's cache, for this machine's kind of processor."""
    ldconfig = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if ldconfig is None:
        return set()
    told = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    return names_in(told, platform.machine())


def names_in(listing: str, machine: str) -> set[str]:
    """The library names in what `ldconfig -p` prints; those of another processor do not count."""
    kind = "x86-64" if machine == "x86_64" else ""
    lines = (line.split(maxsplit=1) for line in listing.splitlines() if "=>" in line)
    return {name for name, rest in lines if kind in rest}


def packages(libraries: Iterable[Library]) -> list[str]:
    """The packages to install, each once, in order."""
    return sorted({library.package for library in libraries})


def command(names: Iterable[str]) -> str:
    """The one command that installs these packages."""
    prefix = "" if may_install() else "sudo "
    return f"{prefix}apt-get update && {prefix}apt-get install -y {' '.join(names)}"


def advice(libraries: Iterable[Library]) -> str:
    """What to do about libraries that are still missing."""
    lacking = list(libraries)
    if shutil.which("apt-get") is None:
        names = ", ".join(library.name for library in lacking)
        return f"Qt needs these libraries; install them with your system's package manager: {names}"
    return f"Qt needs libraries that this system lacks. Run: {command(packages(lacking))}"


def bring() -> list[Library]:
    """Install what is missing where we may; what is missing still."""
    lacking = missing()
    if lacking and install(packages(lacking)):
        return missing()
    return lacking


def bring_printing() -> list[str]:
    """Install the print system that the tests print to; the packages that are missing still."""
    lacking = missing_printing()
    if lacking and install(lacking):
        return missing_printing()
    return lacking


def missing_printing() -> list[str]:
    """The packages of the tests' print system that are not here; none asked for but on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for file, package in PRINTING.items() if not Path(file).exists()]


def may_install() -> bool:
    """Whether this account administers the machine."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install(names: list[str]) -> bool:
    """Install packages; False where this account may not, there is no apt-get, or it failed."""
    apt = shutil.which("apt-get")
    if apt is None or not may_install():
        return False
    print("Installing system packages: " + " ".join(names), flush=True)
    options = [apt, "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *names]):
        told = subprocess.run(
            [*options, *step],
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    if told.returncode != 0:
        print(told.stdout, file=sys.stderr, flush=True)
    return told.returncode == 0


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
