"""Pages of which something must not be seen: the same sheet, with other words in its place."""

from collections.abc import Iterable, Mapping, Sequence

from desk.printing.ops import Glyphs, Op, Page, Turned


def hidden(pages: Sequence[Page], instead: Mapping[str, str]) -> list[Page]:
    """The pages with every key of `instead` replaced; ValueError where one stands across pieces,
    as where a line was broken in it, and cannot be taken out."""
    words = sorted(instead, key=len, reverse=True)
    shown = [page._replace(ops=[_op(op, words, instead) for op in page.ops]) for page in pages]
    for page in shown:
        text = _plain(piece.text for op in page.ops for piece in _pieces(op))
        if any(_plain([word]) in text for word in words):
            raise ValueError("what is to be hidden stands across pieces")
    return shown


def _op(op: Op, words: Sequence[str], instead: Mapping[str, str]) -> Op:
    match op:
        case Glyphs():
            return _glyphs(op, words, instead)
        case Turned():
            return op._replace(pieces=tuple(_glyphs(one, words, instead) for one in op.pieces))
    return op


def _glyphs(piece: Glyphs, words: Sequence[str], instead: Mapping[str, str]) -> Glyphs:
    text = piece.text
    for word in words:
        text = text.replace(word, instead[word])
    return piece if text == piece.text else piece._replace(text=text)


def _pieces(op: Op) -> Iterable[Glyphs]:
    match op:
        case Glyphs():
            return (op,)
        case Turned():
            return op.pieces
    return ()


def _plain(texts: Iterable[str]) -> str:
    return "".join("".join(text.split()) for text in texts)
