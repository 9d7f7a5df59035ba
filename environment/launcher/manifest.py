"""What a bundle says of itself, and whether it fits this machine and this checkout."""

import json
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


def require_fit(text, wanted, name):
    """The manifest with this text as a value; refuses what is none, or of a bundle `name` that is not for what is `wanted`."""
    manifest = _read(text, wanted["schema"], name)
    machines = [f"{value['system']} on {value['machine']}" for value in (manifest, wanted)]
    if machines[0] != machines[1]:
        raise Failure(f"{name} was made for {machines[0]}, this is {machines[1]}: take one that was made on a "
                      f"machine like this; {AGAIN}")
    if manifest["python"] != wanted["python"]:
        raise Failure(f"{name} was made for {manifest['python']}, this is {wanted['python']}: start "
                      f"environment/seminar with that Python, or take a bundle that was made with this one; {AGAIN}")
    for part, files in PINS.items():
        if manifest["pins"][part] != wanted["pins"][part]:
            raise Failure(f"{name} was made for another version of {' or '.join(files)} than this checkout's (it was made at "
                          f"commit {manifest['commit']}): bring both to the same commit; {AGAIN}")
    return manifest


def require_maven(manifest, version, name):
    """Refuses a bundle made with a newer Maven: an older one asks for libraries of plugins that a newer does without."""
    if _numbers(manifest["maven"]) > _numbers(version):
        raise Failure(f"{name} was made with Maven {manifest['maven']}, this is {version}, and an older Maven needs more: "
                      f"install Maven {manifest['maven']} or newer, or take a bundle that was made with {version}; {AGAIN}")


def _numbers(version):
    """Major and minor version, which decide what Maven brings itself."""
    return tuple(int(number) for number in version.split(".")[:2])


def _read(text, schema, name):
    """The manifest as a value that says all that one of this format says."""
    try:
        manifest = json.loads(text)
        if manifest["schema"] != schema:
            raise Failure(f"{name} is a bundle of format {manifest['schema']}, this checkout reads format {schema}: bring "
                          f"both to the same commit; {AGAIN}")
        _numbers(manifest["maven"])
        [manifest[key] for key in ("system", "machine", "python", "commit")]
        [manifest["pins"][part] + manifest["sha256"][part] for part in PINS]
        return manifest
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise Failure(f"{name} is not a bundle of environment/seminar bundle: its {FILE} is not one "
                      f"({type(problem).__name__}: {problem})") from problem
