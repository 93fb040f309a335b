"""Cells that lines do not close as they are: white rows between shaded ones, text across cells."""

from planextract.layout.tables.spans import by_columns, straddled
from planextract.model.page import Box, Page, Word

GRID = [Box(60, 100, 200, 120), Box(200, 100, 400, 120), Box(60, 120, 400, 140)]


def page_of(*pieces: tuple[float, float, str]) -> Page:
    words = [
        Word(text, Box(x, top, x + 5.0 * len(text), top + 10), 1, at)
        for at, (x, top, text) in enumerate(pieces)
    ]
    return Page(1, 595, 842, tuple(words))


def test_a_white_row_whose_words_keep_to_the_columns_is_cut_at_them() -> None:
    page = page_of((64, 125, "Hekk"), (204, 125, "Ola"))
    assert by_columns(page, GRID) == [*GRID[:2], Box(60, 120, 200, 140), Box(200, 120, 400, 140)]


def test_a_merged_cell_stays_whole_where_its_text_runs_on_or_fills_one_column() -> None:
    running = page_of((64, 125, "Alt"), (82, 125, "om"), (95, 125, "hekken,stovaogloftet,heile"))
    assert by_columns(running, GRID) == GRID
    assert by_columns(page_of((64, 125, "Ute")), GRID) == GRID


def test_words_across_the_borders_of_cells_make_no_table() -> None:
    across = [Word("husbygging", Box(190, 90, 240, 100), 1, at) for at in range(3)]
    within = [Word("hus", Box(70, 90, 85, 100), 1, 9)]
    assert straddled([across, within], GRID[:2])
    assert not straddled([within * 3, within * 3], [GRID[0], GRID[0]])
