#!/usr/bin/env python3
"""The catalogues: from the marked strings of the source to what the program reads.

    catalogues.py extract            the template from the source
    catalogues.py update             the template, then every catalogue brought up to it
    catalogues.py compile            what the program reads, where it is older than its catalogue
    catalogues.py check              fails when a catalogue is stale, incomplete or inconsistent
    catalogues.py missing            what still wants words, as a table for a translator
    catalogues.py merge TABLE...     a filled table back into the catalogues

A table has a head line and four columns between tabs: context, msgid, zh_Hant, zh_Hans; a fifth,
zh_Hant_TW, only where Taiwan has other words than Hong Kong. A tab, a line break or a backslash
inside a text is written \\t, \\n, \\\\. A plural's msgid column holds its singular.
"""

import argparse
import re
import string
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "translations"
TEMPLATE = FOLDER / "desk.pot"
LANGUAGES = ("zh_Hant", "zh_Hans")
# Catalogues that hold nothing but what a region says otherwise, each with the one it lies over.
OVERLAYS = {"zh_Hant_TW": "zh_Hant"}
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_CHANGING_HEADERS = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team'
    rb"|Report-Msgid-Bugs-To|Generated-By):.*\n",
    re.MULTILINE,
)


def catalogue_path(language: str) -> Path:
    """Where a language's words are kept."""
    return FOLDER / language / "LC_MESSAGES" / "desk.po"


