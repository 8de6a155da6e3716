"""No text reaches the screen past the catalogues."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.reading import House, Module, last_name

ROOT = Path(__file__).resolve().parent.parent
MARKS = frozenset({"_", "N_", "gettext", "ngettext", "pgettext"})
# What shows its texts to the clerk, by position or by name.
SHOWING = re.compile(
    r"set(Text|PlainText|Html|WindowTitle|Title|SubTitle|ToolTip|StatusTip|WhatsThis|Label\w*|"
    r"PlaceholderText|AccessibleName|AccessibleDescription|Prefix|Suffix|InformativeText|"
    r"DetailedText|HeaderLabels|HorizontalHeaderLabels|ItemText|TabText|SpecialValueText)"
    r"|add(Action|Item|Items|Menu|Row|Tab|Button|Permanent\w*|Section)|showMessage|insertItem"
    r"|Q(Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|CommandLinkButton|Menu)"
    r"|tell|warn|ask|confirm|notice|name|drawText"
)
SHOWN_NAMES = re.compile(r"(text|title|label|caption|placeholder|tooltip|tip|hint|message|words)")
# What the keyboard and the type foundry call their own.
KEYS = re.compile(r"\b(Esc|Enter|Tab|F\d+|(Ctrl|Alt|Shift)\+\w+)\b")
FACES = re.compile(r"Noto Sans.*|DejaVu.*|Microsoft .*|PingFang .*|Segoe .*")
WORDS = re.compile(r"[^\W\d_]{2,}")
# A literal in the screens that reads like English for people.
SENTENCE = re.compile(r"[A-Z][a-z]+(?: [\w'{}-]+)+[.…?:!]?|[A-Z][a-z]+[.…?:!]")


def raw_texts(module: Module) -> Iterator[str]:
    """Literals handed to something that shows them."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        shown = node.args if SHOWING.fullmatch(last_name(node.func)) else []
        named = [part.value for part in node.keywords if SHOWN_NAMES.fullmatch(part.arg or "")]
        for value in (*shown, *named):
            text = literal(value)
            if WORDS.search(KEYS.sub("", text)):
                yield f"{module.name}:{value.lineno}: {text!r}"


def literal(node: ast.AST) -> str:
    """The fixed letters of a literal, an f-string or a sum of them; else empty."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) for part in node.values)
    if isinstance(node, ast.BinOp | ast.List | ast.Tuple | ast.IfExp):
        return " ".join(literal(part) for part in ast.iter_child_nodes(node))
    return ""


def unmarked_sentences(module: Module) -> Iterator[str]:
    """Literals that read like English for people and are not marked for the catalogues."""
    hidden = {id(node) for part in unseen(module.tree) for node in ast.walk(part)}
    for node in ast.walk(module.tree):
        is_text = isinstance(node, ast.Constant)
        if is_text and id(node) not in hidden and reads_as_english(literal(node).strip()):
            yield f"{module.name}:{node.lineno}: {literal(node)!r}"


def reads_as_english(text: str) -> bool:
    return bool(SENTENCE.fullmatch(text)) and not FACES.fullmatch(text)


def unseen(tree: ast.Module) -> Iterator[ast.AST]:
    """What the clerk never sees: docstrings, marked texts, log lines, errors for developers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node
        if isinstance(node, ast.Raise):
            yield node
        if isinstance(node, ast.Call):
            owner = last_name(node.func.value) if isinstance(node.func, ast.Attribute) else ""
            if last_name(node.func) in MARKS or owner.lower().strip("_") in {"log", "logger"}:
                yield node


def unfindable_marks(module: Module) -> Iterator[str]:
    """Marks that the extractor passes over: in an f-string, or on what is no literal."""
    inside = {
        id(node)
        for part in ast.walk(module.tree)
        if isinstance(part, ast.JoinedStr)
        for node in ast.walk(part)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and last_name(node.func) in MARKS - {"gettext"}:
            texts = node.args[:2] if last_name(node.func) != "_" else node.args
            literal_only = all(isinstance(text, ast.Constant) for text in texts)
            if id(node) in inside or not literal_only:
                yield f"{module.name}:{node.lineno}: not found by the extractor"


def test_every_mark_is_found_by_the_extractor() -> None:
    assert [
        text
        for module in House.read(ROOT)
        if module.name != "desk.i18n"
        for text in unfindable_marks(module)
    ] == []


@pytest.mark.parametrize("source", ["f\"{_('Print')}: {x}\"", "_(title)", '_(f"Print {n}")'])
def test_a_mark_that_the_extractor_misses_is_noticed(source: str) -> None:
    assert len(list(unfindable_marks(Module("a", source, is_package=False)))) == 1


@pytest.fixture(scope="module")
def screens() -> list[Module]:
    return [module for module in House.read(ROOT) if module.name.startswith("desk.ui.")]


def test_every_text_shown_comes_from_the_catalogues(screens: list[Module]) -> None:
    assert [text for module in screens for text in raw_texts(module)] == []


def test_no_sentence_stands_in_the_screens_unmarked(screens: list[Module]) -> None:
    assert [text for module in screens for text in unmarked_sentences(module)] == []


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Print")',
        'label.setText(f"{n} sheets")',
        'label.setText("Sheet " + number)',
        'QPushButton("Print", self)',
        'menu.addAction(icon, "Print")',
        'Tile(title="Print")',
        'box.addItems(["Print", "Save"])',
    ],
)
def test_a_raw_text_is_noticed(source: str) -> None:
    assert len(list(raw_texts(Module("a", source, is_package=False)))) == 1


@pytest.mark.parametrize("source", ['X = "Print the sheet."', 'f("Nothing found.")'])
def test_an_unmarked_sentence_is_noticed(source: str) -> None:
    assert len(list(unmarked_sentences(Module("a", source, is_package=False)))) == 1


@pytest.mark.parametrize(
    "source",
    [
        'label.setText(_("Print"))',
        'label.setText("")',
        'label.setText(f"{a} · {b}")',
        'label.setObjectName("print")',
        'X = N_("Print the sheet.")',
        '"""Print the sheet."""',
        'raise ValueError("Print the sheet.")',
        'log.info("Print the sheet.")',
    ],
)
def test_a_marked_or_unseen_text_passes(source: str) -> None:
    module = Module("a", source, is_package=False)
    assert [*raw_texts(module), *unmarked_sentences(module)] == []
