"""A side of the comparison: the program that does a case's work, each time in a process of its own."""

import json
import math
import subprocess
from dataclasses import dataclass

from launcher.failure import Failure

PATIENCE = 1800  # seconds for one run; the longest takes two minutes on two cores


@dataclass(frozen=True)
class Outcome:
    """What one run came to: how much a second, the numbers that all must find, bytes of memory or None, and with what."""

    speed: float
    observed: tuple
    memory: float
    made_with: str


@dataclass(frozen=True)
class Side:
    """A program, called by what it stands for ("ours", "NumPy", ...); the folder of a case is added to its command."""

    name: str
    command: tuple
    environ: dict

    def run(self, folder):
        """The outcome of one run; a Failure in one sentence if there is none."""
        try:
            done = subprocess.run([*self.command, str(folder)], env=self.environ, stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True, errors="replace", timeout=PATIENCE)
        except subprocess.TimeoutExpired as problem:
            raise Failure(f"{self.name} did not end within {PATIENCE} s") from problem
        except OSError as problem:
            raise Failure(f"{self.name} cannot be run: {problem.strerror}") from problem
        if done.returncode != 0:
            last = (done.stderr or done.stdout).strip().splitlines()
            raise Failure(f"{self.name} failed (exit {done.returncode}): {last[-1].strip() if last else 'it says nothing'}")
        return self.outcome(done.stdout)

    def outcome(self, printed):
        """What the last line tells that it printed."""
        lines = printed.strip().splitlines()
        try:
            told = json.loads(lines[-1])
            speed, *observed = map(float, (told["done"] / told["seconds"], *told["observed"]))
            if not (speed > 0 and all(map(math.isfinite, (speed, *observed)))):
                raise ValueError(f"speed must be positive and all numbers finite, were {speed}, {observed}")
            return Outcome(speed, tuple(observed), told.get("memory"), told["with"])
        except (IndexError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as problem:
            last = lines[-1][:200] if lines else ""
            raise Failure(f"{self.name} must end with a line of JSON with seconds, done, observed and with, all finite; "
                          f"it ended with: {last!r}") from problem
