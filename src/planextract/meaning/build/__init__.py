"""The one place where records are made: from units and their roles to areas, goals, actions."""

from __future__ import annotations

from planextract.meaning.build.build import build

__all__ = ["build"]
