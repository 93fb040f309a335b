"""Lines, blocks, headings, furniture, columns and tables."""
