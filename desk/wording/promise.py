"""Words of promises, and of the letters of authority behind them."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "promise.text.missing": N_("Write down what is promised."),
    "promise.made_by.missing": N_("Write down who promises it."),
    "promise.post.missing": N_("Choose the post of the person who promises it."),
    "promise.due_at.missing": N_("Say until exactly when: day and time."),
    "promise.due_at.before_made": N_("It is promised for a time before it was promised."),
    "promise.letter.none": N_("No letter of authority of {year} gives {name} this power."),
    "promise.beyond.money": N_("The letter of authority names no amount of money."),
    "promise.beyond.amount": N_("The letter of authority goes up to {limit:money}."),
    "promise.beyond.matter": N_("The letter of authority does not name this matter."),
    "promise.missing": N_("Choose which promise."),
    "promise.reported_already": N_("This promise was reported already."),
    "promise.reported_to.missing": N_("Write down to whom it was reported."),
    "promise.before_made": N_("This is before the promise was made."),
    "promise.kept_already": N_("This promise was kept already."),
    "promise.broken_already": N_("It is written down already why this promise was not kept."),
    "promise.broken.why": N_("Write down why it cannot be kept."),
    "letter.post.missing": N_("Choose the post that the letter is for."),
    "letter.holder.missing": N_("Write down the holder's name as it stands in the letter."),
    "letter.starts.missing": N_("Enter from which day the letter holds."),
    "letter.ends.missing": N_("Enter until which day the letter holds."),
    "letter.ends.before_starts": N_("The letter ends before it begins. Check both days."),
    "letter.ends.over_a_year": N_("A letter of authority holds for a year at most."),
    "letter.matters.missing": N_("Write down what may be promised under it."),
    "letter.signed_by.missing": N_("Write down who signed the letter."),
    "letter.amount.outside": N_("Enter an amount above zero."),
    "letter.amount.cents": N_("An amount has at most two places after the point."),
    "letter.void_already": N_("This letter is void already."),
    "letter.void.why": N_("Write down why the letter holds no more."),
}

LABELS: dict[str, dict[str, str]] = {}
