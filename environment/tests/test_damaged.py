"""What was set up and is harmed later is found, said in one line and made anew."""

import os
import re
import shutil

import pytest

import confined
import small_checkout
from launcher import preparation

PYTHON_IS_A_LINK = pytest.mark.skipif(os.name == "nt", reason="Windows copies Python into a virtual environment")


@pytest.fixture
def copy(checkout, tmp_path):
    copy = small_checkout.bare(checkout, tmp_path / "copy")
    small_checkout.borrow_packages(copy, checkout)
    (next(copy.venv.rglob("site-packages")) / "module.py").write_text("x = 1\n")
    preparation.packages_step(copy).finish()
    return copy


@pytest.fixture
def made_anew(copy, monkeypatch):
    """The packages that are made anew, by a stand-in for pip, when they are set up; and the line that says so."""
    made = []
    monkeypatch.setattr(preparation, "_make_venv", made.append)

    def made_anew(capsys):
        preparation.packages(copy)
        return len(made), capsys.readouterr().out
    return made_anew


def test_nothing_is_made_anew_when_python_wrote_its_caches_and_others_added_theirs(copy, jdk, made_anew, capsys):
    cache = next(copy.venv.rglob("site-packages")) / "__pycache__"
    cache.mkdir()
    (cache / "module.pyc").write_text("cached")
    preparation.kernelspec(copy, jdk)
    (copy.venv / "bin" / "node").write_text("node")
    capsys.readouterr()
    assert made_anew(capsys)[0] == 0


@pytest.mark.parametrize("harm, said", [
    (lambda venv: next(venv.rglob("module.py")).unlink(), "module.py is missing or not as it was"),
    (lambda venv: next(venv.rglob("module.py")).write_text("x"), "module.py is missing or not as it was"),
    (lambda venv: shutil.rmtree(next(venv.rglob("site-packages"))), "is missing or not as it was"),
    (lambda venv: (venv / "share" / "jupyter" / "kernels" / "java" / "jjava.jar").write_bytes(b"PK"), "jjava.jar is missing"),
    (lambda venv: (venv / "seminar.files").unlink(), "the list seminar.files is missing")])
def test_harm_to_the_packages_is_found(copy, made_anew, capsys, harm, said):
    harm(copy.venv)
    times, line = made_anew(capsys)
    assert times == 1 and re.fullmatch(rf"Python packages \(.*{said}.*: made anew\) \.\.\. done, \S+ s\n", line)


@PYTHON_IS_A_LINK
@pytest.mark.parametrize("leads_to, said", [("/there/is/no/python", "their Python does not run"), ("/bin/true", "does not run"),
                                            ("/bin/echo", "their Python is -I -S -c")])
def test_a_python_that_went_or_is_another_is_found(copy, made_anew, capsys, leads_to, said):
    copy.python.unlink()
    copy.python.symlink_to(leads_to)
    times, line = made_anew(capsys)
    assert times == 1 and said in line and line.count("\n") == 1


@pytest.mark.parametrize("harm", [
    lambda copy: copy.jar.write_text("cut"),
    lambda copy: (copy.dependencies / "blas.jar").unlink(),
    lambda copy: (copy.dependencies / "blas.jar").write_text("")])
def test_harm_to_the_library_is_found(copy, jdk, monkeypatch, harm):
    small_checkout.pretend_library(copy, jdk)
    built = []

    def package(checkout, jdk):
        checkout.dependencies.mkdir()
        built.append(jdk)
    monkeypatch.setattr(preparation.maven, "package", package)
    preparation.library(copy, jdk)
    assert not built
    harm(copy)
    preparation.library(copy, jdk)
    assert len(built) == 1


def test_pip_repairs_them_and_a_folder_that_cannot_be_moved_is_said(checkout, jdk, tmp_path, tell):
    copy = small_checkout.bare(checkout, tmp_path / "copy")
    environ = small_checkout.environ(jdk, **small_checkout.require_package(copy, 1000, tmp_path))
    environ["MAVEN_OPTS"] = "--no-such-option"  # ends it after the packages
    command = small_checkout.export(copy)
    assert "Python packages ... done" in small_checkout.run(command, environ).stdout
    next(copy.venv.rglob("tried/data")).write_text("cut")
    stuck = confined.mounted(copy.venv, command)
    said = small_checkout.sentence(small_checkout.run(stuck, environ))
    assert said.startswith(f"{copy.venv} must be made anew but cannot be moved or removed (")
    tell(f"stuck: {said}")
    line = small_checkout.run(command, environ).stdout.splitlines()[0]
    assert re.match(r"Python packages \(lib\S*/tried/data is missing or not as it was: made anew\) \.\.\. done", line), line
    assert next(copy.venv.rglob("tried/data")).stat().st_size == 1000
    tell(f"damaged: {line}")


def test_an_unchanged_set_up_takes_less_than_half_a_second(checkout, jdk, tell):
    def seconds():
        start = sum(os.times()[:4])  # of this process and its children, as other programs may keep the processors busy
        preparation.packages(checkout)
        preparation.library(checkout, jdk)
        preparation.kernelspec(checkout, jdk)
        preparation.web_parts(checkout)
        return sum(os.times()[:4]) - start
    least = min(seconds() for _ in range(3))
    tell(f"unchanged set-up: {least:.2f} s of processor time")
    assert least < 0.5
