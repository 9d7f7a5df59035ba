"""Node, which typesets the formulas of exported pages: the system's, else one in the virtual environment."""

import os
import re
import shutil

from launcher import preparation, programs, steps, systems, unpacked
from launcher.failure import Failure
from launcher.tool import Tool

OLDEST = 18
PATIENCE = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000")  # ms; usual is over a minute


def find(checkout, environ=os.environ):
    """The path of a Node that is new enough and has npm, or None: the system's, else ours."""
    own = checkout.venv / systems.venv_program(checkout.system, "node")
    for path in (shutil.which("node", path=environ.get("PATH")), str(own) if own.is_file() else None):
        if path and version(path) >= OLDEST and shutil.which("npm", path=search_path(path, environ)):
            return path
    return None


def search_path(node_path, environ=os.environ):
    """Where the programs that belong to the Node at `node_path` are searched: beside it first."""
    return os.pathsep.join([os.path.dirname(node_path), environ.get("PATH", "")])


def version(path):
    """The major version of a Node, 0 if it does not tell."""
    try:
        found = re.search(r"^v(\d+)", programs.answer([path, "--version"]), re.MULTILINE)
    except Failure:
        return 0
    return int(found[1]) if found else 0


def bring(checkout):
    """Installs PyPI's Node into the virtual environment and returns its path."""
    requirements = checkout.web / "requirements.txt"
    step = steps.Step("Node", checkout.venv / "node.stamp", steps.fingerprint(checkout.root, requirements))
    steps.carry_out(step, lambda: preparation.pip(checkout, requirements), alone=preparation.alone(checkout, step))
    found = find(checkout)
    if found is None:
        raise Failure(f"Node {OLDEST} or newer was installed into {checkout.venv} but does not run there; "
                      "install Node of your system and try again")
    return found


def install(checkout, node_path):
    """Installs the web parts as the lock file pins them: copies those of a bundle, else npm fetches them."""
    brought = unpacked.web_modules(checkout)
    if brought is not None:
        shutil.rmtree(checkout.web / "node_modules", ignore_errors=True)
        shutil.copytree(brought, checkout.web / "node_modules")
        return
    path = search_path(node_path)
    command = [shutil.which("npm", path=path), "ci", "--no-audit", "--no-fund", "--ignore-scripts", *PATIENCE]
    tool = Tool("npm", "the web parts", "set HTTPS_PROXY first", (checkout.web, os.path.expanduser("~")),
                "npm could not install the web parts")
    tool.run(command, {**os.environ, "PATH": path}, checkout.web)
