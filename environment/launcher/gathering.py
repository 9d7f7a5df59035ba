"""What goes into a bundle: each part is gathered just as the set-up from a network would have it."""

import datetime
import json
import platform
import re
import shutil

from launcher import manifest, maven, preparation, reproduce, steps
from launcher.checkout import Checkout

# what Maven notes of an artifact's origin: with it, it refuses the artifact where repositories have other names
ORIGINS = {"_remote.repositories", "resolver-status.properties"}
LEFT_OVER = {".lastUpdated", ".sha1", ".md5"}


def sources(checkout, root):
    """A checkout at `root` with what Maven reads, and a bundle that is still empty."""
    for part in preparation.LIBRARY:
        copy = shutil.copytree if (checkout.root / part).is_dir() else shutil.copy
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        copy(checkout.root / part, root / part)
    made = Checkout(root, checkout.system)
    for part in manifest.PINS:
        (made.bundle / part).mkdir(parents=True)
    return made


def wheels(checkout, place):
    """Downloads all that is pinned, for this machine and every bugfix release of this Python; Node too, in case it has none."""
    files = [checkout.root / file for file in manifest.PINS["wheels"]]
    for file in files:
        _download(checkout, place, "--requirement", str(file))
    for requirement in by_bugfix_release(files[0].read_text(encoding="utf-8"), platform.python_version_tuple()):
        _download(checkout, place, "--no-deps", "--ignore-requires-python", requirement)


def by_bugfix_release(pinned, version):
    """The pins that one bugfix release of the Python `version` (a tuple of texts) needs and another does not."""
    boundary = rf"^(\S+) ;.*python_full_version [<>=]+ '{version[0]}\.{version[1]}\.\d+'"
    return re.findall(boundary, pinned, re.MULTILINE)


def _download(checkout, place, *what):
    preparation.run_pip(checkout, "it says", "download", "--only-binary=:all:", "--dest", str(place), *what)


def repository(copy, chosen, place):
    """Builds the library with an empty repository, which Maven fills with all that this takes."""
    maven.package(copy, chosen)
    for file in [path for path in place.rglob("*") if path.name in ORIGINS or path.suffix in LEFT_OVER]:
        file.unlink()


def web(checkout, place):
    """Copies the modules as npm has installed them: they are JavaScript, the same everywhere, and then need no npm."""
    shutil.copytree(checkout.web / "node_modules", place / "node_modules",
                    ignore=shutil.ignore_patterns(".bin", "seminar.*"))


def description(checkout, copy, chosen):
    """The manifest: what the bundle fits, what made it, what is in it."""
    return {
        **manifest.here(checkout),
        "maven": maven.version(maven.find(chosen), chosen),
        "made": datetime.date.today().isoformat(),
        "commit": reproduce.commit(checkout),
        "libraries": {
            "wheels": sorted(path.name for path in (copy.bundle / "wheels").iterdir()),
            "maven": sorted(path.name for path in copy.dependencies.iterdir()),
            "web": _modules(checkout),
        },
        "sha256": {part: steps.fingerprint(copy.bundle, part) for part in manifest.PINS},
    }


def _modules(checkout):
    lock = json.loads((checkout.web / "package-lock.json").read_text(encoding="utf-8"))
    return sorted(f"{path.removeprefix('node_modules/')} {module['version']}"
                  for path, module in lock["packages"].items() if path)
