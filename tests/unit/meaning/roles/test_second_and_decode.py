"""The second pass, and the step from probabilities to roles."""

from __future__ import annotations

import numpy as np
import pytest
from made_blocks import block, table
from made_roles import Chances, chances
from made_units import place, units_of

from planextract.meaning.means import group_means
from planextract.meaning.roles.called import no_shares
from planextract.meaning.roles.decode import Passes, Reading, agree, blend, decode
from planextract.meaning.roles.groups import GROUPINGS, groups_of
from planextract.meaning.roles.role import ROLES, Role
from planextract.meaning.roles.second import second_pass_features, second_pass_names
from planextract.meaning.units.gather import Units

SUM = "Første setning her. Andre setning her."


def read(units: Units, told: Chances) -> Reading:
    said = chances(units, told)
    return decode(units, Passes(said, said), groups_of(units), no_shares())


def test_group_means_count_the_unit_in() -> None:
    values = np.array([[0, 1], [4, 1], [6, 3]], np.float32)
    found = group_means(values, np.array([0, 2, 0], np.int32))
    assert found.tolist() == [[3, 2], [4, 1], [3, 2]]


def test_second_pass_is_first_means_neighbours_and_document() -> None:
    first = np.zeros((4, len(ROLES)), np.float32)
    first[:, 0] = [1, 2, 3, 10]
    groups = np.zeros((4, len(GROUPINGS)), np.int32)
    groups[:, 0] = [0, 0, 1, 1]
    found = second_pass_features(first, groups, np.array([[0, -1, -1, -1]] * 4, np.int32))
    assert found.shape == (4, len(second_pass_names()))
    said = dict(zip(second_pass_names(), found.T.tolist(), strict=True))
    assert said["first.none"] == [1, 2, 3, 10]
    assert said["alike_run.none"] == [1.5, 1.5, 6.5, 6.5]
    assert said["alike_column.none"] == [4, 4, 4, 4]
    assert said["above1.none"] == [0, 1, 2, 3]
    assert said["above3.none"] == [0, 0, 0, 1]
    assert said["below2.none"] == [3, 10, 0, 0]
    assert said["whole.none"] == [4, 4, 4, 4]


def test_second_pass_of_one_unit_and_of_none_are_as_wide() -> None:
    groups, outline = np.zeros((1, len(GROUPINGS)), np.int32), np.array([[0, -1, -1, -1]], np.int32)
    one = second_pass_features(np.ones((1, len(ROLES)), np.float32), groups, outline)
    none = second_pass_features(np.zeros((0, len(ROLES)), np.float32), groups[:0], outline[:0])
    assert none.shape == (0, one.shape[1])
    said = dict(zip(second_pass_names(), one[0].tolist(), strict=True))
    assert {said[f"{where}{step}.none"] for where in ("above", "below") for step in (1, 2, 3)} == {
        0
    }


def test_cells_of_a_column_are_one_group() -> None:
    units = units_of(table(["#Tiltak | #Ansvar", "Lage | Per", "Bygge | Kari"]))
    column = groups_of(units)[:, GROUPINGS.index("column")]
    lage, bygge, per = (column[place(units, t)] for t in ("Lage", "Bygge", "Per"))
    assert lage == bygge != per


def test_like_tables_share_like_columns_only() -> None:
    rows = ["#Tiltak | #Ansvar", "Lage | Per"]
    more = ["#Tiltak | #Ansvar", "Bygge | Kari"]
    units = units_of(table(rows), block("Skilje", "heading"), table(more))
    groups = groups_of(units)
    one, other = (groups[place(units, t)] for t in ("Lage", "Bygge"))
    assert one[GROUPINGS.index("like_column")] == other[GROUPINGS.index("like_column")]
    assert one[GROUPINGS.index("column")] != other[GROUPINGS.index("column")]


def test_the_document_without_units() -> None:
    units = units_of()
    assert groups_of(units).shape == (0, len(GROUPINGS))
    assert read(units, {}).roles == ()


def test_the_likeliest_role_and_how_sure_it_is() -> None:
    units = units_of(block("Lage veg til øya."), block("Anna tekst."))
    told = {"Lage veg til øya.": {Role.ACTION: 0.7, Role.GOAL: 0.2}}
    found = read(units, told)
    assert found.roles == (Role.ACTION, Role.NONE)
    said = chances(units, told)
    one = float(blend(Passes(said, said))[0, ROLES.index(Role.ACTION)])
    styled = 0.7 * one + 0.3 * one / 2  # two of one style, then of one run
    assert found.sure[0] == pytest.approx(0.8 * styled + 0.2 * one / 2, abs=1e-4)


