"""Old things are kept until the new ones are complete."""

import contextlib
import os
import shutil

from launcher.failure import Failure


@contextlib.contextmanager
def replacing(*paths):
    """Sets aside the files and folders at `paths` while the block makes them anew; puts them back if it fails."""
    with contextlib.ExitStack() as stack:
        for path in paths:
            stack.enter_context(_replacing(path))
        yield


@contextlib.contextmanager
def _replacing(path):
    """The same for one path.

    What lies aside already was left there by a run that was killed. It is the last that was complete, and what stands in
    its place is half made.
    """
    aside = place(path)
    if os.path.lexists(aside):
        remove(path)
    elif os.path.lexists(path):  # a link that leads nowhere too
        _move(path, aside)
    try:
        yield
    except BaseException:
        remove(path)
        if aside.exists():
            _move(aside, path)
        raise
    _discard(aside)


def place(path):
    """Where `path` is kept meanwhile: beside it."""
    return path.with_name(path.name + ".before")


def remove(path):
    """Removes a file or a folder, if it is there."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as problem:
        raise _stuck(path, problem) from problem


def _discard(path):
    """Removes what is no longer wanted, first from its place, at once; what another program still uses may stay a while."""
    gone = path.with_name(path.name + ".gone")
    with contextlib.suppress(Failure, OSError):
        remove(gone)
        path.rename(gone)
        remove(gone)


def _move(path, target):
    try:
        path.rename(target)
    except OSError as problem:
        raise _stuck(path, problem) from problem


def _stuck(path, problem):
    if isinstance(problem, NotADirectoryError):
        file = next(parent for parent in path.parents if os.path.lexists(parent))
        return Failure(f"{file} must be a folder and is a file: remove it, then run the same command again")
    return Failure(f"{path} must be made anew but cannot be moved or removed ({problem.strerror}): end what uses it, such as "
                   "an open JupyterLab, or remove it yourself; then run the same command again")
