"""The rules of the house, held by tests: imports, types, style, sizes, words in data files."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import planextract
from planextract.lexicons import read_rows
from planextract.model.plan import json_schema

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted((ROOT / "src" / "planextract").rglob("*.py"))
FILE_LINES = 250
LONGER = {"plan.py": 350}
"""The public contract stands in one file, so that it can be read as one."""
FUNCTION_LINES = 45
ENGLISH = {"Time", "Hole"}
"""Municipalities whose names are English words that code may begin a sentence with."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def checked(*command: str) -> None:
    """Run a checker of the virtual environment; what it says is the failure."""
    program = Path(sys.executable).parent / command[0]
    done = subprocess.run(
        [str(program), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_rooms_do_not_import_each_other() -> None:
    checked("lint-imports", "--no-cache")


def test_types_are_strict() -> None:
    checked("mypy")


def test_style() -> None:
    checked("ruff", "check", "--no-cache", ".")


def test_every_module_can_be_imported() -> None:
    names = [m.name for m in walk_packages(planextract.__path__, "planextract.")]
    assert len(names) > 200
    for name in names:
        if name != "planextract.__main__":
            import_module(name)


def test_checked_in_schema_is_the_contract() -> None:
    schema = json.loads((ROOT / "schemas" / "plan.schema.json").read_text("utf-8"))
    assert schema == json.loads(json.dumps(json_schema()))


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGER.get(path.name, FILE_LINES)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function) and node.end_lineno:
            lines = node.end_lineno - node.lineno + 1
            assert lines <= FUNCTION_LINES, f"{node.name} has {lines} lines"


def test_no_municipality_stands_in_code() -> None:
    rows = read_rows("municipalities")
    names = {part for row in rows for part in row["kommunenavn"].split(" - ")} - ENGLISH
    assert len(names) > 300
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(names)))})\b")
    found = [
        f"{path.relative_to(ROOT)}:{line}: {hit.group()}"
        for path in CODE
        for line, text in literals(path)
        for hit in pattern.finditer(text)
    ]
    assert found == []


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module that are data: no docstrings, those may hold examples."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        id(node.value)
        for parent in ast.walk(tree)
        for node in ast.iter_child_nodes(parent)
        if isinstance(node, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value
