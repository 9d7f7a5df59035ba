"""What a bundle says of itself, and whether it fits this machine and this checkout."""

import platform

from launcher import steps
from launcher.failure import Failure

SCHEMA = 1
FILE = "manifest.json"
PINS = {  # the parts of a bundle, and the files that say what must be in each
    "wheels": ("environment/requirements.txt", "environment/web/requirements.txt"),
    "maven": ("pom.xml", "lib/pom.xml"),
    "web": ("environment/web/package.json", "environment/web/package-lock.json"),
}
AGAIN = "environment/seminar bundle makes a new one where there is a network"


def here(checkout):
    """What a bundle made here fits: the same on every machine and in every checkout that can use it."""
    return {
        "schema": SCHEMA,
        "system": checkout.system,
        "machine": platform.machine(),
        "python": python(),
        "pins": {part: pins(checkout, part) for part in PINS},
    }


def python():
    """The Python whose wheels fit, such as CPython 3.11."""
    return f"{platform.python_implementation()} {'.'.join(platform.python_version_tuple()[:2])}"


def pins(checkout, part):
    """The fingerprint of the files that pin what is in a part."""
    return steps.fingerprint(checkout.root, *PINS[part])


def require_fit(manifest, wanted, name):
    """Refuses the manifest of the bundle `name` if it differs from what is `wanted` here: says in what, and the way out."""
    if manifest["schema"] != wanted["schema"]:
        raise Failure(f"{name} is a bundle of format {manifest['schema']}, this checkout reads format "
                      f"{wanted['schema']}: git pull, or take a newer bundle; {AGAIN}")
    machines = [f"{value['system']} on {value['machine']}" for value in (manifest, wanted)]
    if machines[0] != machines[1]:
        raise Failure(f"{name} was made for {machines[0]}, this is {machines[1]}: take one that was made on a "
                      f"machine like this; {AGAIN}")
    if manifest["python"] != wanted["python"]:
        raise Failure(f"{name} was made for {manifest['python']}, this is {wanted['python']}: start "
                      f"environment/seminar with that Python, or take a bundle that was made with this one; {AGAIN}")
    for part, files in PINS.items():
        if manifest["pins"][part] != wanted["pins"][part]:
            raise Failure(f"{name} was made for another version of {' or '.join(files)} than this checkout's (its "
                          f"commit was {manifest['commit']}): bring both to the same commit; {AGAIN}")


def require_maven(manifest, version, name):
    """Refuses a bundle made with a newer Maven: an older one asks for plugins' libraries that the newer did without."""
    if tuple(manifest["maven"]) > version:
        made, this = (".".join(map(str, numbers)) for numbers in (manifest["maven"], version))
        raise Failure(f"{name} was made with Maven {made}, this is {this}, and an older Maven needs more: install Maven "
                      f"{made} or newer, or take a bundle that was made with {this}; {AGAIN}")
