"""What is kept of the benchmarks: a file of JSON in a folder of its own, and the tables in the terminal."""

import json
import os
import platform
import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench import cases, comparison, table, verdict
from launcher import steps


@dataclass
class Report:
    """All that is complete so far, in `file`; `jdk` is the version, `names` are the sides, ours first."""

    file: Path
    jdk: str
    rounds: int
    names: list
    results: list = field(default_factory=list)
    courses: list = field(default_factory=list)
    kernels: list = field(default_factory=list)

    @property
    def is_sound(self):
        return all(result.is_sound for result in self.every)

    @property
    def every(self):
        """The results of all cases, those of cost against size among them."""
        return [*self.results, *(result for course in self.courses for result in course.results)]

    def write(self):
        """Writes all that is complete."""
        steps.write(self.file, json.dumps({
            "jdk": self.jdk, "processor": processor(), "threads": cases.THREADS, "rounds": self.rounds,
            "date": time.strftime("%Y-%m-%d %H:%M"), "cases": [as_json(result) for result in self.results],
            "cost": [course.as_json() for course in self.courses],
            "kernels": [kernel.as_json() for kernel in self.kernels],
        }, indent=2) + "\n")

    def text(self):
        """Under what the figures were measured, then a table for each kind of them, then the sentences on single ones."""
        parts = [f"JDK {self.jdk}, {processor()}, {cases.THREADS} threads a side, {platform.system()}; medians of "
                 f"{self.rounds} processes each, alternating{self.made_with()}"]
        if self.results:
            head = ["case", "per second", *self.names, "ratio"]
            parts.append(table.rows([head, *(result.row(self.names) for result in self.results)]))
        if self.courses:
            head = ["cost against", "time per", *(f"slope, {name}" for name in self.names[:2]), "arithmetic", "no worse"]
            parts.append(table.rows([head, *(course.row(self.names[:2]) for course in self.courses)]))
        if self.kernels:
            head = ["kernel (one thread)", "a call", "GF"]
            parts.append(table.rows([head, *(kernel.row() for kernel in self.kernels)]))
        notes = comparison.notes(self.every)
        return "\n\n".join([*parts, *(["\n".join(notes)] if notes else [])])

    def made_with(self):
        """With what the sides did their work, as they tell it themselves."""
        told = {name: measured.outcomes[0].made_with for result in self.every for name, measured in result.measured.items()
                if measured.outcomes}
        return "".join(f"\n{name}: {made_with}" for name, made_with in told.items())


def place(folder, now=None):
    """The file of benchmarks that begin now."""
    return folder / time.strftime("%Y-%m-%d-%H%M%S", time.localtime(now)) / "bench.json"


def processor():
    """The processor's name and how many threads it has."""
    listing = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", listing.read_text(encoding="utf-8"), re.M) if listing.is_file() else None
    return f"{found[1].strip() if found else platform.processor() or platform.machine()} ({os.cpu_count()} threads)"


def as_json(result):
    return {
        "name": result.case.name, "unit": result.case.unit, "description": result.case.description,
        "disturbed": result.disturbed,
        "sides": {name: side(measured) for name, measured in result.measured.items()},
        "ratios": [{"of": ratio.of, "against": ratio.against, "goal": ratio.goal, "ratio": ratio.value,
                    "refused": ratio.refused} for ratio in result.ratios],
        "differs": {peer: verdict.difference(result.case, result.measured, peer)
                    for peer, measured in result.measured.items() if peer != verdict.OURS and not measured.failed},
    }


def side(measured):
    if measured.failed:
        return {"failed": measured.failed}
    first = measured.outcomes[0]
    return {"median": measured.speed, "speeds": [outcome.speed for outcome in measured.outcomes],
            "memory": measured.memory, "observed": first.observed, "with": first.made_with}
