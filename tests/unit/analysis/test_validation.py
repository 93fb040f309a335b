import json
from pathlib import Path
from typing import Any

import pytest
from analysis_plans import DATA, action, candidate, plan

from planextract.analysis.validation import faults
from planextract.published import NotPublished
from planextract.texts import LANGUAGES, Texts


def _faults(path: Path, change: Any) -> list[tuple[str, str]]:
    data = plan(actions=[action("a", "Lese"), action("b", "Skrive")]).model_dump(mode="json")
    change(data)
    file = path / "plan.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return [(fault.place, fault.sentence(Texts("en"))) for fault in faults(file)]


def _put(*place: Any) -> Any:
    """A change that puts the last value at the place that the others name."""
    *way, last, value = place

    def change(data: Any) -> None:
        for step in way:
            data = data[step]
        data[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "place", "sentence"),
    [
        (_put("actions", 1, "deadline", "end", "31.12.2026"), "$.actions[1].deadline.end",
         'The value "31.12.2026" does not have the form ^\\d{4}-\\d{2}-\\d{2}$.'),
        (_put("actions", 1, "deadline", "end", "2026-02-30"), "$.actions[1].deadline.end",
         "No calendar has the day 2026-02-30."),
        (_put("status", "done"), "$.status",
         "The value \"done\" is none of 'complete', 'partial', 'failed' or 'not_a_plan'."),
        (_put("actions", 0, "confidence", 1.5), "$.actions[0].confidence",
         "The value 1.5 should be at most 1.0."),
        (_put("actions", 0, "colour", "red"), "$.actions[0].colour",
         "The contract has no such field."),
        (_put("actions", 0, "text", None), "$.actions[0].text", "The value null should be text."),
        (lambda data: data["actions"][0].pop("text"), "$.actions[0].text", "The field is missing."),
        (lambda data: data.pop("schema_version"), "$.schema_version", "The field is missing."),
        (_put("schema_version", "2.0"), "$.schema_version",
         'The file was written for schema "2.0"; this program knows 1.0, 1.1.'),
        (_put("actions", 1, "id", "a"), "$.actions[0].id", "The id “a” stands 2 times."),
        (_put("actions", 1, "goal_ids", ["x"]), "$.actions[1].goal_ids[0]",
         "There is no other record “x” to link to."),
        (_put("actions", 1, "goal_ids", ["g", "g"]), "$.actions[1].goal_ids",
         "The goal “g” stands 2 times."),
        (_put("goals", 0, "parent_id", "g"), "$.goals[0].parent_id",
         "There is no other record “g” to link to."),
        (_put("goals", 0, "source", "page", 10), "$.goals[0].source.page",
         "There is no page 10 of 9."),
        (_put("goals", 0, "source", "bbox", [9, 0, 1, 1]), "$.goals[0].source.bbox",
         "The right or lower edge lies before the left or upper one."),
        (_put("goals", 0, "mentions", [{"page": 10, "bbox": [0, 0, 1, 1], "quote": "q"}]),
         "$.goals[0].mentions[0].page", "There is no page 10 of 9."),
        (_put("candidates", [candidate("Lese", page=10)]), "$.candidates[0].source.page",
         "There is no page 10 of 9."),
        (_put("coverage", "words", 7), "$.coverage", "The parts add up to 0, not to the 7 words."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(change, place, sentence, tmp_path):
    assert (place, sentence) in _faults(tmp_path, change)


def test_a_whole_file_has_no_faults(tmp_path):
    assert _faults(tmp_path, lambda data: None) == []
    for file in DATA.glob("*.json"):
        assert faults(file) == []


@pytest.mark.parametrize("content", ["[]", "3", "null", "{}"])
def test_json_of_another_shape_has_faults_in_every_language(content, tmp_path):
    file = tmp_path / "other.json"
    file.write_text(content)
    found = faults(file)
    assert found
    for lang in LANGUAGES:
        assert all(fault.sentence(Texts(lang)) for fault in found)


def test_what_is_no_json_is_an_error_for_people(tmp_path):
    file = tmp_path / "broken.json"
    file.write_text("{")
    with pytest.raises(NotPublished):
        faults(file)
