"""`desk scan CODE`: what a paper's code is, and, with `--returned`, the signed paper taken home."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from desk.cli import columns, output
from desk.cli.parser import Parser, Usage, json_option, tell_columns
from desk.cli.session import signed_in
from desk.domain.signed_paper import Home
from desk.i18n import _
from desk.services import signed_paper, signed_paper_find
from desk.services.signed_paper import SignedRow
from desk.services.signed_paper_find import Scanned
from desk.services.workplace import Workplace
from desk.wording import label, sentence

NOT_OURS = 1


def run(wanted: argparse.Namespace) -> int:
    """Say what it is; 0 for a paper of this desk, 1 for any other."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        found = signed_paper_find.find(workplace, given.code)
        if not given.returned:
            _tell(found, json_wanted=given.json)
            return 0 if found.is_genuine else NOT_OURS
        if found.paper is None:
            _tell(found, json_wanted=given.json)
            return NOT_OURS
        _tell_home(_taken_home(workplace, found, given), json_wanted=given.json)
    return 0


def parse(words: list[str]) -> argparse.Namespace:
    """The code, and what is said of the paper that came back."""
    told = _("say what a paper's code is, and take the signed paper home")
    parser = Parser(prog="desk scan", description=told)
    tell_columns(parser, {"": columns.SCANNED, "--returned": columns.SIGNED})
    parser.add_argument("code", metavar="CODE", help=_("the short code under the paper's QR"))
    parser.add_argument("--returned", action="store_true", help=_("it is back, signed"))
    parser.add_argument("--signed-by", default="", metavar="NAME", help=_("who signed it"))
    parser.add_argument("--on", type=_day, metavar="DAY", help=_("the day of signing; else today"))
    parser.add_argument("--remark", default="", metavar="TEXT", help=_("what stands on it"))
    attached = _("a scan or photo of it; may be given several times, page by page")
    parser.add_argument("--attach", type=Path, action="append", metavar="FILE", help=attached)
    known = _("although it is a second copy, an older version, or was let go")
    parser.add_argument("--knowingly", action="store_true", help=known)
    json_option(parser)
    given = parser.parse_args(words)
    _refuse_what_says_nothing(given)
    return given


def _refuse_what_says_nothing(given: argparse.Namespace) -> None:
    """A word that would change nothing is told, and not passed over in silence."""
    about = (given.signed_by, given.on, given.remark, given.attach, given.knowingly)
    if any(about) and not given.returned:
        raise Usage(_("say --returned to take the paper home. See: desk scan --help"))


def _taken_home(workplace: Workplace, found: Scanned, given: argparse.Namespace) -> SignedRow:
    assert found.paper is not None
    today = workplace.today()
    home = Home(given.on or today, given.signed_by, given.remark)
    scans = tuple(given.attach or ())
    paper = found.paper
    return signed_paper.take_home(
        workplace, paper.id, paper.version, home, scans, knowingly=given.knowingly
    )


def _tell(found: Scanned, *, json_wanted: bool) -> None:
    said = [sentence(one.code, one.parameters) for one in found.said]
    if json_wanted:
        output.one(_as_json(found, said))
        return
    output.line(found.standing, found.number, " ".join(said))


def _as_json(found: Scanned, said: list[str]) -> Mapping[str, Any]:
    names = ("text", "standing", "number", "kind", "record_id", "paper", "newer")
    told = {name: getattr(found, name) for name in names}
    changed = [dict(zip(("field", "before", "after"), one, strict=True)) for one in found.changed]
    genuine = {"genuine": found.is_genuine}
    return told | genuine | {"changed": changed, "signed": found.signed, "said": said}


def _tell_home(row: SignedRow, *, json_wanted: bool) -> None:
    if json_wanted:
        output.one(row)
        return
    ticked = label("ticked", row.ticked) if row.ticked else ""
    output.line(row.number, row.signed_on, row.signed_by, ticked)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("a day is written like 2026-11-21")) from None
