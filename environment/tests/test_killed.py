"""A set-up that is killed at any moment, with all that it started or alone: the next one repairs it, and nothing is lost."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

import small_checkout
from launcher import jdk as jdks, preparation

POSIX = pytest.mark.skipif(os.name == "nt", reason="processes are killed as Unix does it")
PACKAGES = "preparation.packages(here)"
LIBRARY = "preparation.library(here, jdk.choose(here.system))"
SPECS = """
for heap in range(10**9):
    kernel.HEAP = f"-Xmx{heap}m"
    preparation.kernelspec(here, jdk.choose(here.system))"""
# writes the library piece by piece, as Maven does, and is as easily killed
MAVEN = """#!/bin/sh
if [ "$1" = -v ]; then echo "Apache Maven 3.9.0"; exit; fi
mkdir -p lib/target/dependencies
for piece in 1 2 3 4 5; do echo $piece >> lib/target/dependencies/blas.jar; sleep 0.1; done
for piece in 1 2 3 4 5; do echo $piece >> lib/target/mml-0.1.jar; sleep 0.1; done
"""


def step(copy, code):
    """The command that carries out one step of the set-up."""
    start = "from launcher import jdk, kernel, preparation; from launcher.checkout import Checkout; here = Checkout.here()\n"
    return [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(copy.environment)!r})\n{start}{code}"]


def killed(command, environ, seconds, whom):
    """Kills the command after so many seconds; gives whether it was still at work."""
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    time.sleep(seconds)
    whom(process.pid, signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


@pytest.fixture
def copy(checkout, tmp_path):
    return small_checkout.bare(checkout, tmp_path / "copy")


@pytest.fixture
def tries(tell):
    """Kills a command at moments spread over its time, the whole group and it alone in turns; says how often."""
    def tries(name, command, environ, moments):
        caught = [killed(command, environ, moment, whom) for moment, whom in zip(moments, [os.killpg, os.kill] * len(moments))]
        assert any(caught)
        done = small_checkout.run(command, environ)
        assert done.returncode == 0, done.stdout + done.stderr
        tell(f"{name}: killed {sum(caught)} times at work, repaired by the next, lost: nothing")
        return done.stdout
    return tries


@POSIX
def test_python_packages(copy, jdk, tries, tmp_path):
    environ = small_checkout.environ(jdk, **small_checkout.require_package(copy, 1000, tmp_path))
    command = step(copy, PACKAGES)
    start = time.monotonic()
    assert small_checkout.run(command, environ).returncode == 0
    whole = time.monotonic() - start
    (copy.environment / "requirements.txt").write_text("tried == 1\n")  # makes it all anew
    tries("Python packages", command, environ, [whole * part for part in (0.1, 0.35, 0.6, 0.85)])
    assert preparation.packages_step(copy).flaw() is None and next(copy.venv.rglob("tried/data")).stat().st_size == 1000
    assert not [path for path in copy.environment.iterdir() if path.suffix in (".before", ".gone", ".tmp")]


@POSIX
def test_java_library(copy, jdk, tries, tmp_path):
    (tmp_path / "mvn").write_text(MAVEN)
    (tmp_path / "mvn").chmod(0o755)
    environ = small_checkout.environ(jdk, PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    tries("Java library", step(copy, LIBRARY), environ, [0.3, 0.5, 0.7, 0.9, 1.1, 1.3])
    assert copy.jar.read_text() == (copy.dependencies / "blas.jar").read_text() == "1\n2\n3\n4\n5\n"
    assert preparation.library_step(copy, jdks.choose(copy.system, str(jdk.home))).flaw() is None


@POSIX
def test_kernelspec(copy, jdk, tell):
    seed = random.Random(1)
    command, environ = step(copy, SPECS), small_checkout.environ(jdk)
    for _ in range(8):
        assert killed(command, environ, 0.4 + 0.2 * seed.random(), os.killpg)
        preparation.kernelspec(copy, jdk)
        text = (copy.kernelspec / "kernel.json").read_text(encoding="utf-8")
        assert '"-Xmx1g"' in text and text.endswith("}\n")
    tell("Java kernel: killed 8 times at work, repaired by the next, lost: nothing")
