"""What each page is: measure signals, then judge."""
