"""Cost against size: how the time of training and evaluation grows, beside how the arithmetic grows."""

import math
from dataclasses import dataclass
from typing import Callable

from bench import cases, comparison, verdict

OPERATIONS = 6e10  # on the clock of one run: half a second on two cores
NOISE = 0.05  # by which a slope may exceed the arithmetic's and still count as no worse


@dataclass(frozen=True)
class Study:
    """One size that varies: its `values`, the case of a value, and how many operations one unit of cost takes.

    The unit is what `per` says; a case's speed counts `examples(value)` to it.
    """

    name: str
    per: str
    values: tuple
    case: Callable
    operations: Callable
    examples: Callable = lambda value: 1


@dataclass(frozen=True)
class Course:
    """What came of a study: seconds a unit at each value, by side; `results` are those of its cases."""

    study: Study
    results: list

    @property
    def sides(self):
        return [name for name in self.results[0].measured if not any(result.measured[name].failed for result in self.results)]

    def seconds(self, side):
        return [self.study.examples(value) / result.measured[side].speed
                for value, result in zip(self.study.values, self.results)]

    def slope(self, side):
        return slope(self.study.values, self.seconds(side))

    @property
    def arithmetic(self):
        return slope(self.study.values, [self.study.operations(value) for value in self.study.values])

    @property
    def says(self):
        """Whether our cost grows no worse than the arithmetic."""
        excess = self.slope(verdict.OURS) - self.arithmetic
        return "met" if excess <= NOISE else f"missed by {excess:.2f}"

    def row(self, names):
        slopes = [f"{self.slope(name):.2f}" if name in self.sides else "-" for name in names]
        sizes = f"{self.study.values[0]:,} to {self.study.values[-1]:,}"
        return [f"{self.study.name} {sizes}", self.study.per, *slopes, f"{self.arithmetic:.2f}", self.says]

    def as_json(self):
        return {"study": self.study.name, "per": self.study.per, "values": list(self.study.values),
                "seconds": {side: self.seconds(side) for side in self.sides},
                "slopes": {side: self.slope(side) for side in self.sides}, "arithmetic": self.arithmetic,
                "operations": [self.study.operations(value) for value in self.study.values], "goal": self.says}


def slope(sizes, costs):
    """The slope of the straight line through the logarithms, by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)


def trained(sizes):
    """Operations to train on one image: outputs and two gradients a layer, but the first has no gradient of its input."""
    products = [before * after for before, after in zip(sizes, sizes[1:])]
    return 2 * (3 * sum(products) - products[0])


def evaluated(sizes):
    return 2 * sum(before * after for before, after in zip(sizes, sizes[1:]))


def repetitions(operations):
    """How often work of so many operations is done on the clock."""
    return max(10, min(4000, round(OPERATIONS / operations)))


def training(name, sizes, batch):
    timed = repetitions(batch * trained(sizes))
    description = cases.training(sizes, "relu", (batch, 0.01, 0.0), timed, timed, 9984 // batch * batch, (1, 10))
    return cases.Case(name, "images", description, (cases.EARLY, cases.EARLY), ("NumPy",))


def evaluation(name, sizes, examples):
    timed = repetitions(examples * evaluated(sizes))
    description = cases.description("evaluate", ("mlp", sizes, "relu"), examples, (500, 0.0, 0.0), timed, timed)
    return cases.Case(name, "images", description, (cases.EARLY, cases.EARLY), ("NumPy",))


def wide(width):
    return [784, width, width, 10]


def deep(depth):
    return [784, *[256] * depth, 10]


SHALLOW = [784, 256, 10]

STUDIES = (
    Study("width", "image trained", (64, 128, 256, 512, 1024),
          lambda width: training(f"width {width}", wide(width), 128), lambda width: trained(wide(width))),
    Study("depth", "image trained", (1, 2, 4, 8),
          lambda depth: training(f"depth {depth}", deep(depth), 128), lambda depth: trained(deep(depth))),
    Study("batch", "step", (8, 32, 128, 512),
          lambda batch: training(f"batch {batch}", SHALLOW, batch), lambda batch: batch * trained(SHALLOW),
          lambda batch: batch),
    Study("examples", "evaluation of all", (500, 1000, 2000, 5000, 10_000),
          lambda count: evaluation(f"examples {count}", SHALLOW, count), lambda count: count * evaluated(SHALLOW),
          lambda count: count),
)


def course(study, sides, rounds):
    """Measures one study."""
    return Course(study, [comparison.compare(study.case(value), sides, rounds) for value in study.values])
