"""Words and ruling lines of a page, from its text layer or by OCR."""
