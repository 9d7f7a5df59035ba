"""What is kept of a comparison: a file of JSON in a folder of its own, and the words that go with every figure."""

import json
import os
import platform
import re
import time
from pathlib import Path

from bench import cases, verdict
from launcher import steps


def place(folder, now=None):
    """The file of a comparison that begins now."""
    return folder / time.strftime("%Y-%m-%d-%H%M%S", time.localtime(now)) / "bench.json"


def head(java, rounds):
    """Under what the figures were measured, in one sentence."""
    return (f"JDK {java.version}, {processor()}, {cases.THREADS} threads a side, {platform.system()}; medians of {rounds} "
            "processes each, alternating")


def processor():
    """The processor's name and how many threads it has."""
    listing = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", listing.read_text(encoding="utf-8"), re.M) if listing.is_file() else None
    return f"{found[1].strip() if found else platform.processor() or platform.machine()} ({os.cpu_count()} threads)"


def write(file, results, java, rounds):
    """Writes all that is complete."""
    steps.write(file, json.dumps({
        "jdk": java.version, "processor": processor(), "threads": cases.THREADS, "rounds": rounds,
        "date": time.strftime("%Y-%m-%d %H:%M"), "cases": [as_json(result) for result in results],
    }, indent=2) + "\n")


def as_json(result):
    return {
        "name": result.case.name, "unit": result.case.unit, "description": result.case.description,
        "disturbed": result.disturbed,
        "sides": {name: side(measured) for name, measured in result.measured.items()},
        "ratios": [{"of": ratio.of, "against": ratio.against, "goal": ratio.goal, "ratio": ratio.value, "refused": ratio.refused}
                   for ratio in result.ratios],
        "differs": {peer: verdict.difference(result.case, result.measured, peer)
                    for peer, measured in result.measured.items() if peer != verdict.OURS and not measured.failed},
    }


def side(measured):
    if measured.failed:
        return {"failed": measured.failed}
    first = measured.outcomes[0]
    return {"median": measured.speed, "speeds": [outcome.speed for outcome in measured.outcomes],
            "memory": measured.memory, "observed": first.observed, "with": first.made_with}
