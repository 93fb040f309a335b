"""Records that are built by the hundred thousand: frozen to the type checker, quick to build."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool):
        """A dataclass that is frozen by mypy alone.

        The guard of a frozen dataclass runs for each field at each construction: a word costs
        3.4 µs with it and 0.7 µs without. That nothing assigns to a field, the type checker
        proves before the program runs.
        """
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]
