"""A step of the set-up: done only when its stamp does not say what is wanted, and reported in one line."""

import contextlib
import hashlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from launcher import aside


@dataclass(frozen=True)
class Step:
    """A step that is done once the file `stamp` holds the text `wanted`.

    `made` are the files and folders that it makes. Names and sizes of all files in them are kept beside the stamp, so that
    what is deleted or cut short later is found. What others add is not minded.
    """

    name: str
    stamp: Path
    wanted: str
    made: tuple = ()

    @property
    def contents(self):
        return self.stamp.with_suffix(".files")

    def flaw(self):
        """What is wrong with what was made, in a few words, or None."""
        if not self.made:
            return None
        try:
            recorded = json.loads(self.contents.read_text(encoding="utf-8"))
            present = self.files()
            return next((f"{name} is missing or not as it was" for name, size in recorded.items()
                         if present.get(name) != size), None)
        except (OSError, ValueError, AttributeError):
            return f"the list {self.contents.name} is missing or damaged"

    def finish(self):
        """Keeps the list of what was made, then the stamp."""
        if self.made:
            write(self.contents, json.dumps(self.files(), ensure_ascii=False))
        write(self.stamp, self.wanted)

    def replaced(self):
        """The paths that are kept until the step is done anew; none if nobody can tell what it makes."""
        if not self.made:
            return []
        apart = [path for path in (self.stamp, self.contents) if not any(path.is_relative_to(made) for made in self.made)]
        return [*self.made, *apart]

    def files(self):
        """The size of every file that was made, by its path as seen from the stamp."""
        sizes = {}
        for path in self.made:
            _measure(path, os.path.relpath(path, self.stamp.parent), sizes)
        own = (self.stamp.name, self.contents.name)
        return {name: size for name, size in sizes.items() if name not in own}


def carry_out(step, action, flaw=lambda: None, alone=contextlib.nullcontext()):
    """Does `action` unless the step is done and neither it nor `flaw` finds a flaw; only while it holds `alone`.

    The stamp is away during the action and written only after it, so that a set-up which was killed half-way is repaired
    by the next one. If the action fails, what it had made before is put back, and the stamp with it.
    """
    start = time.perf_counter()
    if _todo(step, flaw) is None:
        return _report(f"{step.name}: unchanged", start)
    with alone:
        todo = _todo(step, flaw)  # another may have done it meanwhile
        if todo is None:
            return _report(f"{step.name}: unchanged", start)
        print(f"{step.name}{todo} ...", end=" ", flush=True)
        with aside.replacing(*step.replaced()):
            step.stamp.unlink(missing_ok=True)
            action()
            step.finish()
        return _report("done", start)


def _todo(step, flaw):
    """Why the step has to be done, as it is told, or None."""
    if not is_done(step.stamp, step.wanted):
        return ""
    found = flaw() or step.flaw()
    return found and f" ({found}: made anew)"


def is_done(stamp, wanted):
    """Whether the stamp says what is wanted."""
    return _content(stamp) == wanted


def _report(what, start):
    print(f"{what}, {time.perf_counter() - start:.2f} s", flush=True)


def write(path, text):
    """Writes a whole file or nothing: to a temporary file beside it, then moved into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)  # on a full disk half a file would take the room
        raise


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


def _measure(path, name, sizes):
    """Adds the sizes of the files in a folder, or of a file; without what Python writes when it first runs."""
    if os.path.isfile(path):
        sizes[name] = os.stat(path).st_size
    folders = [(path, "" if name == "." else name + "/")] if os.path.isdir(path) else []
    while folders:  # a loop, as there may be ten thousand files
        folder, prefix = folders.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        folders.append((entry.path, f"{prefix}{entry.name}/"))
                elif entry.is_file():
                    sizes[prefix + entry.name] = entry.stat().st_size


def _content(stamp):
    return stamp.read_text(encoding="utf-8", errors="replace") if stamp.is_file() else None
