"""``planextract schema``: print the JSON Schema of the output."""

from __future__ import annotations

import argparse
import json
import sys

from planextract.model.plan import json_schema

HELP = "Print the JSON Schema (2020-12) of the output."
EXAMPLES = "example:\n  planextract schema > plan.schema.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(args: argparse.Namespace) -> int:
    """Write the schema to stdout."""
    sys.stdout.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0
