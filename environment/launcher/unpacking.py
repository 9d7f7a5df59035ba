"""Unpacks a bundle into the checkout, whole or not at all, once it has been seen to fit and to be unharmed."""

import json
import shutil
import tempfile
import time
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from launcher import manifest, maven, steps
from launcher.failure import Failure

TORN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)  # what reading a harmed one raises


def unpack(checkout, file, jdk):
    """Makes `file` (a path, or None for no bundle) the one that the set-up takes its parts from."""
    if file is None:
        return
    start = time.perf_counter()
    with _opened(file) as archive:
        text = _manifest(archive, file)
        described = json.loads(text)
        manifest.require_fit(described, manifest.here(checkout), file.name)
        manifest.require_maven(described, maven.version(maven.find(jdk), jdk), file.name)
        if text == _unpacked(checkout):
            print(f"Bundle: unchanged, {time.perf_counter() - start:.2f} s", flush=True)
            return
        print("Bundle ...", end=" ", flush=True)
        _require_space(archive, checkout.environment, file)
        with tempfile.TemporaryDirectory(prefix=".bundle.", suffix=".tmp", dir=checkout.environment) as folder:
            _extract(archive, Path(folder, "new"), file)
            _require_unharmed(Path(folder, "new"), described, file)
            _put(Path(folder, "new"), checkout.bundle, Path(folder, "old"))
    print(f"done, {time.perf_counter() - start:.2f} s", flush=True)


@contextmanager
def _opened(file):
    if not file.is_file():
        raise Failure(f"There is no file {file}")
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except TORN as problem:
        raise Failure(f"{file} cannot be read as an archive ({problem}): copy it anew, it may have been cut short") from problem


def _manifest(archive, file):
    """The text of the manifest, which has all that is asked of one."""
    try:
        text = archive.read(manifest.FILE).decode()
        value = json.loads(text)
        parts = [value["pins"][part] + value["sha256"][part] for part in manifest.PINS]
        known = value["schema"], value["system"], value["machine"], value["python"], value["commit"], value["maven"], parts
    except (KeyError, ValueError, TypeError) as problem:
        raise Failure(f"{file} is not a bundle that environment/seminar bundle made: {problem}") from problem
    return text if known else None


def _unpacked(checkout):
    file = checkout.bundle / manifest.FILE
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _require_space(archive, folder, file):
    needed, free = sum(entry.file_size for entry in archive.infolist()), shutil.disk_usage(folder).free
    if needed > free:
        raise Failure(f"{file} needs {needed / 1e6:.0f} MB, but {folder} has {free / 1e6:.0f} MB left: make room and try again")


def _extract(archive, folder, file):
    for entry in archive.infolist():
        if not _is_inside(entry.filename):
            raise Failure(f"{file} has an entry that would leave its folder or belongs to none of its parts "
                          f"({entry.filename!r}): it is not what environment/seminar bundle made, so nothing was unpacked")
        archive.extract(entry, folder)


def _is_inside(name):
    """Whether an entry is the manifest or lies in a part, on every system."""
    parts = PurePosixPath(name).parts
    plain = not any(part == ".." or "\\" in part or ":" in part for part in parts)
    return plain and (name == manifest.FILE or parts[:1] != () and parts[0] in manifest.PINS)


def _require_unharmed(folder, described, file):
    for part in manifest.PINS:
        found = steps.fingerprint(folder, part)
        if found != described["sha256"][part]:
            raise Failure(f"{file} is harmed: its part {part} has the SHA-256 {found[:12]}..., its manifest says "
                          f"{described['sha256'][part][:12]}...; copy it anew")


def _put(new, place, old):
    """Moves the folder into its place, and what was there away."""
    if place.exists():
        place.rename(old)
    new.rename(place)
