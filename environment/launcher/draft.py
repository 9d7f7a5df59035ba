"""A folder in which something large is made, out of sight, until it is whole."""

import contextlib
import shutil
import tempfile
import time
from pathlib import Path

LEFT_BEHIND = 3600  # seconds; nothing is made for so long


@contextlib.contextmanager
def folder(within, name="bundle"):
    """A new folder in the folder `within`, gone after the block; what killed runs left behind of this name goes too."""
    for old in within.glob(f".{name}.*.tmp"):
        if time.time() - old.stat().st_mtime > LEFT_BEHIND:
            shutil.rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f".{name}.", suffix=".tmp", dir=within) as made:
        yield Path(made)
