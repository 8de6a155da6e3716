"""Every test of a clause, gathered: importing the modules fills the registry."""

from tests.clauses import test_m0, test_m1, test_m2_classes, test_m2_filing, test_m2_procedure
from tests.clauses.registry import SHOWN

MODULES = (test_m0, test_m1, test_m2_classes, test_m2_filing, test_m2_procedure)

__all__ = ["MODULES", "SHOWN"]
