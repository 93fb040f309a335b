import re
from datetime import date
from typing import get_args

import pytest
from analysis_plans import plan
from hypothesis import given
from hypothesis import strategies as st

from planextract.errors import ConfigError
from planextract.model.plan import CandidateKind, DiagnosticCode, GoalLevel, OwnerKind
from planextract.texts import LANGUAGES, Texts, catalogue, status_reasons_said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_languages_have_the_same_texts_and_places(lang):
    nn, other = catalogue("nn"), catalogue(lang)
    assert sorted(other) == sorted(nn)
    places = re.compile(r"\{(\w+)")
    for key, text in other.items():
        assert text, key
        if key.split(".")[0] != "format":
            assert set(places.findall(text)) == set(places.findall(nn[key])), key


def test_days_numbers_and_shares_as_each_language_writes_them():
    nn, nb, en = (Texts(lang) for lang in LANGUAGES)
    assert nn.date("2026-12-31") == nb.date(date(2026, 12, 31)) == "31.12.2026"
    assert en.date("2026-12-01") == "1 Dec 2026"
    assert nb.long_date("2026-05-17") == "17. mai 2026"
    assert en.long_date("2026-05-17") == "17 May 2026"
    assert nn.number(1234567.5, 1) == "1\u00a0234\u00a0567,5"
    assert en.number(1234567.5, 1) == "1,234,567.5"
    assert nb.percent(0.456) == "46\u00a0%"
    assert en.percent(0.456) == "46%"


@pytest.mark.parametrize("topic", ["diagnostic", "candidate_kind", "owner_kind", "goal_level"])
def test_every_value_of_a_closed_list_has_a_name(topic):
    closed = {
        "diagnostic": DiagnosticCode,
        "candidate_kind": CandidateKind,
        "owner_kind": OwnerKind,
        "goal_level": GoalLevel,
    }
    for lang in LANGUAGES:
        for value in get_args(closed[topic]):
            assert Texts(lang).has(f"values.{topic}.{value}"), value


def test_why_a_plan_is_partial_names_each_reason_once_with_its_pages():
    said = [
        {"code": code, "severity": "warning", "message": "m", "page": page}
        for code, page in [
            ("almost_nothing_found", None), ("records_unread", 4), ("records_unread", 7),
            ("records_unread", 7), ("suspect_word", 8),
        ]
    ]  # fmt: skip
    assert status_reasons_said(plan(status="partial", diagnostics=said), Texts("nn")) == (
        "nesten ingenting funne; liste eller tabell utan postar (side 4, 7)"
    )
    assert status_reasons_said(plan(), Texts("nn")) is None


def test_a_count_chooses_one_or_other():
    nn = Texts("nn")
    assert nn.t("lint.plans", n=1) == "1 plan"
    assert nn.t("lint.plans", n=2000) == "2\u00a0000 planar"


def test_an_unknown_key_or_language_is_an_error_for_people():
    with pytest.raises(ConfigError, match="nothing"):
        Texts("nb").t("lint.nothing")
    with pytest.raises(ConfigError, match="'sv'"):
        Texts("sv")


@given(st.floats(-1e12, 1e12), st.integers(0, 3), st.sampled_from(LANGUAGES))
def test_a_number_reads_back(value, digits, lang):
    texts = Texts(lang)
    plain = texts.number(value, digits)
    plain = plain.replace(texts.t("format.thousands"), "").replace(texts.t("format.decimal"), ".")
    assert float(plain) == float(f"{value:.{digits}f}")
