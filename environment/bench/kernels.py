"""Single kernels of our library, measured by JMH."""

import json
import math
import subprocess
from dataclasses import dataclass
from statistics import median

from launcher.failure import Failure

NAME = "kernels"
TIMES = ("-f", "1", "-wi", "3", "-w", "1", "-i", "5", "-r", "1")  # one fresh JVM each; rounds of a second
IMAGES = 32  # as in Convolving.java


@dataclass(frozen=True)
class Kernel:
    """One kernel at one size: microseconds a call, the median and the longest of JMH's rounds; operations a call, or None.

    JMH's own score is a mean, which a single disturbance spoils.
    """

    name: str
    micros: float
    longest: float
    operations: float

    def row(self):
        speed = "-" if self.operations is None else f"{self.operations / self.micros / 1e3:.0f}"
        return [self.name, f"{self.micros:,.1f} us", speed]

    def as_json(self):
        return {"kernel": self.name, "microseconds": self.micros, "longest": self.longest, "operations": self.operations}


def measure(command, environ, folder):
    """Runs all benchmarks of JMH; `command` starts its main class."""
    file = folder / "kernels.json"
    done = subprocess.run([*command, *TIMES, "-rf", "json", "-rff", str(file)], env=environ, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, errors="replace")
    if done.returncode != 0 or not file.is_file():
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise Failure(f"JMH failed (exit {done.returncode}): {lines[-1].strip() if lines else 'it says nothing'}")
    return [kernel(entry) for entry in json.loads(file.read_text(encoding="utf-8"))]


def kernel(entry):
    """One entry of JMH's own file."""
    room, method = entry["benchmark"].rsplit(".", 2)[-2:]
    size = next(iter(entry.get("params", {}).values()), "")
    rounds = [time for fork in entry["primaryMetric"]["rawData"] for time in fork]
    return Kernel(f"{room} {method} {size}".strip(), median(rounds), max(rounds), operations(room, method, size))


def operations(room, method, size):
    """How many floating-point operations a call takes, or None where it is memory that counts."""
    extents = [int(extent) for extent in size.split("x")] if room in ("Product", "Convolving") else []
    if room == "Product":
        return 2 * math.prod(extents)
    if room == "Convolving":
        side, channels = extents
        return 2 * IMAGES * side**2 * 9 * channels**2 * (3 if method == "forwardAndBack" else 1)
    return None
