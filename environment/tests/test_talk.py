"""A notebook before its talk: ready, or what to do; each on a small notebook in the real kernel."""

import re
import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest

import sample
from launcher import offline, systems, talk
from launcher.checkout import Checkout
from launcher.failure import Failure
from pages import rehearsing, reproducing
from pages.rehearsal import Rehearsal
from pages.verdict import faults, report

IMPORTS = "import static mml.notebook.Notebook.*;"
LATE = ('double[] late = stored("9.late", double[].class).with("seed", 7).budget(0.3).compute(() -> {'
        ' long end = System.nanoTime() + 1_500_000_000L;'
        ' while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) { }'
        ' return new double[] {1}; });')
ONLY_STORED = LATE.replace("9.late", "9.only").replace("late", "only").replace("budget(0.3)", "budget(0)")
TAKES = "--talk takes PAPER ROLE, such as 3 hacker, or the path of one notebook"
REACHES_OUT = 'new java.net.Socket("127.0.0.1", %d).close();'


@pytest.fixture
def rehearsed(tmp_path, capsys):
    """Rehearses a notebook of these cells; gives its status and what was printed."""
    def rehearsed(*sources, notebook=None, limit=rehearsing.LIMIT):
        path = sample.written(notebook or sample.of(IMPORTS, *sources), tmp_path / "nine.ipynb")
        status = rehearsing.rehearse(path, "a reason", limit)
        return status, capsys.readouterr().out
    return rehearsed


def test_a_good_notebook_is_ready(rehearsed):
    status, said = rehearsed(notebook=sample.good())
    assert (status, said.splitlines()[-1]) == (0, "Ready.")
    assert "checks        Claims: 1 of 1 held, 0 failed, 0 not run; 1 reported" in said
    assert "stored        no result is asked for" in said
    assert re.search(r"^first output  \d+\.\d s after the start$", said, re.MULTILINE)


def test_a_draft_is_not_ready(rehearsed):
    draft = sample.good()
    draft.cells[0].source += "\n\n**Draft**, to be written."
    status, said = rehearsed(notebook=draft)
    assert status == 1 and said.endswith(
        "Not ready:\n- it is a draft, as its first cell says: write it, and take that paragraph out\n")


def test_an_exception_is_said_with_its_cell(rehearsed):
    status, said = rehearsed("int[] none = {};", "int first = none[0];", "never();")
    assert status == 1
    assert "- nine.ipynb, code cell [3]: java.lang.ArrayIndexOutOfBoundsException" in said
    assert "and not at its end" in said


def test_a_failed_check_does_not_end_the_run_and_is_counted(rehearsed):
    checks = ('check("one is two", 1, exactly(2));', 'check("one is one", 1, exactly(1));')
    status, said = rehearsed(*checks, "summary(2);")
    assert status == 1
    assert "checks        Claims: 1 of 2 held, 1 failed, 0 not run; 0 reported" in said
    assert "- a check failed, a red line in front of people: \u2717 FAILED: one is two" in said
    assert said.count("\n- ") == 1


def test_a_summary_that_counts_other_claims_is_said(rehearsed):
    status, said = rehearsed('check("one is one", 1, exactly(1));', "summary(2);")
    assert status == 1 and "- summary(n) counts other claims than the notebook makes" in said


def test_a_result_without_a_stored_one_to_fall_back_upon_is_said_with_the_command(rehearsed, tmp_path):
    status, said = rehearsed(LATE)
    assert status == 1 and "stored        9.late: live, " in said
    assert ("- 9.late cannot be shown as stored if its time runs out: there is none. This stores it: "
            f"environment/seminar reproduce {tmp_path / 'nine.ipynb'} --key 9.late") in said


def test_a_result_whose_budget_runs_out_comes_from_storage_and_that_is_ready(rehearsed, tmp_path, capsys):
    reproducing.reproduce(sample.written(sample.of(IMPORTS, LATE, ONLY_STORED), tmp_path / "nine.ipynb"), None)
    status, said = rehearsed(LATE, ONLY_STORED)
    assert (status, said.splitlines()[-1]) == (0, "Ready.")
    assert "stored        9.late: from storage, its budget ran out" in said
    assert "stored        9.only: from storage, as it is never computed live" in said
    status, said = rehearsed(LATE.replace('"seed", 7', '"seed", 8'))
    assert status == 1 and "runs out: it was made with other settings: seed" in said


def test_a_result_that_is_only_stored_and_is_not_there_is_said(rehearsed):
    status, said = rehearsed(ONLY_STORED)
    assert status == 1 and "- 9.only cannot be shown as stored if its time runs out: there is none" in said
    assert "code cell [2]: java.lang.IllegalStateException" in said


def test_a_notebook_that_takes_too_long_is_stopped_with_what_was_measured(rehearsed):
    late = LATE.replace("1_500_000_000L", "90_000_000_000L")
    status, said = rehearsed('check("one is one", 1, exactly(1));', late, limit=25)  # a busy machine needs half of it
    assert status == 1 and "checks        no summary line; 0 failed" in said
    assert "nine.ipynb, code cell [3]: still running after" in said and "s after the start, and was stopped. " in said
    assert "Give a long result a budget" in said and "the slowest that ended is code cell [" in said
    assert re.search(r"^stored        9\.late: computing after ", said, re.MULTILINE)
    assert "- 9.late cannot be shown as stored if its time runs out: there is none" in said


