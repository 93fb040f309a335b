"""Damaged text: suspicion, candidates, choice; every edit recorded."""
