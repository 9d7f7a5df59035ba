"""A bundle that fits is unpacked whole or not at all, and used as long as it has what is pinned."""

import errno
import os
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

import bundles
from bundles import make, maven_is, own  # noqa: F401  (fixtures)
from launcher import manifest, preparation, unpacked, unpacking
from launcher.failure import Failure


def test_it_is_unpacked_once(own, make, capsys):
    file = make()
    unpacking.unpack(own, file, None)
    assert bundles.content(own) == bundles.CONTENT
    unpacking.unpack(own, file, None)
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Bundle ... done, ") and second.startswith("Bundle: unchanged, ")
    assert bundles.left_behind(own) == []


def test_without_one_nothing_is_done(own):
    unpacking.unpack(own, None, None)
    assert not own.bundle.exists() and unpacked.maven_options(own) == [] == unpacked.pip_options(own)


def test_another_takes_its_place(own, make):
    unpacking.unpack(own, make(), None)
    unpacking.unpack(own, make("other.zip", {"web/node_modules/b/b.js": "another script"}), None)
    assert bundles.content(own) == {**bundles.CONTENT, "web/node_modules/b/b.js": "another script"}


def test_one_of_an_older_maven_fits(own, make, maven_is):
    maven_is("4.0.0-rc-4")
    unpacking.unpack(own, make(maven="3.10.1"), None)
    assert bundles.content(own) == bundles.CONTENT


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
    assert bundles.content(own) == bundles.CONTENT and bundles.left_behind(own) == []


def test_what_a_killed_run_left_goes_after_an_hour_and_not_while_it_may_be_made(own, make):
    for name, age in ((".bundle.old.tmp", 4000), (".bundle.young.tmp", 100)):
        (own.environment / name / "new").mkdir(parents=True)
        os.utime(own.environment / name, (time.time() - age,) * 2)
    unpacking.unpack(own, make(), None)
    assert bundles.left_behind(own) == [".bundle.young.tmp"]


def test_many_at_once_do_no_harm(own, make):
    file = make()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: unpacking.unpack(own, file, None), range(40)))
    assert bundles.content(own) == bundles.CONTENT and bundles.left_behind(own) == []


@pytest.mark.parametrize("harm", [lambda bundle: (bundle / "wheels").rename(bundle / "away"),
                                  lambda bundle: next((bundle / "wheels").iterdir()).write_text("cut")])
def test_what_was_harmed_since_is_unpacked_anew(own, make, harm):
    file = make()
    unpacking.unpack(own, file, None)
    harm(own.bundle)
    unpacking.unpack(own, file, None)
    assert bundles.content(own) == bundles.CONTENT


def test_with_a_damaged_manifest_it_is_left_alone(own, make):
    unpacking.unpack(own, make(), None)
    (own.bundle / manifest.FILE).write_text('{"pins')
    assert unpacked.pip_options(own) == [] and unpacked.web_modules(own) is None


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
