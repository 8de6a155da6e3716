"""`desk papers`: those that are out, those nobody answered for, and what is said of them."""

import argparse
import dataclasses
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from desk.cli import columns, output
from desk.cli.parser import Parser, Usage, added, count, json_option, tell_columns
from desk.cli.session import signed_in
from desk.domain.paper import FORMS
from desk.i18n import _
from desk.models.lists import Page
from desk.services import paper, signed_paper
from desk.services.signed_paper import Key, PaperRow
from desk.services.workplace import Workplace

_YES, _NO = "yes", "no"
_PAGE = 500


def run(wanted: argparse.Namespace) -> int:
    """Show a list, or write down what became of a paper."""
    given = parse(wanted.words)
    with signed_in(wanted) as workplace:
        _DEEDS[given.deed](workplace, given)
    return 0


def parse(words: list[str]) -> argparse.Namespace:
    """A list, or a deed and the print it is about."""
    told = _("the papers that are out, and the prints of which nobody said whether they came out")
    parser = Parser(prog="desk papers", description=told)
    tell_columns(parser, {"": columns.PAPERS})
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--out", action="store_true", help=_("signed papers still out, by age"))
    asked = _("prints of which nobody said whether they came out")
    which.add_argument("--unanswered", action="store_true", help=asked)
    forms = sorted(one.replace("_", "-") for one in FORMS)
    parser.add_argument("--form", choices=forms, help=_("of one form alone"))
    json_option(parser)
    parser.set_defaults(deed="")
    deeds = parser.add_subparsers(title=_("deeds"), metavar="DEED", parser_class=Parser)
    _deed(
        deeds, "answer", _("say whether a print came out"), ("came_out", "yes|no"), _("yes or no")
    )
    _deed(deeds, "let-go", _("wait no longer for a paper"), ("why", "WHY"), _("the reason"))
    _deed(
        deeds,
        "withdraw",
        _("take back what was taken home by mistake"),
        ("why", "WHY"),
        _("the reason"),
    )
    given = parser.parse_args(words)
    if given.deed == "answer" and given.came_out not in (_YES, _NO):
        raise Usage(_("say yes or no. See: desk papers answer --help"))
    return given


def _deed(deeds: Any, name: str, said: str, word: tuple[str, str], about: str) -> None:
    command = added(deeds, name, said)
    shown = _("the id that “desk papers --json” or “desk scan --json” gives")
    command.add_argument("id", type=count(1, 2**31), metavar="ID", help=shown)
    command.add_argument(word[0], metavar=word[1], help=about)
    command.set_defaults(deed=name)


def _list(workplace: Workplace, given: argparse.Namespace) -> None:
    form = given.form.replace("-", "_") if given.form else None
    found = _unanswered(workplace, form) if given.unanswered else _out(workplace, form)
    custom = workplace.estate.custom
    items: Iterator[Mapping[str, Any]] = map(dataclasses.asdict, found)
    if not given.json:
        items = (
            one | {"printed_at": custom.local(one["printed_at"]).strftime("%Y-%m-%d %H:%M")}
            for one in map(dict, items)
        )
    output.rows(items, json_wanted=given.json, columns=columns.PAPERS)


def _out(workplace: Workplace, form: str | None) -> Iterator[PaperRow]:
    after: Key | None = None
    while True:
        page = signed_paper.out(workplace, form, after, _PAGE)
        yield from page.rows
        if page.next_key is None:
            return
        after = _key(page)


def _unanswered(workplace: Workplace, form: str | None) -> Iterator[PaperRow]:
    after: Key | None = None
    while True:
        page = signed_paper.unanswered(workplace, after, _PAGE)
        yield from (one for one in page.rows if form in (None, one.form))
        if page.next_key is None:
            return
        after = _key(page)


def _key(page: Page[PaperRow]) -> Key:
    last = page.rows[-1]
    return last.printed_at, last.id


def _answer(workplace: Workplace, given: argparse.Namespace) -> None:
    row = paper.answer(workplace, given.id, given.came_out == _YES)
    output.line(row.id, row.number, row.outcome)


def _let_go(workplace: Workplace, given: argparse.Namespace) -> None:
    row = paper.let_go(workplace, given.id, given.why)
    output.line(row.id, row.number, row.let_go_why)


def _withdraw(workplace: Workplace, given: argparse.Namespace) -> None:
    known = signed_paper.one(workplace, given.id)
    row = signed_paper.withdraw(workplace, known.id, known.version, given.why)
    output.line(row.id, row.number, row.withdrawn_why)


_DEEDS: Mapping[str, Callable[[Workplace, argparse.Namespace], None]] = {
    "": _list,
    "answer": _answer,
    "let-go": _let_go,
    "withdraw": _withdraw,
}
