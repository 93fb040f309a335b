"""Norwegian municipal plans in PDF to validated data: ``planextract.extract(path) -> Plan``."""

from planextract.errors import PlanExtractError
from planextract.model.plan import Plan
from planextract.pipeline import extract
from planextract.settings import Settings

__all__ = ["Plan", "PlanExtractError", "Settings", "extract"]
