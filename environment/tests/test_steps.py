"""A step is done when something changed, again when it was cut short, and not otherwise."""

import shutil

import pytest

from launcher import aside, steps
from launcher.failure import Failure


@pytest.fixture
def step(tmp_path):
    """Carries out a step and returns how often its action has been done so far."""
    done = []

    def carry_out(wanted, action=lambda: None, flaw=lambda: None):
        def act():
            done.append(wanted)
            action()
        steps.carry_out(steps.Step("Step", tmp_path / "stamp", wanted), act, flaw)
        return len(done)
    return carry_out


@pytest.fixture
def made(tmp_path):
    """A folder with a file, made by a step; gives the step, and a function that carries it out and says how often it did."""
    folder, done = tmp_path / "made", []

    def carry_out(wanted="a", action=lambda: None):
        def act():
            done.append(wanted)
            (folder / "below").mkdir(parents=True)
            (folder / "below" / "file").write_text(wanted)
            action()
        steps.carry_out(steps.Step("Parts", folder / "stamp", wanted, (folder,)), act)
        return len(done)
    carry_out()
    return folder, carry_out


def fail():
    raise Failure("no room")


def test_it_is_done_once_while_nothing_changes(step):
    assert [step("a"), step("a"), step("a")] == [1, 1, 1]


def test_it_is_done_again_when_something_changed(step):
    assert [step("a"), step("b"), step("a")] == [1, 2, 3]


def test_it_is_done_again_when_its_result_is_gone(step):
    assert [step("a"), step("a", flaw=lambda: "it is gone")] == [1, 2]


@pytest.mark.parametrize("end", [OSError, KeyboardInterrupt])
def test_it_is_done_again_after_it_was_cut_short(step, end):
    def cut():
        raise end
    assert step("a") == 1
    with pytest.raises(end):
        step("b", cut)
    assert step("a") == 3  # also what held before is no longer sure


@pytest.mark.parametrize("harm", [
    lambda folder: (folder / "below" / "file").unlink(),
    lambda folder: (folder / "below" / "file").write_text(""),
    lambda folder: shutil.rmtree(folder / "below"),
    lambda folder: (folder / "stamp.files").write_text("[1"),
    lambda folder: (folder / "stamp.files").unlink()])
def test_it_is_done_again_when_what_it_made_was_harmed(made, harm, capsys):
    folder, carry_out = made
    harm(folder)
    assert [carry_out(), carry_out()] == [2, 2]
    assert ": made anew) ... done" in capsys.readouterr().out
    assert (folder / "below" / "file").read_text() == "a"


def test_what_others_add_is_not_minded_but_goes_when_it_is_done_again(made):
    folder, carry_out = made
    (folder / "added").write_text("by another")
    assert carry_out() == 1
    assert carry_out("b") == 2 and not (folder / "added").exists()


@pytest.mark.parametrize("end", [lambda: Failure("no room"), KeyboardInterrupt, OSError])
def test_what_was_there_is_valid_again_when_a_new_one_fails(made, end):
    folder, carry_out = made

    def cut():
        raise end()
    with pytest.raises((Failure, KeyboardInterrupt, OSError)):
        carry_out("b", cut)
    assert (folder / "below" / "file").read_text() == "a" and carry_out("a") == 2
    assert sorted(path.name for path in folder.parent.iterdir()) == ["made"]


def test_what_a_killed_one_left_gives_way_to_what_was_complete_before(made):
    folder, carry_out = made
    folder.rename(aside.place(folder))
    (folder / "below").mkdir(parents=True)  # half made when it was killed
    with pytest.raises(Failure):
        carry_out("b", fail)
    assert (folder / "below" / "file").read_text() == "a" and carry_out("a") == 2


def test_what_cannot_be_moved_is_said_and_left_alone(made, monkeypatch):
    folder, carry_out = made

    def refuse(*_):
        raise PermissionError(13, "in use")
    monkeypatch.setattr(type(folder), "rename", refuse)
    with pytest.raises(Failure, match=r"made must be made anew but cannot be moved or removed \(in use\): end what uses it"):
        carry_out("b")
    assert (folder / "below" / "file").read_text() == "a" and carry_out("a") == 1


def test_it_says_its_name_and_its_seconds_in_one_line(step, capsys):
    step("a")
    step("a")
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Step ... done, 0.") and first.endswith(" s")
    assert second.startswith("Step: unchanged, 0.")


def test_a_fingerprint_tells_contents_and_names_but_not_places(tmp_path):
    def tree(root, name="A.java", text="class A {}"):
        (tmp_path / root / "src").mkdir(parents=True)
        (tmp_path / root / "src" / name).write_text(text)
        return steps.fingerprint(tmp_path / root, "src")
    assert tree("one") == tree("two")
    assert len({tree("a"), tree("b", text="class B {}"), tree("c", name="B.java")}) == 3


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    file = tmp_path / "folder" / "file"
    steps.write(file, "old")
    monkeypatch.setattr(steps.os, "replace", lambda *_: (_ for _ in ()).throw(OSError("cut")))
    with pytest.raises(OSError):
        steps.write(file, "new")
    assert file.read_text() == "old"
