"""Column roles by vote of header and values: headers lie, or are missing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planextract.meaning.tables.roles import ColumnValues, assign_roles

ACTIONS = ["Etablere møteplass for unge", "Kartleggje øvingslokale", "Male gangfelt ved skulen",
           "Lage rutine for varsling"]  # fmt: skip
OWNERS = ["Rektor", "Kommunalsjef oppvekst", "Teknisk drift", "NAV"]
TIMES = ["2026", "Haust 2025", "Innan utgangen av 2027", "Årleg"]
SUMS = ["250 000 kr", "40 000 kr", "Innanfor ramma", "1 mill. kr"]
GOALS = ["Alle barn har det trygt", "Fleire deltek i arbeid"]
CODES = ["1.1", "1.2", "1.3", "2.1"]
MARKS = ["X", "x", "✓"]


def roles(*columns: tuple[str, Sequence[str]], rows: int = 4, titled: bool = False) -> list[str]:
    values = [ColumnValues(header, tuple(texts), rows) for header, texts in columns]
    return assign_roles(values, titled)


def test_headers_give_the_roles() -> None:
    assert roles(("Tiltak", ACTIONS), ("Ansvar", OWNERS), ("Frist", TIMES), ("Kostnad", SUMS)) == [
        "action", "owner", "deadline", "resources",
    ]  # fmt: skip


def test_values_give_the_roles_where_no_header_stands() -> None:
    assert roles(("", ACTIONS), ("", OWNERS), ("", TIMES), ("", SUMS)) == [
        "action", "owner", "deadline", "resources",
    ]  # fmt: skip


def test_the_order_of_columns_does_not_matter() -> None:
    found = roles(("Frist", TIMES), ("Kven", OWNERS), ("", CODES), ("Tiltak", ACTIONS))
    assert found[0:2] == ["deadline", "owner"]
    assert found[3] == "action"


def test_kva_spanning_rows_of_korleis_is_the_parent() -> None:
    """Herøy: "Kva" holds a merged goal cell, "Korleis" the actions."""
    kva = ["Legge til rette for brukarmedverknad"]
    found = roles(("Kva", kva), ("Korleis", ACTIONS), ("Ansvar", OWNERS), ("Frist", TIMES))
    assert found == ["strategy", "action", "owner", "deadline"]


def test_kva_with_a_cell_a_row_is_the_action_and_korleis_says_how() -> None:
    how = ["Gjennom møte med alle", "I eige prosjekt", "I drifta kvar haust", "Ved å spørje folk"]
    found = roles(("Kva", ACTIONS), ("Korleis", how), ("Kven", OWNERS))
    assert found == ["action", "description", "owner"]


def test_kva_beside_a_column_of_actions_is_the_parent() -> None:
    assert roles(("Hva", GOALS), ("Tiltak", ACTIONS), ("Hvem", OWNERS))[:2] == [
        "strategy", "action",
    ]  # fmt: skip


def test_a_deadline_header_over_texts_is_not_believed() -> None:
    """ "Tid" over descriptions of meetings: the values overrule the header."""
    assert roles(("Tiltak", ACTIONS), ("Tid", ["Kort omtale av saka"] * 4))[1] != "deadline"


def test_an_action_header_over_dates_is_a_deadline() -> None:
    assert roles(("Aktivitet", TIMES), ("Steg", ACTIONS))[0] == "deadline"


def test_two_values_do_not_overrule_a_header() -> None:
    assert roles(("Frist", ["etter avtale", "seinare ein gong"]), ("Tiltak", ACTIONS))[0] == (
        "deadline"
    )


def test_of_two_action_columns_a_merged_one_is_the_parent() -> None:
    found = roles(("Tiltak", ["Betre tilbod til unge"]), ("Aktivitet", ACTIONS), ("Frist", TIMES))
    assert found == ["strategy", "action", "deadline"]


def test_of_two_full_action_columns_the_sure_word_wins() -> None:
    events = ["Flaum i sentrum av bygda", "Straumbrot i lang tid", "Skogbrann ved tettstad",
              "Ras over riksvegen"]  # fmt: skip
    found = roles(("Hending", events), ("Tiltak", ACTIONS), ("Ansvar", OWNERS))
    assert found == ["description", "action", "owner"]


def test_a_column_of_codes_is_the_number() -> None:
    assert roles(("", CODES), ("Tiltak", ACTIONS), ("Frist", TIMES))[0] == "number"


def test_a_column_of_marks_is_neither_owner_nor_time() -> None:
    assert roles(("Tiltak", ACTIONS), ("Politisk", MARKS), ("Frist", TIMES))[1] == "other"


def test_a_goal_column_stays_the_goal() -> None:
    assert roles(("Mål", GOALS), ("Tiltak", ACTIONS), ("Ansvar", OWNERS))[0] == "goal"


def test_verbs_make_an_unknown_column_the_action() -> None:
    assert roles(("Sak", ACTIONS), ("Kven gjer det", OWNERS), ("Ferdig innan", TIMES)) == [
        "action", "owner", "deadline",
    ]  # fmt: skip


def test_a_table_of_texts_alone_has_no_action() -> None:
    found = roles(("Omgrep", ["Folkehelse i kommunen"] * 4), ("Tyding", ["Helsa til folk"] * 4))
    assert "action" not in found


def test_such_a_table_has_one_below_a_goal_across_it() -> None:
    found = roles(("Omgrep", ACTIONS), ("Tyding", ["Helsa"] * 4), titled=True)
    assert found[0] == "action"


def test_sums_of_words_are_no_sums() -> None:
    texts = ["Folk frå avdelinga og frivillige", "Tid og rom til møte", "Lokale i kulturhuset"]
    assert roles(("Ressursar", texts * 2), ("Tiltak", ACTIONS))[0] != "resources"


@pytest.mark.parametrize("rows", [0, 1])
def test_a_table_without_values_has_the_roles_of_its_headers(rows: int) -> None:
    assert roles(("Tiltak", []), ("Ansvar", []), rows=rows) == ["action", "owner"]


HEADERS = st.sampled_from(["", "Tiltak", "Kva", "Korleis", "Mål", "Frist", "Ansvar", "Sak", "2026"])
VALUES = st.sampled_from([*ACTIONS, *OWNERS, *TIMES, *SUMS, *CODES, *MARKS])


@given(st.lists(st.tuples(HEADERS, st.lists(VALUES, max_size=5)), max_size=6))
def test_at_most_one_column_is_the_action(columns: list[tuple[str, list[str]]]) -> None:
    found = roles(*columns, rows=5)
    assert len(found) == len(columns)
    assert found.count("action") <= 1
    assert not {"text", "", "what", "how"} & set(found)
