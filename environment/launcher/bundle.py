"""Writes one archive from which machines like this one are set up without a network."""

import datetime
import json
import os
import platform
import re
import shutil
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

from launcher import jdk, manifest, maven, preparation, reproduce
from launcher.checkout import Checkout

COMPRESSED = {".whl", ".jar", ".gz", ".png", ".woff"}
# what Maven notes of an artifact's origin: with it, it refuses the artifact where repositories have other names
ORIGINS = {"_remote.repositories", "resolver-status.properties"}
CHECKSUMS = {".sha1", ".md5", ".lastUpdated"}


def options(parser):
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path,
                        help="the archive to write (default: environment/export/mml-seminar-SYSTEM-MACHINE-PYTHON.zip)")


def run(checkout, options):
    """Sets up, gathers the parts in a folder, and makes the archive of it; returns the exit status."""
    chosen = jdk.choose(checkout.system, options.jdk)
    target = options.file or checkout.export / default_name(checkout)
    preparation.packages(checkout)
    preparation.web_parts(checkout)
    with tempfile.TemporaryDirectory(prefix=".bundle.", suffix=".tmp", dir=checkout.environment) as folder:
        draft = sources(checkout, Path(folder))
        measured("Python wheels", draft.bundle / "wheels", lambda place: wheels(checkout, place))
        measured("Maven repository", draft.bundle / "maven", lambda place: repository(draft, chosen, place))
        measured("Web parts", draft.bundle / "web", lambda place: web(checkout, place))
        described = json.dumps(description(checkout, draft, chosen), indent=2) + "\n"
        (draft.bundle / manifest.FILE).write_text(described, encoding="utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        measured("Archive", target, lambda place: archive(draft.bundle, place))
    print(f"{target} is the bundle; on a machine like this one: environment/seminar lab --bundle FILE")
    return 0


def default_name(checkout):
    """Names the system, the machine and the Python that the bundle is for."""
    version = "".join(platform.python_version_tuple()[:2])
    return f"mml-seminar-{checkout.system.lower()}-{platform.machine().lower()}-py{version}.zip"


def sources(checkout, root):
    """A checkout at `root` with what Maven reads, and a bundle that is still empty."""
    for part in preparation.LIBRARY:
        copy = shutil.copytree if (checkout.root / part).is_dir() else shutil.copy
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        copy(checkout.root / part, root / part)
    draft = Checkout(root, checkout.system)
    for part in manifest.PINS:
        (draft.bundle / part).mkdir(parents=True)
    return draft


def wheels(checkout, place):
    """Downloads all that is pinned for this machine, for every bugfix release of this Python."""
    files = [checkout.root / file for file in manifest.PINS["wheels"]]
    for file in files:
        download(checkout, place, "--requirement", str(file))
    for requirement in by_bugfix_release(files[0].read_text(encoding="utf-8"), platform.python_version_tuple()):
        download(checkout, place, "--no-deps", "--ignore-requires-python", requirement)


def download(checkout, place, *what):
    preparation.run_pip(checkout, "download", "--only-binary=:all:", "--dest", str(place), *what)


def by_bugfix_release(pinned, version):
    """The pins that one bugfix release of the Python `version` needs and another does not."""
    boundary = re.compile(rf"^(\S+) ;.*python_full_version [<>=]+ '{version[0]}\.{version[1]}\.\d+'", re.MULTILINE)
    return boundary.findall(pinned)


def repository(draft, chosen, place):
    """Builds the library with an empty repository, which Maven fills with all that this takes."""
    maven.package(draft, chosen)
    for file in [path for path in place.rglob("*") if path.name in ORIGINS or path.suffix in CHECKSUMS]:
        file.unlink()


def web(checkout, place):
    """Copies the modules as npm has installed them: they are JavaScript, the same everywhere, and need no npm then."""
    shutil.copytree(checkout.web / "node_modules", place / "node_modules",
                    ignore=shutil.ignore_patterns(".bin", "seminar.stamp"))


def description(checkout, draft, chosen):
    """The manifest: what the bundle fits, what made it, what is in it."""
    lock = json.loads((checkout.web / "package-lock.json").read_text(encoding="utf-8"))
    return {
        **manifest.here(checkout),
        "maven": maven.version(maven.find(chosen), chosen),
        "made": datetime.date.today().isoformat(),
        "commit": reproduce.commit(checkout),
        "libraries": {
            "wheels": sorted(path.name for path in (draft.bundle / "wheels").iterdir()),
            "maven": sorted(path.name for path in draft.dependencies.iterdir()),
            "web": sorted(f"{path.removeprefix('node_modules/')} {module['version']}"
                          for path, module in lock["packages"].items() if path),
        },
        "sha256": {part: manifest.steps.fingerprint(draft.bundle, part) for part in manifest.PINS},
    }


def archive(folder, target):
    """Writes the whole archive or nothing: to a temporary file beside it, then moved into place."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as zipped:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                how = zipfile.ZIP_STORED if path.suffix in COMPRESSED else zipfile.ZIP_DEFLATED
                zipped.write(path, path.relative_to(folder).as_posix(), how)
        os.replace(temporary, target)
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
