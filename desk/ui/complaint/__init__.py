"""The complaint register, the form and the record."""
