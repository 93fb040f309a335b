"""What is weak or contradictory in plans: rules that find it, settings that weigh it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from planextract.analysis.lint.rule import LEVELS, Context, Hit, Level, Rule
from planextract.errors import ConfigError
from planextract.model.plan import Severity
from planextract.published import Published
from planextract.texts import Texts


@dataclass(frozen=True, slots=True)
class Finding:
    """One weakness of one plan."""

    rule: str
    severity: Severity
    published: Published
    hit: Hit

    def sentence(self, texts: Texts) -> str:
        """What is wrong, in the reader's language."""
        return texts.t(f"lint.rules.{self.rule}", **self.hit.values)


@dataclass(frozen=True, slots=True)
class Settings:
    """Severities other than the rules' own, and from where a value counts as doubtful."""

    severity: Mapping[str, Level] = field(default_factory=dict)
    min_confidence: float | None = None


@cache
def rules() -> tuple[Rule, ...]:
    """All rules: those of each module of this folder that has ``RULES``."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return tuple(rule for module in modules for rule in getattr(module, "RULES", ()))


def lint(
    plans: Iterable[Published], context: Context, severity: Mapping[str, str] | None = None
) -> Iterator[Finding]:
    """The findings plan by plan, in the order of their pages; ``off`` switches a rule off."""
    levels: dict[str, Level] = {rule.id: rule.severity for rule in rules()}
    levels |= check_levels(severity or {})
    for published in plans:
        found = [
            Finding(rule.id, level, published, hit)
            for rule in rules()
            if (level := levels[rule.id]) != "off"
            for hit in rule.check(published.plan, context)
        ]
        yield from sorted(found, key=lambda finding: finding.hit.page or 0)


def check_levels(severity: Mapping[str, str]) -> dict[str, Level]:
    """The severities if each names a rule and a level; else raises ConfigError."""
    known = {rule.id for rule in rules()}
    for rule, level in severity.items():
        if rule not in known:
            raise ConfigError(f"There is no rule '{rule}', only {', '.join(sorted(known))}.")
        if level not in LEVELS:
            raise ConfigError(f"'{level}' is no severity of {rule}: {', '.join(LEVELS)}.")
    return {rule: level for rule, level in severity.items() if level in LEVELS}


def read_settings(path: Path) -> Settings:
    """Settings from a TOML file with ``min_confidence`` and ``[severity]``; raises ConfigError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"The settings {path} cannot be read: {error}.") from error
    if unknown := set(data) - {"severity", "min_confidence"}:
        raise ConfigError(f"{path} has settings that lint does not know: {', '.join(unknown)}.")
    least = data.get("min_confidence")
    if least is not None and not (isinstance(least, int | float) and 0 <= least <= 1):
        raise ConfigError(f"min_confidence in {path} is no number from 0 to 1.")
    severity = data.get("severity", {})
    if not isinstance(severity, dict):
        raise ConfigError(f"severity in {path} is no table of rules.")
    return Settings(check_levels(severity), least)
