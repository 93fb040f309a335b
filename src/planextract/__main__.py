"""``python -m planextract``: the same as the command."""

import sys

from planextract.cli import main

if __name__ == "__main__":
    sys.exit(main())
