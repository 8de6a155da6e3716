"""Words for what can go wrong with the data folder and its database."""

from desk.i18n import N_

SENTENCES: dict[str, str] = {
    "storage.folder_in_use": N_(
        "This data folder already holds an estate. Choose an empty folder."
    ),
    "storage.second_program": N_(
        "The program is already open on this data folder. Go to its window."
    ),
    "storage.unfinished": N_(
        "This data folder was never finished being set up. Set up the estate in a new folder."
    ),
    "storage.database_missing": N_(
        "The database is missing from the data folder. Restore the last backup, or choose the"
        " right folder."
    ),
    "storage.vault_missing": N_(
        "The key file vault.json is missing from the data folder. Restore it from the last backup;"
        " without it nothing can be read."
    ),
    "storage.vault_damaged": N_(
        "The key file vault.json is damaged. Restore it from the last backup; nothing was changed."
    ),
    "storage.foreign": N_(
        "This database belongs to another program. Choose the right data folder; nothing was"
        " changed."
    ),
    "storage.key_or_file_wrong": N_(
        "The database cannot be opened with this key, or it is damaged. Nothing was changed. Try"
        " again, then restore the last backup."
    ),
    "storage.damaged": N_(
        "The database is damaged. Leave the file as it is and restore the last backup."
    ),
    "storage.replaced": N_(
        "The database was moved or replaced while the program was open, and nothing more is saved."
        " Note down what you are typing, then close the program and open it again."
    ),
    "storage.newer": N_(
        "This data was written by a later version of the program. Install that version to open it."
    ),
    "storage.backup_no_room": N_(
        "There is no room for the backup that is made before the data is brought to this version."
        " Free {needed} MB on its disk and open the program again; nothing was changed."
    ),
    "storage.backup_failed": N_(
        "The backup that is made before the data is brought to this version could not be verified."
        " Nothing was changed. Check the disk, then open the program again."
    ),
    "storage.step_failed": N_(
        "The data could not be brought to this version without loss, so all of it was left as it"
        " was. Work on with the former version of the program; a backup is kept as {backup}."
    ),
    "storage.busy": N_("The database is busy. Wait a moment and try again; nothing was lost."),
    "storage.disk_full": N_("The disk is full. Free some space and save again; nothing was lost."),
    "storage.disk_failed": N_(
        "The disk did not answer as it should. Check its cable and its health, then save again."
    ),
    "storage.read_only": N_(
        "The data folder cannot be written. Ask for the right to write in it, then try again."
    ),
    "storage.unwritable": N_(
        "The data folder cannot be written. Ask for the right to write in it, then try again."
    ),
    "storage.unreadable": N_(
        "The data folder cannot be read. Ask for the right to read it, then try again."
    ),
}

LABELS: dict[str, dict[str, str]] = {}
