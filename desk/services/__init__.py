"""What a clerk does: one function per deed, one transaction each."""
