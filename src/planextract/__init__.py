"""Norwegian municipal plans in PDF to validated data: ``planextract.extract(path) -> Plan``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planextract.errors import PlanExtractError
    from planextract.model.plan import Plan
    from planextract.pipeline import extract
    from planextract.settings import Settings

__all__ = ["Plan", "PlanExtractError", "Settings", "extract"]

_HOMES = {
    "Plan": "planextract.model.plan",
    "PlanExtractError": "planextract.errors",
    "Settings": "planextract.settings",
    "extract": "planextract.pipeline",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for: a command that reads JSON need not load the PDF reader."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
