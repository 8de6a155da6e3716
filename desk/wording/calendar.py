"""Words of the calendar window: weekdays and months as they stand over a year."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "calendar.day.missing": N_("Enter a day of the year {year}."),
    "calendar.brought.nothing": N_("Choose what is to be brought in."),
}

LABELS: dict[str, dict[str, str]] = {
    "weekday_short": {
        "0": N_("Mo"),
        "1": N_("Tu"),
        "2": N_("We"),
        "3": N_("Th"),
        "4": N_("Fr"),
        "5": N_("Sa"),
        "6": N_("Su"),
    },
    "month_short": {
        "1": N_("Jan"),
        "2": N_("Feb"),
        "3": N_("Mar"),
        "4": N_("Apr"),
        "5": N_("May"),
        "6": N_("Jun"),
        "7": N_("Jul"),
        "8": N_("Aug"),
        "9": N_("Sep"),
        "10": N_("Oct"),
        "11": N_("Nov"),
        "12": N_("Dec"),
    },
}
