"""Words of pre-printed stock and of the calibration page."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "stock.name.missing": N_("Give the stock a name."),
    "stock.name.taken": N_("There is a stock called {name} already."),
    "overlay.unreadable": N_("This is no description of pre-printed stock."),
    "overlay.paper.unknown": N_("Choose one of the papers the program knows."),
    "overlay.name.unknown": N_("This form has no value called {name}."),
    "overlay.outside": N_("{name} stands where {paper} cannot be printed on. Move it inwards."),
    "overlay.width.bounds": N_("Make {name} at least {least} mm wide."),
    "overlay.qr.small": N_("Make the code at least {least} mm wide, or it will not be read."),
    "overlay.size.bounds": N_("Choose a size from {least} to {most} points for {name}."),
    "overlay.lines.bounds": N_("Give {name} from 1 to {most} lines."),
    "overlay.text.too_long": N_(
        "“{text}” does not fit where the stock has room for {name}. Make the field wider, give it"
        " more lines, or print the form on blank paper."
    ),
    "overlay.rows.too_many": N_(
        "The record has {rows} rows of {name}, the stock has room for {has}. Print the form on"
        " blank paper."
    ),
    "calibration.left": N_("Measure the left mark again: it should be about {about} mm away."),
    "calibration.top": N_("Measure the upper mark again: it should be about {about} mm away."),
    "calibration.across": N_("Measure the ruler across again: it should be about {about} mm long."),
    "calibration.down": N_("Measure the ruler down again: it should be about {about} mm long."),
}

LABELS: dict[str, dict[str, str]] = {
    "align": {
        "left": N_("Flush left"),
        "middle": N_("Centred"),
        "right": N_("Flush right"),
    },
}
