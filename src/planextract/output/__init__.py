"""Assemble, prove against the schema, write."""
