"""Fit the matcher's weights, measure it against simpler ones, make plans by the hundred.

python bench/comparison.py fit             weights from the tune half of tests/data/pairs.tsv
python bench/comparison.py measure         F1 of each method on the tune half, cross-validated
python bench/comparison.py measure --held  … and on the held-back half
python bench/comparison.py plans FOLDER --plans 100 --actions 50   invented published JSON
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np
from invented_plans import write_plans
from rapidfuzz import fuzz
from simplemma import lemmatize
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from planextract.comparison.forms import words
from planextract.comparison.reading import read
from planextract.comparison.similarity import Measures, compare, measured

ROOT = Path(__file__).parents[1]
PAIRS = ROOT / "tests" / "data" / "pairs.tsv"
WEIGHTS = ROOT / "src" / "planextract" / "lexicons" / "matching.toml"
FOLDS = 10
NAMES = [field.name for field in dataclasses.fields(Measures)]

Pair = tuple[str, str, int]
Score = Callable[[str, str], float]


def pairs(half: str) -> list[Pair]:
    with PAIRS.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [(r["a"], r["b"], int(r["same"])) for r in rows if r["half"] == half]


def table(rows: list[Pair]) -> tuple[np.ndarray, np.ndarray]:
    taken = [dataclasses.astuple(measured(read(a), read(b))) for a, b, _ in rows]
    return np.array(taken), np.array([same for *_, same in rows])


def model() -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=1000)


def f1(scores: np.ndarray, same: np.ndarray, threshold: float) -> float:
    said = scores >= threshold
    return 2 * float((said & (same == 1)).sum()) / float(said.sum() + same.sum())


def best_threshold(scores: np.ndarray, same: np.ndarray) -> float:
    return float(max(np.unique(scores), key=lambda at: f1(scores, same, at)))


def fit() -> None:
    x, same = table(pairs("tune"))
    fitted = model().fit(x, same)
    lines = [
        "# Weights of a pair's measures (planextract.comparison.similarity.Measures) in a",
        "# logistic regression, fitted on the tune half of tests/data/pairs.tsv by",
        "# `python bench/comparison.py fit`; not to be edited by hand.",
        f"constant = {fitted.intercept_[0]:.3f}",
        "",
        "[weights]",
        *(f"{name} = {value:.3f}" for name, value in zip(NAMES, fitted.coef_[0], strict=True)),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def cosine(analyzer: str | Callable[[str], list[str]], ngrams: tuple[int, int]) -> Score:
    texts = [text for half in ("tune", "held") for a, b, _ in pairs(half) for text in (a, b)]
    vectors = TfidfVectorizer(analyzer=analyzer, ngram_range=ngrams, sublinear_tf=True).fit(texts)
    return lambda a, b: float((vectors.transform([a]) @ vectors.transform([b]).T)[0, 0])


def lemmas(text: str) -> list[str]:
    return [lemmatize(word, lang=("nb", "nn")) for word in words(text)]


def methods() -> dict[str, Score]:
    return {
        "rapidfuzz token_set": lambda a, b: fuzz.token_set_ratio(a.lower(), b.lower()),
        "rapidfuzz token_sort": lambda a, b: fuzz.token_sort_ratio(a.lower(), b.lower()),
        "TF-IDF words": cosine("word", (1, 1)),
        "TF-IDF lemmas (simplemma)": cosine(lemmas, (1, 1)),
        "TF-IDF letters 2-4": cosine("char_wb", (2, 4)),
        "TF-IDF bridged stems": cosine(lambda text: list(read(text).things), (1, 1)),
        "planextract": lambda a, b: compare(read(a), read(b)).score,
    }


def measure(held: bool) -> None:
    tune, x = pairs("tune"), table(pairs("tune"))
    crossed = cross_val_predict(model(), *x, cv=FOLDS, method="predict_proba")[:, 1]
    print(f"planextract, {FOLDS}-fold on tune, threshold 0.5: F1 {f1(crossed, x[1], 0.5):.3f}")
    for name, score in methods().items():
        scores = np.array([score(a, b) for a, b, _ in tune])
        at = 0.5 if name == "planextract" else best_threshold(scores, x[1])
        line = f"{name:28} threshold {at:6.2f}  tune F1 {f1(scores, x[1], at):.3f}"
        if held:
            rows = pairs("held")
            same = np.array([label for *_, label in rows])
            line += f"  held F1 {f1(np.array([score(a, b) for a, b, _ in rows]), same, at):.3f}"
        print(line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("fit")
    commands.add_parser("measure").add_argument("--held", action="store_true")
    plans = commands.add_parser("plans")
    plans.add_argument("folder", type=Path)
    plans.add_argument("--plans", type=int, default=100)
    plans.add_argument("--actions", type=int, default=50)
    args = parser.parse_args()
    if args.command == "fit":
        fit()
    elif args.command == "measure":
        measure(args.held)
    else:
        write_plans(args.folder, args.plans, args.actions)


if __name__ == "__main__":
    main()
