"""Tells the clone's own git to leave outputs out of what is committed; .gitattributes names the filter."""

import shlex
import subprocess
import sys
from pathlib import Path

FILTER = "environment/launcher/strip.py"


def configure(checkout, python=sys.executable):
    """Sets the filter in the configuration of this clone; does nothing without git or outside a clone.

    `required` stays unset: where the filter cannot run, git takes the notebook as it is.
    """
    try:
        top = _git(checkout, "rev-parse", "--show-toplevel")
        if not Path(top).samefile(checkout.root):  # a copy of the files within another repository
            return
        clean = f"{shlex.quote(Path(python).as_posix())} {FILTER}"
        if _git(checkout, "config", "--default", "", "filter.mml.clean") != clean:
            _git(checkout, "config", "filter.mml.clean", clean)
    except (OSError, subprocess.CalledProcessError):
        return


def _git(checkout, *arguments):
    return subprocess.run(["git", "-C", str(checkout.root), *arguments], check=True, capture_output=True, text=True,
                          errors="replace").stdout.strip()
