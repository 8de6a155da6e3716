"""What stands between the tabs of a plain line, list by list; `--json` gives every field."""

FOUND = ("kind", "number", "label", "name", "detail")
REGISTERS = {
    "receptions": (
        "number",
        "happened_at",
        "kind",
        "state",
        "unit",
        "caller_name",
        "request",
    ),
    "complaints": (
        "number",
        "received_at",
        "severity",
        "state",
        "unit",
        "complainant",
        "about",
        "excerpt",
    ),
    "work-log": (
        "number",
        "happened_at",
        "kind",
        "state",
        "participants",
        "topic",
        "findings",
    ),
}
DUE = (
    "number",
    "due_at",
    "left",
    "clock",
    "severity",
    "state",
    "unit",
    "complainant",
    "about",
)
POLICIES = ("number", "code", "holds_from", "made_by", "why")
RULES = ("section", "code", "words", "clauses", "ours")
CLAUSES = ("clause", "manual", "kind", "where", "test")
PASS = ("number", "state", "open_locks", "out")
PASSES = ("number", "written_at", "kind", "state", "unit", "applicant", "goods", "out")
VERDICT = ("said", "number", "words")
PRINTED = (
    "id",
    "printed_at",
    "form",
    "number",
    "printed_by",
    "language",
    "paper",
    "copies",
    "reprint",
    "outcome",
)
FORMS = ("form", "title", "clauses", "papers", "copies", "blank", "comes_home", "document")
CASE = ("number", "state", "filing", "missing")
SCANNED = ("standing", "number", "said")
SIGNED = ("number", "signed_on", "signed_by", "ticked")
PAPERS = ("id", "number", "form", "printed_at", "printed_by", "copies", "reprint")
