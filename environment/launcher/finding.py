"""One line of the doctor's table."""

import os
import re
import textwrap
from dataclasses import dataclass

from launcher.failure import Failure

FOUND, LATER, OPTIONAL, NOTE, SUSPICIOUS, MISSING = "found", "later", "optional", "note", "suspicious", "missing"


@dataclass(frozen=True)
class Finding:
    """A thing, its state, and what there is to know of it.

    Its state is found; later (the launcher itself sets it up); optional (and not there); note; suspicious; or missing,
    which alone stands in the way.
    """

    state: str
    thing: str
    text: str


def look(thing, examine):
    """The findings of `examine()`; whatever breaks in it is a finding itself, so that each stands alone."""
    found = []
    try:
        for finding in examine():
            found.append(finding)
    except Failure as failure:
        found.append(Finding(MISSING, thing, str(failure)))
    except Exception as problem:  # a doctor that falls ill helps nobody
        found.append(Finding(SUSPICIOUS, thing, f"could not be looked at: {type(problem).__name__}: {problem}"))
    return found


def table(findings, width=None):
    """The findings as text, one line each; lines over `width`, if there is one, go on below their last column."""
    things = max((len(finding.thing) for finding in findings), default=0)
    heads = [f"{finding.state:<10}  {finding.thing:<{things}}  " for finding in findings]
    return "\n".join(_row(head, finding.text, width) for head, finding in zip(heads, findings))


def _row(head, text, width):
    plain = " ".join(re.sub(r"\x1b\[[0-9;]*m|[\x00-\x1f\x7f-\x9f]", " ", text).split())
    if width is None or width < len(head) + 40:
        return head + plain
    return textwrap.fill(head + plain, width, subsequent_indent=" " * len(head), break_on_hyphens=False,
                         break_long_words=False, drop_whitespace=True)


def width_of(stream):
    """The columns of a terminal; None for a file, whose lines may be long."""
    return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else None
