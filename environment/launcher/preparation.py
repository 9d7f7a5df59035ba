"""What must be there before a command can do its work, each a step that does nothing when nothing has changed."""

import json
import os
import shutil
import subprocess
import sys

from launcher import kernel, maven, node, steps, systems, unpacked
from launcher.failure import Failure

LIBRARY = ("pom.xml", "lib/pom.xml", "lib/src/main")
LAB_DEFAULTS = {
    "@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"},
}


def packages(checkout):
    """The virtual environment with the pinned Python packages."""
    steps.carry_out("Python packages", checkout.venv / "seminar.stamp", packages_wanted(checkout),
                    lambda: _make_venv(checkout), checkout.python.exists)


def packages_wanted(checkout):
    """What the stamp of the virtual environment says; the path is part of it, as such a thing cannot be moved."""
    pins = steps.fingerprint(checkout.root, "environment/requirements.txt")
    return f"{pins} Python {sys.version.split()[0]} {checkout.venv}"


def library(checkout, jdk):
    """The library's jar and its dependencies, built by `jdk`."""
    wanted = f"{steps.fingerprint(checkout.root, *LIBRARY)} JDK {jdk.version} {jdk.home}"
    steps.carry_out("Java library", checkout.target / "seminar.stamp", wanted,
                    lambda: maven.package(checkout, jdk), checkout.jar.is_file)


def kernelspec(checkout, jdk):
    """The kernelspec, and Lab's defaults beside it."""
    wanted = json.dumps([kernel.spec(checkout, jdk), kernel.LOGGING, LAB_DEFAULTS])
    steps.carry_out("Java kernel", checkout.kernelspec / "seminar.stamp", wanted,
                    lambda: _write_kernelspec(checkout, jdk), (checkout.kernelspec / "kernel.json").is_file)


def web_parts(checkout):
    """MathJax in its folder; returns the Node that runs it."""
    program = node.find(checkout) or node.bring(checkout)
    wanted = steps.fingerprint(checkout.web, "package.json", "package-lock.json")
    modules = checkout.web / "node_modules"
    steps.carry_out("Web parts", modules / "seminar.stamp", wanted, lambda: node.install(checkout, program))
    return program


def _make_venv(checkout):
    if checkout.venv.exists():
        shutil.rmtree(checkout.venv)
    _run([sys.executable, "-m", "venv", str(checkout.venv)],
         f"Python could not make a virtual environment; its module venv may be missing: "
         f"{systems.install(checkout.system, 'venv')}")
    pip(checkout, checkout.environment / "requirements.txt")


def pip(checkout, requirements):
    """Installs what `requirements` (a file) pins into the virtual environment."""
    brought = unpacked.pip_options(checkout)
    way_out = ("those of the bundle do not all fit this machine; take one that was made on a system no newer than this"
               if brought else "is there a network?")
    run_pip(checkout, way_out, "install", "--requirement", str(requirements), *brought)


def run_pip(checkout, way_out, command, *arguments):
    """Lets the pip of the virtual environment carry out a command, such as "install"."""
    _run([str(checkout.python), "-m", "pip", command, "--quiet", "--disable-pip-version-check", *arguments],
         f"pip could not {command} the Python packages; {way_out}")


def _run(command, sentence):
    environ = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(command, env=environ, text=True, errors="replace", stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    if done.returncode != 0:
        last = "\n".join("  " + line for line in done.stdout.strip().splitlines()[-5:])
        raise Failure(f"{sentence}\n{last}")


def _write_kernelspec(checkout, jdk):
    kernel.write(checkout, jdk)
    defaults = checkout.venv / "etc" / "jupyter" / "labconfig" / "default_setting_overrides.json"
    steps.write(defaults, json.dumps(LAB_DEFAULTS, indent=2) + "\n")
