"""Layouts and gold to a table of units: marks, roles, and what groups them."""

import json
import pickle
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))


def one(job):
    pkl, gold, out = map(Path, job)
    from labels import index, label_units

    from planextract.meaning.marks import compute_marks
    from planextract.meaning.units.gather import gather

    o = out / (pkl.stem + ".npz")
    try:
        layout = pickle.loads(pkl.read_bytes())
        units = gather(layout)
        marks = compute_marks(units)
        g = json.loads(gold.read_text())
        from planextract.meaning.roles.weights import kinds_of

        roles = np.array([index(r) for r in label_units(units, g)], np.int8)
        from planextract.meaning.roles.groups import groups_of

        np.savez(
            o,
            marks=marks,
            roles=roles,
            groups=groups_of(units),
            kinds=kinds_of(units),
            texts=np.array([u.body.text for u in units.all], dtype=object),
        )
    except Exception as e:
        import traceback

        traceback.print_exc()
        return f"{pkl.stem}: {type(e).__name__}: {e}"


if __name__ == "__main__":
    cache, golds, out, n = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    jobs = []
    for s in sys.argv[5:]:
        o = out / s
        o.mkdir(parents=True, exist_ok=True)
        jobs += [
            (str(p), str(golds / s / (p.stem + ".json")), str(o))
            for p in sorted((cache / s).glob("*.pkl"))
        ]
    t = time.time()
    with ProcessPoolExecutor(n) as ex:
        for r in ex.map(one, jobs, chunksize=8):
            if r:
                print(r, flush=True)
    print(len(jobs), "docs", round(time.time() - t), "s")
