"""Slides: the title stands at the top, and may be drawn after its content."""

from __future__ import annotations

from .paint import Painter
from .records import Node, drawn
from .typeset import width, wrap


class SlidePainter(Painter):
    """A painter whose pages are slides."""

    first = True

    def slide(self, slide: Node) -> None:
        flow = self.flow
        if not self.first:
            flow.new_page()
        self.first = False
        if color := slide.get("band"):
            flow.fill(0, 0, flow.size[0], 14, color)
        late = slide.get("late", self.style.get("late", True))
        if slide.get("kind") == "title":
            self.title_slide(slide)
            return
        if not late:
            self.title(slide)
        flow.y = flow.top = flow.margin + 44 + (26 if slide.get("sub") else 0)
        for name, step in slide["steps"]:
            getattr(self, name)(step)
        flow.columns = 1
        if late:
            self.title(slide)

    def title(self, slide: Node) -> None:
        flow, size = self.flow, 24.0
        flow.put(flow.margin, flow.margin + 12, slide["title"], flow.bold, size, flow.accent)
        if sub := slide.get("sub"):
            flow.put(flow.margin, flow.margin + 40, sub, flow.regular, 15, "#444444")

    def title_slide(self, slide: Node) -> None:
        flow = self.flow
        y = flow.size[1] * 0.42
        for line in wrap(flow.runs(slide["title"], flow.bold), 30, flow.room):
            flow.put_line(flow.margin, y, line, 30, flow.accent)
            y += 38
        for line in slide.get("lines", []):
            flow.put(flow.margin, y, line, flow.regular, 16)
            y += 24
        if note := slide.get("note"):
            flow.put(flow.margin, flow.size[1] - 24, note, flow.italic, 10, "#7f0000")

    def badges(self, step: Node) -> None:
        """Goals in columns; the badge of each is drawn after its text, but stands above it."""
        flow, count = self.flow, len(step["texts"])
        room = (flow.room - 24 * (count - 1)) / count
        top = flow.y + 40
        for number, (text, mark) in enumerate(zip(step["texts"], step["marks"], strict=True)):
            x = flow.left + number * (room + 24)
            y = top + 46
            for line in wrap(flow.runs(text), flow.body, room):
                flow.put_line(x, y, line, flow.body)
                y += flow.leading
            drawn(mark, flow.page)
            badge = f"{number + 1:02d}"
            flow.fill(
                x, top - 24, width(badge, flow.bold, 26) + 12, 36, self.style.get("box", "#dde8f3")
            )
            flow.put(x + 6, top + 3, badge, flow.bold, 26, flow.accent)
            flow.y = max(flow.y, y)
