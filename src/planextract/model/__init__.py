"""What exists: internal records and the public contract."""
