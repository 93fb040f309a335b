import json
from pathlib import Path

from analysis_plans import DATA, examples, plan

from planextract.errors import InputError
from planextract.published import (
    NotPublished,
    OffContract,
    OtherVersion,
    ReadAsOther,
    SameDocument,
    distinct,
    load_plans,
)


def _load(*paths: object) -> tuple[list[str], list[InputError]]:
    problems: list[InputError] = []
    found = load_plans([Path(str(path)) for path in paths], problems.append)
    return [published.path.name for published in found], problems


def _write(path: Path, data: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def _data(**values: object) -> dict:
    return {**plan().model_dump(mode="json"), **values}


def test_a_folder_a_glob_and_a_file_give_each_plan_once():
    names, problems = _load(DATA, DATA / "*.json", DATA / "ukjend_strategi.json")
    assert names == ["eksempelfjord_helse.json", "proevedal_klima.json", "ukjend_strategi.json"]
    assert problems == []


def test_a_damaged_file_is_reported_and_stops_no_other(tmp_path):
    (tmp_path / "a.json").write_text('{"schema_version": "1.0", "docu', encoding="utf-8")
    (tmp_path / "b.json").write_bytes(b"\xff\xfe\x00")
    _write(tmp_path / "c.json", _data(status="splendid"))
    _write(tmp_path / "d.json", _data())
    names, problems = _load(tmp_path)
    assert names == ["d.json"]
    assert [type(problem) for problem in problems] == [NotPublished, NotPublished, OffContract]
    assert "$.status" in str(problems[2])


def test_other_json_in_a_folder_is_passed_over_but_not_if_named(tmp_path):
    other = _write(tmp_path / "datapackage.json", {"name": "plans"})
    _write(tmp_path / "deeper" / "plan.json", _data())
    assert _load(tmp_path) == (["plan.json"], [])
    names, problems = _load(other)
    assert names == []
    assert isinstance(problems[0], NotPublished)


def test_nothing_there_is_said():
    _, problems = _load("no-such-folder", "no-such-*.json")
    assert [type(problem) for problem in problems] == [NotPublished, NotPublished]


def test_a_newer_version_is_read_without_what_is_unknown(tmp_path):
    data = _data(schema_version="1.7", mood="good")
    data["goals"][0]["colour"] = "red"
    names, problems = _load(_write(tmp_path / "new.json", data))
    assert names == ["new.json"]
    assert isinstance(problems[0], ReadAsOther)
    assert "$.mood" in str(problems[0])
    assert "$.goals[0].colour" in str(problems[0])


def test_a_file_of_the_first_version_is_read_in_silence(tmp_path):
    data = _data(schema_version="1.0")
    del data["candidates"], data["plan"]["owner"]
    for record in (*data["goals"], *data["actions"], *data["milestones"]):
        del record["mentions"]
    said = {"code": "strategy_unlinked", "severity": "info", "message": "m"}
    data["diagnostics"].append(said)
    problems: list[InputError] = []
    (published,) = load_plans([_write(tmp_path / "old.json", data)], problems.append)
    assert problems == []
    assert published.plan.candidates == [] and published.plan.plan.owner is None
    assert published.plan.diagnostics[-1].code == "strategy_unlinked"


def test_a_version_that_cannot_be_read_is_an_error_of_its_own(tmp_path):
    data = _data(schema_version="0.1")
    del data["coverage"]
    names, problems = _load(_write(tmp_path / "old.json", data))
    assert names == []
    assert type(problems[0]) is OtherVersion


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "plan.json").write_text(json.dumps(_data()), encoding="utf-8-sig")
    assert _load(tmp_path) == (["plan.json"], [])


def test_the_same_document_counts_once(tmp_path):
    for name in ("one.json", "two.json"):
        _write(tmp_path / name, _data())
    problems: list[InputError] = []
    kept = distinct(load_plans([tmp_path]), problems.append)
    assert [published.path.name for published in kept] == ["one.json"]
    assert isinstance(problems[0], SameDocument)


def test_a_link_leads_to_the_page_and_is_a_url():
    helse, _, strategi = examples()
    assert helse.link(7) == "Eksempelfjord%20helse%20og%20omsorg%202024-2031.pdf#page=7"
    assert helse.link(7, "../pdf/").startswith("../pdf/Eksempelfjord%20")
    assert strategi.link(1) == "strategi.txt"
