"""The comparison: each case's numbers written once, its sides run in rounds, its line of the table."""

import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench import quiet, rounds, table, verdict
from launcher.failure import Failure


@dataclass(frozen=True)
class Sides:
    """All that take part, ours first; `prepare` is the command that writes a case's numbers, `environ` its variables."""

    prepare: tuple
    environ: dict
    all: list

    def of(self, case):
        """Those that do this case."""
        return [side for side in self.all if side.name == verdict.OURS or side.name in case.peers]


@dataclass(frozen=True)
class Result:
    """What came of a case; `disturbed` says what else was running, or None."""

    case: object
    measured: dict
    disturbed: str

    @property
    def ratios(self):
        return verdict.ratios(self.case, self.measured)

    @property
    def is_sound(self):
        """Whether every side ran and did the same work."""
        return not any(measured.failed for measured in self.measured.values()) and all(
            verdict.difference(self.case, self.measured, peer) is None for peer in self.measured if peer != verdict.OURS)

    def row(self, names):
        """The case's line of the table, with a column for each of the sides `names`."""
        speeds = [self.cell(name) for name in names]
        return [self.case.name, self.case.unit, *speeds, "; ".join(map(str, self.ratios)) or "-"]

    def __str__(self):
        return ", ".join(f"{name} {self.cell(name)}" for name in self.measured)

    def cell(self, name):
        measured = self.measured.get(name)
        if measured is None:
            return "-"
        return "failed" if measured.failed else table.speed(measured.speed, self.case.unit)

    def notes(self):
        """Sentences below the table: what is to be known, what failed, what differs, what disturbed."""
        failed = [measured.failed for measured in self.measured.values() if measured.failed]
        differing = [verdict.difference(self.case, self.measured, peer) for peer, measured in self.measured.items()
                     if peer != verdict.OURS and not measured.failed]
        return [f"{self.case.name}: {note}" for note in (self.case.note, *failed, *differing, self.disturbed)
                if note]


def compare(case, sides, count):
    """Measures one case in `count` rounds; a Failure if ours fails."""
    with tempfile.TemporaryDirectory(prefix="mml-bench-") as name:
        folder = Path(name)
        (folder / "case.json").write_text(json.dumps(case.description), encoding="utf-8")
        prepare(sides, folder)
        disturbed = quiet.disturbance()
        measured = rounds.measure(sides.of(case), folder, count)
    if measured[verdict.OURS].failed:
        raise Failure(f"{case.name}: {measured[verdict.OURS].failed}")
    return Result(case, measured, disturbed)


def prepare(sides, folder):
    """Writes the numbers of the case in `folder`, which all sides read."""
    done = subprocess.run([*sides.prepare, str(folder)], env=sides.environ, capture_output=True, text=True, errors="replace")
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines()
        raise Failure(f"The numbers of a case could not be written: {lines[0] if lines else 'no reason is told'}")


def notes(results):
    """The sentences on all results; of many that were disturbed, one says so."""
    found = [note for result in results for note in result.notes()]
    disturbed = [result for result in results if result.disturbed]
    if len(disturbed) > 1:
        others = [note for note in found if not any(note.endswith(result.disturbed) for result in disturbed)]
        return [*others, f"{len(disturbed)} of {len(results)} cases: {disturbed[0].disturbed}"]
    return found