@pytest.mark.parametrize("whole, load, count", [(59, 0.1, 0), (61, 0.1, 1)])
def test_sixty_seconds_are_the_most(tmp_path, whole, load, count):
    found = faults(Rehearsal(seconds=[1.0, 58.0], whole=whole, load=load), tmp_path / "x.ipynb", "x.ipynb", True)
    assert len(found) == count
    assert all("it takes 61 s, 60 s are the most" in fault and "code cell [2], 58.0 s" in fault for fault in found)


def test_a_busy_machine_is_named_where_the_time_was_too_long(tmp_path):
    found = faults(Rehearsal(whole=70, load=2.5), tmp_path / "x.ipynb", "x.ipynb", True)
    assert "The machine was busy before (2.5 programs a core)" in found[0]


@pytest.mark.parametrize("failure, line", [
    (None, "not needed: there was none"),
    ("x: java.net.UnknownHostException: y", "asked for, and there was none"),
    ("x: / by zero", "there was none, and up to there none was asked for")])
def test_what_a_run_without_a_network_has_shown_of_it(failure, line):
    assert report(Rehearsal(failure=failure), None).splitlines()[-1] == f"network       {line}"


def test_slow_cells_are_named():
    assert "slow cells    code cell [2] 5.1 s\n" in report(Rehearsal(seconds=[4.9, 5.1]), None)
    assert "slow cells    none over 5 s\n" in report(Rehearsal(seconds=[4.9]), None)


def test_where_the_network_stays_this_is_said_and_stands_in_no_way():
    environment = {"PATH": ""}
    for system in (systems.MACOS, systems.WINDOWS):
        reason = talk.network(SimpleNamespace(system=system), environment)
        assert reason == f"{system} cannot take it away from one program"
        assert f"could not be tried here: {reason}; switch it off yourself" in report(Rehearsal(), reason)


def test_where_namespaces_are_not_allowed_the_systems_own_reason_is_given(monkeypatch):
    monkeypatch.setattr(offline, "refusal", lambda environ: "Operation not permitted")
    reason = talk.network(SimpleNamespace(system=systems.LINUX), {})
    assert reason == "this system does not allow to take it away (Operation not permitted)"


@pytest.fixture
def seminar(checkout):
    """Runs `environment/seminar doctor --talk` as a user does."""
    def seminar(*words):
        command = [sys.executable, str(checkout.environment / "seminar"), "doctor", "--talk", *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, timeout=300)
    return seminar


def isolated(checkout):
    from launcher import jupyter
    return talk.network(checkout, {**jupyter.environ(checkout), "PYTHONPATH": str(checkout.environment)}) is None


@pytest.fixture
def machine():
    """The port of a machine that answers, as long as there is a network: this one."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_cell_that_needs_the_network_fails_without_it_and_is_named(checkout, seminar, rehearsed, machine, tmp_path):
    if not isolated(checkout):
        pytest.skip("the network cannot be taken away here: whether a notebook needs it was not tried")
    reaches_out = REACHES_OUT % machine
    assert rehearsed("int one = 1;", reaches_out)[0] == 0
    done = seminar(sample.written(sample.of(IMPORTS, "int one = 1;", reaches_out), tmp_path / "out.ipynb"))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "network       asked for, and there was none" in done.stdout
    assert "- out.ipynb, code cell [3]: java.net." in done.stdout and "keep what it fetches in a file" in done.stdout


def test_the_hacker_notebook_of_paper_3_is_ready_without_a_network(checkout, seminar, tell):
    done = seminar("3", "hacker")
    said = done.stdout.splitlines()
    tell("rehearsal of " + next(line for line in said if "hacker.ipynb" in line))
    for line in said[-8:]:
        tell(f"  {line}")
    assert "Traceback" not in done.stderr
    if "The machine was busy before" in done.stdout:
        pytest.skip("the machine is busy with other things: whether the notebook is ready was not seen")
    assert any(line.startswith("checks        Claims: ") and " held, 0 failed, 0 not run" in line for line in said)
    assert not isolated(checkout) or "network       not needed: there was none" in said
    assert (done.returncode, said[-1]) == (0, "Ready.")


@pytest.fixture
def own(tmp_path):
    own = Checkout(tmp_path, "Linux")
    sample.written(sample.good(), own.notebooks / "3-li" / "hacker.ipynb")
    return own


def test_a_notebook_is_named_by_paper_and_role_or_by_its_path(own):
    notebook = own.notebooks / "3-li" / "hacker.ipynb"
    assert talk.named(own, ["3", "Hacker"]) == talk.named(own, [str(notebook)]) == notebook


@pytest.mark.parametrize("words, sentence", [
    (["3"], f"{TAKES}; was 3"),
    (["3", "hacker", "now"], f"{TAKES}; was 3 hacker now"),
    (["none.ipynb"], "none.ipynb is not a notebook (a file that ends with .ipynb)"),
    (["3", "author"], "3-li has no notebook author; there are: hacker")])
def test_what_names_no_notebook_is_said(own, words, sentence):
    with pytest.raises(Failure) as failure:
        talk.named(own, words)
    assert str(failure.value) == sentence
