"""One JupyterLab a checkout: two would overwrite each other's notebooks and settings."""

import contextlib

from launcher import jupyter, lock
from launcher.failure import Failure


@contextlib.contextmanager
def lab(checkout):
    """Holds the right to be the one JupyterLab of this checkout; a Failure that leads to the other if another has it.

    Gives a function that takes JupyterLab's process number, once it has one, for those who come second.
    """
    with contextlib.ExitStack() as stack:
        try:
            note = stack.enter_context(lock.held(checkout.lab_lock))
        except lock.Taken as taken:
            raise Failure(sentence(checkout, taken.note)) from taken
        yield note


def require_none(checkout):
    """Refuses, in the same words, to go on while a JupyterLab of this checkout is open."""
    with lab(checkout):
        pass


def sentence(checkout, process):
    """What the second one is told of the first, which has this process number."""
    runtime = checkout.jupyter / "runtime"
    try:
        # the number is in the file's name, but on Windows it is that of a child
        file = next(file for file in (runtime / f"jpserver-{process}.json", *runtime.glob("jpserver-*.json")) if file.exists())
        address = jupyter.address(file)
    except (StopIteration, OSError, ValueError, KeyError, TypeError):
        return (f"JupyterLab is just being started in this checkout (process {process}): wait for the address that it "
                "prints, or end it first with Ctrl-C in its terminal")
    return (f"JupyterLab is already open in this checkout (process {process}): open {address} in a browser, or end it first "
            "with Ctrl-C in its terminal")
