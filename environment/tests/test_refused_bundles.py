"""What does not fit, is harmed, or was made by another is refused in one sentence, and nothing of it is unpacked."""

import os
import shutil
import zipfile
from types import SimpleNamespace

import pytest

import bundles
from bundles import make, maven_is, own  # noqa: F401  (fixtures)
from launcher import manifest, unpacking
from launcher.failure import Failure


def refusal(checkout, file):
    """The sentence with which a bundle is refused; what was unpacked before stays, and nothing else is left."""
    before = bundles.content(checkout)
    with pytest.raises(Failure) as failure:
        unpacking.unpack(checkout, file, None)
    assert bundles.content(checkout) == before and bundles.left_behind(checkout) == []
    assert "\n" not in str(failure.value)
    return str(failure.value)


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
