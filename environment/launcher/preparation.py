"""What must be there before a command can do its work, each a step that does nothing when nothing has changed."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from launcher import causes, kernel, lock, maven, node, steps, systems, unpacked
from launcher.failure import Failure
from launcher.steps import Step
from launcher.tool import Tool

LIBRARY = ("pom.xml", "lib/pom.xml", "lib/src/main")
LAB_DEFAULTS = {
    "@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"},
}


def packages(checkout):
    """The virtual environment with the pinned Python packages; the first step of every command that sets up."""
    require_writable(checkout)
    step = packages_step(checkout)
    steps.carry_out(step, lambda: _make_venv(checkout), lambda: python_flaw(checkout.python), alone(checkout, step))


def require_writable(checkout):
    """Refuses a checkout in which nothing can be set up."""
    if not os.access(checkout.environment, os.W_OK):
        raise Failure(causes.read_only(checkout.root))


def packages_step(checkout):
    return Step("Python packages", checkout.venv / "seminar.stamp", packages_wanted(checkout), (checkout.venv,))


def packages_wanted(checkout):
    """What the stamp of the virtual environment says; the path is part of it, as such a thing cannot be moved."""
    pins = steps.fingerprint(checkout.root, "environment/requirements.txt")
    return f"{pins} Python {sys.version.split()[0]} {checkout.venv}"


def library(checkout, jdk):
    """The library's jar and its dependencies, built by `jdk`."""
    step = library_step(checkout, jdk)
    steps.carry_out(step, lambda: maven.package(checkout, jdk), alone=alone(checkout, step))


def library_step(checkout, jdk):
    made = (checkout.jar, checkout.dependencies)
    return Step("Java library", checkout.target / "seminar.stamp", library_wanted(checkout, jdk), made)


def library_wanted(checkout, jdk):
    """What the stamp of the library says."""
    return f"{steps.fingerprint(checkout.root, *LIBRARY)} JDK {jdk.version} {jdk.home}"


def kernelspec(checkout, jdk):
    """The kernelspec, and Lab's defaults beside it."""
    step = kernelspec_step(checkout, jdk)
    steps.carry_out(step, lambda: _write_kernelspec(checkout, jdk), alone=alone(checkout, step))


def kernelspec_step(checkout, jdk):
    made = (checkout.kernelspec / "kernel.json", checkout.kernelspec / "logging.properties", _lab_defaults(checkout))
    return Step("Java kernel", checkout.kernelspec / "seminar.stamp", kernelspec_wanted(checkout, jdk), made)


def kernelspec_wanted(checkout, jdk):
    """What the stamp of the kernelspec says."""
    return json.dumps([kernel.spec(checkout, jdk), kernel.LOGGING, LAB_DEFAULTS])


def web_parts(checkout):
    """MathJax and plotly.js in their folder; returns the Node that runs MathJax."""
    program = node.find(checkout) or node.bring(checkout)
    step = web_parts_step(checkout)
    steps.carry_out(step, lambda: node.install(checkout, program), alone=alone(checkout, step))
    return program


def web_parts_step(checkout):
    modules = checkout.web / "node_modules"
    return Step("Web parts", modules / "seminar.stamp", web_parts_wanted(checkout), (modules,))


def web_parts_wanted(checkout):
    """What the stamp of the web parts says."""
    return steps.fingerprint(checkout.web, "package.json", "package-lock.json")


def alone(checkout, step):
    """The right to do a step: of two commands that set up at once, one waits for the other."""
    return lock.awaited(checkout.set_up_lock, step.name)


def pip(checkout, requirements):
    """Installs what `requirements` (a file) pins into the virtual environment."""
    brought = unpacked.pip_options(checkout)
    otherwise = ("those of the bundle do not all fit this machine; take one that was made on a system no newer than this"
                 if brought else "it says")
    run_pip(checkout, otherwise, "install", "--requirement", str(requirements), *brought)


def run_pip(checkout, otherwise, command, *arguments, python=None):
    """Lets the pip of the virtual environment, or that of another `python`, carry out a command, such as "install"."""
    tool = Tool("pip", "the Python packages", "set HTTPS_PROXY first", (checkout.environment, Path(tempfile.gettempdir())),
                f"pip could not {command} the Python packages; {otherwise}")
    tool.run([str(python or checkout.python), "-m", "pip", command, "--quiet", "--disable-pip-version-check", "--retries", "2",
              *arguments], _environ())


def _make_venv(checkout):
    make_venv(checkout, checkout.venv, checkout.python)
    pip(checkout, checkout.environment / "requirements.txt")


def make_venv(checkout, folder, python):
    """Makes a virtual environment with pip in `folder`, in which its own Python is `python`."""
    tool = Tool("Python", "pip", "set HTTPS_PROXY first", (checkout.environment,),
                f"Python could not make a virtual environment; its module venv may be missing: "
                f"{systems.install(checkout.system, 'venv')}")
    tool.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], _environ())
    tool.run([str(python), "-m", "ensurepip", "--upgrade", "--default-pip"], _environ())  # else it hides why


def python_flaw(python):
    """What is wrong with the Python of a virtual environment; that which it was made from may be gone or another."""
    command = [str(python), "-I", "-S", "-c", "import sys; print(sys.version.split()[0])"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=60).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        said = ""
    return None if said == sys.version.split()[0] else f"their Python is {said}" if said else "their Python does not run"


def _environ():
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


def _lab_defaults(checkout):
    return checkout.venv / "etc" / "jupyter" / "labconfig" / "default_setting_overrides.json"


def _write_kernelspec(checkout, jdk):
    kernel.write(checkout, jdk)
    steps.write(_lab_defaults(checkout), json.dumps(LAB_DEFAULTS, indent=2) + "\n")
