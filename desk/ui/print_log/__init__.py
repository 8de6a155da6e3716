"""The prints of a record, wherever a record is shown."""
