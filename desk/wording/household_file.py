"""Words of the household file 住戶檔案."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {}

LABELS: dict[str, dict[str, str]] = {
    "file_group": {
        "move_ins": N_("Move-ins"),
        "people": N_("People"),
        "papers": N_("Papers"),
        "keys": N_("Keys of the home"),
        "passes": N_("Release passes"),
        "cases": N_("Complaints and defects"),
        "orders": N_("Service orders"),
        "visits": N_("Visits"),
        "receipts": N_("Receipts"),
    },
    "file_state": {
        "active": N_("Lives here"),
        "former": N_("Has left"),
        "home": N_("Signed and back"),
    },
}
