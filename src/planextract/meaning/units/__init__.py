"""Units: the pieces of a document that can have a role, with all that layout knows of them."""
