"""How right published plans are, held against readings by hand."""
