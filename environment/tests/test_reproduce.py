"""Stored results computed anew: which notebooks are run, what is reported, and what is written."""

import json
import subprocess
import sys

import pytest

import sample
from launcher import reproduce
from launcher.failure import Failure
from pages import reproducing, running

IMPORTS = "import static mml.notebook.Notebook.*;"
FIRST = 'double[] first = stored("9.first", double[].class).with("seed", 7).budget(0).compute(() -> new double[] {1});'
SECOND = 'double[] second = stored("9.second", double[].class).with("seed", 7).budget(5).compute(() -> new double[] {2});'

INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector"  # of the kernel's JVM, which cannot be told to be silent


@pytest.fixture
def notebook(tmp_path):
    """A notebook with two stored results, the first of which is never computed live."""
    return sample.written(sample.of(IMPORTS, FIRST, SECOND), tmp_path / "nine.ipynb")


def stored(notebook, key):
    return json.loads((notebook.parent / "results" / f"{key}.json").read_text(encoding="utf-8"))


def test_every_result_is_computed_written_and_reported(notebook, capsys, monkeypatch):
    monkeypatch.setenv("MML_COMMIT", "abc with changes")
    reproducing.reproduce(notebook, None)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["9.first", "9.second"]
    assert all(line.endswith(" s, nine.ipynb") for line in lines)
    for key, value in (("9.first", [1.0]), ("9.second", [2.0])):
        assert stored(notebook, key)["value"] == value and stored(notebook, key)["settings"] == {"seed": 7}
        assert stored(notebook, key)["stamp"]["commit"] == "abc with changes"
        assert stored(notebook, key)["stamp"]["library"] == "mml 0.1"
    assert sorted(path.name for path in (notebook.parent / "results").iterdir()) == ["9.first.json", "9.second.json"]


def test_one_key_alone_is_rewritten_and_the_others_are_shown_as_stored(notebook, capsys):
    reproducing.reproduce(notebook, None)
    before = (notebook.parent / "results" / "9.first.json").stat().st_mtime_ns
    capsys.readouterr()
    reproducing.reproduce(notebook, "9.second")
    assert capsys.readouterr().out.startswith("9.second: ")
    assert (notebook.parent / "results" / "9.first.json").stat().st_mtime_ns == before


def test_what_is_stored_may_take_more_memory_than_a_notebook_in_lab(tmp_path):
    most = 'double[] most = stored("9.most", double[].class).with("seed", 7).budget(0)' \
           '.compute(() -> new double[] {Runtime.getRuntime().maxMemory()});'
    notebook = sample.written(sample.of(IMPORTS, most), tmp_path / "roomy.ipynb")
    reproducing.reproduce(notebook, None)
    assert stored(notebook, "9.most")["value"] == [4 * 2.0**30]
    usual = sample.written(sample.of("Runtime.getRuntime().maxMemory()"), tmp_path / "usual.ipynb")
    with running.fresh_kernel(usual) as run:
        assert run.all_cells().cells[-1].outputs[0].data["text/plain"] == str(2**30)


def test_the_first_failing_cell_ends_it_with_notebook_cell_and_message(tmp_path, capsys):
    failing = 'check("one is two", 1, exactly(2));'
    notebook = sample.written(sample.of(IMPORTS, FIRST, failing, SECOND), tmp_path / "bad.ipynb")
    with pytest.raises(running.Failed, match=r"^bad.ipynb, code cell \[3\]: .*one is two"):
        reproducing.reproduce(notebook, None)
    assert capsys.readouterr().out.startswith("9.first: ")
    assert not (tmp_path / "results" / "9.second.json").exists()


def test_a_result_that_is_never_asked_for_is_an_error(tmp_path):
    notebook = sample.written(sample.of(IMPORTS, f"if (false) {{ {FIRST} }}"), tmp_path / "never.ipynb")
    with pytest.raises(running.Failed, match="^never.ipynb: ran to its end without asking for 9.first$"):
        reproducing.reproduce(notebook, "9.first")


def test_a_run_that_shows_only_what_is_stored_shows_it_as_stored(notebook):
    reproducing.reproduce(notebook, None)
    with running.fresh_kernel(notebook) as run:
        done = run.all_cells()
    states = [output["data"][reproducing.STORED]["state"] for cell in done.cells for output in cell.outputs
              if reproducing.STORED in output.get("data", {})]
    assert states == ["stored", "live"]


def test_the_keys_of_a_notebook_are_found_in_its_code_alone(tmp_path):
    source = 'stored(\n  "9.a", X.class); restored("9.b"); stored("9.c", Y.class); stored("9.a", X.class);'
    assert reproduce.keys(sample.written(sample.of(source), tmp_path / "x.ipynb")) == ["9.a", "9.c"]


def test_only_notebooks_with_the_result_are_run():
    found = {"one": ["9.a", "9.b"], "two": [], "three": ["9.b"]}
    assert reproduce.with_results(found, None) == ["one", "three"]
    assert reproduce.with_results(found, "9.b") == ["one", "three"]
    assert reproduce.with_results(found, "9.a") == ["one"]
    with pytest.raises(Failure, match="^No notebook has the stored result 9.c; there are: 9.a, 9.b$"):
        reproduce.with_results(found, "9.c")


def test_a_key_that_no_notebook_has_ends_with_one_sentence(checkout, notebook):
    command = [sys.executable, str(checkout.environment / "seminar"), "reproduce", str(notebook), "--key", "9.none"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == "No notebook has the stored result 9.none; there are: 9.first, 9.second"


def test_the_command_sets_up_runs_and_reports(checkout, notebook):
    command = [sys.executable, str(checkout.environment / "seminar"), "reproduce", str(notebook), "--key", "9.first"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    noise = [line for line in done.stderr.splitlines() if line != INCUBATOR]
    assert (done.returncode, noise) == (0, [])
    assert done.stdout.splitlines()[-1].startswith("9.first: ")
    assert stored(notebook, "9.first")["stamp"]["commit"] == reproduce.commit(checkout)


def test_without_git_the_commit_is_unknown(tmp_path):
    class Nowhere:
        root = tmp_path / "none"
    assert reproduce.commit(Nowhere) == "unknown"
