"""Rounds of a case: all sides once, one after the other, in an order that moves on from round to round."""

from dataclasses import dataclass, field
from statistics import median

from launcher.failure import Failure


@dataclass
class Measured:
    """What the runs of one side came to; `failed` is the sentence of the first that failed, after which it has no others."""

    outcomes: list = field(default_factory=list)
    failed: str = None

    @property
    def speed(self):
        """The median, per second."""
        return median(outcome.speed for outcome in self.outcomes)

    @property
    def memory(self):
        """The median of the peaks in bytes, or None if the system does not tell."""
        told = [outcome.memory for outcome in self.outcomes if outcome.memory]
        return median(told) if told else None


def measure(sides, folder, rounds, said=lambda side, outcome: None):
    """Runs every side `rounds` times; gives what was measured, by the side's name."""
    measured = {side.name: Measured() for side in sides}
    for number in range(rounds):
        for side in order(sides, number):
            mine = measured[side.name]
            if mine.failed is None:
                try:
                    mine.outcomes.append(side.run(folder))
                    said(side, mine.outcomes[-1])
                except Failure as failure:
                    mine.failed = str(failure)
    return measured


def order(sides, number):
    """The sides as they follow each other in a round: each is first in turn."""
    start = number % len(sides)
    return [*sides[start:], *sides[:start]]
