"""Words for identity papers and phones."""

from desk.i18n import N_

_SHAPES = {
    "hkid": N_(
        "A Hong Kong identity card reads like A123456(3): letter, six figures, check digit."
    ),
    "twid": N_("A Taiwan identity or residence number is one letter and nine figures."),
    "prc_id": N_("A resident identity card has 18 characters, the last a figure or X."),
    "passport": N_("A passport number has 5 to 14 letters and figures."),
    "business_registration": N_("A business registration number has 8 figures."),
    "ubn": N_("A unified business number has 8 figures."),
    "uscc": N_("A unified social credit code has 18 letters and figures."),
}

_WRONG = N_("The check digit does not fit. Compare the number with the paper again.")

SENTENCES: dict[str, str] = {
    "identity.number.missing": N_("Enter the number of the paper."),
    **{f"identity.{kind}.shape": text for kind, text in _SHAPES.items()},
    "identity.hkid.check_digit": _WRONG,
    "identity.twid.check_digit": _WRONG,
    "identity.prc_id.check_digit": N_(
        "The day of birth or the check digit does not fit. Compare the number with the card again."
    ),
    "identity.ubn.check_digit": _WRONG,
    "identity.uscc.check_digit": _WRONG,
    "phone.missing": N_("Enter a phone number."),
    "phone.shape": N_("This is no phone number of this region. Numbers from abroad begin with +."),
}

LABELS: dict[str, dict[str, str]] = {}
