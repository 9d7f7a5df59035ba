"""The whole way in a checkout at a path with spaces and letters outside ASCII: set-up, build, kernel, page.

Only what comes from a network is borrowed from this checkout: the Python packages and the web parts.
"""

import os
import shutil
import subprocess
import sys
import time
import venv
from dataclasses import replace

import pytest

import copies
import sample
from launcher import kernel, preparation, steps


@pytest.fixture(scope="module")
def copy(checkout, tmp_path_factory):
    """A checkout of its own, with a virtual environment that has the packages of ours."""
    copy = copies.bare(checkout, tmp_path_factory.mktemp("set-up") / "Bücher und Äpfel")
    venv.create(copy.venv, with_pip=False)
    packages = next(checkout.venv.rglob("nbclient")).parent
    own = next(copy.venv.rglob("site-packages"))
    (own / "borrowed.pth").write_text(f"{packages}\n", encoding="utf-8")
    for part in ("kernels/java", "nbconvert"):
        shutil.copytree(checkout.venv / "share" / "jupyter" / part, copy.venv / "share" / "jupyter" / part)
    steps.write(copy.venv / "seminar.stamp", preparation.packages_wanted(copy))
    shutil.copytree(checkout.web / "node_modules", copy.web / "node_modules", symlinks=True)
    return copy


def export(copy, notebook, **environ):
    """Runs the launcher of the copy on a notebook, in a plain locale."""
    command = [sys.executable, str(copy.environment / "seminar"), "export", str(notebook)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300,
                          env={**os.environ, "LANG": "C", "PYTHONUTF8": "1", **environ})


def test_the_first_export_builds_the_library_and_writes_the_page(copy, jdk):
    notebook = sample.written(sample.good(), copy.notebooks / "ä b" / "good.ipynb")
    done = export(copy, notebook, MML_JDK=str(jdk.home))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Python packages: unchanged" in done.stdout and "Java library ... done" in done.stdout
    assert "environment/export/ä b/good.html" in done.stdout
    assert "Claims: 1 of 1 held" in (copy.export / "ä b" / "good.html").read_text(encoding="utf-8")


def test_the_second_has_nothing_to_set_up(copy, jdk):
    start = time.perf_counter()
    preparation.packages(copy)
    preparation.library(copy, jdk)
    preparation.kernelspec(copy, jdk)
    assert time.perf_counter() - start < 2


def test_a_failing_cell_ends_it_with_the_notebook_the_cell_and_the_message(copy, jdk):
    notebook = sample.written(sample.of("int x = 1;", "int y = x / 0;"), copy.notebooks / "bad.ipynb")
    done = export(copy, notebook, MML_JDK=str(jdk.home))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "notebooks/bad.ipynb, code cell [2]: java.lang.ArithmeticException: / by zero" in done.stderr
    assert not (copy.export / "bad.html").exists()


@pytest.fixture
def builds(copy, jdk, monkeypatch):
    """Sets up the library with a stand-in for Maven; returns the number of builds so far."""
    built = []

    def package(checkout, jdk):
        built.append(jdk.home)
        if fails:
            raise KeyboardInterrupt
    fails = []
    monkeypatch.setattr(preparation.maven, "package", package)

    def builds(cut_short=False):
        fails[:] = [True] if cut_short else []
        try:
            preparation.library(copy, jdk)
        except KeyboardInterrupt:
            pass
        return len(built)
    return builds


def test_a_changed_source_a_new_file_and_a_killed_build_each_cause_a_build(copy, builds):
    source = copy.root / "lib" / "src" / "main" / "java" / "mml" / "Added.java"
    assert builds() == 0
    source.write_text("package mml;\n")
    assert [builds(), builds()] == [1, 1]
    source.write_text("package mml; // changed\n")
    assert [builds(cut_short=True), builds(), builds()] == [2, 3, 3]
    source.unlink()
    assert builds() == 4


def test_another_jdk_causes_a_build_and_another_kernelspec(copy, jdk, builds, monkeypatch):
    other = replace(jdk, version=f"{jdk.feature}.0.999")
    before = builds()
    preparation.library(copy, other)
    preparation.library(copy, jdk)
    assert builds() == before + 2
    assert kernel.spec(copy, jdk) != kernel.spec(copy, replace(jdk, home=jdk.home / "other"))
