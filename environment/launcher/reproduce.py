"""Runs notebooks so that their stored results are computed anew and rewritten, without a time limit."""

import json
import re
import subprocess

from launcher import export, jdk, jupyter, preparation, unpacking
from launcher.failure import Failure

STORED = re.compile(r'\bstored\(\s*"([^"]*)"')


def options(parser):
    unpacking.options(parser)
    parser.add_argument("notebooks", metavar="NOTEBOOK", nargs="*", help="a notebook's path (default: all)")
    parser.add_argument("--key", help="the one result to compute anew (default: all)")


def run(checkout, options):
    """Sets up, then lets the Python of the virtual environment run the notebooks; returns its exit status."""
    notebooks = [export.existing(path) for path in options.notebooks] or export.every_notebook(checkout)
    concerned = with_results({path: keys(path) for path in notebooks}, options.key)
    if not concerned:
        print("No notebook has a stored result: there is nothing to compute anew.")
        return 0
    chosen = jdk.choose(checkout.system, options.jdk)
    unpacking.unpack(checkout, options.bundle, chosen)
    preparation.packages(checkout)
    preparation.library(checkout, chosen)
    preparation.kernelspec(checkout, chosen)
    command = [str(checkout.python), "-m", "pages.reproducing", *(["--key", options.key] if options.key else []),
               *map(str, concerned)]
    environ = {**jupyter.environ(checkout), "PYTHONPATH": str(checkout.environment), "MML_COMMIT": commit(checkout)}
    return jupyter.patiently(command, environ)


def with_results(found, key):
    """The notebooks of `found` (path to keys) that have the result `key`, or any if there is none given."""
    if key is None:
        return [path for path, keys in found.items() if keys]
    concerned = [path for path, keys in found.items() if key in keys]
    if not concerned:
        known = ", ".join(sorted({other for keys in found.values() for other in keys}))
        raise Failure(f"No notebook has the stored result {key}" + (f"; there are: {known}" if known else ""))
    return concerned


def keys(path):
    """The keys of the stored results that a notebook asks for, in order."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError) as problem:
        raise Failure(f"{path} is not a notebook: {problem}") from problem
    return list(dict.fromkeys(key for source in sources for key in STORED.findall(source)))


def commit(checkout):
    """The commit that is checked out, and whether anything but results differs from it; "unknown" without git."""
    try:
        head = _git(checkout, "rev-parse", "--short=12", "HEAD")
        changes = _git(checkout, "status", "--porcelain", "--", ".", ":(exclude,glob)notebooks/**/results/*",
                       ":(exclude)notebooks/mine")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return head + (" with changes" if changes else "")


def _git(checkout, *arguments):
    return subprocess.run(["git", "-C", str(checkout.root), *arguments], check=True, capture_output=True, text=True,
                          errors="replace").stdout.strip()
