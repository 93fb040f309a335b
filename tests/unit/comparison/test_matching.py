from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.comparison.forms import base, phrase_bridged, split, words
from planextract.comparison.groups import ALIKE, group
from planextract.comparison.reading import read
from planextract.comparison.similarity import compare
from planextract.lexicons import read_rows

PAIRS = Path(__file__).parents[2] / "data" / "pairs.tsv"
EVEN_ODDS = 0.5


def pairs(half: str) -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8") as file:
        return [r for r in csv.DictReader(file, delimiter="\t") if r["half"] == half]


def f1(half: str) -> float:
    rows = pairs(half)
    said = [compare(read(r["a"]), read(r["b"])).score >= EVEN_ODDS for r in rows]
    right = sum(s and r["same"] == "1" for s, r in zip(said, rows, strict=True))
    return 2 * right / (sum(said) + sum(r["same"] == "1" for r in rows))


def parts(text: str) -> list[tuple[str, ...]]:
    return [split(base(word)) for word in words(phrase_bridged(text))]


@pytest.mark.parametrize("row", read_rows("written_forms"), ids=lambda row: row["example_nn"])
def test_every_correspondence_brings_its_example_pair_together(row: dict[str, str]) -> None:
    assert parts(row["example_nn"]) == parts(row["example_nb"])


@pytest.mark.parametrize(
    ("compound", "apart"),
    [
        ("barnehageansatte", "barnehage ansatte"),
        ("energikartlegging", "energi kartlegging"),
        ("demensteam", "demens team"),
        ("heimetenestetilbod", "heime teneste tilbod"),
        ("risiko- og sårbarhetsanalyse", "risiko og sårbarhetsanalyse"),
    ],
)
def test_compounds_fall_into_their_parts(compound: str, apart: str) -> None:
    together = [part for word in parts(compound) for part in word]
    assert together == [part for word in parts(apart) for part in word]


@pytest.mark.parametrize("word", ["ungdom", "barnehage", "sykehjem", "arbeid", "kommune"])
def test_common_words_stay_whole(word: str) -> None:
    assert len(split(base(word))) == 1


def test_pairs_are_half_nynorsk_to_bokmal_and_half_held_back() -> None:
    rows = pairs("tune") + pairs("held")
    assert len(rows) >= 200
    assert sum(r["forms"] == "nn-nb" for r in rows) >= len(rows) / 2
    assert abs(len(pairs("tune")) - len(pairs("held"))) <= 4


@pytest.mark.parametrize("half", ["tune", "held"])
def test_labelled_pairs_are_told_apart(half: str) -> None:
    assert f1(half) >= 0.90


@given(st.text(max_size=80), st.text(max_size=80))
def test_score_is_symmetric_and_a_probability(a: str, b: str) -> None:
    forth, back = compare(read(a), read(b)).score, compare(read(b), read(a)).score
    assert forth == pytest.approx(back)
    assert 0.0 <= forth <= 1.0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Føre opp ny barnehage", "Ikkje føre opp ny barnehage"),
        ("Avvikle kontantkassa på rådhuset", "Vidareføre kontantkassa på rådhuset"),
        ("Kartleggje tilstanden til bruene", "Byggje nye bruer"),
    ],
)
def test_the_contrary_is_less_alike_than_the_same(a: str, b: str) -> None:
    assert compare(read(a), read(b)).score < compare(read(a), read(a)).score - 0.1


def test_groups_need_every_two_members_alike() -> None:
    chain = [
        "Rydde turstiar",
        "Rydde og merke turstiar",
        "Merke turstiar og skiløyper",
        "Preparere skiløyper om vinteren",
        "Byggje ny barnehage i Storvik",
    ]
    for found in group(chain):
        readings = [read(chain[member]) for member in found.members]
        scores = [compare(a, b).score for a in readings for b in readings if a is not b]
        assert min(scores) >= ALIKE
        assert found.weakest == pytest.approx(min([1.0, *scores]))
    assert all(4 not in found.members for found in group(chain))


def test_group_over_written_forms_names_what_its_members_share() -> None:
    texts = [
        "Tilby velferdsteknologi i heimetenesta",
        "Gi tilbud om velferdsteknologi i hjemmetjenesten",
        "Asfaltere parkeringsplassen ved rådhuset",
    ]
    (found,) = group(texts)
    assert found.members == (0, 1)
    assert "velferdsteknologi" in found.words


def test_texts_that_read_the_same_are_one_group_however_many() -> None:
    (found,) = group(["Etablere frivilligsentral"] * 100)
    assert len(found.members) == 100
    assert found.weakest == 1.0


@pytest.mark.parametrize("texts", [[], ["Rydde stiar"], ["", ""], ["og i på", "—", "?"]])
def test_texts_without_content_make_no_group(texts: list[str]) -> None:
    assert group(texts) == []


@given(st.lists(st.sampled_from([r["a"] for r in pairs("tune")]), max_size=12))
def test_each_text_is_in_at_most_one_group(texts: list[str]) -> None:
    members = [member for found in group(texts) for member in found.members]
    assert len(members) == len(set(members))
