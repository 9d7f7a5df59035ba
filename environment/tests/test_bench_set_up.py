"""The peers' set-up: their size is said before, what is missing is one sentence, and what is there is not fetched again."""

from types import SimpleNamespace

import pytest

import small_checkout
from launcher import benchmarks, peers, preparation
from launcher.failure import Failure


@pytest.fixture
def copy(checkout, tmp_path):
    return small_checkout.bare(checkout, tmp_path / "copy")


@pytest.fixture
def pip(monkeypatch):
    """Stands in for pip: writes down what it is to install, and installs nothing."""
    asked = []
    monkeypatch.setattr(preparation, "make_venv", lambda checkout, folder, python: folder.mkdir(parents=True))
    monkeypatch.setattr(preparation, "run_pip", lambda *arguments, **_: asked.append(arguments[-1]))
    monkeypatch.setattr(preparation, "python_flaw", lambda python: None)
    return asked


@pytest.mark.parametrize("wanted, size, file", [(peers.SMALL, "about 100 MB", "numpy.txt"),
                                                (peers.LARGE, "about 6 GB, most of it CUDA", "all.txt")])
def test_the_size_is_said_before_anything_is_fetched(copy, pip, capsys, monkeypatch, wanted, size, file):
    said = []
    monkeypatch.setattr(preparation, "run_pip", lambda *arguments, **_: said.append(capsys.readouterr().out))
    peers.prepare(copy, wanted)
    assert size in said[0] and "environment" in said[0]


def test_what_is_there_is_not_fetched_again_and_both_sets_stay(copy, pip):
    for wanted in (peers.SMALL, peers.LARGE, peers.SMALL, peers.LARGE):
        peers.prepare(copy, wanted)
    assert [name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1] for name in pip] == ["numpy.txt", "all.txt"]


def test_other_pins_are_fetched(copy, pip):
    peers.prepare(copy, peers.SMALL)
    (copy.environment / "bench" / "requirements" / "numpy.txt").write_text("numpy==1.0\n")
    peers.prepare(copy, peers.SMALL)
    assert len(pip) == 2


def test_too_little_room_is_said_before_anything_is_fetched(copy, pip, monkeypatch):
    monkeypatch.setattr(peers.shutil, "disk_usage", lambda folder: SimpleNamespace(free=3 * 2**30))
    with pytest.raises(Failure, match=r"NumPy, JAX, PyTorch take about 6 GB, .*; \S+ has 3\.0 GB free\. Make room, or let bench "
                                      r"run without --peers"):
        peers.prepare(copy, peers.LARGE)
    assert pip == []


def test_all_sides_have_as_many_threads_and_nothing_of_the_users_settings(jdk):
    environ = benchmarks.environment({"OMP_NUM_THREADS": "16", "PYTHONPATH": "/else", "MKL_DYNAMIC": "TRUE", "PATH": "here"}, jdk)
    assert environ["OMP_NUM_THREADS"] == environ["OPENBLAS_NUM_THREADS"] == "2" and environ["PATH"] == "here"
    assert "PYTHONPATH" not in environ and "MKL_DYNAMIC" not in environ
