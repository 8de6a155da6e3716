"""Words that the deeds of a case share: why not, and what the case's policy calls things."""

from collections.abc import Mapping

from desk import i18n
from desk.domain.policy import Policy, Post
from desk.wording import label


def post_words(policy: Policy, post: Post | str) -> str:
    """What the policy calls a post, in the language of the screen."""
    return in_language(policy.post(Post(post)).labels) or label("post", post)


def severity_words(policy: Policy, code: str) -> str:
    """What the policy calls a severity (K1)."""
    return in_language(policy.severity(code).labels) or label("severity", code)


def in_language(labels: Mapping[str, str]) -> str:
    """The text of the screen's language."""
    return labels.get(i18n.language(), "")
