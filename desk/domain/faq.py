"""Questions that are often asked 常見問題, and their unified answer 統一回復口徑 (R205)."""

from dataclasses import dataclass

from desk.domain.reasons import Reason

QUESTION_LIMIT = 400
ANSWER_LIMIT = 4_000
KEYWORD_LIMIT = 200


@dataclass(frozen=True)
class FaqEntry:
    """One question; texts are already clean. `keywords` are further words it is looked for by."""

    question: str
    answer: str
    keywords: str = ""
    active: bool = True


def entry_reasons(entry: FaqEntry) -> tuple[Reason, ...]:
    """A question has an answer."""
    reasons = []
    if not entry.question:
        reasons.append(Reason("faq.question.missing", "question"))
    if not entry.answer:
        reasons.append(Reason("faq.answer.missing", "answer"))
    return tuple(reasons)
