"""Measures training, evaluation, surfaces and matrix products, each beside its peers; says which goals are met."""

import os

from bench import cases, comparison, report, sides
from launcher import jdk, kernel, maven, peers, preparation, steps, systems
from launcher.failure import Failure

SOURCES = (*preparation.LIBRARY, "lib/src/bench")
NATIVE = {"NumPy": "numpy_peer", "JAX": "jax_peer", "PyTorch": "torch_peer"}


def options(parser):
    parser.add_argument("--peers", action="store_true",
                        help="beside JAX, PyTorch and DJL too, not only NumPy (installs about 6 GB)")
    parser.add_argument("--only", metavar="WORDS", default="", help="only what has these words in its name")
    parser.add_argument("--rounds", metavar="N", type=int, default=5, help="how often each side runs (default 5)")


def run(checkout, options):
    """Sets up, measures case by case, prints the table; returns 0 only if all sides ran and did the same work."""
    chosen = cases.chosen(options.only)
    if not chosen:
        raise Failure(f"No case has the words '{options.only}' in its name; there are: "
                      f"{'; '.join(case.name for case in cases.CASES)}")
    if options.rounds < 1:
        raise Failure(f"--rounds must be at least 1, was {options.rounds}")
    java = jdk.choose(checkout.system, options.jdk)
    preparation.library(checkout, java)
    build(checkout, java)
    taking_part = prepared(checkout, java, peers.LARGE if options.peers else peers.SMALL)
    results, file = [], report.place(checkout.bench_results)
    for case in chosen:
        print(f"{case.name} ...", flush=True)
        results.append(comparison.compare(case, taking_part, options.rounds))
        report.write(file, results, java, options.rounds)  # what is complete is kept
    names = [side.name for side in taking_part.all]
    print(f"\n{report.head(java, options.rounds)}\n\n{comparison.text(results, names)}\n\nAlso in {file}")
    return 0 if all(result.is_sound for result in results) else 1


def build(checkout, java):
    """Compiles the benchmarks."""
    wanted = f"{steps.fingerprint(checkout.root, *SOURCES)} JDK {java.version} {java.home}"
    made = (checkout.bench / "classes", checkout.bench / "class-path")
    step = steps.Step("Benchmarks", checkout.bench / "seminar.stamp", wanted, made)
    steps.carry_out(step, lambda: maven.benchmarks(checkout, java, ["bench"]), alone=preparation.alone(checkout, step))


def prepared(checkout, java, wanted):
    """The sides that take part, with all that they need."""
    python = peers.prepare(checkout, wanted)
    environ = environment(os.environ, java)
    own = sides.Side("ours", program(checkout, java, "Measure"), environ)
    others = [sides.Side(name, (str(python), "-m", f"peers.{NATIVE[name]}"),
                         {**environ, "PYTHONPATH": str(checkout.environment / "bench")}) for name in wanted.names]
    return comparison.Sides(program(checkout, java, "Prepare"), environ, [own, *others])


def program(checkout, java, name):
    """The command of a program of ours, on the flags of the notebooks' kernel."""
    listed = (checkout.bench / "class-path").read_text(encoding="utf-8").strip()
    path = systems.class_path(checkout.system, [checkout.jar, checkout.bench / "classes", listed])
    return (java.java, *kernel.flags(java.feature), "-cp", path, f"mml.bench.{name}")


def environment(of, java):
    """The variables of all sides: as many threads for everybody."""
    kept = {name: value for name, value in of.items() if not name.startswith(("PYTHON", "OPENBLAS_", "MKL_", "OMP_"))}
    threads = {name: str(cases.THREADS) for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")}
    return java.environ({**kept, **threads})
