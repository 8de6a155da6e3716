"""The reception register: the list, the form that starts from the person, the household beside."""
