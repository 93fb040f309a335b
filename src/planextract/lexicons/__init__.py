"""The words of Norwegian plans, nn and nb, as data."""
