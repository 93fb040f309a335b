"""Whether the tests notice when one token of the program is another.

Run ``python bench/mutants.py --from 1 --to 20 [--tree WORKTREE]``. From all comparison, boolean
and arithmetic operators, numbers, ``True`` and ``False`` of ``meaning`` and ``layout`` a seeded
sample is drawn. Each mutant is applied to a fresh copy of the tree, whose tests are run with the
interpreter that runs this: killed (a test fails), survived (all pass), or timed out (the whole
run, or a test that waited for the program: run these again where the machine was busy). The copy
as it is must pass first, or all would seem killed. ``--list`` shows the mutants and runs none.
"""

from __future__ import annotations

import argparse
import ast
import io
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tokenize
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("src/planextract/meaning", "src/planextract/layout")
OTHER = {
    **{"==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">"},
    **{"and": "or", "or": "and", "not": "", "True": "False", "False": "True"},
    **{"+": "-", "-": "+", "*": "/", "/": "*", "//": "/", "%": "*", "**": "*"},
    **{"+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "//=": "/="},
}
BINARY = frozenset({"+", "-", "*", "/", "//", "%", "**"})
"""Operators that count only between two values: before a name ``*`` unpacks and ``-`` is a sign."""
ENDS = frozenset(")]}")
COMMAND = "-m pytest -x -q -n 2 -p no:cacheprovider"


@dataclass(frozen=True, slots=True)
class Mutant:
    path: str
    line: int
    start: int
    end: int
    old: str
    new: str

    def applied(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        line = lines[self.line - 1]
        after = line[self.end :]
        lines[self.line - 1] = line[: self.start] + self.new + (after if self.new else after[1:])
        return "".join(lines)

    def told(self, tree: Path) -> str:
        before = (tree / self.path).read_text("utf-8")
        pair = (text.splitlines()[self.line - 1].strip() for text in (before, self.applied(before)))
        said = "\n    ".join(pair)
        return f"{self.path}:{self.line}  {self.old} -> {self.new or 'nothing'}\n    {said}"


def mutants_of(tree: Path) -> list[Mutant]:
    """Every mutant of the rooms, in the order of files and places."""
    found = []
    for path in sorted(path for room in ROOMS for path in (tree / room).rglob("*.py")):
        text = path.read_text("utf-8")
        for mutant in _mutants(str(path.relative_to(tree)), text):
            try:
                ast.parse(mutant.applied(text))
            except SyntaxError:
                continue
            found.append(mutant)
    return found


def _mutants(path: str, text: str) -> Iterator[Mutant]:
    before = None
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        new = _other(token, before)
        if new is not None:
            (line, start), (_, end) = token.start, token.end
            yield Mutant(path, line, start, end, token.string, new)
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            before = token


def _other(token: tokenize.TokenInfo, before: tokenize.TokenInfo | None) -> str | None:
    """What the token becomes; None where it is no token to change."""
    said = token.string
    if token.type == tokenize.NUMBER:
        value = ast.literal_eval(said)
        return repr(value + 1) if isinstance(value, int | float) else None
    if token.type not in (tokenize.OP, tokenize.NAME) or said not in OTHER:
        return None
    if said in BINARY and not (before and _is_value(before)):
        return None
    return OTHER[said]


def _is_value(token: tokenize.TokenInfo) -> bool:
    if token.type == tokenize.NAME:
        return token.string not in ("return", "yield", "in", "and", "or", "not", "lambda", "else")
    return token.type in (tokenize.NUMBER, tokenize.STRING) or token.string in ENDS


def copied(tree: Path, to: Path) -> None:
    """What git has of a tree or would add, copied anew."""
    shutil.rmtree(to, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-coz", "--exclude-standard"], cwd=tree, capture_output=True, check=True
    )
    for name in sorted(set(listed.stdout.decode().split("\0")) - {""}):
        if (tree / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(tree / name, to / name)


def tested(copy: Path, command: str, limit: float) -> tuple[str, str]:
    """How the tests of a copy end, and which failed."""
    env = {**os.environ, "PYTHONPATH": str(copy / "src")}
    env["MYPY_CACHE_DIR"] = str(copy.parent / "mypy")
    with subprocess.Popen(
        [sys.executable, *command.split()],
        cwd=copy,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            return "timed out", f"after {limit:.0f} s"
        finally:
            with suppress(ProcessLookupError):  # workers of a test that gave up waiting
                os.killpg(process.pid, signal.SIGKILL)
    if process.returncode == 0:
        return "survived", ""
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", said, re.M)
    end = "timed out" if "subprocess.TimeoutExpired" in said else "killed"
    return end, failed[0] if failed else said.strip().rpartition("\n")[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tree", type=Path, default=ROOT, help="a clone or worktree to copy")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", type=int, default=1, dest="first", help="number of the first")
    parser.add_argument("--to", type=int, default=0, dest="last", help="the last (0: all)")
    parser.add_argument("--command", default=COMMAND, help="of the interpreter")
    parser.add_argument("--limit", type=float, default=1200.0, help="seconds a mutant")
    parser.add_argument("--unchecked", action="store_true", help="do not test the tree as it is")
    parser.add_argument("--list", action="store_true", help="show the mutants, run none")
    args = parser.parse_args()
    tree = args.tree.resolve()
    every = mutants_of(tree)
    drawn = random.Random(args.seed).sample(every, args.count)
    chosen = list(enumerate(drawn, 1))[args.first - 1 : args.last or None]
    print(f"{len(every)} mutants, {len(drawn)} drawn, {len(chosen)} of them taken")
    if args.list:
        print(*(f"{nth:3} {mutant.told(tree)}" for nth, mutant in chosen), sep="\n")
        return
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(folder) / "tree"
        if not args.unchecked:
            copied(tree, copy)
            end, why = tested(copy, args.command, args.limit)
            if end != "survived":
                sys.exit(f"The tests of the tree as it is: {end} {why}")
        ends: dict[str, list[str]] = {"killed": [], "survived": [], "timed out": []}
        for nth, mutant in chosen:
            copied(tree, copy)
            changed = copy / mutant.path
            changed.write_text(mutant.applied(changed.read_text("utf-8")), "utf-8")
            start = time.monotonic()
            end, why = tested(copy, args.command, args.limit)
            told = f"{nth:3} {mutant.told(tree)}"
            ends[end].append(told)
            print(f"{told}\n    {end} in {time.monotonic() - start:.0f} s {why}", flush=True)
    print(*(f"{len(each)} {end}" for end, each in ends.items()), sep=", ")
    for end in ("timed out", "survived"):
        for told in ends[end]:
            print(f"{end}: {told}")


if __name__ == "__main__":
    main()
