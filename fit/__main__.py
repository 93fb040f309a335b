"""python -m fit render | features | weights | shares | confidence | ship | judge | figures.

See README.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence

from fit.places import DATA, SHIPPED
from fit.plans import FOLDS
from fit.sets import CASES, FITTED, JUDGED, SAMPLES, SETS

ON = (*FITTED, SAMPLES, CASES)
STEPS = (
    "render", "features", "weights", "shares", "confidence", "ship", "judge", "figures",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one step; each imports what it needs, LightGBM only for the weights."""
    options = _parser().parse_args(arguments)
    if options.step == "render":
        from fit.render import render

        render(options.sets or [*FITTED, CASES, *JUDGED], options.python, options.jobs)
    elif options.step == "features":
        from fit.features import features

        features(options.sets or list(ON), options.jobs)
    elif options.step == "weights":
        _weights(options)
    elif options.step == "shares":
        from fit.shares import shares

        shares(options.sets or ON, options.tag, options.jobs)
    elif options.step == "ship":
        from fit.judge import weights_file

        shutil.copy(weights_file(options.tag, None), SHIPPED)
    elif options.step == "confidence":
        from fit.confidence import confidence

        confidence(options.sets or list(FITTED), options.tag, options.jobs)
    elif options.step == "judge":
        from fit.judge import judge

        judge(options.sets or list(JUDGED), options.tag, options.jobs)
    else:
        from fit.figures import figures

        figures(options.sets or list(JUDGED), options.tag, options.by)


def _weights(options: argparse.Namespace) -> None:
    from fit.judge import weights_file
    from fit.tables import read
    from fit.train import fit, save
    from planextract.meaning.marks import mark_names

    names = options.sets or ON
    all_documents = [one for name in names for one in read(DATA / f"{name}.xz", mark_names())]
    folds: list[int | None] = options.fold or [None]
    for fold in [*range(FOLDS)] if options.folds else folds:
        path = weights_file(options.tag, fold)
        documents = [one for one in all_documents if one.fold != fold]
        save(fit(documents, options.jobs), path)
        print(path, len(documents), "documents")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m fit", description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    for name in STEPS:
        step = steps.add_parser(name)
        step.add_argument("--sets", nargs="+", choices=[*SETS, SAMPLES, CASES])
        step.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
        step.add_argument("--tag", default="now", help="a name for a trial of weights")
        if name == "render":
            step.add_argument("--python", default=sys.executable, help="has what typesetting needs")
        if name == "weights":
            step.add_argument("--folds", action="store_true", help="without each fold in turn")
            step.add_argument("--fold", type=int, nargs="+", choices=range(FOLDS))
        if name == "figures":
            step.add_argument("--by", default="plan", choices=("plan", "producer", "look"))
    return parser


if __name__ == "__main__":
    main()
