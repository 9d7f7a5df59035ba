"""The command bench as a user meets it, and one small case of ours beside NumPy from end to end."""

import json
import subprocess
import sys

import pytest

from bench import cases, comparison, cost, quiet, report, verdict
from launcher import bench, benchmarks, peers


@pytest.fixture(scope="module")
def built(checkout, jdk):
    made = benchmarks.Built(checkout, jdk, has_djl=False)
    made.carry_out()
    return made


@pytest.fixture(scope="module")
def sides(checkout, built):
    """Ours and NumPy, which is fetched (20 MB, 100 on the disk) if it is not there."""
    python = peers.prepare(checkout, peers.SMALL)
    return bench.prepared(built, peers.SMALL, python)


def small(work, updates=(50, 0.01, 0.9), **amount):
    net = ("mlp", [784, 20, 15, 10], "tanh")
    description = cases.description(work, net, 500, updates, **{"warm": 1, "timed": 1, **amount})
    return description, len(description["amount"]["checked"]) or 2


def same(sides, description, count, tolerance):
    case = cases.Case("small", "images", description, (tolerance,) * count, ("NumPy",), best=1.0)
    result = comparison.compare(case, sides, 1)
    assert result.is_sound, result.notes()
    assert result.ratios[0].value > 0
    return result.measured


@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_ours_and_numpy_have_the_same_losses_after_a_hundred_steps(sides, momentum):
    description, count = small("train", (50, 0.01, momentum), timed=100, checked=[1, 10, 100])
    losses = same(sides, description, count, 1e-4)["ours"].outcomes[0].observed
    assert losses[2] < losses[0]


def test_ours_and_numpy_find_the_same_surface(sides):
    description, count = small("surface", grid=3, checked=range(9))
    losses = same(sides, description, count, 1e-4)["NumPy"].outcomes[0].observed
    assert len(set(losses)) == 9


def test_ours_and_numpy_evaluate_alike(sides):
    description, count = small("evaluate", timed=2)
    same(sides, description, count, 1e-5)


def test_another_rate_is_no_longer_the_same_work(sides, monkeypatch):
    description, count = small("train", timed=20, checked=[1, 10])
    case = cases.Case("small", "images", description, (1e-3,) * count, ("NumPy",), best=1.0)
    prepare = comparison.prepare

    def altered(taking_part, folder):
        prepare(taking_part, folder)
        numbers = bytearray((folder / "order.i32").read_bytes())
        numbers[:4] = (int.from_bytes(numbers[:4], "little") ^ 1).to_bytes(4, "little")  # one row of the first batch
        (folder / "order.i32").write_bytes(numbers)
    monkeypatch.setattr(comparison, "prepare", altered)
    result = comparison.compare(case, sides, 1)
    assert not result.is_sound and result.ratios[0].value is None


def test_cost_against_size_is_drawn_with_the_slopes_beside_its_lines(built, jdk, sides, tmp_path):
    sizes = (20, 40)
    study = cost.Study("width", "image trained", sizes, lambda width: cases.Case(
        "small", "images", small("evaluate")[0] | {"net": {"model": "mlp", "sizes": [784, width, 10], "activation": "relu"}},
        (1e-5,) * 2, ("NumPy",)), lambda width: cost.evaluated([784, width, 10]))
    told = report.Report(tmp_path / "bench.json", jdk.version, 1, ["ours", "NumPy"], [], [cost.course(study, sides, 1)])
    told.write()
    built.draw(told.file)
    svg = (tmp_path / "cost.svg").read_text(encoding="utf-8")
    assert "arithmetic, slope 1.00" in svg and f"NumPy, slope {told.courses[0].slope('NumPy'):.2f}" in svg
    assert (tmp_path / "cost.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("cores, order", [([0, 0, 1, 1], [0, 2, 1, 3]), ([0, 1, 0, 1], [0, 1, 2, 3]), ([0, 0, 0, 1], [0, 3, 1, 2])])
def test_a_peer_that_is_confined_is_given_processors_of_different_cores(sides, cores, order):
    told = next(side for side in sides.all if side.name == "NumPy")
    program = f"from peers import problem; print(problem.apart(range(4), {cores}.__getitem__))"
    done = subprocess.run([told.command[0], "-c", program], env=told.environ, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == str(order), done.stderr


def seminar(checkout, *arguments):
    command = [sys.executable, str(checkout.environment / "seminar"), "bench", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("arguments, said", [
    (["--only", "nothing of it"], "Nothing has the words 'nothing of it' in its name; there are: train [784, 1000 x 4"),
    (["--rounds", "0"], "--rounds must be at least 1, was 0")])
def test_what_cannot_be_measured_is_said_before_anything_is_set_up(checkout, arguments, said):
    done = seminar(checkout, *arguments)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.strip().startswith(said) and "Traceback" not in done.stderr


def test_what_else_runs_is_said_only_if_it_is_much(monkeypatch):
    monkeypatch.setattr(quiet, "busy_processors", lambda: 0.1)
    assert quiet.disturbance() is None
    monkeypatch.setattr(quiet, "busy_processors", lambda: 1.5)
    assert quiet.disturbance().startswith("something else kept 1.5 of ")


def test_the_file_keeps_every_run_and_what_it_was_made_with(sides, jdk, tmp_path):
    description, count = small("evaluate")
    case = cases.Case("small", "images", description, (1e-5,) * count, ("NumPy",), best=1.0)
    result = comparison.compare(case, sides, 2)
    report.Report(tmp_path / "new" / "bench.json", jdk.version, 2, ["ours", "NumPy"], [result]).write()
    kept = json.loads((tmp_path / "new" / "bench.json").read_text(encoding="utf-8"))
    ours = kept["cases"][0]["sides"]["ours"]
    assert kept["jdk"] == jdk.version and kept["threads"] == 2 and "OpenBLAS" in ours["with"]
    assert len(ours["speeds"]) == 2 and min(ours["speeds"]) <= ours["median"] <= max(ours["speeds"])
    assert kept["cases"][0]["ratios"][0]["ratio"] == verdict.ratios(case, result.measured)[0].value
