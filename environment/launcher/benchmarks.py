"""The benchmarks in Java: how they are compiled, and how their programs are started."""

import os
import subprocess
from dataclasses import dataclass

from bench import cases
from launcher import kernel, maven, preparation, steps, systems
from launcher.failure import Failure

SOURCES = (*preparation.LIBRARY, "lib/src/bench", "lib/src/peers")


@dataclass(frozen=True)
class Built:
    """The benchmarks as Maven compiles them with `java` (a Jdk), DJL's among them or not."""

    checkout: object
    java: object
    has_djl: bool

    @property
    def place(self):
        return self.checkout.target / ("bench-peers" if self.has_djl else "bench")

    def carry_out(self):
        """Compiles them unless that has been done."""
        profiles = ["bench", "peers"] if self.has_djl else ["bench"]
        wanted = f"{steps.fingerprint(self.checkout.root, *SOURCES)} JDK {self.java.version} {self.java.home}"
        made = (self.place / "classes", self.place / "class-path")
        name = "Benchmarks, and DJL (115 MB)" if self.has_djl else "Benchmarks"
        step = steps.Step(name, self.place / "seminar.stamp", wanted, made)
        steps.carry_out(step, lambda: maven.benchmarks(self.checkout, self.java, profiles),
                        alone=preparation.alone(self.checkout, step))

    def program(self, main):
        """The command of a Java program, on the flags of the notebooks' kernel."""
        listed = (self.place / "class-path").read_text(encoding="utf-8").strip()
        path = systems.class_path(self.checkout.system, [self.checkout.jar, self.place / "classes", listed])
        return (self.java.java, *kernel.flags(self.java), "-cp", path, main)

    def draw(self, file):
        """Draws cost against size, as cost.png and cost.svg beside the file, with our own library."""
        done = subprocess.run([*self.program("mml.bench.CostChart"), str(file)], env=environment(os.environ, self.java),
                              capture_output=True, text=True, errors="replace")
        if done.returncode != 0:
            lines = done.stderr.strip().splitlines()
            raise Failure(f"The chart could not be drawn: {lines[0] if lines else 'no reason is told'}; the figures are in "
                          f"{file}")


def environment(of, java):
    """The variables of all sides: as many threads for everybody."""
    kept = {name: value for name, value in of.items() if not name.startswith(("PYTHON", "OPENBLAS_", "MKL_", "OMP_"))}
    threads = {name: str(cases.THREADS) for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")}
    return java.environ({**kept, **threads})
