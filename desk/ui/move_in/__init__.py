"""Moving in: the cases of households that arrive, and what stands open on each."""
