"""A bundle is unpacked whole or not at all: what does not fit, is harmed, or was made by another is refused in a sentence."""

import contextlib
import errno
import os
import shutil
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

import bundles
from launcher import manifest, preparation, systems, unpacked, unpacking
from launcher.failure import Failure


@pytest.fixture
def own(tmp_path):
    return bundles.checkout_at(tmp_path / "checkout", systems.name())


@pytest.fixture
def make(own, tmp_path):
    """Makes a bundle with these changes of its content and its manifest."""
    def make(name="bundle.zip", content=None, **changes):
        folder = bundles.folder_for(own, tmp_path / f"content of {name}", content, **changes)
        return bundles.written(folder, tmp_path / name)
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


def refusal(checkout, file):
    """The sentence with which a bundle is refused; what was unpacked before stays, and nothing else is left."""
    before = content(checkout)
    with pytest.raises(Failure) as failure:
        unpacking.unpack(checkout, file, None)
    assert content(checkout) == before and left_behind(checkout) == []
    assert "\n" not in str(failure.value)
    return str(failure.value)


def test_it_is_unpacked_once(own, make, capsys):
    file = make()
    unpacking.unpack(own, file, None)
    assert content(own) == bundles.CONTENT
    unpacking.unpack(own, file, None)
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Bundle ... done, ") and second.startswith("Bundle: unchanged, ")
    assert left_behind(own) == []


def test_without_one_nothing_is_done(own):
    unpacking.unpack(own, None, None)
    assert not own.bundle.exists() and unpacked.maven_options(own) == [] == unpacked.pip_options(own)


def test_another_takes_its_place(own, make):
    unpacking.unpack(own, make(), None)
    unpacking.unpack(own, make("other.zip", {"web/node_modules/b/b.js": "another script"}), None)
    assert content(own) == {**bundles.CONTENT, "web/node_modules/b/b.js": "another script"}


@pytest.mark.parametrize("changes, sentence", [
    ({"system": "BeOS", "machine": "68000"}, "was made for BeOS on 68000, this is "),
    ({"machine": "riscv"}, " on riscv, this is "),
    ({"python": "CPython 3.9"}, "was made for CPython 3.9, this is "),
    ({"schema": 0}, "is a bundle of format 0, this checkout reads format 1"),
    ({"maven": "3.10.1"}, "was made with Maven 3.10.1, this is 3.9.11")])
def test_one_that_is_for_another_machine_is_refused_with_what_differs_and_the_way_out(own, make, changes, sentence):
    unpacking.unpack(own, make(), None)
    said = refusal(own, make("other.zip", **changes))
    assert said.startswith("other.zip ") and sentence in said and said.endswith(manifest.AGAIN)


def test_one_of_an_older_maven_fits(own, make, maven_is):
    maven_is("4.0.0-rc-4")
    unpacking.unpack(own, make(maven="3.10.1"), None)
    assert content(own) == bundles.CONTENT


@pytest.mark.parametrize("file", [file for files in manifest.PINS.values() for file in files])
def test_one_for_another_version_of_the_checkout_is_refused_with_the_file_and_the_commit(own, make, file):
    bundle = make()
    (own.root / file).write_text("other pins")
    said = refusal(own, bundle)
    assert file in said and "it was made at commit abc" in said and said.endswith(manifest.AGAIN)


@pytest.mark.parametrize("share", [0, 0.02, 0.5, 0.9, 0.999])
def test_one_that_was_cut_short_is_refused(own, make, share):
    unpacking.unpack(own, make(), None)
    file = make("other.zip")
    os.truncate(file, int(file.stat().st_size * share))
    assert "cannot be read as a bundle" in refusal(own, file)


@pytest.mark.parametrize("name", list(bundles.CONTENT))
def test_one_with_a_changed_byte_is_refused(own, make, name):
    file = make()
    with zipfile.ZipFile(file) as archive:
        entry = archive.getinfo(name)
    data = bytearray(file.read_bytes())
    data[entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2] ^= 1
    file.write_bytes(data)
    assert "cannot be read as a bundle" in refusal(own, file)


@pytest.mark.parametrize("change", [
    lambda folder: (folder / "wheels" / "a-1-py3-none-any.whl").write_text("b wheel"),
    lambda folder: (folder / "maven" / "org" / "a" / "1" / "b-1.jar").write_text("added"),
    lambda folder: (folder / "web" / "node_modules" / "a" / "a.js").rename(folder / "web" / "node_modules" / "b.js"),
    lambda folder: shutil.rmtree(folder / "maven")])
def test_one_whose_content_is_not_what_its_manifest_says_is_refused(own, make, tmp_path, change):
    make()
    change(tmp_path / "content of bundle.zip")
    said = refusal(own, bundles.written(tmp_path / "content of bundle.zip", tmp_path / "changed.zip"))
    assert "changed.zip is harmed: the SHA-256 of its part" in said and said.endswith("copy it anew")


