"""What the launcher itself sets up, as findings of the doctor: nothing of it is missing, it only comes later."""

import json
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
    if not checkout.venv.exists():
        yield Finding(LATER, "Python packages", "set up by the next `lab`")
        return
    if not steps.is_done(checkout.venv / "seminar.stamp", preparation.packages_wanted(checkout)):
        changed = "not finished, or set up by another Python or from other pins"
        yield Finding(LATER, "Python packages", f"{changed}: made anew by the next `lab`")
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
        yield _part("Java library", built, steps.is_done(stamp, preparation.library_wanted(checkout, jdk)))


def kernelspec(checkout, jdk):
    """How Jupyter starts the kernel."""
    file = checkout.kernelspec / "kernel.json"
    if not file.is_file():
        yield Finding(LATER, "Java kernel", "written by the next `lab`")
        return
    starts = f"starts {json.loads(file.read_text(encoding='utf-8'))['argv'][0]}"
    if isinstance(jdk, Failure):
        yield Finding(FOUND, "Java kernel", starts)
    else:
        wanted = preparation.kernelspec_wanted(checkout, jdk)
        yield _part("Java kernel", starts, steps.is_done(checkout.kernelspec / "seminar.stamp", wanted))


def web_parts(checkout):
    """MathJax and what else exported pages need."""
    modules = checkout.web / "node_modules"
    if not modules.is_dir():
        yield Finding(LATER, "Web parts", "fetched by the next `test` or `export`")
        return
    is_done = steps.is_done(modules / "seminar.stamp", preparation.web_parts_wanted(checkout))
    yield _part("Web parts", "as the lock file pins them", is_done, "`test` or `export`")


def _part(thing, text, is_up_to_date, command="`lab`"):
    """A part that is there; the next command that uses it makes it anew if it is not what is wanted now."""
    if is_up_to_date:
        return Finding(FOUND, thing, text)
    return Finding(LATER, thing, f"{text}; what it is made from has changed: made anew by the next {command}")
