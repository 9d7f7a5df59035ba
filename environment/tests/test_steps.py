"""A step is done when something changed, again when it was cut short, and not otherwise."""

import pytest

from launcher import steps


@pytest.fixture
def step(tmp_path):
    """Carries out a step and returns how often its action has been done so far."""
    done = []

    def carry_out(wanted, action=lambda: None, ready=lambda: True):
        def act():
            done.append(wanted)
            action()
        steps.carry_out("Step", tmp_path / "stamp", wanted, act, ready)
        return len(done)
    return carry_out


def test_it_is_done_once_while_nothing_changes(step):
    assert [step("a"), step("a"), step("a")] == [1, 1, 1]


def test_it_is_done_again_when_something_changed(step):
    assert [step("a"), step("b"), step("a")] == [1, 2, 3]


def test_it_is_done_again_when_its_result_is_gone(step):
    assert [step("a"), step("a", ready=lambda: False)] == [1, 2]


@pytest.mark.parametrize("end", [OSError, KeyboardInterrupt])
def test_it_is_done_again_after_it_was_cut_short(step, end):
    def cut():
        raise end
    assert step("a") == 1
    with pytest.raises(end):
        step("b", cut)
    assert step("a") == 3  # also what held before is no longer sure


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
