"""Tables in text whose columns have run together, line by line, told apart again."""

from planextract.meaning.run_together.parting import part_columns

__all__ = ["part_columns"]
