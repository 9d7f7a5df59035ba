"""A bundle as the launcher makes it, but of a few bytes, for a checkout of a few files."""

import json
import zipfile
from types import SimpleNamespace

import pytest

from launcher import bundle, manifest, steps, systems, unpacking
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


@pytest.fixture
def own(tmp_path):
    return checkout_at(tmp_path / "checkout", systems.name())


@pytest.fixture
def make(own, tmp_path):
    """Makes a bundle with these changes of its content and its manifest."""
    def make(name="bundle.zip", content=None, **changes):
        folder = folder_for(own, tmp_path / f"content of {name}", content, **changes)
        return written(folder, tmp_path / name)
    return make


@pytest.fixture(autouse=True)
def maven_is(monkeypatch):
    """Sets the version of the Maven that is found."""
    def maven_is(version):
        monkeypatch.setattr(unpacking, "maven", SimpleNamespace(find=lambda jdk: "mvn", version=lambda mvn, jdk: version))
    maven_is("3.9.11")
    return maven_is


def content(checkout):
    """All files of the unpacked bundle but its manifest."""
    return {path.relative_to(checkout.bundle).as_posix(): path.read_text() for path in checkout.bundle.rglob("*")
            if path.is_file() and path.name != manifest.FILE}


def left_behind(checkout):
    return [path.name for path in checkout.environment.iterdir() if path.name.startswith(".bundle.")]
