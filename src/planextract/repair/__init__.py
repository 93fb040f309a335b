"""Damaged text: suspicion, candidates, choice; every edit recorded."""

from planextract.repair.passages import SuspectWord, mend
from planextract.repair.text import Repaired, Suspect, TextEdit, repair_text

__all__ = ["Repaired", "Suspect", "SuspectWord", "TextEdit", "mend", "repair_text"]
