"""Pages read from their pictures by Tesseract."""
