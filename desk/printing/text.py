"""Breaking Chinese text into lines, as offices on both sides of the strait set it.

No line begins with closing punctuation or ends with an opening bracket; …… and —— stay whole;
Latin words, figures and addresses wrap whole and are cut only when longer than a line. What may
not stand at an edge is carried to the next line. Spaces at the end of a line hang beyond it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

NO_START = frozenset(
    "，。、；：？！…—‥⋯─％‰‱°℃℉′″）》〉」』】〕〗〙〛］｝”’〞〟·・‧•～〜／々〻ー"
    "､｡｣﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞．＞｠︰,.;:!?)]}%"
)
NO_END = frozenset("（《〈「『【〔〖〘〚［｛“‘〝｢﹙﹛﹝＜｟￥＄￡＃([{$£¥€№")
WHOLE = frozenset("…—‥⋯─")

Measure = Callable[[str], float]

_SPACE, _WORD, _WIDE, _MARK, _GLUE = range(5)
_WIDE_FROM = "\u2e80"  # radicals, kana, ideographs, full-width forms and their punctuation
_NEWLINE = re.compile("\r\n|[\n\r\u2028\u2029]")
_NO_BREAK_SPACES = "\u00a0\u202f\u2060\ufeff"


def break_lines(text: str, width: float, measure: Measure) -> list[str]:
    """The lines of a text, top down; joined they give the text back without its newlines.

    `measure` gives the width of one character in the unit of `width`. A character wider than the
    line stands alone. Linear in the length of the text.
    """
    paragraphs = _NEWLINE.split(text)
    return [line for paragraph in paragraphs for line in _break(paragraph, width, measure)]


def balanced_lines(text: str, width: float, measure: Measure) -> list[str]:
    """The same number of lines, of nearly equal length: for a label, which should not leave one
    character alone."""
    return list(_balanced(text, width, measure))


@lru_cache(maxsize=1_024)  # the labels of a form are the same on the next one
def _balanced(text: str, width: float, measure: Measure) -> Sequence[str]:
    lines = break_lines(text, width, measure)
    if len(lines) < 2:
        return lines
    widest = max(map(measure, text))
    narrow = sum(map(measure, text)) / len(lines)
    while narrow < width:
        tried = break_lines(text, narrow, measure)
        if len(tried) == len(lines) and all(map(_is_clean, tried, tried[1:])):
            return tried
        narrow += widest / 4
    return lines


def _is_clean(line: str, following: str) -> bool:
    """Whether two lines part where a line may end, and not inside a word."""
    return line.endswith(" ") or may_break(line[-1], following[0])


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two neighbours, neither of them a space."""
    if after in NO_START or before in NO_END:
        return False
    left, right = _kind(before), _kind(after)
    if right == _MARK or _GLUE in (left, right):
        return False
    return _WIDE in (left, right)


def _break(text: str, width: float, measure: Measure) -> Iterator[str]:
    """The lines of one paragraph; an empty one is one empty line.

    `start` is where the line began, `used` its width up to the character looked at, `reached` the
    same of those before; up to `searched` there is no place left where a line may end.
    """
    advances = list(map(measure, text))
    if sum(advances) <= width:
        yield text
        return
    start, searched, used = 0, 0, 0.0
    reached: list[float] = []
    for at, advance in enumerate(advances):
        reached.append(used)
        while used + advance > width and at > start and text[at] != " ":
            cut = _opening(text, max(start, searched), at)
            if cut:
                used -= reached[cut]
            else:
                cut = _forced(text, start, at)
                used = sum(advances[cut:at])
            yield text[start:cut]
            start, searched = cut, at
        used += advance
    yield text[start:]


def _opening(text: str, after: int, at: int) -> int:
    """The last place up to `at` where a line may end; 0 where there is none behind `after`."""
    for place in range(at, after, -1):
        char, solid = text[place], _solid(text, place)
        if char != " " and solid and _opens(text[place - 1], solid, char):
            return place
    return 0


def _solid(text: str, at: int) -> str:
    """The last character before `at` that is no space."""
    while at and text[at - 1] == " ":
        at -= 1
    return text[at - 1] if at else ""


def _opens(previous: str, solid: str, char: str) -> bool:
    """Whether a line may end before `char`; a space between two words lets it."""
    if previous == " ":
        return char not in NO_START and solid not in NO_END
    return may_break(previous, char)


def _forced(text: str, start: int, at: int) -> int:
    """Where to cut what fits on no line: as late as the edges allow, else anywhere."""
    for cut in range(at, start, -1):
        if text[cut] not in NO_START and text[cut - 1] not in NO_END and _kind(text[cut]) < _MARK:
            return cut
    return at


@cache
def _kind(char: str) -> int:
    if char == " ":
        return _SPACE
    if char in _NO_BREAK_SPACES:
        return _GLUE
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return _MARK
    return _WIDE if char >= _WIDE_FROM else _WORD
