"""Runs notebooks and writes each as one page that works without a network."""

from pathlib import Path

from launcher import jdk, jupyter, preparation, unpacking
from launcher.failure import Failure


def options(parser):
    unpacking.options(parser)
    parser.add_argument("notebooks", metavar="NOTEBOOK", nargs="*", help="a notebook's path (default: all)")


def run(checkout, options):
    """Sets up, then lets the Python of the virtual environment make the pages; returns its exit status."""
    notebooks = [existing(path) for path in options.notebooks] or every_notebook(checkout)
    if not notebooks:
        raise Failure(f"There is no notebook in {checkout.notebooks}")
    chosen = jdk.choose(checkout.system, options.jdk)
    unpacking.unpack(checkout, options.bundle, chosen)
    preparation.packages(checkout)
    preparation.library(checkout, chosen)
    preparation.kernelspec(checkout, chosen)
    node = preparation.web_parts(checkout)
    command = [str(checkout.python), "-m", "pages", "--node", node, *map(str, notebooks)]
    environ = {**jupyter.environ(checkout), "PYTHONPATH": str(checkout.environment)}
    return jupyter.patiently(command, environ)


def every_notebook(checkout):
    """The notebooks of the repository in order, without a user's own in `notebooks/mine`."""
    return sorted(path for path in checkout.notebooks.rglob("*.ipynb")
                  if not {".ipynb_checkpoints", "mine"} & set(path.relative_to(checkout.notebooks).parts))


def existing(path):
    """The absolute path of a notebook that the user named."""
    notebook = Path(path).resolve()
    if notebook.suffix != ".ipynb" or not notebook.is_file():
        raise Failure(f"{path} is not a notebook (a file that ends with .ipynb)")
    return notebook
