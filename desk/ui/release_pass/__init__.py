"""Release passes: the list, the form, the pass with its locks, the desk's answer to the gate."""
