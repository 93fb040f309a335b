"""Every repair can be undone: replayed backwards, the edits give the text as read."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planextract.model.page import Box, Word
from planextract.model.passage import Passage
from planextract.repair import mend, repair_text

PIECES = (
    "pa", "fra", "drleg", "omrdde", "|", "|[2026", "fore-\n", "bygging", "&", "4", "fil",
    "Leiargruppaii", "når", "år", "§ 4-2", "post@kommune.no", "Heray", "st@rre", "\f", "\n\n",
    "\n", " ", "A", "òg", "é", "tenestaq,", "(", ")", "«", "»", "2026/2027", "SUrs-",
    "\u00ad", "😀", "ﬁ", "̊a",
)  # fmt: skip
damaged_text = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map(" ".join)


@given(damaged_text)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_undo_gives_the_text_as_read(text: str) -> None:
    repaired = repair_text(text, language="nn")
    assert repaired.undo() == text


@given(damaged_text)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_edits_are_in_order_and_apart(text: str) -> None:
    edits = repair_text(text, language="nb").edits
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert all(text[edit.start : edit.end] == edit.before for edit in edits)


def passage_of(text: str, page: int) -> Passage:
    box = Box(0, 0, 1, 1)
    return Passage.of(Word(word, box, page, at) for at, word in enumerate(text.split()))


@given(st.lists(damaged_text, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_passages_words_are_those_that_were_read(texts: list[str]) -> None:
    passages = [passage_of(text, page) for page, text in enumerate(texts, 1)]
    mended, _ = mend(passages, 1.0, language="nn")
    assert len(mended) == len(passages)
    for before, after in zip(passages, mended, strict=True):
        assert set(after.words) <= set(before.words)
        assert all(edit.before in before.text for edit in after.edits)
