"""Where a bundle is written, and what must be in it for others than its maker."""

import pytest

from launcher import bundle, gathering, steps, systems
from launcher.checkout import Checkout
from launcher.failure import Failure

PINNED = """\
a==1
b==1 ; python_full_version < '3.11'
b==2 ; python_full_version >= '3.11'
c==1 ; python_full_version < '3.11.5'
c==2 ; python_full_version >= '3.11.5'
d==1 ; implementation_name != 'PyPy' and python_full_version >= '3.12.1'
"""


@pytest.mark.parametrize("version, both", [("3.11.2", ["c==1", "c==2"]), ("3.12.0", ["d==1"]), ("3.1.1", []), ("3.13.0", [])])
def test_a_bundle_serves_every_bugfix_release_of_its_python(version, both):
    assert gathering.by_bugfix_release(PINNED, version.split(".")) == both


def test_it_goes_where_it_is_asked_to_under_a_name_that_tells_what_it_is_for(tmp_path):
    checkout = Checkout(tmp_path / "checkout", systems.MACOS)
    assert bundle.place_of(checkout, tmp_path / "x.zip") == tmp_path / "x.zip"
    for asked, folder in ((None, checkout.export), (tmp_path, tmp_path)):
        place = bundle.place_of(checkout, asked)
        assert place.parent == folder and place.name.startswith("mml-seminar-macos-") and place.suffix == ".zip"


def test_an_archive_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    steps.write(tmp_path / "content" / "wheels" / "a.whl", "a wheel")
    file = tmp_path / "stick" / "bundle.zip"
    bundle.archive(tmp_path / "content", file)
    before = file.read_bytes()
    monkeypatch.setattr(bundle.zipfile.ZipFile, "write", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError):
        bundle.archive(tmp_path / "content", file)
    assert [path.name for path in file.parent.iterdir()] == ["bundle.zip"] and file.read_bytes() == before


def test_maven_forgets_where_it_had_its_artifacts_from(tmp_path, monkeypatch):
    folder = tmp_path / "maven" / "org" / "a" / "1"

    def build(*_):
        for name in ("a-1.jar", "a-1.pom", "a-1.jar.sha1", "b-1.pom.lastUpdated", "_remote.repositories"):
            steps.write(folder / name, name)
    monkeypatch.setattr(gathering.maven, "package", build)
    gathering.repository(None, None, tmp_path / "maven")
    assert sorted(path.name for path in folder.iterdir()) == ["a-1.jar", "a-1.pom"]


def test_a_file_that_is_no_archive_is_never_written_over(tmp_path):
    notebook = tmp_path / "mine.ipynb"
    notebook.write_text("my work")
    with pytest.raises(Failure, match="exists and is no archive: name another file"):
        bundle.require_free(notebook)
    assert notebook.read_text() == "my work"


def test_a_place_that_cannot_be_written_is_found_out_before_the_work(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError):
        bundle.require_free(tmp_path / "file" / "bundle.zip")
