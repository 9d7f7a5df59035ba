"""What is committed of a notebook that was run: no outputs, and the same bytes whoever saved it."""

import copy
import json
import shutil
import subprocess

import pytest
from nbformat import v4

import sample
from launcher import sharing, strip
from launcher.checkout import Checkout
from launcher.export import every_notebook

GIVEN = sample.good()  # its cells have random names, so that it is made once
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder, *arguments):
    command = ["git", "-C", str(folder), "-c", "user.name=Ada", "-c", "user.email=ada@localhost", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def ran(notebook):
    """The notebook as Lab saves it after a run on some JDK."""
    after = copy.deepcopy(notebook)
    for count, cell in enumerate(cell for cell in after.cells if cell.cell_type == "code"):
        cell.execution_count = count + 1
        cell.outputs = [v4.new_output("stream", text="printed words\n")]
        cell.metadata["execution"] = {"iopub.execute_input": "2026-01-01"}
    after.metadata["language_info"] = {"name": "java", "version": "17.0.15+6", "mimetype": "text/x-java-source"}
    return after


def saved(notebook):
    return (v4.writes(notebook) + "\n").encode()


def test_two_runs_on_two_machines_and_a_second_pass_give_the_same_bytes():
    once = strip.stripped(saved(ran(GIVEN)))
    again = ran(GIVEN)
    again.metadata["language_info"]["version"] = "25"
    again.metadata["kernelspec"]["display_name"] = "Java (MML, IJava)"
    assert once == strip.stripped(saved(again)) == strip.stripped(once)
    cells = json.loads(once)["cells"]
    assert [cell["source"] for cell in cells] == [cell.source.splitlines(keepends=True) for cell in GIVEN.cells]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells if "outputs" in cell)
    assert b"execution\"" not in once and b"17.0.15" not in once


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"cells": 1, "metadata": {}}', b"\xff", b'{"cells": [{}], "metadata": {}}'])
def test_what_is_no_notebook_stays_as_it_is(content):
    assert strip.stripped(content) == content


def test_the_notebooks_of_the_repository_are_as_the_filter_leaves_them(checkout):
    for path in every_notebook(checkout):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        assert strip.stripped(content) == content, path


@pytest.fixture
def clone(checkout, tmp_path):
    """A clone with one notebook, without the configuration."""
    root = tmp_path / "the clone"
    (root / "environment" / "launcher").mkdir(parents=True)
    shutil.copy(checkout.root / sharing.FILTER, root / sharing.FILTER)
    shutil.copy(checkout.root / ".gitattributes", root)
    git(tmp_path, "init", "-q", str(root))
    clone = Checkout(root, checkout.system)
    sample.written(GIVEN, clone.notebooks / "a.ipynb")
    return clone


def committed(clone):
    git(clone.root, "add", "-A")
    git(clone.root, "commit", "-qm", "Try")
    return git(clone.root, "show", "HEAD:notebooks/a.ipynb")


@needs_git
def test_a_clone_commits_no_outputs_and_sees_no_change_after_a_run(clone):
    sharing.configure(clone)
    first = committed(clone)
    sample.written(ran(GIVEN), clone.notebooks / "a.ipynb")
    assert "printed words" in (clone.notebooks / "a.ipynb").read_text(encoding="utf-8")
    assert git(clone.root, "diff") == ""
    git(clone.root, "add", "-A")
    assert git(clone.root, "diff", "--cached") == "" and "printed words" not in first


@needs_git
def test_a_clone_without_the_configuration_still_works(clone):
    sample.written(ran(GIVEN), clone.notebooks / "a.ipynb")
    assert "printed words" in committed(clone)


@needs_git
def test_a_filter_that_cannot_run_does_not_keep_one_from_committing(clone):
    sharing.configure(clone, python="/no python/of this name")
    assert json.loads(committed(clone))["cells"]


@needs_git
def test_files_that_are_no_clone_leave_the_repository_around_them_alone(clone):
    inner = Checkout(clone.root / "notebooks", clone.system)
    sharing.configure(inner)
    assert "filter.mml" not in git(clone.root, "config", "--list", "--local")


def test_without_any_repository_nothing_happens(tmp_path, checkout):
    sharing.configure(Checkout(tmp_path, checkout.system))
    assert list(tmp_path.iterdir()) == []


def test_half_a_letter_in_a_cell_is_left_as_it_is():
    content = json.dumps({"cells": [{"cell_type": "markdown", "metadata": {}, "source": "\ud83d"}], "metadata": {}}).encode()
    assert strip.stripped(content) == content
