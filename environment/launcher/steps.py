"""A step of the set-up: done only when its stamp does not say what is wanted, and reported in one line."""

import hashlib
import os
import time
from pathlib import Path


def carry_out(name, stamp, wanted, action, ready=lambda: True):
    """Does `action` unless `stamp` (a file) holds the text `wanted` and the result is still `ready`.

    The stamp is taken away before the action and written only after it, so that a set-up which was killed half-way is
    repaired by the next one.
    """
    start = time.perf_counter()
    done = is_done(stamp, wanted) and ready()
    if not done:
        print(f"{name} ...", end=" ", flush=True)
        stamp.unlink(missing_ok=True)
        action()
        write(stamp, wanted)
    print(f"{name + ': unchanged' if done else 'done'}, {time.perf_counter() - start:.2f} s", flush=True)


def is_done(stamp, wanted):
    """Whether the stamp says what is wanted."""
    return _content(stamp) == wanted


def write(path, text):
    """Writes a whole file or nothing: to a temporary file beside it, then moved into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, path)


def fingerprint(root, *parts):
    """A hash of names and contents of the files and folders `parts` under `root`; the same wherever `root` lies."""
    digest = hashlib.sha256()
    for file in sorted(_files(root, parts)):
        digest.update(f"{file.relative_to(root).as_posix()}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(root, parts):
    for part in parts:
        path = Path(root, part)
        yield from (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def _content(stamp):
    return stamp.read_text(encoding="utf-8", errors="replace") if stamp.is_file() else None
