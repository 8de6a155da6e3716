"""Words of making a case of a complaint 立項."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "complaint.filed_already": N_("This complaint is a case already."),
    "filing.asked.missing": N_("Choose who is asked: the supervisor or the office manager."),
    "filing.why.missing": N_("Write down what is unclear."),
    "filing.ground.missing": N_("Choose which of the questions a to f applies."),
    "filing.ground.file": N_("This ground makes a case. File it, or choose question f."),
    "filing.ground.explain": N_("Question f makes no case. Choose “Explained on the spot”."),
    "filing.explain.worked": N_("Work was done on it already. File it as a case."),
    "filing.explanation.missing": N_("Write down what was explained."),
    "filing.not_asked": N_("Nobody was asked whether this becomes a case."),
    "filing.answer.unclear": N_("Answer with a case, or with “Explained on the spot”."),
    "filing.answer.not_asked": N_("Only who was asked may answer."),
    "filing.name.missing": N_("Choose a resident, or write down who calls."),
    "filing.joined_at.future": N_("This time is still to come. Enter when the caller came."),
    "filing.joined_at.past": N_("This is before the complaint itself was reported."),
    "filing.joined_already": N_("{name} has joined this case already."),
}

LABELS: dict[str, dict[str, str]] = {
    "filing": {
        "pending": N_("To be judged"),
        "asked": N_("Asked, no answer yet"),
        "filed": N_("Filed"),
        "explained": N_("Explained on the spot"),
    },
    "decision": {
        "file": N_("File a case"),
        "find_out": N_("Find out first"),
        "ask": N_("Ask first"),
        "explain": N_("Explained on the spot"),
    },
    "ground": {
        "on_site": N_("a. Somebody has to go there, with follow-up and a look at the quality"),
        "reported": N_("b. Found by managers or staff, and needs follow-up"),
        "question": N_("c. A question that needs follow-up"),
        "emergency": N_("d. Emergency help"),
        "beyond": N_("e. Beyond our power, but the customer asks us to find out"),
        "satisfied": N_("f. Explained, the customer is satisfied, no follow-up"),
    },
}
