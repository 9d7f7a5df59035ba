"""A student's own copy of a notebook: made once, never overwritten, left alone by git and by the other commands."""

import subprocess

import pytest

import sample
from launcher import export, mine
from launcher.checkout import Checkout
from launcher.failure import Failure


@pytest.fixture
def own(tmp_path):
    """A checkout with one paper that has a notebook and a stored result, and one that has none."""
    own = Checkout(tmp_path, "Linux")
    sample.written(sample.good(), own.notebooks / "3-li" / "hacker.ipynb")
    (own.notebooks / "3-li" / "results").mkdir()
    (own.notebooks / "3-li" / "results" / "3.a.json").write_text("given")
    (own.notebooks / "4-zhang").mkdir()
    return own


def test_the_copy_has_the_notebook_and_its_results_under_a_name_that_says_both(own):
    copied = mine.copy(own, mine.find(own, "3", "hacker"))
    assert copied.relative_to(own.root).as_posix() == "notebooks/mine/3-li-hacker.ipynb"
    assert copied.read_bytes() == (own.notebooks / "3-li" / "hacker.ipynb").read_bytes()
    assert (own.notebooks / "mine" / "results" / "3.a.json").read_text() == "given"


def test_work_that_is_there_is_never_overwritten(own):
    source = mine.find(own, "3", "hacker")
    copied = mine.copy(own, source)
    copied.write_text("my work")
    result = own.notebooks / "mine" / "results" / "3.a.json"
    result.write_text("mine")
    with pytest.raises(Failure, match="^notebooks/mine/3-li-hacker.ipynb exists and may hold your work: rename it"):
        mine.copy(own, source)
    assert copied.read_text() == "my work"
    copied.rename(copied.with_name("older.ipynb"))
    assert mine.copy(own, source).read_bytes() == source.read_bytes()
    assert result.read_text() == "mine"


@pytest.mark.parametrize("paper, role, sentence", [
    ("9", "hacker", "No paper begins with 9; there are: 3-li, 4-zhang"),
    ("", "hacker", "PAPER and ROLE must not be empty; an example: environment/seminar mine 3 hacker"),
    ("3", "author", "3-li has no notebook author; there are: hacker"),
    ("4", "author", "4-zhang has no notebook author; there are: none yet"),
])
def test_what_cannot_be_found_is_said_with_what_there_is(own, paper, role, sentence):
    mine.copy(own, mine.find(own, "3", "hacker"))  # its folder is no paper
    with pytest.raises(Failure) as failure:
        mine.find(own, paper, role)
    assert str(failure.value) == sentence


def test_export_without_arguments_and_the_tests_leave_it_out(own):
    mine.copy(own, mine.find(own, "3", "hacker"))
    assert export.every_notebook(own) == [own.notebooks / "3-li" / "hacker.ipynb"]


def test_git_ignores_it(checkout):
    if not (checkout.root / ".git").exists():
        pytest.skip("this is not a clone")
    command = ["git", "-C", str(checkout.root), "check-ignore", "notebooks/mine/3-li-hacker.ipynb"]
    assert subprocess.run(command, capture_output=True).returncode == 0
