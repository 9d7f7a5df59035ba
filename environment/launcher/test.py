"""Runs everything that must pass: the library's tests, the launcher's, every notebook, the browser."""

import subprocess

from launcher import jdk, jupyter, lock, maven, preparation, single


def options(parser):
    parser.add_argument("--only", metavar="WORDS", help="leave Maven out, and run only the Python tests that match, "
                                                        "as pytest's -k does")


def run(checkout, options):
    """Sets up, then runs Maven and pytest; returns 0 only if both passed."""
    single.require_none(checkout)  # the tests open some of their own
    chosen = jdk.choose(checkout.system, options.jdk)
    preparation.packages(checkout)
    preparation.library(checkout, chosen)
    preparation.kernelspec(checkout, chosen)
    node = preparation.web_parts(checkout)
    status = 0 if options.only else verify(checkout, chosen)
    return status or pytest(checkout, chosen, node, options.only)


def verify(checkout, chosen):
    """The library's own tests and gates."""
    command = [maven.find(chosen), "-B", "-ntp", *maven.parts(chosen), "verify"]
    with lock.awaited(checkout.set_up_lock, "Library's tests"):  # they build it too, in the same folder
        return subprocess.run(command, cwd=checkout.root, env=chosen.environ(jupyter.environ(checkout)),
                              pass_fds=lock.passed_on()).returncode


def pytest(checkout, chosen, node, only):
    """The tests in `environment/tests`, by the Python of the virtual environment."""
    command = [str(checkout.python), "-m", "pytest", "-ra", str(checkout.environment / "tests")]
    environ = {**jupyter.environ(checkout), "MML_JDK": str(chosen.home), "MML_NODE": node}
    return subprocess.run(command + (["-k", only] if only else []), cwd=checkout.root, env=environ).returncode
