"""Findings as rows with stable names, and their sum in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from planextract.analysis.lint import Finding
from planextract.texts import Texts

COLUMNS = (
    "severity", "rule", "message", "page", "record", "municipality", "plan", "file", "json", "link",
)  # fmt: skip


def row(finding: Finding, texts: Texts) -> dict[str, object]:
    """One finding with the values of ``COLUMNS``; ``record`` is the id within its plan."""
    published, hit = finding.published, finding.hit
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "message": finding.sentence(texts),
        "page": hit.page,
        "record": hit.record,
        "municipality": published.municipality,
        "plan": published.name,
        "file": published.file,
        "json": str(published.path),
        "link": published.link(hit.page) if hit.page else None,
    }


def summary(findings: Sequence[Finding], plans: int, texts: Texts) -> str:
    """How many findings of which severity in how many plans."""
    of = texts.t("lint.plans", n=plans)
    if not findings:
        return texts.t("lint.none", plans=of)
    count = {
        level: sum(finding.severity == level for finding in findings)
        for level in ("error", "warning", "info")
    }
    return texts.t(
        "lint.summary",
        plans=of,
        found=texts.t("lint.found", n=len(findings)),
        **{f"{level}s": texts.t(f"lint.{level}s", n=n) for level, n in count.items()},
    )
