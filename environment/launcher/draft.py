"""A folder in which something large is made, out of sight, until it is whole."""

import contextlib
import shutil
import tempfile
import time
from pathlib import Path

LEFT_BEHIND = 3600  # seconds; nothing is made for so long


@contextlib.contextmanager
def folder(within):
    """A new folder in the folder `within`, gone after the block; what killed runs left behind goes too."""
    for old in within.glob(".bundle.*.tmp"):
        if time.time() - old.stat().st_mtime > LEFT_BEHIND:
            shutil.rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=".bundle.", suffix=".tmp", dir=within) as made:
        yield Path(made)
