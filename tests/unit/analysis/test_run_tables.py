import pandas as pd
from analysis_plans import candidate, examples, plan

from planextract.analysis.run_tables import write_tables


def test_the_tables_of_a_run_hold_the_records_of_all_plans(tmp_path):
    plans = [
        *(published.plan for published in examples()),
        plan(goals=[], candidates=[candidate("Lese")]),
    ]
    paths = write_tables(plans, tmp_path / "out")
    names = ["goals.csv", "actions.csv", "deadlines.csv", "candidates.csv"]
    assert [path.name for path in paths] == names
    tables = {path.stem: pd.read_csv(path) for path in paths}
    assert [len(table) for table in tables.values()] == [8, 16, 17, 1]
    assert list(tables["actions"]["municipality"].unique()) == ["Eksempelfjord", "Prøvedal"]
    assert list(tables["actions"].columns[:3]) == ["file", "municipality", "id"]
    assert paths[0].read_bytes().startswith(b"\xef\xbb\xbf")
    assert "'=Styrkje samarbeidet med fastlegane" in list(tables["actions"]["text"])
    assert "2027-12-31" in list(tables["deadlines"]["end"])
    assert tables["goals"]["page"].dtype == "int64"


def test_a_run_without_plans_writes_tables_without_rows(tmp_path):
    for path in write_tables([], tmp_path):
        assert len(pd.read_csv(path)) == 0
        assert list(pd.read_csv(path).columns) == ["file", "municipality"]
