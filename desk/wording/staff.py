"""Words of the accounts, of signing in and of what a role may do."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "account.login.form": N_(
        "A login name has 2 to 64 letters, figures or the signs . _ - @ and no blanks."
    ),
    "account.login.taken": N_("Somebody has this login name already. Choose another one."),
    "account.name.missing": N_("Enter the clerk's name."),
    "account.password.short": N_("Choose a password of at least {least} characters."),
    "account.password.long": N_("Choose a password of at most {most} characters."),
    "account.first.not_administrator": N_("The first account has to be an administrator."),
    "account.self": N_("You cannot deactivate your own account. Ask another administrator."),
    "account.last_administrator": N_(
        "This is the last administrator. Make another one before deactivating this account."
    ),
    "account.last_administrator.role": N_(
        "This is the last administrator. Make another one before giving this account another role."
    ),
    "account.own_role": N_("You cannot change your own role. Ask another administrator."),
    "account.ended": N_("This account has ended. Let it in again first."),
    "account.password.differs": N_("The two passwords differ. Type both again."),
    "account.password.wrong": N_("This is not your password. Type it again."),
    "sign_in.refused": N_("The name or the password is not right. Try again."),
    "permission.missing": N_(
        "Your role does not include this: {deed:permission}. Ask your supervisor."
    ),
}

LABELS: dict[str, dict[str, str]] = {
    "role": {
        "receptionist": N_("Receptionist"),
        "supervisor": N_("Customer service supervisor"),
        "manager": N_("Estate manager"),
        "general_manager": N_("General manager"),
        "quality_supervisor": N_("Quality supervisor"),
        "administrator": N_("Administrator"),
    },
    "permission": {
        "read": N_("reading records"),
        "register": N_("registering"),
        "close": N_("closing"),
        "approve": N_("approving as a second person"),
        "see_identity": N_("seeing identity papers"),
        "export": N_("exporting lists"),
        "import_households": N_("importing households"),
        "edit_households": N_("changing households"),
        "edit_guide": N_("changing the guide"),
        "record_breaches": N_("recording breaches of the first-asked duty"),
        "print": N_("printing"),
        "read_history": N_("reading the history"),
        "manage_accounts": N_("managing accounts"),
        "edit_policy": N_("changing the policy"),
        "manage_estate": N_("changing the estate's settings"),
    },
}
