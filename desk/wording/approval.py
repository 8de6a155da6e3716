"""Words of a second person's approval."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "approval.decision.missing": N_("Choose the answer."),
    "approval.same_person": N_(
        "The clerk who asks cannot approve it too. Somebody else has to sign in."
    ),
    "approval.account.ended": N_("This account has ended and can approve nothing."),
    "approval.role": N_(
        "This is not for this role to approve: {role:role}. Let the person asked for sign in."
    ),
    "approval.nobody": N_(
        "The policy names nobody at the desk who may approve this. Let the supervisor name a role."
    ),
    "approval.note.missing": N_("Say why it is not approved."),
}

LABELS: dict[str, dict[str, str]] = {
    "verdict": {
        "granted": N_("Approved"),
        "refused": N_("Not approved"),
    },
}