def test_both_passes_are_heard_the_second_more() -> None:
    units = units_of(block("Lage veg til øya."))
    text = units.all[0].text
    pair = (Role.ACTION, Role.GOAL)
    action, goal = (
        chances(units, {text: {role: 0.6, other: 0.3}}) for role, other in (pair, pair[::-1])
    )
    row = blend(Passes(action, goal))[0]
    told = {role: float(row[ROLES.index(role)]) for role in pair}
    assert told[Role.GOAL] > 0.5 > told[Role.ACTION] > 0.3
    assert row.sum() == pytest.approx(1, abs=1e-5)
    assert np.allclose(blend(Passes(goal, goal)).argmax(axis=1), goal.argmax(axis=1))


def test_records_together_outweigh_no_record() -> None:
    units = units_of(block("Lage veg til øya."))
    told = {"Lage veg til øya.": {Role.ACTION: 0.25, Role.GOAL: 0.35}}  # 0.4 for none
    found = read(units, told)
    assert found.roles == (Role.GOAL,)
    assert found.sure[0] == pytest.approx(0.35, abs=0.02)


def test_a_near_record_is_a_candidate_and_a_far_one_is_not() -> None:
    units = units_of(block("Lage veg."), block("Lage hus."), block("Lage bru."))
    told = {
        "Lage veg.": {Role.ACTION: 0.35},
        "Lage hus.": {Role.ACTION: 0.05},
        "Lage bru.": {Role.ACTION: 0.85},
    }
    found = read(units, told)
    assert found.roles == (Role.NONE, Role.NONE, Role.ACTION)
    assert found.candidates == (0,)


def test_a_sentence_of_a_record_is_none() -> None:
    units = units_of(block(SUM))
    told = {SUM: {Role.ACTION: 0.9}, "Første setning her.": {Role.GOAL: 0.9}}
    found = read(units, told)
    assert found.roles == (Role.ACTION, Role.NONE, Role.NONE)
    assert found.candidates == ()


def test_sentences_of_no_record_can_be_records() -> None:
    units = units_of(block(SUM))
    first = {"Første setning her.": {Role.ACTION: 0.99}}
    found = read(units, {SUM: {Role.ACTION: 0.4}, **first})
    assert found.roles[0] is Role.NONE
    assert Role.ACTION in found.roles[1:]
    assert 0 not in found.candidates  # its part is the record


def test_a_sentence_that_is_more_likely_a_record_than_its_paragraph_is_the_record() -> None:
    lead = "Vi skal i perioden:"
    units = units_of(block(lead), block(SUM))
    first = {"Første setning her.": {Role.ACTION: 0.95}}
    likely = read(units, {SUM: {Role.ACTION: 0.7}, **first})
    assert likely.roles[1:] == (Role.NONE, Role.ACTION, Role.NONE)
    less = read(units, {SUM: {Role.ACTION: 0.97}, **first})
    assert less.roles[1:] == (Role.ACTION, Role.NONE, Role.NONE)


def test_look_alikes_agree() -> None:
    """One cell that alone is none is what its column is."""
    texts = ["Lage veg", "Bygge hus", "Rive bru", "Stenge hamn"]
    units = units_of(table(["Kva | Anna", *(f"{text} | tekst" for text in texts)]))
    told = {text: {Role.ACTION: 0.9} for text in texts}
    told["Rive bru"] = {Role.ACTION: 0.45}
    found = read(units, told)
    assert found.roles[place(units, "Rive bru")] is Role.ACTION
    alone = units_of(table(["Kva | Anna", "Rive bru | tekst"]))
    lone = read(alone, {"Rive bru": {Role.ACTION: 0.45}})
    assert lone.roles[place(alone, "Rive bru")] is Role.NONE


def test_a_sentence_is_not_what_others_of_its_style_are() -> None:
    units = units_of(block(SUM))
    told = {unit.text: {Role.ACTION: 0.9} for unit in units.all if unit.kind == "sentence"}
    last = units.all[-1].text
    found = read(units, {**told, last: {Role.ACTION: 0.1}})
    assert found.roles[1] is Role.ACTION
    assert found.roles[-1] is Role.NONE


def test_agreeing_keeps_rows_probabilities() -> None:
    units = units_of(table(["Kva | Anna", "Lage veg | b", "Rive bru | c"]))
    rows = chances(units, {"Lage veg": {Role.ACTION: 0.9}, "b": {Role.OWNER: 0.5}})
    agreed = agree(units, rows, groups_of(units))
    assert agreed.sum(axis=1) == pytest.approx(np.ones(len(units.all)), abs=1e-5)
    action = ROLES.index(Role.ACTION)
    assert agreed[place(units, "Rive bru"), action] > rows[place(units, "Rive bru"), action]
