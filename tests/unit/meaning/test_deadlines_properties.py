"""What must hold for every text and every context."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from planextract.meaning.deadlines import Context, find_deadlines, infer_years, read_deadline

WORDS = """
innan frå til - – / , og 1. 31. 12. 2025 2026 26 haust våren mai des. måndag kvart år årleg
kvartal 2 halvår veke 53 planperioden ved utgangen av før jul løpande ( ) 29. februar
29.02.2025 snarast minst gonger i dersom medio skuleåret 2025/26 99 0 9999 tredje
"""
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=8).map(" ".join))
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31))
CONTEXTS = st.builds(
    Context,
    plan_start=DAYS,
    plan_end=DAYS,
    document_date=DAYS,
    default_year=st.none() | st.integers(1950, 2080),
)


@given(TEXTS, CONTEXTS)
@settings(max_examples=400, deadline=None)
def test_start_is_never_after_end_and_reading_again_is_the_same(
    text: str, context: Context
) -> None:
    found = read_deadline(text, context)
    if found is None:
        return
    assert not (found.start and found.end) or found.start <= found.end
    first, _, last = (found.edtf or "").partition("/")
    assert not last or ".." in (first, last) or first[:4] <= last[:4]
    assert read_deadline(found.raw, context) == found


@given(st.lists(TEXTS, max_size=6), CONTEXTS)
@settings(max_examples=100, deadline=None)
def test_a_schedule_keeps_its_rows(texts: list[str], context: Context) -> None:
    found = infer_years(texts, context)
    assert len(found) == len(texts)
    for text, deadline in zip(texts, found, strict=True):
        assert deadline is None or deadline.raw == " ".join(text.split())


@given(TEXTS, CONTEXTS)
@settings(max_examples=200, deadline=None)
def test_mentions_lie_in_the_text_and_apart(text: str, context: Context) -> None:
    last = 0
    for mention in find_deadlines(text, context):
        assert last <= mention.start < mention.end <= len(text)
        assert mention.deadline.raw == " ".join(text[mention.start : mention.end].split())
        last = mention.end
