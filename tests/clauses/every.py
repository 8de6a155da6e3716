"""Every test of a clause, gathered: importing the modules fills the registry."""

from tests.clauses import (
    test_arrivals,
    test_conflicts,
    test_m0,
    test_m1,
    test_m2_classes,
    test_m2_desk,
    test_m2_filing,
    test_m2_procedure,
    test_m3,
    test_papers,
    test_services,
    test_work_log,
)
from tests.clauses.registry import SHOWN

MODULES = (
    test_m0,
    test_m1,
    test_m2_classes,
    test_m2_procedure,
    test_m2_filing,
    test_m2_desk,
    test_m3,
    test_papers,
    test_services,
    test_arrivals,
    test_work_log,
    test_conflicts,
)

__all__ = ["MODULES", "SHOWN"]
