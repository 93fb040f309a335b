"""What the program sees on a page, drawn and told."""
