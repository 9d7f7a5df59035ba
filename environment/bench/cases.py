"""The cases of the comparison: what every side does, how far results may differ, and what is to be reached."""

from dataclasses import dataclass

OTHERS = ("NumPy", "JAX", "DJL")
PYTORCH = "PyTorch"
ALONE = "ours, 1 thread"
THREADS = 2
STEPS = (1, 10, 100)
EARLY, LATE, LATEST = 1e-3, 2e-3, 1e-2  # relative differences; rounding grows from step to step, most in a ResNet


@dataclass(frozen=True)
class Case:
    """One case: `description` goes to every side, `unit` is what is counted in a second.

    `tolerances` are the relative differences that are allowed, one for each number observed; `best` is the goal for the
    ratio to the best of NumPy, JAX and DJL, `pytorch` that to PyTorch, `alone` that to ours on one thread; None where there
    is none.
    """

    name: str
    unit: str
    description: dict
    tolerances: tuple
    peers: tuple = (*OTHERS, PYTORCH)
    best: float = None
    pytorch: float = None
    alone: float = None
    memory: bool = False  # whether the peak of memory is compared as well
    note: str = None  # what is to be known of the figures

    @property
    def goals(self):
        """Each goal with the peers of which the best counts."""
        goals = ((self.best, OTHERS), (self.pytorch, (PYTORCH,)), (self.alone, (ALONE,)))
        return [(goal, peers) for goal, peers in goals if goal is not None]


def description(work, net, examples, updates=(128, 0.0, 0.0), warm=1, timed=1, checked=(), grid=0):
    """What goes into `case.json`: the same words as the records of `mml.bench.exchange.Case`."""
    model, sizes, activation = net
    batch, rate, momentum = updates
    return {"work": work, "net": {"model": model, "sizes": list(sizes), "activation": activation}, "examples": examples,
            "updates": {"batch": batch, "rate": rate, "momentum": momentum},
            "amount": {"warm": warm, "timed": timed, "checked": list(checked), "grid": grid}, "threads": THREADS}


def training(sizes, activation, updates, warm, timed, examples=9984, checked=STEPS):
    return description("train", ("mlp", sizes, activation), examples, updates, warm, timed, checked)


def surface(*sizes):
    """51 x 51 points over 10,000 images; peers, to whom every point costs the same, compute 36 of them."""
    spread = [column + 51 * row for row in range(0, 51, 10) for column in range(0, 51, 10)]
    return description("surface", ("mlp", sizes, "relu"), 10_000, (1000, 0.0, 0.0), 3, 1, spread, 51)


def surface_of_resnet():
    """25 of the 25 x 25 points over 1,000 images, every sixth in both directions; all sides compute these and no others."""
    return description("surface", RESNET, 1000, (500, 0.0, 0.0), 1, 1, range(25), 5)


SPREAD = "peers compute 36 of the 2,601 points, each of which costs them the same"
OF_625 = "25 of the 625 points, each of which costs the same; ours prepares the first layer for 25 points only"
RESNET = ("resnet", [20], "relu")
TRAINED = (EARLY, EARLY, LATE)

CASES = (
    Case("train [784, 1000 x 4, 10] tanh, batch 10", "images",
         training([784, 1000, 1000, 1000, 1000, 10], "tanh", (10, 0.01, 0.0), 150, 450, 9990), TRAINED,
         best=1.4, pytorch=2.0),
    Case("train [784, 512, 512, 10] ReLU, batch 128, momentum", "images",
         training([784, 512, 512, 10], "relu", (128, 0.01, 0.9), 400, 1200), TRAINED, best=1.15, pytorch=1.3),
    Case("train [784, 100, 10] ReLU, batch 128", "images",
         training([784, 100, 10], "relu", (128, 0.1, 0.0), 2000, 8000), TRAINED, best=1.05, pytorch=1.6),
    Case("train ResNet-20, batch 128", "images",
         description("train", RESNET, 1280, (128, 0.01, 0.9), 10, 20, (1, 10, 30)), (EARLY, EARLY, LATEST), (PYTORCH,),
         pytorch=1.0, memory=True),
    Case("evaluate ResNet-20, batch 500", "images",
         description("evaluate", RESNET, 2000, (500, 0.0, 0.0), 2, 4), (EARLY, EARLY), (PYTORCH,), pytorch=1.0),
    Case("Hessian-vector product [784, 512, 512, 10] tanh", "images",
         description("hessian", ("mlp", [784, 512, 512, 10], "tanh"), 2000, (2000, 0.0, 0.0), 20, 40), (EARLY, EARLY),
         ("JAX", PYTORCH), best=1.3, pytorch=1.5),
    Case("Hessian-vector product ResNet-20", "images",
         description("hessian", RESNET, 256, (256, 0.0, 0.0), 2, 4), (EARLY, EARLY), (PYTORCH,), pytorch=1.0),
    Case("sgemm 1024 x 1024", "operations",
         description("product", ("product", [1024], ""), 1, warm=50, timed=200), (1e-5, EARLY), ("NumPy",), best=0.95),
    Case("surface 51 x 51 [784, 256, 10]", "points", surface(784, 256, 10), (EARLY,) * 36, ("NumPy", PYTORCH, ALONE),
         pytorch=4.0, alone=1.8, note=SPREAD),
    Case("surface 51 x 51 [784, 512, 512, 10]", "points", surface(784, 512, 512, 10), (EARLY,) * 36, ("NumPy", PYTORCH),
         pytorch=2.0, note=SPREAD),
    Case("surface 25 x 25 ResNet-20", "points", surface_of_resnet(), (EARLY,) * 25, (PYTORCH, ALONE), pytorch=1.5, alone=1.8,
         note=OF_625),
)
