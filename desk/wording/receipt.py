"""Words of receipts and of the builder's mandate to collect."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "receipt.payer.missing": N_("Write down who paid."),
    "receipt.collected_by.missing": N_("Write down who collected the money on site."),
    "receipt.reference.missing": N_("Enter the number of the cheque."),
    "receipt.remark.missing": N_("Write into the remark how it was paid."),
    "receipt.seen.not_void": N_("It is not void: there is nothing to look at."),
    "receipt.seen.already": N_("Somebody has looked at it already."),
    "receipt.seen.same": N_("Another person than who declared it void looks at it."),
    "receipt.unit.elsewhere": N_("What it was paid for belongs to another home."),
    "receipt.received_at.future": N_("This time is still to come. Enter when it was received."),
    "receipt.received_at.past": N_(
        "This is more than {days} days ago. A receipt is written when the money comes in."
    ),
    "receipt.record.own_deed": N_(
        "The money for an order or a move-in is taken on its own page, so that it counts there."
    ),
    "receipt.lines.missing": N_("Enter what was paid for, and how much."),
    "receipt.lines.many": N_("A receipt has at most {most} lines. Write a second one."),
    "receipt.what.missing": N_("Line {place}: write down what was paid for."),
    "receipt.amount.none": N_("Line {place}: the amount is nought."),
    "receipt.amount.places": N_("Line {place}: an amount has two decimal places at most."),
    "receipt.amount.much": N_("Line {place}: this amount is too large."),
    "receipt.total.none": N_("The receipt comes to nought or less. Check the amounts."),
    "receipt.total.much": N_("The amounts add up to too much. Check them."),
    "receipt.mandate.missing": N_(
        "The builder’s fees are collected only with a written mandate. Choose it, or have it"
        " signed first."
    ),
    "receipt.mandate.to_sign": N_("The builder has not signed mandate {number} yet."),
    "receipt.mandate.not_yet": N_("Mandate {number} does not hold yet on that day."),
    "receipt.mandate.ended": N_("Mandate {number} had ended by that day."),
    "receipt.mandate.void": N_("Mandate {number} is void."),
    "receipt.line.not_in_mandate": N_(
        "Line {place}: mandate {number} does not name “{what}”. Begin it as the mandate does."
    ),
    "receipt.why.missing": N_("Write down why it is void."),
    "receipt.void": N_("This receipt of money is void."),
    "fee_mandate.builder.missing": N_("Write down the builder’s name."),
    "fee_mandate.valid_from.missing": N_("Enter the first day it holds."),
    "fee_mandate.valid_from.far": N_("This day is more than a year ahead."),
    "fee_mandate.valid_until.far": N_("Check the year: a mandate runs for {most} years at most."),
    "fee_mandate.valid_until.backward": N_("The last day lies before the first."),
    "fee_mandate.items.missing": N_("List at least one fee."),
    "fee_mandate.items.many": N_("A mandate names at most {most} fees. Write a second one."),
    "fee_mandate.name.missing": N_("Line {place}: name the fee."),
    "fee_mandate.standard.missing": N_("Line {place}: enter the standard it is reckoned by."),
    "fee_mandate.basis.missing": N_("Line {place}: enter the basis on which it is asked."),
    "fee_mandate.name.twice": N_("Line {place}: this fee is named already."),
    "fee_mandate.person.missing": N_("Write down who signed for the builder."),
    "fee_mandate.signed_on.missing": N_("Enter the day it was signed."),
    "fee_mandate.day.long_ago": N_("This is more than ten years ago. Check the year."),
    "fee_mandate.signed_on.future": N_("It cannot have been signed on a day still to come."),
    "fee_mandate.signed": N_("The builder has signed this mandate. It stays as it was signed."),
    "fee_mandate.void": N_("This mandate is void."),
    "fee_mandate.why.missing": N_("Write down why it is void."),
}

LABELS: dict[str, dict[str, str]] = {
    "receipt_method": {
        "cash": N_("Cash"),
        "card": N_("Card"),
        "transfer": N_("Bank transfer"),
        "cheque": N_("Cheque"),
        "electronic": N_("Electronic payment"),
        "other": N_("Other way"),
    },
    "receipt_place": {
        "centre": N_("At the service centre"),
        "on_site": N_("On site"),
    },
    "money_state": {
        "held": N_("Money received"),
        "void": N_("Void"),
    },
    "mandate_state": {
        "to_sign": N_("To be signed"),
        "in_force": N_("In force"),
        "not_yet": N_("Not in force yet"),
        "ended": N_("Expired"),
        "void": N_("Void"),
    },
}
