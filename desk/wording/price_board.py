"""Words of the price board."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "price_board.code.taken": N_("The code {code} stands on this version already."),
    "price_board.code.unknown": N_("No item of this version has the code {code}."),
    "price_board.none_in_force": N_("No price board is in force yet."),
    "price_board.name.missing": N_("Write down what the service is."),
    "price_board.unit.missing": N_("Write down by what it is counted, such as 個, 次 or 小時."),
    "price_board.price.missing": N_("Write down what it costs."),
    "price_board.price.range": N_("A price lies between 0 and {most:money}."),
    "price_board.price.places": N_("A price has two decimals at most."),
    "price_board.items.many": N_("A board has {most} items at most."),
    "price_board.items.none": N_("Nothing stands on this version yet."),
    "price_board.not_draft.in_force": N_(
        "This version is in force as it was approved. Draw up the next one instead."
    ),
    "price_board.not_draft.superseded": N_("This version was superseded; it stands as it was."),
    "price_board.not_draft.void": N_("This version is void."),
    "price_board.filed_with.filed": N_("Write down with which authority it was filed."),
    "price_board.filed_with.not_asked": N_("Write down why no filing is asked for."),
    "price_board.filed_on.missing": N_("Choose the day on which it was filed."),
    "price_board.filed_on.future": N_("The day of filing is still to come."),
    "price_board.filing.missing": N_(
        "Write down where the prices were filed, or that no filing is asked for."
    ),
    "price_board.person.missing": N_("Write down who looked it through."),
    "price_board.reviewer.missing": N_("Choose who reviewed it."),
    "price_board.on.missing": N_("Choose the day of the review."),
    "price_board.on.future": N_("The day of the review is still to come."),
    "price_board.not_in_force": N_("Only the version in force hangs on the wall."),
    "price_board.posted_on.missing": N_("Choose the day on which it was hung up."),
    "price_board.posted_on.future": N_("This day is still to come."),
    "price_board.posted_on.early": N_("It is in force since {day} only."),
    "price_board.why.missing": N_("Write down why it is given up."),
}

LABELS: dict[str, dict[str, str]] = {
    "board_state": {
        "draft": N_("Draft version"),
        "in_force": N_("Version in force"),
        "superseded": N_("Superseded"),
        "void": N_("Void"),
    },
    "filing_kind": {
        "filed": N_("Filed with an authority"),
        "not_asked": N_("No filing asked for"),
    },
    "reviewer": {
        "quality": N_("Quality department"),
        "finance": N_("Finance department"),
    },
}
