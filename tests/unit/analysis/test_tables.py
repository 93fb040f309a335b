import json
import sqlite3
import string
from pathlib import Path

import pandas as pd
import pytest
from analysis_plans import action, examples, goal, plan
from frictionless import system, validate
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planextract.analysis.columns import TABLES
from planextract.analysis.export import formats, prepare, write
from planextract.analysis.export.csv_ import read_csv
from planextract.analysis.rebuild import from_tables
from planextract.analysis.safety import guarded, unguarded
from planextract.analysis.tables import to_tables
from planextract.errors import ConfigError, InputError
from planextract.model.plan import Plan
from planextract.published import OffContract, Published
from planextract.texts import Texts

NB = Texts("nb")


def _read(kind: str, path: Path) -> dict[str, pd.DataFrame]:
    """The tables of an export as a stranger's program reads them."""
    tables = {}
    for table in TABLES:
        if kind == "csv":
            tables[table.name] = read_csv(path / f"{table.name}.csv")
        elif kind == "parquet":
            tables[table.name] = pd.read_parquet(path / f"{table.name}.parquet")
        elif kind == "jsonl":
            lines = (path / f"{table.name}.jsonl").read_text("utf-8").split("\n")
            rows = [json.loads(line) for line in lines if line]
            names = [column.name for column in table.columns]
            tables[table.name] = pd.DataFrame(rows, columns=names, dtype=object)
        else:
            base = sqlite3.connect(path)
            tables[table.name] = pd.read_sql(f'SELECT * FROM "{table.name}"', base)
            base.close()
    return tables


LOSSLESS = ("csv", "jsonl", "parquet", "sqlite")


@pytest.mark.parametrize("kind", LOSSLESS)
def test_nothing_is_lost_between_json_and_tables_and_json(kind, tmp_path):
    plans = examples()
    target = tmp_path / f"out.{kind}"
    write(prepare(plans, NB), kind, target)
    assert from_tables(_read(kind, target)) == [published.plan for published in plans]


names = st.text(string.ascii_letters + "æøå-._ 0123456789", min_size=1, max_size=8)
text = st.text(
    st.characters(codec="utf-8") | st.sampled_from("=+-@'\";,\t\r\n\x00 æøå"), max_size=20
)
optional = st.none() | text.filter(bool)
share = st.floats(0, 1)
number = st.floats(allow_nan=False, allow_infinity=False)
day = st.dates().map(str)
page = st.integers(1, 9)


@st.composite
def sources(draw: st.DrawFn) -> dict:
    boxes = st.tuples(number, number, number, number)
    return {
        "page": draw(page),
        "bbox": draw(boxes),
        "parts": draw(st.lists(st.fixed_dictionaries({"page": page, "bbox": boxes}), max_size=2)),
        "quote": draw(text),
        "method": draw(st.sampled_from(["text", "ocr", "layer"])),
        "confidence": draw(share),
    }


@st.composite
def dues(draw: st.DrawFn) -> dict:
    return {
        "raw": draw(text),
        "kind": draw(st.sampled_from(["date", "by", "recurring", "unknown"])),
        "start": draw(st.none() | day),
        "end": draw(st.none() | day),
        "edtf": draw(optional),
        "rrule": draw(optional),
        "assumptions": draw(st.lists(text, max_size=2)),
        "confidence": draw(share),
    }


