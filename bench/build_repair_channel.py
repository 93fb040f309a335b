"""Pack the repair's confusions: ``python bench/build_repair_channel.py CONFUSIONS.json``.

Takes the rows learned from 130 pages (see lexicons/SOURCES.md), leaves out what a page's
own letters do not explain (bullets, rows of one case), and adds look-alikes known of print.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/planextract/lexicons/words/confusions.json"
LETTERS = "abcdefghijklmnopqrstuvwxyzæøåò"
LOST = "æøåò"
LEAST = 4e-5
LOOK_ALIKES = {
    "a": {"q": 2e-4, "o": 5e-5, "aq": 3e-5},
    "b": {"6": 5e-5},
    "d": {"cl": 1e-4, "q": 2e-5},
    "e": {"c": 4.5e-4, "o": 5e-5, "ae": 1e-4},
    "f": {"t": 1e-4},
    "g": {"q": 1e-4, "9": 1e-4},
    "h": {"b": 1e-4, "li": 1e-4},
    "i": {"|": 2e-2, "l": 2e-3, "1": 5e-4, "j": 1e-4, "t": 5e-5, "ii": 1e-4, "\\": 1e-4, "f": 5e-5},
    "k": {"lc": 5e-5},
    "l": {"i": 1.6e-3, "1": 1e-4, "f": 5e-5},
    "m": {"rn": 5e-4, "nn": 5e-5, "in": 1e-4},
    "n": {"m": 5e-5, "ri": 5e-5, "u": 5e-5, "ii": 5e-5},
    "o": {"c": 5e-5, "e": 5e-5, "0": 7e-4},
    "p": {"pp": 5e-5},
    "r": {"t": 3e-4},
    "s": {"5": 1e-4, "$": 1e-3},
    "t": {"f": 3e-4, "’r": 5e-5, "ft": 1e-4, "l": 1e-4},
    "u": {"ii": 5e-5, "n": 5e-5},
    "v": {"y": 7e-4, "u": 5e-5},
    "w": {"vv": 1e-3},
    "vv": {"w": 5e-3, "wv": 1e-3, "vw": 1e-3},
    "rn": {"m": 1e-3},
    "ff": {"f": 1e-4},
    "på": {"ea": 2e-3, "e4": 1e-3, "94": 1e-3, "eG": 5e-4, "04": 5e-4, "ed": 5e-4, "6a": 5e-4},
    "lø": {"ig": 2e-3, "ia": 1e-3, "io": 1e-3, "id": 5e-4},
    "lå": {"ia": 2e-3, "id": 1e-3},
    "jø": {"io": 2e-3},
    "jå": {"ia": 2e-3},
    "rå": {"ta": 3e-4},
    "så": {"$a": 1e-3, "$4": 1e-3},
    "ø": {"q": 3e-3, "®": 3e-3, "0": 3e-3, "6": 2e-3, "9": 1e-3, "ge": 1e-3, "og": 1e-3,
          "ea": 1e-3, "ee": 5e-4, "eo": 5e-4, "go": 5e-4, "u": 5e-4},
    "å": {"q": 3e-3, "o": 2e-3, "6": 1e-3, "@": 3e-3, "aa": 1e-3, "g": 2e-3,
          "ä": 3e-3, "à": 3e-3, "á": 3e-3, "â": 3e-3, "€&": 3e-4},
    "æ": {"sz": 1e-3, "se": 2e-3, "ea": 1e-3, "@": 2e-3, "ce": 2.2e-2, "g": 5e-4, "®": 1e-3,
          "ls": 5e-4},
}  # fmt: skip


def main() -> None:
    learned = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    rows: dict[str, dict[str, float]] = {}
    for true in LETTERS:
        row = rows.setdefault(true, {})
        for read, share in learned.get(true, {}).items():
            kept = true in LOST or share >= LEAST
            if read not in (true, "", " ", "?") and not read.startswith(" ") and kept:
                folded = read if true in LOST and len(read) == 1 else read.lower()
                if folded != true:
                    row[folded] = round(max(row.get(folded, 0.0), share), 6)
        lost = learned.get(true, {}).get("", 0.0)
        if lost:
            row[""] = round(lost, 6)
    for true, row in LOOK_ALIKES.items():
        for read, share in row.items():
            known = rows.setdefault(true, {})
            known[read] = max(known.get(read, 0.0), share)
    rows = {
        true: dict(sorted(row.items(), key=lambda kv: -kv[1])) for true, row in rows.items() if row
    }
    OUT.write_text(json.dumps(rows, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
