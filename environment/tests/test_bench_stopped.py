"""Benchmarks that are stopped, or whose sides tell nonsense: what is complete is kept and shown, and nonsense is no figure."""

import json
import sys
import time

import pytest

from bench import cases, comparison, report, sides, verdict
from bench.rounds import Measured
from bench.sides import Outcome, Side
from launcher import bench
from launcher.failure import Failure

CASE = cases.Case("a case", "images", {}, (1e-3,), ("NumPy",), best=1.4)
CHOSEN = bench.Chosen([CASE, CASE, CASE], [], kernels=False)


def measured(*values):
    return Measured([Outcome(10, (value,), None, "with") for value in values])


def program(text):
    return Side("NumPy", (sys.executable, "-c", text), None)


@pytest.mark.parametrize("end", [KeyboardInterrupt(), Failure("ours failed"), OSError(28, "No space left on device")])
def test_what_is_complete_is_kept_and_shown_when_the_second_case_ends_it_all(tmp_path, monkeypatch, capsys, end):
    found = [comparison.Result(CASE, {"ours": measured(2.0), "NumPy": measured(2.0)}, None)]

    def compare(case, taking_part, rounds):
        if not found:
            raise end
        return found.pop()
    monkeypatch.setattr(comparison, "compare", compare)
    told = report.Report(tmp_path / "now" / "bench.json", "17", 1, ["ours", "NumPy"])
    with pytest.raises(type(end)), bench.shown(told):
        bench.measure(CHOSEN, None, told)
    assert len(json.loads(told.file.read_text(encoding="utf-8"))["cases"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:4] for line in lines if line.startswith("a case  ")] == [["a", "case", "images", "10"]]
    assert lines[-1] == f"Also in {told.file.parent}"


@pytest.mark.parametrize("change", [
    {"seconds": float("nan")}, {"seconds": 0}, {"seconds": -1}, {"seconds": float("inf")}, {"seconds": 1e-320, "done": 1e300},
    {"seconds": "fast"}, {"observed": [float("nan")]}, {"observed": [1, float("inf")]}, {"observed": 3}, {"observed": [[1]]}])
def test_numbers_that_are_none_are_no_outcome(tmp_path, change):
    line = json.dumps({"seconds": 2, "done": 10, "observed": [1], "with": "it", **change})
    with pytest.raises(Failure, match="^NumPy must end with a line of JSON .*, all finite; it ended with"):
        program(f"print('''{line}''')").run(tmp_path)


@pytest.mark.parametrize("line", ["[]", "7", "null", "[1, 2]", "\\xff\\xfe", "{", '"seconds"'])
def test_what_is_no_object_is_no_outcome(tmp_path, line):
    with pytest.raises(Failure, match="^NumPy must end with a line of JSON"):
        program(f"print('{line}')").run(tmp_path)


def test_a_side_that_hangs_is_ended_and_told_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(sides, "PATIENCE", 1)
    began = time.monotonic()
    with pytest.raises(Failure, match="^NumPy did not end within 1 s$"):
        program("import time; print('at work', flush=True); time.sleep(60)").run(tmp_path)
    assert time.monotonic() - began < 30


def test_a_run_of_ours_that_differs_from_the_first_is_not_laid_at_the_peers_door():
    found = {"ours": measured(2.0, 3.0), "NumPy": measured(2.0)}
    assert verdict.difference(CASE, found, "NumPy") == (
        "result 1 of ours was 3, of the first run of ours 2, allowed are 0.001 of it")
