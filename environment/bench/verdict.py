"""What a case's figures mean: whether all sides did the same work, their ratios, and whether a goal is met."""

from dataclasses import dataclass

OURS = "ours"


@dataclass(frozen=True)
class Ratio:
    """Our speed over that of the best of some peers, or our memory over theirs; `refused` says why there is none."""

    against: str
    goal: float
    value: float = None
    refused: str = None
    of: str = "speed"

    @property
    def met(self):
        if self.value is None:
            return False
        return self.value >= self.goal if self.of == "speed" else self.value <= self.goal

    def __str__(self):
        if self.value is None:
            return f"none: {self.refused}"
        says = "met" if self.met else f"missed by {100 * abs(1 - self.value / self.goal):.0f} %"
        memory = "memory " if self.of == "memory" else ""
        return f"{memory}{self.value:.2f} x {self.against} (goal {self.goal:g}: {says})"


def difference(case, measured, peer):
    """Why a peer's work was not ours, in a few words, or None: every run must have found the same numbers."""
    expected = measured[OURS].outcomes[0].observed
    for name, outcome in [(name, outcome) for name in (OURS, peer) for outcome in measured[name].outcomes]:
        if len(outcome.observed) != len(expected) or len(expected) != len(case.tolerances):
            return f"{name} told {len(outcome.observed)} numbers, ours {len(expected)}, the case has {len(case.tolerances)}"
        for number, (found, wanted, tolerance) in enumerate(zip(outcome.observed, expected, case.tolerances), 1):
            if not abs(found - wanted) <= tolerance * abs(wanted):
                return (f"result {number} of {name} was {found:.6g}, of {'the first run of ' * (name == OURS)}ours {wanted:.6g}, "
                        f"allowed are {tolerance:g} of it")
    return None


def ratios(case, measured):
    """One ratio for each goal some of whose peers were asked to run."""
    asked = [(goal, [peer for peer in peers if peer in measured]) for goal, peers in case.goals]
    speeds = [ratio(case, measured, goal, peers) for goal, peers in asked if peers]
    return speeds + [memory(measured, speed) for speed in speeds if case.memory]


def ratio(case, measured, goal, peers):
    """The ratio to the best of `peers`, but only if none of them failed or did other work."""
    against = " or ".join(peers)
    for peer in (OURS, *peers):
        if measured[peer].failed:
            return Ratio(against, goal, refused=measured[peer].failed)
    for peer in peers:
        differs = difference(case, measured, peer)
        if differs:
            return Ratio(against, goal, refused=differs)
    best = max(peers, key=lambda peer: measured[peer].speed)
    return Ratio(best, goal, measured[OURS].speed / measured[best].speed)


def memory(measured, speed):
    """The ratio of the peaks of memory, against the peer of that ratio of speeds; at most 1 is the goal."""
    if speed.value is None:
        return Ratio(speed.against, 1, refused=speed.refused, of="memory")
    ours, theirs = measured[OURS].memory, measured[speed.against].memory
    if not ours or not theirs:
        return Ratio(speed.against, 1, refused="this system does not tell the peak of memory", of="memory")
    return Ratio(speed.against, 1, ours / theirs, of="memory")
