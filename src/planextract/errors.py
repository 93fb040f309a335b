"""Errors for people: what happened, in which file, what to do now.

PlanExtractError
├── InputError      65  whoever sent the file
│   ├── NotReadable     damaged, or not what its name says
│   ├── Encrypted       needs a password
│   ├── UnknownFormat   neither PDF, picture nor text
│   └── NothingInside   no bytes, or no pages
├── ToolError       69  whoever runs the machine
│   ├── ToolMissing
│   └── ToolTooSlow
├── ConfigError     78  whoever wrote the settings or the word list
└── ContractError   70  us: a plan that would not prove

The numbers are those of BSD sysexits. Trouble with one page is no error: it is a
diagnostic in the output.
"""

from __future__ import annotations


class PlanExtractError(Exception):
    """Something that a person can act on; the message is one sentence, ``hint`` the advice."""

    exit_code = 70
    hint = "Please report this, with the file if you may share it."

    def __str__(self) -> str:
        return f"{super().__str__()} {self.hint}".strip()


class InputError(PlanExtractError):
    """The file given cannot be used."""

    exit_code = 65
    hint = "Check the file."


class NotReadable(InputError):
    """The file is damaged, or not what its name says."""

    hint = "Open it in a PDF viewer; if it opens there, save it anew and try again."


class Encrypted(InputError):
    """The file needs a password."""

    hint = "Save a copy without the password and try again."


class UnknownFormat(InputError):
    """The file is neither a PDF, a picture nor a text."""

    hint = "Give a .pdf, .png, .jpg, .tif, .txt or .md file."


class NothingInside(InputError):
    """The file has no bytes, or no pages."""

    hint = "Fetch it again from where it came."


class ToolError(PlanExtractError):
    """A program that is needed is missing or failed."""

    exit_code = 69
    hint = "Run 'planextract doctor' to see what to install."


class ToolMissing(ToolError):
    """A program or language file is not installed."""


class ToolTooSlow(ToolError):
    """A program took longer than its limit and was stopped."""

    hint = "Raise the limit, or leave the page out."


class ConfigError(PlanExtractError):
    """A setting, word list or argument is wrong."""

    exit_code = 78
    hint = "See 'planextract --help'."


class ContractError(PlanExtractError):
    """A plan did not prove against the schema; nothing was written."""

    exit_code = 70
