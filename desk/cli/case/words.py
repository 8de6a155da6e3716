"""Words that several deeds share."""

from desk.cli.case.deed import choice, moment, text
from desk.domain.complaint import ContactMethod, Ground
from desk.domain.complaint_filing import Decision
from desk.i18n import N_

AT = moment("at", N_("when, by the estate’s clock; now where nothing is said"))
HOW = choice("how", ContactMethod, N_("by which way"))
PERSON = text("person", N_("the person’s name"))
TEXT = text("text", N_("what was said"))
WHY = text("why", N_("the reason"))
SAID = (AT, PERSON, HOW, TEXT)
DECISION = choice("decision", Decision, N_("what is decided"), needed=True, vocabulary="decision")
GROUND = choice("ground", Ground, N_("which of the questions a to f decides"), vocabulary="ground")
