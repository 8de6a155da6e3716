"""The callback rules of the shipped profiles, side by side (K9)."""

from desk.services import policy

M1 = policy.profile("M1").orders.callback
M4 = policy.profile("M4").orders.callback
STRICTEST = policy.compose(["M1", "M4"]).orders.callback