def extract() -> Catalog:
    """Every marked string of the source, with the files it stands in."""
    with (FOLDER / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    catalogue = Catalog(
        project="desk", version="1", charset="utf-8", header_comment="#", fuzzy=False
    )
    found = extract_from_dir(ROOT / "desk", methods, options, KEYWORDS, ())
    for file, _line, message, comments, context in sorted(found, key=lambda row: str(row[0])):
        place = Path("desk", file).as_posix()
        catalogue.add(message, None, [(place, 0)], auto_comments=comments, context=context)
    return catalogue


def read(path: Path, language: str | None = None) -> Catalog:
    """A catalogue or the template from its file."""
    with path.open("rb") as stream:
        return read_po(stream, locale=language, domain="desk")


def write(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue so that the same words give the same bytes: no dates, no line numbers."""
    buffer = BytesIO()
    write_po(
        buffer, catalogue, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    content = _CHANGING_HEADERS.sub(b"", buffer.getvalue())
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)


def update() -> None:
    """Bring the template and every catalogue up to the source; words no longer used go."""
    template = extract()
    write(template, TEMPLATE)
    for language in LANGUAGES:
        catalogue = _known(language)
        catalogue.update(template, no_fuzzy_matching=True, update_header_comment=True)
        catalogue.project, catalogue.version, catalogue.fuzzy = "desk", "1", False
        write(catalogue, catalogue_path(language))
    for language in OVERLAYS:
        lay_over(language, _texts(_known(language)))


def _known(language: str) -> Catalog:
    path = catalogue_path(language)
    return read(path, language) if path.exists() else Catalog(locale=language)


def lay_over(language: str, words: Mapping[tuple[str, str], str]) -> None:
    """Write an overlay anew: of these words, those of a message there is that differ from it.

    An overlay that would hold nothing is not written.
    """
    catalogue = Catalog(locale=language, project="desk", version="1", fuzzy=False)
    catalogue.header_comment = "#"
    for message in messages(read(catalogue_path(OVERLAYS[language]))):
        said = words.get(_key(message))
        if said and (said,) != _forms(message.string):
            text = (said,) if message.pluralizable else said
            catalogue.add(message.id, text, message.locations, context=message.context)
    if len(catalogue) or catalogue_path(language).exists():
        write(catalogue, catalogue_path(language))


def _texts(catalogue: Catalog) -> dict[tuple[str, str], str]:
    return {_key(message): _forms(message.string)[0] for message in messages(catalogue)}


def compile_catalogues() -> int:
    """Make what the program reads where it is missing or older; how many were made."""
    known = (*LANGUAGES, *OVERLAYS)
    stale = [language for language in known if _is_stale(catalogue_path(language))]
    if not stale:
        return 0
    for language in stale:
        path = catalogue_path(language)
        part = path.with_suffix(".mo.part")
        with part.open("wb") as stream:
            write_mo(stream, read(path, language))
        part.replace(path.with_suffix(".mo"))
    return len(stale)


def _is_stale(source: Path) -> bool:
    made = source.with_suffix(".mo")
    return source.exists() and (
        not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns
    )


def faults() -> Iterator[str]:
    """Everything that keeps the catalogues from being shipped, one line each."""
    template = extract()
    if _keys(read(TEMPLATE)) != _keys(template):
        yield "desk.pot: not what the source says; run `catalogues.py update`"
    for language in LANGUAGES:
        catalogue = read(catalogue_path(language), language)
        for key in sorted(_keys(template) ^ _keys(catalogue)):
            yield f"{language}: {'missing' if key in _keys(template) else 'unused'}: {key[1]!r}"
        yield from _faults_of(language, catalogue)
    for language, base in OVERLAYS.items():
        yield from _faults_of(language, _known(language))
        yield from _idle(language, _texts(read(catalogue_path(base), base)))


def _faults_of(language: str, catalogue: Catalog) -> Iterator[str]:
    for message in messages(catalogue):
        yield from (f"{language}: {fault}: {_key(message)[1]!r}" for fault in _faults(message))


def _idle(language: str, base: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """What an overlay holds to no purpose."""
    for key, words in _texts(_known(language)).items():
        if key not in base:
            yield f"{language}: unused: {key[1]!r}"
        elif words == base[key]:
            yield f"{language}: no other words than {OVERLAYS[language]}: {key[1]!r}"


def _faults(message: Message) -> Iterator[str]:
    sources, words = _forms(message.id), _forms(message.string)
    if message.fuzzy:
        yield "fuzzy"
    if not words or not all(words):
        yield "no words"
        return
    wanted = placeholders(sources[-1])
    if any(placeholders(text) != wanted for text in words):
        yield "placeholders differ"
    if any(text != text.strip(" \t\n") for text in words):
        yield "blank at an end"


def placeholders(text: str) -> frozenset[str]:
    """The names in braces a text wants filled; a broken brace counts as its own."""
    try:
        fields = [field for _text, field, _spec, _conversion in string.Formatter().parse(text)]
    except ValueError:
        return frozenset({"broken: " + text})
    return frozenset(field for field in fields if field is not None)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def _forms(texts: object) -> tuple[str, ...]:
    return tuple(texts) if isinstance(texts, tuple | list) else (str(texts or ""),)


def _key(message: Message) -> tuple[str, str]:
    return message.context or "", _forms(message.id)[0]


def _keys(catalogue: Catalog) -> set[tuple[str, str]]:
    return {_key(message) for message in messages(catalogue)}


def missing() -> Iterator[str]:
    """The messages without words in some language, as lines of a translator's table."""
    tables = [_texts(read(catalogue_path(language), language)) for language in LANGUAGES]
    for message in messages(extract()):
        words = [table.get(_key(message), "") for table in tables]
        if not all(words):
            yield "\t".join(_escaped(text) for text in (*_key(message), *words))


def merge(tables: Iterable[Path]) -> int:
    """Put the words of the tables into the catalogues; how many were put in.

    A line with three columns has no context, one with five has Taiwan's words too. ValueError names
    the line that has none of these forms.
    """
    rows = [row for table in tables for row in _rows(table)]
    count = 0
    for column, language in enumerate(LANGUAGES, start=2):
        path = catalogue_path(language)
        catalogue = read(path, language)
        for row in rows:
            message = catalogue.get(row[1], row[0] or None)
            if message is None or not row[column]:
                continue
            words = (row[column],) if message.pluralizable else row[column]
            count += message.string != words
            message.string = words
            message.flags.discard("fuzzy")  # words of a translator are no guess
        write(catalogue, path)
    for column, language in enumerate(OVERLAYS, start=4):
        known = _texts(_known(language))
        told = {(row[0], row[1]): row[column] for row in rows if row[column:] and row[column]}
        count += sum(known.get(key) != words for key, words in told.items())
        lay_over(language, known | told)
    return count


def _rows(table: Path) -> Iterator[list[str]]:
    for number, line in enumerate(table.read_text(encoding="utf-8-sig").splitlines(), start=1):
        cells = [_unescaped(cell) for cell in line.split("\t")]
        if not line.strip() or "msgid" in cells[:2]:
            continue
        if len(cells) not in (3, 4, 5):
            raise ValueError(f"{table.name}, line {number}: {len(cells)} columns")
        yield ["", *cells] if len(cells) == 3 else cells


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def _unescaped(text: str) -> str:
    plain = {"t": "\t", "n": "\n", "\\": "\\"}
    return re.sub(r"\\([tn\\])", lambda match: plain[match[1]], text)


def main(arguments: list[str]) -> int:
    """Do one deed; 0 when it went well, 1 with plain lines on standard error when not."""
    parser = argparse.ArgumentParser(prog="catalogues.py", description="The program's languages.")
    parser.add_argument(
        "deed", choices=("extract", "update", "compile", "check", "missing", "merge")
    )
    parser.add_argument("tables", nargs="*", type=Path)
    given = parser.parse_args(arguments)
    if given.deed == "extract":
        write(extract(), TEMPLATE)
    elif given.deed == "update":
        update()
    elif given.deed == "compile":
        print(f"catalogues compiled: {compile_catalogues()}")
    elif given.deed == "missing":
        print("\n".join(["\t".join(("context", "msgid", *LANGUAGES)), *missing()]))
    elif given.deed == "merge":
        print(f"texts changed: {merge(given.tables)}")
    else:
        found = list(faults())
        print("\n".join(found), file=sys.stderr) if found else print("catalogues in order")
        return int(bool(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
