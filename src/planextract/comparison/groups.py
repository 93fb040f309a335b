"""Groups of like texts in which every two are alike, with what makes them so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planextract.comparison.candidates import neighbours
from planextract.comparison.reading import Reading, read
from planextract.comparison.similarity import compare

ALIKE = 0.65
"""Score that every pair of a group reaches, so no chain of small steps drifts away. It is above
the even odds of the fitted model, since few pairs of a whole corpus are alike."""
MOST = 0.5
"""Share of a group's texts that must have a word for it to be named as what they share."""


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that say the same, by their places in the list that was grouped."""

    members: tuple[int, ...]
    words: tuple[str, ...]
    """Words that most of them share, as the first of them spells each."""
    weakest: float
    """The lowest score of any two of them."""
    center: int
    """The member that is nearest to all others."""


def group(texts: Sequence[str]) -> list[Group]:
    """The groups of two and more, the largest first; each text in at most one.

    Method: agglomerative clustering by complete linkage over the candidate pairs, the
    best pair first; texts that read the same are one from the start.
    """
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    all_readings = [read(text) for text in texts]
    for place, reading in enumerate(all_readings):
        key = (reading.things, reading.verbs, reading.negated) if reading.things else (place,)
        same[key].append(place)
    places = list(same.values())
    linkage = _Linkage([all_readings[members[0]] for members in places])
    groups = []
    for cluster in linkage.clusters():
        members = sorted(place for node in cluster for place in places[node])
        if len(members) > 1:
            center = places[linkage.center(cluster)][0]
            shared = _shared([all_readings[m] for m in members])
            groups.append(Group(tuple(members), shared, linkage.weakest(cluster), center))
    return sorted(groups, key=lambda g: (-len(g.members), g.members))


class _Linkage:
    """Complete linkage; a pair is scored when first asked for."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._scores: dict[tuple[int, int], float] = {}

    def score(self, i: int, j: int) -> float:
        """The score of two nodes, 1 for a node and itself."""
        if i == j:
            return 1.0
        pair = (i, j) if i < j else (j, i)
        if pair not in self._scores:
            self._scores[pair] = compare(self._readings[pair[0]], self._readings[pair[1]]).score
        return self._scores[pair]

    def clusters(self) -> list[list[int]]:
        """All nodes in clusters, those that stand alone too."""
        near = [(self.score(i, j), i, j) for i, j in neighbours(self._readings)]
        cluster_of = {node: [node] for node in range(len(self._readings))}
        for _, i, j in sorted((n for n in near if n[0] >= ALIKE), key=lambda n: (-n[0], n[1:])):
            one, other = cluster_of[i], cluster_of[j]
            if one is not other and self._all_alike(one, other):
                one.extend(other)
                cluster_of.update(dict.fromkeys(other, one))
        return list({id(cluster): cluster for cluster in cluster_of.values()}.values())

    def _all_alike(self, one: Iterable[int], other: Sequence[int]) -> bool:
        return all(self.score(i, j) >= ALIKE for i in one for j in other)

    def weakest(self, cluster: Sequence[int]) -> float:
        """The lowest score within a cluster."""
        return min(self.score(i, j) for i in cluster for j in cluster)

    def center(self, cluster: Sequence[int]) -> int:
        """The node with the highest mean score to the others; of equals the first."""
        return max(sorted(cluster), key=lambda i: sum(self.score(i, j) for j in cluster))


def _shared(readings: Sequence[Reading]) -> tuple[str, ...]:
    counts = Counter(thing for reading in readings for thing in reading.things)
    spelt: dict[str, str] = {}
    for reading in readings:
        for thing, word in reading.spelt.items():
            spelt.setdefault(thing, word)
    most = [thing for thing, n in counts.most_common() if n > MOST * len(readings)]
    return tuple(dict.fromkeys(spelt[thing] for thing in most))
