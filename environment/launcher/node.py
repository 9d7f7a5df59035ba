"""Node, which typesets the formulas of exported pages: the system's, else one in the virtual environment."""

import os
import re
import shutil
import subprocess

from launcher import preparation, steps, systems
from launcher.failure import Failure

OLDEST = 18


def find(checkout, environ=os.environ):
    """The path of a Node that is new enough and has npm beside it, or None: the system's, else ours."""
    own = checkout.venv / systems.venv_program(checkout.system, "node")
    for path in (shutil.which("node", path=environ.get("PATH")), str(own) if own.is_file() else None):
        if path and version(path) >= OLDEST and npm(checkout, path):
            return path
    return None


def version(path):
    """The major version of a Node, 0 if it does not tell."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, errors="replace").stdout
    except OSError:
        return 0
    found = re.match(r"v(\d+)", answer)
    return int(found[1]) if found else 0


def npm(checkout, node_path):
    """The command of npm that belongs to the Node at `node_path`, or None."""
    return shutil.which("npm", path=os.pathsep.join([os.path.dirname(node_path), os.environ.get("PATH", "")]))


def bring(checkout):
    """Installs PyPI's Node into the virtual environment and returns its path."""
    requirements = checkout.web / "requirements.txt"
    steps.carry_out("Node", checkout.venv / "node.stamp", steps.fingerprint(checkout.root, requirements),
                    lambda: preparation.pip(checkout, requirements))
    found = find(checkout)
    if found is None:
        raise Failure(f"Node {OLDEST} or newer was installed into {checkout.venv} but does not run there; "
                      "install Node of your system and try again")
    return found


def install(checkout, node_path):
    """Installs the web parts as the lock file pins them."""
    environ = {**os.environ, "PATH": os.pathsep.join([os.path.dirname(node_path), os.environ.get("PATH", "")])}
    command = [npm(checkout, node_path), "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(command, cwd=checkout.web, env=environ, text=True, errors="replace",
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise Failure(f"npm could not install MathJax; is there a network?\n  {done.stdout.strip()[-600:]}")
