"""Unpacks a bundle into the checkout, whole or not at all, once it has been seen to fit and to be unharmed."""

import contextlib
import shutil
import time
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from launcher import aside, draft, lock, manifest, maven, steps
from launcher.failure import Failure

HARMED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)  # what reading a harmed one raises


def options(parser):
    """The option of every command that sets up from what `bundle` gathers."""
    parser.add_argument("--bundle", metavar="FILE", type=Path, help="set up from this file, which `bundle` made, without a network")


def unpack(checkout, file, jdk):
    """Makes `file` (a path, or None for no bundle) the one that the set-up takes its parts from."""
    if file is None:
        return
    start = time.perf_counter()
    with _opened(file) as archive:
        text = _manifest(archive, file)
        described = manifest.require_fit(text, manifest.here(checkout), file.name)
        with lock.awaited(checkout.set_up_lock, "Bundle"):
            if _unpacked(checkout) == text and _is_whole(archive, checkout.bundle):
                print(f"Bundle: unchanged, {time.perf_counter() - start:.2f} s", flush=True)
                return
            manifest.require_maven(described, maven.version(maven.find(jdk), jdk), file.name)
            print("Bundle ...", end=" ", flush=True)
            _put(archive, described, checkout, file)
    print(f"done, {time.perf_counter() - start:.2f} s", flush=True)


def _put(archive, described, checkout, file):
    """Unpacks out of sight, and moves what has been seen to be unharmed into its place."""
    _require_room(archive, checkout.environment, file)
    with draft.folder(checkout.environment) as folder:
        _extract(archive, folder, file)
        _require_unharmed(folder, described, file)
        with aside.replacing(checkout.bundle):
            _move(folder, checkout.bundle)


@contextlib.contextmanager
def _opened(file):
    if not file.is_file():
        raise Failure(f"{file} is a folder, not a bundle" if file.is_dir() else f"There is no file {file}")
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except HARMED as problem:
        raise Failure(f"{file} cannot be read as a bundle ({problem}): it may have been cut short, copy it anew") from problem


def _manifest(archive, file):
    try:
        return archive.read(manifest.FILE).decode()
    except (KeyError, ValueError) as problem:
        raise Failure(f"{file} is an archive but not a bundle of environment/seminar bundle: it has no "
                      f"{manifest.FILE}") from problem


def _unpacked(checkout):
    file = checkout.bundle / manifest.FILE
    return file.read_bytes().decode(errors="replace") if file.is_file() else None


def _is_whole(archive, folder):
    """Whether every file of the archive lies in the folder, as long as it was."""
    sizes = {entry.filename: entry.file_size for entry in archive.infolist() if not entry.is_dir()}
    return all((folder / name).is_file() and (folder / name).stat().st_size == size for name, size in sizes.items())


def _require_room(archive, folder, file):
    needed, free = sum(entry.file_size for entry in archive.infolist()), shutil.disk_usage(folder).free
    if needed > free:
        raise Failure(f"{file} takes {needed / 1e6:.0f} MB, but {folder} has {free / 1e6:.0f} MB left: make room and run "
                      "the same command again")


def _extract(archive, folder, file):
    for entry in archive.infolist():
        if not _is_inside(entry.filename):
            raise Failure(f"{file} has the entry {entry.filename!r}, which belongs to no part of a bundle: environment/seminar "
                          "bundle did not make it, and nothing of it was unpacked")
        archive.extract(entry, folder)


def _is_inside(name):
    """Whether an entry is the manifest or lies in a part, on every system."""
    parts = PurePosixPath(name).parts
    harmless = not any(part == ".." or "\\" in part or ":" in part for part in parts)
    return name == manifest.FILE or harmless and len(parts) > 1 and parts[0] in manifest.PINS


def _require_unharmed(folder, described, file):
    for part in manifest.PINS:
        found = steps.fingerprint(folder, part) if (folder / part).is_dir() else "none"
        if found != described["sha256"][part]:
            raise Failure(f"{file} is harmed: the SHA-256 of its part {part} is {found[:12]}, should be "
                          f"{described['sha256'][part][:12]}; copy it anew")


def _move(folder, place):
    place.mkdir()
    for part in folder.iterdir():
        part.rename(place / part.name)
