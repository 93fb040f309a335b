"""How the samples are drawn: reportlab and LibreOffice, from one hand-written content file."""
