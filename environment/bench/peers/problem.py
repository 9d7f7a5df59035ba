"""A case with the numbers that all sides read, and the line that a side prints."""

import json
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy

if sys.platform != "win32":
    import resource

UNITS = 1 if sys.platform == "darwin" else 1024  # bytes, in which the system counts memory


@dataclass(frozen=True)
class Problem:
    """The case in `folder`; arrays are single precision, in the layouts of our library."""

    folder: Path
    about: dict

    @classmethod
    def read(cls, folder):
        return cls(Path(folder), json.loads(Path(folder, "case.json").read_text(encoding="utf-8")))

    @property
    def amount(self):
        return self.about["amount"]

    def parameters(self, file="parameters"):
        """The blocks of a parameter vector by name: weights [in, out] or [ky, kx, in, out]."""
        values, blocks, at = self.floats(file), {}, 0
        for block in json.loads((self.folder / "layout.json").read_text(encoding="utf-8")):
            size = int(numpy.prod(block["shape"]))
            blocks[block["name"]] = values[at:at + size].reshape(block["shape"])
            at += size
        return blocks

    def floats(self, file):
        return numpy.fromfile(self.folder / f"{file}.f32", dtype="<f4")

    def features(self):
        """The examples, [examples, features]."""
        return self.floats("features").reshape(self.about["examples"], -1)

    def labels(self):
        return numpy.fromfile(self.folder / "labels.i32", dtype="<i4").astype(numpy.int64)

    def order(self):
        """The rows of each step, [steps, batch]."""
        rows = numpy.fromfile(self.folder / "order.i32", dtype="<i4").astype(numpy.int64)
        return rows.reshape(-1, self.about["updates"]["batch"])

    def points(self):
        """The coordinates of the points of a surface that are checked, counted along its rows."""
        grid = self.amount["grid"]
        return [(-1 + 2 * (point % grid) / (grid - 1), -1 + 2 * (point // grid) / (grid - 1))
                for point in self.amount["checked"]]

    def train(self, step, settled=lambda: None):
        """Lets `step(rows)` make all steps and return the loss of each; the clock starts after the warm ones."""
        losses, began = [], None
        for number, rows in enumerate(self.order(), 1):
            losses.append(step(rows))
            if number == self.amount["warm"]:
                settled()
                began = time.perf_counter()
        settled()
        seconds = time.perf_counter() - began
        observed = [float(losses[number - 1]) for number in self.amount["checked"]]
        return seconds, self.amount["timed"] * self.about["updates"]["batch"], observed

    def repeat(self, work):
        """The seconds that the timed repetitions of `work()` take, after the warm ones."""
        for _ in range(self.amount["warm"]):
            work()
        began = time.perf_counter()
        for _ in range(self.amount["timed"]):
            work()
        return time.perf_counter() - began


def confine(threads):
    """Keeps this process to as many processors, where the system can: of different cores, as the other sides may use them."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, apart(sorted(os.sched_getaffinity(0)))[:threads])


def siblings(processor):
    """The processors of the same core in the system's words; itself alone where the system does not tell."""
    told = Path(f"/sys/devices/system/cpu/cpu{processor}/topology/thread_siblings_list")
    return told.read_text(encoding="ascii").strip() if told.is_file() else str(processor)


def apart(processors, core=siblings):
    """The first processor of each core, then the second of each, and so on."""
    met, turns = Counter(), []
    for processor in processors:
        of = core(processor)
        turns.append((met[of], processor))
        met[of] += 1
    return [processor for _, processor in sorted(turns)]


def tell(seconds, done, observed, with_):
    """Prints what came of it; the peak of memory where the system tells."""
    memory = None if sys.platform == "win32" else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNITS
    print(json.dumps({"seconds": seconds, "done": done, "observed": [float(number) for number in observed],
                      "memory": memory, "with": with_}))
