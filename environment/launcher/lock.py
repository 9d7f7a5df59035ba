"""A lock on a file: one holder at a time, and the system frees it when the holder ends, however it ends."""

import contextlib
import os
import time

from launcher.failure import Failure

if os.name == "nt":
    import msvcrt
else:
    import fcntl

BEYOND = 1 << 30  # Windows forbids others to read what is locked, so what is locked lies beyond the text
_held = []


class Taken(Exception):
    """Another process holds the lock; `note` is what it wrote for us."""

    def __init__(self, note):
        super().__init__(note)
        self.note = note


@contextlib.contextmanager
def held(path):
    """Holds the lock, or raises `Taken`; gives a function that writes a note for those who find it taken.

    The first note is the number of this process.
    """
    file = _opened(path)
    try:
        if not _locked(file, path):
            time.sleep(0.1)  # who has just got it is still writing its note
            raise Taken(path.read_text(encoding="utf-8") or "unknown")
        os.ftruncate(file, 0)  # what an earlier holder wrote
        _write(file, str(os.getpid()))
        _held.append(file)
        yield lambda note: _write(file, note)
    finally:
        if file in _held:
            _held.remove(file)
        os.close(file)


@contextlib.contextmanager
def awaited(path, purpose):
    """Holds the lock; says in one line whom it waits for, and what for, if another has it."""
    with contextlib.ExitStack() as stack:
        said = None
        while True:
            try:
                stack.enter_context(held(path))
                break
            except Taken as taken:
                if said != taken.note:
                    said = taken.note
                    print(f"{purpose}: waiting for another command that sets up this checkout (process {said}) ...",
                          flush=True)
                time.sleep(0.2)
        yield


def passed_on():
    """The lock that we took last, for a program that we start: if we are killed, it holds the lock until it ends as well.

    Windows cannot pass it on; there a program that outlives us works on without the lock.
    """
    return () if os.name == "nt" else tuple(_held[-1:])


def _opened(path):
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)  # a note may hold the address with JupyterLab's token


def _locked(file, path):
    try:
        if os.name == "nt":
            os.lseek(file, BEYOND, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as problem:
        raise Failure(f"The folder {path.parent} lies on a disk without locks ({problem.strerror}), so that two commands "
                      "could spoil each other's work; copy the checkout to a disk of this machine") from problem
    return True


def _write(file, text):
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, text.encode())
    os.ftruncate(file, len(text.encode()))
