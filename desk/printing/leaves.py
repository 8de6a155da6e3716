"""A paper of several leaves, each with a title and pages of its own: a set that is printed as one.

The agreements of a move-in (F31) and the letters of authority (F34) are such sets.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desk.domain.paper import Caption
from desk.printing import fonts
from desk.printing.captions import sheets
from desk.printing.form import Data, Form, texts
from desk.printing.ops import Page
from desk.printing.papers import PAPERS
from desk.printing.pen import Hand
from desk.printing.sheet import lay_out


@dataclass(frozen=True)
class LeafForm(Form[Data]):
    """A form that is a set: `leaves` parts its data into those of every leaf, in their order.

    The pages of a leaf are counted by themselves; a copy of the set is every leaf of it.
    """

    leaves: Callable[[Data], Sequence[Data]] = lambda data: (data,)

    def lay(
        self,
        data: Data,
        language: str,
        *,
        paper: str = "A4",
        captions: Sequence[Caption] = (),
        separately: bool = False,
    ) -> list[Page]:
        """Every leaf after the other, in the current language, for each copy."""
        fonts.require(texts(data), language)
        hand = Hand.of(PAPERS[paper], language)
        copies = sheets(captions, together=hand.paper.continuous and not separately)
        parts = [(one, self.draft(one, hand)) for one in self.leaves(data)]
        return [
            page
            for copy in copies or ("",)
            for one, sections in parts
            for page in lay_out(
                hand, replace(one.job, copy=copy or one.job.copy), self._title(one), sections
            )
        ]
