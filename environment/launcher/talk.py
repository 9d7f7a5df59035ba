"""Runs one notebook as in the talk, where possible without a network, and says whether it is ready."""

import sys

from launcher import export, jdk, jupyter, mine, offline, preparation, systems
from launcher.failure import Failure


def run(checkout, options):
    """Sets up, then lets the Python of the virtual environment rehearse; returns its exit status, 0 only if ready."""
    notebook = named(checkout, options.talk)
    chosen = jdk.choose(checkout.system, options.jdk)
    preparation.packages(checkout)
    preparation.library(checkout, chosen)
    preparation.kernelspec(checkout, chosen)
    environ = {**jupyter.environ(checkout), "PYTHONPATH": str(checkout.environment),
               "PYTHONIOENCODING": ":backslashreplace"}  # some terminals have no letter for a failed check
    there = network(checkout, environ)
    command = [str(checkout.python), "-m", "pages.rehearsing", *(["--network", there] if there else []), str(notebook)]
    away = [] if there else [sys.executable, "-m", "launcher.offline"]
    status = jupyter.patiently(away + command, environ)
    if mine.place(checkout, notebook).is_file():
        own = mine.place(checkout, notebook).relative_to(checkout.root).as_posix()
        print(f"Your own copy was NOT run; to try it: environment/seminar doctor --talk {own}", flush=True)
    return status


def named(checkout, words):
    """The notebook of a paper and a role, or at a path."""
    if len(words) == 2:
        return mine.find(checkout, *words)
    if len(words) == 1 and words[0].endswith(".ipynb"):
        return export.existing(words[0])
    raise Failure(f"--talk takes PAPER ROLE, such as 3 hacker, or the path of one notebook; was {' '.join(words)}")


def network(checkout, environ):
    """Why the network stays while the notebook runs; None if it can be taken away."""
    if not systems.has_network_namespaces(checkout.system):
        return f"{checkout.system} cannot take it away from one program"
    refusal = offline.refusal(environ)
    return f"this system does not allow to take it away ({refusal})" if refusal else None
