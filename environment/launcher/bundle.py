"""Writes one archive from which machines like this one are set up without a network."""

import json
import os
import platform
import tempfile
import time
import zipfile
from pathlib import Path

from launcher import draft, gathering, jdk, manifest, preparation, steps
from launcher.failure import Failure

COMPRESSED = {".whl", ".jar", ".gz", ".png", ".woff"}


def options(parser):
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path,
                        help="the archive to write, or the folder for it (default: environment/export)")


def run(checkout, options):
    """Sets up, gathers the parts in a folder, and makes the archive of it; returns the exit status."""
    chosen = jdk.choose(checkout.system, options.jdk)
    target = place_of(checkout, options.file)
    require_free(target)
    preparation.packages(checkout)
    preparation.web_parts(checkout)
    with draft.folder(checkout.environment) as folder:
        copy = gathering.sources(checkout, folder)
        measured("Python wheels", copy.bundle / "wheels", lambda place: gathering.wheels(checkout, place))
        measured("Maven repository", copy.bundle / "maven", lambda place: gathering.repository(copy, chosen, place))
        measured("Web parts", copy.bundle / "web", lambda place: gathering.web(checkout, place))
        text = json.dumps(gathering.description(checkout, copy, chosen), indent=2) + "\n"
        steps.write(copy.bundle / manifest.FILE, text)
        measured("Archive", target, lambda place: archive(copy.bundle, place))
    print(f"{target} is the bundle. On a machine like this one, without a network: environment/seminar lab --bundle FILE")
    return 0


def place_of(checkout, asked):
    """The file to write: the one asked for, else one that is named by system, machine and Python."""
    if asked is not None and not asked.is_dir():
        return asked
    version = "".join(platform.python_version_tuple()[:2])
    name = f"mml-seminar-{checkout.system.lower()}-{platform.machine().lower()}-py{version}.zip"
    return (asked or checkout.export) / name


def require_free(target):
    """Finds out before the work whether the archive can be written, and never writes over what is none."""
    if target.exists() and not zipfile.is_zipfile(target):
        raise Failure(f"{target} exists and is no archive: name another file")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent):
        pass


def archive(folder, target):
    """Writes the whole archive or nothing: to a temporary file beside it, then moved into place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with zipfile.ZipFile(temporary, "w", strict_timestamps=False) as zipped:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                how = zipfile.ZIP_STORED if path.suffix in COMPRESSED else zipfile.ZIP_DEFLATED
                zipped.write(path, path.relative_to(folder).as_posix(), how)
        os.replace(temporary, target)
    except OSError as problem:
        problem.filename = problem.filename or str(target)  # of a full disk the system does not say which
        raise
    finally:
        temporary.unlink(missing_ok=True)


def measured(name, place, make):
    """Lets `make` fill `place`, and says in one line what it took."""
    start = time.perf_counter()
    print(f"{name} ...", end=" ", flush=True)
    make(place)
    files = [place] if place.is_file() else place.rglob("*")
    size = sum(path.stat().st_size for path in files if path.is_file())
    print(f"{size / 1e6:.0f} MB, {time.perf_counter() - start:.1f} s", flush=True)
