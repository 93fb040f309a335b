"""What reports say, in the reader's language; the texts are data in ``lexicons/texts``.

One folder a language, one file a topic: ``lexicons/texts/nn/lint.toml`` holds the keys
``lint.…``. A text with a count is a table with ``one`` and ``other``.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from planextract.errors import ConfigError
from planextract.model.plan import Plan, PlanOwner
from planextract.model.status import status_reasons

LANGUAGES = ("nn", "nb", "en")


class Texts:
    """The texts, number forms and date forms of one language; raises ConfigError for others."""

    def __init__(self, lang: str) -> None:
        if lang not in LANGUAGES:
            raise ConfigError(f"There are no texts in '{lang}', only in {', '.join(LANGUAGES)}.")
        self.lang = lang
        self._texts = catalogue(lang)

    def t(self, key: str, **values: object) -> str:
        """The text of a key, its ``{places}`` filled; a count ``n`` chooses one or other."""
        if key not in self._texts and "n" in values:
            key = f"{key}.{'one' if values['n'] == 1 else 'other'}"
        if key not in self._texts:
            raise ConfigError(f"There is no text '{key}' in '{self.lang}'.")
        shown = {name: self._shown(value) for name, value in values.items()}
        return self._texts[key].format(**shown) if values else self._texts[key]

    def has(self, key: str) -> bool:
        """Whether there is a text with this key."""
        return key in self._texts

    def number(self, value: float, digits: int = 0) -> str:
        """A number with the language's decimal sign and groups of thousands."""
        plain = f"{value:,.{digits}f}"
        signs = {",": self.t("format.thousands"), ".": self.t("format.decimal")}
        return "".join(signs.get(sign, sign) for sign in plain)

    def percent(self, share: float, digits: int = 0) -> str:
        """A share of 0 to 1 as per cent."""
        return self.t("format.percent", number=self.number(100 * share, digits))

    def date(self, value: dt.date | str) -> str:
        """A day (or its ISO form) in figures, as the language writes it."""
        return self._dated("format.date", value)

    def long_date(self, value: dt.date | str) -> str:
        """A day (or its ISO form) with the month's name."""
        return self._dated("format.long_date", value)

    def _dated(self, key: str, value: dt.date | str) -> str:
        day = dt.date.fromisoformat(value) if isinstance(value, str) else value
        return self._texts[key].format(
            day=day.day,
            month=day.month,
            year=f"{day.year:04d}",
            name=self.t(f"format.months.{day.month}"),
        )

    def _shown(self, value: object) -> object:
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, int):
            return self.number(value)
        if isinstance(value, float):
            return self.number(value, digits=2)
        return self.date(value) if isinstance(value, dt.date) else value


def whose(owner: PlanOwner | None, texts: Texts) -> str | None:
    """Whose plan it is in words, "fylkeskommune: Prøvefylke"; None where it is not known."""
    if owner is None:
        return None
    return ": ".join(
        filter(None, (texts.t(f"values.owner_kind.{owner.kind}"), ", ".join(owner.names)))
    )


def status_reasons_said(plan: Plan, texts: Texts) -> str | None:
    """Why a plan is not complete, each kind of reason once with its pages; None where it is."""
    pages: dict[str, list[str]] = {}
    for reason in status_reasons(plan):
        there = pages.setdefault(reason.code, [])
        if reason.page is not None and str(reason.page) not in there:
            there.append(str(reason.page))
    said = [
        texts.t(f"values.diagnostic.{code}")
        + (f" ({texts.t('values.pages', pages=', '.join(there))})" if there else "")
        for code, there in pages.items()
    ]
    return "; ".join(said) or None


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """All texts of a language by their full key, ``topic.key``."""
    folder = resources.files("planextract.lexicons") / "texts" / lang
    texts: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            topic = tomllib.loads(file.read_text(encoding="utf-8"))
            texts.update(_flat(file.name.removesuffix(".toml"), topic))
    return texts


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{prefix}.{key}", value)
        else:
            yield f"{prefix}.{key}", str(value)
