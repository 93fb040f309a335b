"""Values that hold for several actions are said."""

from __future__ import annotations

import pytest
from made_blocks import passage

from planextract.meaning.inheritance import INHERITABLE, say_inherited
from planextract.model.finding import ActionFound, Findings


def said(*actions: ActionFound) -> list[tuple[str, str, int | None]]:
    found = Findings(actions=list(actions))
    say_inherited(found)
    return [(d.code, d.message, d.page) for d in found.diagnostics]


@pytest.mark.parametrize("name", INHERITABLE)
def test_a_shared_passage_is_said_once(name: str) -> None:
    shared = passage("Rektor", page=3)
    made = [ActionFound(passage("Lage rutine"), **{name: shared}) for _ in range(3)]  # type: ignore[arg-type]
    assert said(*made) == [
        ("value_inherited", f"«Rektor» stands once and is the {name} of 3 actions.", 3)
    ]


def test_equal_cells_of_their_own_are_not_inherited() -> None:
    made = [ActionFound(passage("Lage"), responsible=passage("Rektor")) for _ in range(2)]
    assert said(*made) == []
