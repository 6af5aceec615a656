"""Groups of PLOVER's types of event that several rules ask for."""

from __future__ import annotations

SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""What is done by speaking."""
JUDGING = frozenset({"SUPPORT", "REJECT", "ACCUSE"})
"""What is said for or against a step that others have taken."""
UTTERED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""What is said against or to somebody."""
FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT"})
"""What is done by those who have the force to do it, or undone by them."""
NEEDS_SOMEBODY = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""What is no event where nobody takes part in it."""
BETWEEN = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""What only people and bodies do to each other."""
SIGNING = "057"
"""CAMEO's code for the signing of an agreement."""
