"""The programs of the system that the seminar runs on, as findings of the doctor."""

import importlib.util
import platform
import shutil
import sys

from launcher import jdk as jdks, maven, node, programs, systems
from launcher.failure import Failure
from launcher.finding import FOUND, LATER, MISSING, OPTIONAL, Finding


def python(checkout):
    """The Python that runs the launcher, and whether it can make a virtual environment."""
    lacking = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if lacking and not checkout.python.exists():
        lacks = f"{sys.executable} has no module {lacking[0]}, which makes the virtual environment"
        yield Finding(MISSING, "Python", f"{lacks}: {systems.install(checkout.system, 'venv')}")
    else:
        yield Finding(FOUND, "Python", f"{platform.python_version()}, {sys.executable}")


def chosen_jdk(checkout, asked, environ):
    """The JDK that the launcher would take, or the `Failure` that it would end with."""
    try:
        jdk = jdks.choose(checkout.system, asked, environ)
        programs.answer([jdk.java, "-version"])
        return jdk
    except (Failure, OSError) as problem:
        return problem if isinstance(problem, Failure) else Failure(f"No JDK could be chosen: {problem}")


def jdk(checkout, chosen, asked, environ):
    """The JDK that is chosen and why, and all others that were found."""
    source, _ = jdks.named(asked, environ)
    if isinstance(chosen, Failure):
        way_out = systems.install(checkout.system, "jdk")
        sentence = str(chosen)
        yield Finding(MISSING, "JDK", sentence if way_out in sentence else
                      f"{sentence}. Name another with --jdk PATH, or install one: {way_out}")
    else:
        why = f"as {source} says" if source else "the newest that was found"
        yield Finding(FOUND, "JDK", f"{chosen.version}, {chosen.home}: chosen, {why}")
    for home in jdks.homes(checkout.system, environ):
        other = jdks.inspect(checkout.system, home)
        if isinstance(other, str):
            yield Finding(FOUND, "JDK", f"{other}: does not serve")
        elif isinstance(chosen, Failure) or other.home != chosen.home:
            yield Finding(FOUND, "JDK", f"{other.version}, {other.home}: not chosen")


def maven_program(checkout, chosen, environ):
    """Maven, asked on the JDK that it would run on."""
    mvn = maven.on_path(checkout.system, environ)
    if isinstance(chosen, Failure):
        yield Finding(FOUND, "Maven", f"{mvn}; tells its version only where there is a JDK")
    else:
        yield Finding(FOUND, "Maven", f"{maven.version(mvn, chosen, environ)}, {mvn}")


def git(checkout, environ):
    """Git, without which the notebooks run, but no change of the repository can be had."""
    path = shutil.which("git", path=environ.get("PATH"))
    lacks = f"the notebooks run without it, pulls and commits do not: {systems.install(checkout.system, 'git')}"
    if path is None:
        yield Finding(OPTIONAL, "git", f"not found; {lacks}")
        return
    try:
        version = programs.answer([path, "--version"]).strip().removeprefix("git version ")
        yield Finding(FOUND, "git", f"{version}, {path}")
    except Failure as failure:
        yield Finding(OPTIONAL, "git", f"{failure}; {lacks}")


def node_program(checkout, environ):
    """Node, which the launcher can bring itself."""
    path = node.find(checkout, environ)
    if path is None:
        brings = "the next `lab`, `test` or `export` brings one"
        yield Finding(LATER, "Node", f"none of version {node.OLDEST} or newer with npm; {brings}")
    else:
        yield Finding(FOUND, "Node", f"{node.version(path)}, {path}")


def chromium(checkout, environ):
    """A Chromium, in which the tests look at notebooks and pages."""
    places = (shutil.which(name, path=environ.get("PATH")) for name in systems.browsers(checkout.system, environ))
    path = next(filter(None, places), None)
    if path is None:
        lacks = "not found; without it `test` leaves out what a browser shows"
        yield Finding(OPTIONAL, "Chromium", f"{lacks}: {systems.install(checkout.system, 'chromium')}")
    else:
        yield Finding(FOUND, "Chromium", path)
