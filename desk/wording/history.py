"""Words of the history: what was done, and to what kind of record."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "history.number.unknown": N_("No record has this number. Type it as it stands on the paper."),
}

LABELS: dict[str, dict[str, str]] = {
    "deed": {
        "created": N_("Written down"),
        "changed": N_("Changed"),
        "removed": N_("Taken out"),
        "seen": N_("Looked at"),
        "unsigned": N_("Signature taken back"),
        "exported": N_("Exported"),
        "imported": N_("Imported"),
        "signed_in": N_("Signed in"),
        "reclassified": N_("Judged anew"),
        "became_complaint": N_("Made a complaint"),
        "joined_case": N_("Joined a case"),
        "granted": N_("Approved"),
        "refused": N_("Not approved"),
        "recomputed": N_("Computed anew"),
        "code_renewed": N_("Made a new recovery code"),
    },
}
