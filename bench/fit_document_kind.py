"""Fit the weights of ``document_weights.toml``: ``python bench/fit_document_kind.py [--write]``.

``document_kind.tsv`` beside this file has the evidence of each document of the corpus: its
name, the plan file (a group of the folds), whether it is a plan, the numbers. ``--gather
GOLD_DIR`` makes it anew from PDFs with their gold. Documents that are no plans are few, so
the weights are drawn towards those set by hand (``prior``) and keep their sign; groups weigh
alike, and plans as much as the others. Prints how the left-out documents part.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from planextract.lexicons import read_toml
from planextract.meaning.document_evidence import document_evidence
from planextract.pipeline import read

TABLE = Path(__file__).with_name("document_kind.tsv")
WEIGHTS = Path(__file__).parents[1] / "src/planextract/lexicons/document_weights.toml"
PULL = 4.0
"""How strongly a weight is drawn to where it was set by hand."""
FOLDS = 10
Array = NDArray[np.float64]


def gather(folder: Path) -> None:
    rows = []
    for pdf in sorted(folder.glob("*.pdf")):
        gold = json.loads(pdf.with_suffix(".json").read_text(encoding="utf-8"))
        group = re.split(r"~|__", pdf.stem)[0]
        evidence = document_evidence(read(pdf).layout)
        rows.append({"name": pdf.stem, "group": group, "is_plan": int(gold["is_plan"])} | evidence)
    write_table(rows)


def write_table(rows: list[dict[str, object]]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter="\t", lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({k: round(v, 4) if isinstance(v, float) else v for k, v in row.items()})


def fit(values: Array, plans: Array, weights: Array, prior: Array) -> Array:
    def loss(w: Array) -> float:
        signed = (values @ w[1:] + w[0]) * np.where(plans, 1.0, -1.0)
        return float(weights @ np.logaddexp(0.0, -signed) + PULL * ((w - prior) ** 2).sum() / 2)

    bounds = [(None, None)] + [(0.0, None) if p > 0 else (None, 0.0) for p in prior[1:]]
    return np.asarray(minimize(loss, prior, method="L-BFGS-B", bounds=bounds).x)


def balanced(groups: list[str], plans: Array) -> Array:
    """Groups weigh alike within plans and within the others, and both halves alike."""
    share = np.array([1.0 / groups.count(group) for group in groups])
    for side in (True, False):
        share[plans == side] *= len(set(groups)) / 2 / share[plans == side].sum()
    return share


def main() -> None:
    if "--gather" in sys.argv:
        gather(Path(sys.argv[sys.argv.index("--gather") + 1]))
    rows = list(csv.DictReader(TABLE.open(encoding="utf-8"), delimiter="\t"))
    table = read_toml("document_weights")
    names = [row["name"] for row in table["evidence"]]
    prior = np.array([table["bias_prior"], *(row["prior"] for row in table["evidence"])])
    values = np.array([[float(row[name]) for name in names] for row in rows])
    plans = np.array([row["is_plan"] == "1" for row in rows])
    groups = [row["group"] for row in rows]
    fold = np.array([sorted(set(groups)).index(group) % FOLDS for group in groups])
    left_out, by_hand = np.zeros(len(rows)), values @ prior[1:] + prior[0]
    for number in range(FOLDS):
        kept = fold != number
        kept_groups = [group for group, k in zip(groups, kept, strict=True) if k]
        shares = balanced(kept_groups, plans[kept])
        found = fit(values[kept], plans[kept], shares, prior)
        left_out[~kept] = values[~kept] @ found[1:] + found[0]
    whole = fit(values, plans, balanced(groups, plans), prior)
    for name, scores in (("by hand", by_hand), ("left out", left_out)):
        report(name, scores, plans, [row["name"] for row in rows])
    if "--write" in sys.argv:
        write_weights(names, whole)


def report(name: str, scores: Array, plans: Array, names: list[str]) -> None:
    right = (scores > 0) == plans
    auc = np.mean([(p > n) + 0.5 * (p == n) for p in scores[plans] for n in scores[~plans]])
    chance = 1 / (1 + np.exp(-scores))
    out = sys.stdout.write
    out(f"{name}: plans right {right[plans].sum()} of {plans.sum()}, others right ")
    out(f"{right[~plans].sum()} of {(~plans).sum()}, area under the curve {auc:.4f}\n")
    out(f"  plans at 1/10/50 %: {np.percentile(chance[plans], [1, 10, 50]).round(3)}; ")
    out(f"others at 50/90/99 %: {np.percentile(chance[~plans], [50, 90, 99]).round(3)}\n")
    for at in np.argsort(np.abs(scores)):
        if not right[at]:
            out(f"  wrong: {names[at]} {chance[at]:.3f}\n")


def write_weights(names: list[str], found: Array) -> None:
    text = WEIGHTS.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^bias = .*", f"bias = {found[0]:.3f}", text)
    for name, weight in zip(names, found[1:], strict=True):
        pattern = rf'(name = "{name}"\nprior = [^\n]*\nweight = )[^\n]*'
        text = re.sub(pattern, rf"\g<1>{weight:.3f}", text)
    WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
