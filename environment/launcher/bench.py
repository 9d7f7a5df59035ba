"""Measures training, evaluation, surfaces and matrix products, each beside its peers; says which goals are met."""

import contextlib
import os
import platform
from dataclasses import dataclass

from bench import cases, comparison, cost, kernels, report, sides
from launcher import benchmarks, jdk, peers, preparation
from launcher.failure import Failure

MODULES = {"NumPy": "numpy_peer", "JAX": "jax_peer", "PyTorch": "torch_peer"}


def options(parser):
    parser.add_argument("--peers", action="store_true",
                        help="beside JAX, PyTorch and DJL too, not only NumPy (installs about 6 GB)")
    parser.add_argument("--only", metavar="WORDS", default="", help="only what has these words in its name")
    parser.add_argument("--rounds", metavar="N", type=int, default=5, help="how often each side runs (default 5)")


@dataclass(frozen=True)
class Chosen:
    """What is to be measured."""

    cases: list
    studies: list
    kernels: bool

    @classmethod
    def by(cls, words):
        """What has these words in its name; a Failure if nothing has."""
        studies = [study for study in cost.STUDIES if matches(words, f"cost against {study.name}")]
        chosen = cls([case for case in cases.CASES if matches(words, case.name)], studies, matches(words, kernels.NAME))
        if not (chosen.cases or chosen.studies or chosen.kernels):
            names = [*(case.name for case in cases.CASES), *(f"cost against {study.name}" for study in cost.STUDIES)]
            raise Failure(f"Nothing has the words '{words}' in its name; there are: {'; '.join([*names, kernels.NAME])}")
        return chosen


def matches(words, name):
    """Whether the name has all the words, whatever their letters' case."""
    return all(word in name.lower() for word in words.lower().split())


def run(checkout, options):
    """Sets up, measures one after the other, prints the tables; returns 0 only if all sides ran and did the same work."""
    chosen = Chosen.by(options.only)
    if options.rounds < 1:
        raise Failure(f"--rounds must be at least 1, was {options.rounds}")
    java = jdk.choose(checkout.system, options.jdk)
    preparation.require_writable(checkout)
    wanted = peers.LARGE if options.peers else peers.SMALL
    preparation.library(checkout, java)
    python = peers.prepare(checkout, wanted)
    built = benchmarks.Built(checkout, java, with_djl(wanted))
    built.carry_out()
    taking_part = prepared(built, wanted, python)
    names = [side.name for side in taking_part.all]
    told = report.Report(report.place(checkout.bench_results), java.version, options.rounds, names)
    told.write()  # refused here, if at all, and not after the first case
    with shown(told):
        measure(chosen, taking_part, told)
        if chosen.kernels:
            print("kernels, by JMH (four minutes) ...", flush=True)
            told.kernels = kernels.measure(built.program("org.openjdk.jmh.Main"), taking_part.environ, told.file.parent)
            told.write()
        if told.courses:
            built.draw(told.file)
    return 0 if told.is_sound else 1


@contextlib.contextmanager
def shown(told):
    """Prints the tables of what is complete at the end, be it a stop or a failure: an hour of work is not to be lost."""
    try:
        yield
    finally:
        print(f"\n{told.text()}\n\nAlso in {told.file.parent}", flush=True)


def measure(chosen, taking_part, told):
    """Measures cases and studies; what is complete is kept in the report's file."""
    for case in chosen.cases:
        print(f"{case.name} ...", end=" ", flush=True)
        told.results.append(comparison.compare(case, taking_part, told.rounds))
        print(f"{case.unit} a second: {told.results[-1]}", flush=True)
        told.write()
    for study in chosen.studies:
        print(f"cost against {study.name} ...", end=" ", flush=True)
        told.courses.append(cost.course(study, taking_part, told.rounds))
        print("done", flush=True)
        told.write()


def prepared(built, wanted, python):
    """The sides that take part; `python` has the peers that are wanted."""
    environ = benchmarks.environment(os.environ, built.java)
    taking_part = [sides.Side("ours", built.program("mml.bench.Measure"), environ)]
    modules = {**environ, "PYTHONPATH": str(built.checkout.environment / "bench")}
    taking_part += [sides.Side(name, (str(python), "-m", f"peers.{MODULES[name]}"), modules) for name in wanted.names]
    if built.has_djl:
        unpacked = {"DJL_CACHE_DIR": str(built.checkout.peers / "djl")}  # 430 MB, which it would put into the user's home
        taking_part.append(sides.Side("DJL", built.program("mml.peers.DjlTraining"), {**environ, **unpacked}))
    elif wanted is peers.LARGE:
        print("DJL is left out: its engine is pinned for Linux x86-64 only")
    taking_part.append(sides.Side(cases.ALONE, (*built.program("mml.bench.Measure"), "1"), environ))
    return comparison.Sides(built.program("mml.bench.Prepare"), environ, taking_part)


def with_djl(wanted):
    """Whether DJL takes part: among the large peers, where there is its engine as it is pinned in lib/pom.xml."""
    return wanted is peers.LARGE and (platform.system(), platform.machine()) == ("Linux", "x86_64")
