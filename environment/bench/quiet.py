"""Whether something else runs on this machine, which spoils every figure."""

import os
import time
from pathlib import Path

STAT = Path("/proc/stat")
WATCHED = 0.5  # seconds
QUIET = 0.25  # processors


def disturbance():
    """The sentence that says what else is running, or None; to be called while nothing of ours runs."""
    busy = busy_processors()
    if busy is None or busy < QUIET:
        return None
    return (f"something else kept {busy:.1f} of {os.cpu_count()} processors busy when it began: its figures are too low "
            "and vary")


def busy_processors():
    """How many processors are busy now on average, or None where the system does not tell."""
    before = ticks()
    if before is None:
        return None
    time.sleep(WATCHED)
    idle, total = (after - earlier for after, earlier in zip(ticks(), before))
    return os.cpu_count() * (1 - idle / total) if total else 0.0


def ticks():
    """Ticks of the clock that were idle, and all, since the machine was started."""
    if not STAT.is_file():
        return None
    numbers = [int(word) for word in STAT.read_text(encoding="ascii").splitlines()[0].split()[1:9]]
    return numbers[3] + numbers[4], sum(numbers)
