"""A bundle as the launcher makes it, but of a few bytes, for a checkout of a few files."""

import json
import zipfile

from launcher import bundle, manifest, steps
from launcher.checkout import Checkout

CONTENT = {"wheels/a-1-py3-none-any.whl": "a wheel", "maven/org/a/1/a-1.jar": "a jar", "web/node_modules/a/a.js": "a script"}


def checkout_at(root, system):
    """A checkout that has nothing but the files that pin what a bundle holds."""
    for name in (name for files in manifest.PINS.values() for name in files):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"pins of {name}")
    return Checkout(root, system)


def folder_for(checkout, folder, content=None, **changes):
    """The content of a bundle for this checkout, with these changes of its manifest, laid down in `folder`."""
    for name, text in {**CONTENT, **(content or {})}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    sums = {part: steps.fingerprint(folder, part) for part in manifest.PINS}
    described = {**manifest.here(checkout), "maven": "3.8.7", "commit": "abc", "sha256": sums, **changes}
    (folder / manifest.FILE).write_text(json.dumps(described))
    return folder


def written(folder, file):
    """The bundle `file`, as the launcher packs it."""
    bundle.archive(folder, file)
    return file


def with_entry(file, name, text="odd"):
    """The bundle with one more entry."""
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, text)
    return file
