"""Words of the inspection of a home and of its meters."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "inspection.missing": N_("The home was not inspected yet."),
    "inspection.begun": N_("An inspection of this home goes on. Finish it, or declare it void."),
    "inspection.move_in.other_unit": N_("That move-in is of another unit."),
    "inspection.open": N_("What was found is not settled yet."),
    "inspection.done": N_("This inspection is settled. What failed goes on as a defect."),
    "inspection.void": N_("This inspection is void."),
    "inspection.void.defects": N_(
        "Defects of this inspection still wait: {count}. Finish them or declare them void first."
    ),
    "inspection.part.unseen": N_("Parts nobody has looked at yet: {count}."),
    "inspection.fail.remark": N_("Write down what is wrong with each part that failed: {count}."),
    "inspection.builder.missing": N_("Write down the builder, who is to repair what failed."),
    "inspection.meter.water": N_("Copy down the water meter, or say why there is none."),
    "inspection.meter.electricity": N_(
        "Copy down the electricity meter, or say why there is none."
    ),
    "inspection.meter.gas": N_("Copy down the gas meter, or say why there is none."),
    "inspection.unsigned.builder": N_("The builder has not signed."),
    "inspection.unsigned.owner": N_("The owner has not signed the inspection."),
    "inspection.unsigned.staff": N_("The property staff have not signed."),
    "inspection.signed": N_("This signature is written down already."),
    "inspection.signed_by.missing": N_("Write down who signed."),
    "inspection.signed_on.missing": N_("Enter the day of the signature."),
    "inspection.signed_on.future": N_("This day is still to come. Enter when it was signed."),
    "inspection.held_on.future": N_("This day is still to come. Enter when you were at the home."),
    "inspection.why.missing": N_("Write down why."),
    "inspection.rooms.missing": N_("There is no part to look at. Add a room with its parts."),
    "inspection.rooms.many": N_("A home has at most {most} rooms here."),
    "inspection.parts.many": N_("A room has at most {most} parts here."),
    "inspection.room.unnamed": N_("Give each room its name."),
    "inspection.part.unnamed": N_("Give each part its name."),
    "inspection.room.twice": N_("Two rooms are called {name}. Tell them apart."),
    "inspection.part.twice": N_("Two parts of this room are called {name}. Tell them apart."),
    "inspection.part.judged": N_(
        "Parts that were looked at stay on the sheet: {count}. Take their marks off first."
    ),
    "inspection.part.unknown": N_("This part is not on the sheet."),
    "inspection.template.newer": N_("Somebody made a newer template. Look at it first."),
    "meter.number.missing": N_("Write down the meter’s number."),
    "meter.number.elsewhere": N_(
        "Meter {number} was read in {unit} before. Check it, or say why it is here."
    ),
    "meter.value.missing": N_("Write down what the meter shows."),
    "meter.value.outside": N_("Enter a reading from 0 to {most}."),
    "meter.value.places": N_("A reading has at most {places} places."),
    "meter.value.below": N_(
        "{value} is below the last reading, {last}. Check it, or say why it is so."
    ),
    "meter.value.above": N_(
        "{value} is far above the last reading, {last}: more than {most} is hardly possible."
        " Check it, or say why it is so."
    ),
    "meter.absent.read": N_("Either there is a reading, or a reason why there is none."),
}

LABELS: dict[str, dict[str, str]] = {
    "inspection_state": {
        "open": N_("Going on"),
        "done": N_("Settled"),
        "void": N_("Void"),
    },
    "part_verdict": {
        "unseen": N_("Not looked at"),
        "pass": N_("Pass"),
        "fail": N_("Fail"),
    },
    "signer": {
        "builder": N_("Builder"),
        "owner": N_("Owner"),
        "staff": N_("Property staff"),
    },
    "meter_kind": {
        "water": N_("Water meter"),
        "electricity": N_("Electricity meter"),
        "gas": N_("Gas meter"),
    },
}
