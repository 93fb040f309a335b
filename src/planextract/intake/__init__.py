"""Open a file, sniffed by its content: PDF, picture or text."""
