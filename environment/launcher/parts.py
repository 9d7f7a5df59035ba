"""What the launcher itself sets up, as findings of the doctor: nothing of it is missing, it only comes later."""

import json
import os
import re

from launcher import preparation, programs, steps
from launcher.failure import Failure
from launcher.finding import FOUND, LATER, Finding

SHOWN = ("jupyterlab", "jjava", "nbclient")
ASK = f"""\
import json, sys
from importlib import metadata
print(json.dumps(["Python " + sys.version.split()[0]] + [name + " " + metadata.version(name) for name in {SHOWN}]))
"""


def packages(checkout):
    """The virtual environment, asked itself for the versions that it has."""
    if not os.path.lexists(checkout.venv):
        yield Finding(LATER, "Python packages", "set up by the next `lab`")
        return
    if not steps.is_done(checkout.venv / "seminar.stamp", preparation.packages_wanted(checkout)):
        changed = "not finished, or set up by another Python or from other pins"
        yield Finding(LATER, "Python packages", f"{changed}: made anew by the next `lab`")
        return
    flaw = preparation.packages_step(checkout).flaw()
    if flaw:
        yield _damaged("Python packages", flaw)
        return
    try:
        versions = json.loads(programs.answer([str(checkout.python), "-c", ASK]))
        if not checkout.jjava.is_file():
            raise Failure(f"{checkout.jjava} is not there")
    except (Failure, ValueError) as problem:
        yield Finding(LATER, "Python packages", f"the virtual environment is damaged ({problem}): made anew by the next `lab`")
        return
    yield Finding(FOUND, "Python packages", ", ".join(versions))


def library(checkout, jdk):
    """The library, and the JDK that built it."""
    stamp = checkout.target / "seminar.stamp"
    if not checkout.jar.is_file() or not stamp.is_file():
        yield Finding(LATER, "Java library", "built by the next `lab`")
        return
    told = re.search(r" JDK (.*)", stamp.read_text(encoding="utf-8", errors="replace"))
    built = f"built by JDK {told[1] if told else '?'}"
    if isinstance(jdk, Failure):
        yield Finding(FOUND, "Java library", built)
    else:
        yield _part("Java library", built, preparation.library_step(checkout, jdk))


def kernelspec(checkout, jdk):
    """How Jupyter starts the kernel."""
    file = checkout.kernelspec / "kernel.json"
    if not file.is_file():
        yield Finding(LATER, "Java kernel", "written by the next `lab`")
        return
    if not isinstance(jdk, Failure):
        step = preparation.kernelspec_step(checkout, jdk)
        if steps.is_done(step.stamp, step.wanted) and step.flaw():
            yield _damaged("Java kernel", step.flaw())
            return
    starts = f"starts {json.loads(file.read_text(encoding='utf-8'))['argv'][0]}"
    if isinstance(jdk, Failure):
        yield Finding(FOUND, "Java kernel", starts)
    else:
        yield _part("Java kernel", starts, preparation.kernelspec_step(checkout, jdk))


def web_parts(checkout):
    """MathJax for exported pages, and plotly.js for surfaces."""
    modules = checkout.web / "node_modules"
    if not modules.is_dir():
        yield Finding(LATER, "Web parts", "fetched by the next `lab`, `test` or `export`")
        return
    yield _part("Web parts", "as the lock file pins them", preparation.web_parts_step(checkout))


def _damaged(thing, flaw):
    return Finding(LATER, thing, f"damaged ({flaw}): made anew by the next `lab`")


def _part(thing, text, step):
    """A part that is there; the next command that uses it makes it anew if it is not what is wanted now, or damaged."""
    if steps.is_done(step.stamp, step.wanted):
        flaw = step.flaw()
        return _damaged(thing, flaw) if flaw else Finding(FOUND, thing, text)
    return Finding(LATER, thing, f"{text}; what it is made from has changed: made anew by the next `lab`")