@pytest.mark.parametrize("name", [
    "../outside", "/outside", "wheels/../../../outside", "wheels/..\\..\\outside", "C:/outside", "wheels/C:outside",
    "launcher/main.py", "outside"])
def test_an_entry_that_belongs_to_no_part_is_refused_and_written_nowhere(own, make, tmp_path, name):
    assert "has the entry" in refusal(own, bundles.with_entry(make(), name))
    assert not own.bundle.exists() and not list(tmp_path.rglob("*outside")) and not list(tmp_path.rglob("main.py"))


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "{}", '{"schema": 1}', '{"schema": 1, "maven": "x"}'])
def test_an_archive_whose_manifest_is_none_is_refused(own, tmp_path, text):
    file = tmp_path / "odd.zip"
    bundles.with_entry(file, manifest.FILE, text)
    assert "odd.zip is not a bundle of environment/seminar bundle: its manifest.json is not one" in refusal(own, file)


def test_an_archive_without_a_manifest_and_a_file_that_is_no_archive_are_refused(own, tmp_path):
    assert "is an archive but not a bundle" in refusal(own, bundles.with_entry(tmp_path / "odd.zip", "a"))
    (tmp_path / "text.zip").write_text("no archive")
    assert "cannot be read as a bundle" in refusal(own, tmp_path / "text.zip")
    assert "There is no file" in refusal(own, tmp_path / "none.zip")


def test_that_there_is_no_room_is_said_before_anything_is_written(own, make, monkeypatch):
    monkeypatch.setattr(unpacking.shutil, "disk_usage", lambda _: SimpleNamespace(free=10))
    assert "has 0 MB left: make room" in refusal(own, make())


@pytest.mark.parametrize("end", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_nothing_half_unpacked_stays_when_it_ends_half_way(own, make, monkeypatch, end):
    unpacking.unpack(own, make(), None)
    extract = zipfile.ZipFile.extract

    def cut(archive, entry, folder):
        if entry.filename.startswith("web"):
            raise end
        return extract(archive, entry, folder)
    monkeypatch.setattr(zipfile.ZipFile, "extract", cut)
    with pytest.raises(type(end)):
        unpacking.unpack(own, make("other.zip", {"wheels/b.whl": "another"}), None)
    assert content(own) == bundles.CONTENT and left_behind(own) == []


def test_what_a_killed_run_left_goes_after_an_hour_and_not_while_it_may_be_made(own, make):
    for name, age in ((".bundle.old.tmp", 4000), (".bundle.young.tmp", 100)):
        (own.environment / name / "new").mkdir(parents=True)
        os.utime(own.environment / name, (time.time() - age,) * 2)
    unpacking.unpack(own, make(), None)
    assert left_behind(own) == [".bundle.young.tmp"]


def test_many_at_once_do_no_harm(own, make):
    file = make()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: unpacking.unpack(own, file, None), range(40)))
    assert content(own) == bundles.CONTENT and left_behind(own) == []


@pytest.mark.parametrize("same", [True, False])
def test_another_run_that_is_quicker_by_a_moment_counts_if_it_unpacked_the_same(own, make, monkeypatch, same):
    file, rename = make(), Path.rename
    other = file if same else make("other.zip", {"wheels/b.whl": "another"})

    def late(path, target):
        if path.name == "new":
            monkeypatch.setattr(Path, "rename", rename)
            unpacking.unpack(own, other, None)
        return rename(path, target)
    monkeypatch.setattr(Path, "rename", late)
    with contextlib.nullcontext() if same else pytest.raises(OSError):
        unpacking.unpack(own, file, None)
    assert (content(own) == bundles.CONTENT) == same and left_behind(own) == []


def test_it_is_used_as_long_as_it_has_what_is_pinned(own, make):
    unpacking.unpack(own, make(), None)
    assert unpacked.pip_options(own)[-1] == str(own.bundle / "wheels")
    assert unpacked.web_modules(own) == own.bundle / "web" / "node_modules"
    assert unpacked.maven_options(own) == [f"-Dmaven.repo.local={own.bundle / 'maven'}"]
    for part in ("wheels", "web"):
        (own.root / manifest.PINS[part][0]).write_text("other pins")
    assert unpacked.pip_options(own) == [] and unpacked.web_modules(own) is None


def test_that_its_wheels_do_not_fit_an_older_system_is_said(own, make, checkout):
    unpacking.unpack(own, make(), None)
    own.venv.symlink_to(checkout.venv)
    (own.root / "wanted.txt").write_text("not-in-the-bundle==1")
    with pytest.raises(Failure, match="^pip could not install the Python packages; those of the bundle do not all fit"):
        preparation.pip(own, own.root / "wanted.txt")