owner_lists = st.lists(
    st.fixed_dictionaries({"name": text, "role": st.sampled_from(["lead", "partner"])}),
    max_size=3,
)
money = st.none() | st.fixed_dictionaries(
    {
        "raw": text.filter(bool),
        "amount": st.none() | number,
        "currency": optional,
        "fte": st.none() | number,
        "within_budget": st.none() | st.booleans(),
    }
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    ids = draw(st.lists(names, min_size=4, max_size=4, unique=True))
    goals = [
        goal(ids[0], draw(text), source=draw(sources()), number=draw(optional)),
        goal(ids[1], draw(text), parent_id=ids[0], level="sub", confidence=draw(share)),
    ]
    done = action(
        ids[2],
        draw(text),
        source=draw(sources()),
        goal_ids=draw(st.sampled_from([[], [ids[1]], [ids[1], ids[0]]])),
        responsible=draw(owner_lists),
        responsible_raw=draw(optional),
        resources=draw(money),
        deadline=draw(st.none() | dues()),
        status=draw(optional),
        strategy=draw(optional),
    )
    step = {
        "id": ids[3],
        "label": draw(text),
        "responsible": draw(owner_lists),
        "deadline": draw(st.none() | dues()),
        "source": draw(sources()),
        "confidence": draw(share),
    }
    needed = text.filter(bool)
    places = st.fixed_dictionaries(
        {
            "name": needed,
            "number": needed,
            "county": optional,
            "county_number": optional,
            "confidence": share,
        }
    )
    maybe = {
        "kind": draw(st.sampled_from(["area", "goal", "strategy", "action", "milestone"])),
        "text": draw(text),
        "source": draw(sources()),
        "confidence": draw(share),
        "why": draw(text),
    }
    again = {"page": draw(page), "bbox": (0.0, 1.0, 2.0, 3.0), "quote": draw(text)}
    for record in (goals[0], done, step):
        record["mentions"] = draw(st.lists(st.just(again), max_size=2))
    made = plan(
        goals=goals,
        actions=[done],
        milestones=[step],
        candidates=draw(st.sampled_from([[], [maybe]])),
    ).model_dump(mode="json")
    made["schema_version"] = draw(st.sampled_from(["1.0", "1.1"]))
    owner = {"kind": "county", "names": draw(st.lists(text, max_size=2)), "confidence": draw(share)}
    made["plan"] |= {
        "owner": draw(st.sampled_from([None, owner])),
        "title": draw(optional),
        "adopted": draw(st.none() | day),
        "municipality": draw(
            st.none() | places.map(lambda place: {**place, "candidates": [place]})
        ),
    }
    made["diagnostics"] = [
        {"code": "no_actions", "severity": "info", "message": draw(text), "page": None}
    ]
    return Plan.model_validate(made)


@given(plans())
@settings(max_examples=30, deadline=None)
def test_any_plan_comes_back_from_its_tables(made):
    assert from_tables(to_tables([Published(Path("a.json"), made)])) == [made]


@pytest.mark.parametrize("kind", LOSSLESS)
@given(made=plans())
@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # each example writes twelve files: no shrinking
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_plan_comes_back_from_its_files(kind, made, tmp_path):
    target = tmp_path / f"out.{kind}"
    write(prepare([Published(Path("a.json"), made)], NB), kind, target)
    assert from_tables(_read(kind, target)) == [made]


def test_missing_tables_and_columns_are_named():
    tables = to_tables(examples())
    del tables["owners"]
    tables["actions"] = tables["actions"].drop(columns="text")
    with pytest.raises(InputError, match=r"actions\.text, owners|owners, actions\.text"):
        from_tables(tables)


def test_tables_of_the_first_version_lack_what_was_added():
    new = to_tables(examples()[:1])
    old = {name: frame for name, frame in new.items() if name != "candidates"}
    old["plans"] = old["plans"].drop(
        columns=["schema_version", "owner_kind", "owner_names", "owner_confidence"]
    )
    for name in ("goals", "actions", "milestones"):
        old[name] = old[name].drop(columns="mentions")
    assert from_tables(old) == [examples()[0].plan]


@given(text)
def test_a_guarded_text_is_no_formula_and_comes_back(value):
    safe = guarded(value)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(safe) == value


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("count", [0, 3])
def test_frictionless_accepts_the_data_package(delimiter, count, tmp_path):
    write(prepare(examples()[:count], NB, delimiter=delimiter), "csv", tmp_path)
    with system.use_context(trusted=True):
        report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "message"])
    assert len(report.tasks) == len(TABLES)


def test_frictionless_sees_a_broken_link(tmp_path):
    write(prepare(examples(), NB), "csv", tmp_path)
    owners = tmp_path / "owners.csv"
    owners.write_text(owners.read_text("utf-8-sig").replace(".a-1,", ".a-99,"), "utf-8-sig")
    with system.use_context(trusted=True):
        report = validate(str(tmp_path / "datapackage.json"))
    assert "foreign-key" in {kind for (kind,) in report.flatten(["type"])}


def test_sqlite_has_keys_and_indexes_and_links_that_hold(tmp_path):
    write(prepare(examples(), NB), "sqlite", tmp_path / "plans.sqlite")
    base = sqlite3.connect(tmp_path / "plans.sqlite")
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for table in TABLES:
        info = base.execute(f"PRAGMA table_info({table.name})").fetchall()
        assert [row[1] for row in info if row[5]] == list(table.key)
        linked = {row[3] for row in base.execute(f"PRAGMA foreign_key_list({table.name})")}
        indexed = {
            row[2]
            for (_, name, *_) in base.execute(f"PRAGMA index_list({table.name})").fetchall()
            for row in base.execute(f'PRAGMA index_info("{name}")')
        }
        assert linked == {column.name for column in table.columns if column.refers}
        assert linked <= indexed
    joined = base.execute(
        "SELECT p.municipality, a.text FROM deadlines d JOIN actions a ON a.key = d.action_key "
        "JOIN plans p ON p.key = a.plan_key WHERE d.kind = 'by' ORDER BY 1, 2"
    ).fetchall()
    assert joined == [
        ("Eksempelfjord", "Byggje 24 omsorgsbustader med felles areal ved Sjøgata"),
        ("Prøvedal", "Bygge 3 km sykkelvei langs Storelva"),
    ]
    base.close()


def test_a_plan_whose_links_are_broken_is_left_out_and_reported():
    loose = plan(actions=[action("a", "Lese", goal_ids=["nowhere"])])
    twice = plan(digit="b", actions=[action("a", "Lese"), action("a", "Skrive")])
    sound = plan(digit="c")
    problems: list[InputError] = []
    made = [Published(Path(f"{n}.json"), p) for n, p in enumerate((loose, twice, sound))]
    export = prepare(made, Texts("en"), problems.append)
    assert [published.path.name for published in export.plans] == ["2.json"]
    assert [type(problem) for problem in problems] == [OffContract, OffContract]
    assert "nowhere" in str(problems[0])


@pytest.mark.parametrize("kind", formats())
def test_like_exports_are_like_byte_by_byte(kind, tmp_path):
    for run in ("one", "two"):
        write(prepare(examples(), NB), kind, tmp_path / run / "out.x")
    files = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*.*"))
    files = [path for path in files if (tmp_path / "one" / path).is_file()]
    assert files
    for path in files:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()


def test_a_folder_format_refuses_a_file_and_leaves_it(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    with pytest.raises(ConfigError):
        write(prepare(examples(), NB), "csv", file)
    assert file.read_text() == "mine"
