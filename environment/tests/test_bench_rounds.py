"""How the benchmarks are held: sides alternate, medians count, and work that differs gives no ratio."""

import json
import sys

import pytest

from bench import cases, comparison, cost, kernels, report, rounds, table, verdict
from bench.rounds import Measured
from bench.sides import Outcome, Side
from launcher import bench
from launcher.failure import Failure

CASE = cases.Case("a case", "images", {}, (1e-3, 1e-2), best=1.4, pytorch=2.0)


def outcome(speed, observed=(2.0, 1.0), memory=None):
    return Outcome(speed, observed, memory, "with")


def measured(**speeds):
    """One outcome a side."""
    return {name: Measured([outcome(speed)]) for name, speed in speeds.items()}


class Played:
    """A side that writes down when it ran, and then does what it is told."""

    def __init__(self, name, played, act=lambda: outcome(1)):
        self.name, self.played, self.act = name, played, act

    def run(self, folder):
        self.played.append(self.name)
        return self.act()


def test_sides_alternate_and_each_is_first_in_turn(tmp_path):
    played = []
    rounds.measure([Played(name, played) for name in "abc"], tmp_path, 3)
    assert "".join(played) == "abc" + "bca" + "cab"


def test_a_side_that_failed_once_is_not_run_again_and_the_others_go_on(tmp_path):
    def fail():
        raise Failure("b failed")
    played = []
    found = rounds.measure([Played("a", played), Played("b", played, fail)], tmp_path, 3)
    assert played.count("b") == 1 and found["b"].failed == "b failed"
    assert len(found["a"].outcomes) == 3


def test_the_median_counts_and_not_the_mean():
    assert Measured([outcome(speed) for speed in (1, 100, 2, 3, 2)]).speed == 2


def test_memory_is_told_only_where_the_system_tells():
    assert Measured([outcome(1), outcome(1)]).memory is None
    assert Measured([outcome(1, memory=byte) for byte in (5, 7, 6)]).memory == 6


def test_the_ratio_is_to_the_best_of_the_peers_that_ran():
    others, pytorch = verdict.ratios(CASE, measured(ours=30, NumPy=10, JAX=20, PyTorch=10))
    assert (others.against, others.value, others.met) == ("JAX", 1.5, True)
    assert str(pytorch) == "3.00 x PyTorch (goal 2: met)"


def test_a_goal_that_is_missed_says_by_how_much():
    only, = verdict.ratios(CASE, measured(ours=14, NumPy=20))
    assert str(only) == "0.70 x NumPy (goal 1.4: missed by 50 %)" and not only.met


@pytest.mark.parametrize("observed", [(2.0, 1.02), (2.01, 1.0), (float("nan"), 1.0), (2.0,), ()])
def test_there_is_no_ratio_where_a_peer_did_other_work(observed):
    found = {"ours": Measured([outcome(30)]), "NumPy": Measured([outcome(10), outcome(10, observed)])}
    only, = verdict.ratios(CASE, found)
    assert only.value is None and not only.met and str(only).startswith("none: ")
    assert not comparison.Result(CASE, found, None).is_sound


def test_what_rounding_may_change_is_no_other_work():
    found = {"ours": Measured([outcome(30)]), "NumPy": Measured([outcome(10, (2.0019, 0.991))])}
    assert verdict.difference(CASE, found, "NumPy") is None
    assert comparison.Result(CASE, found, None).is_sound


def test_what_differs_is_said_with_both_numbers_below_the_table():
    found = {"ours": Measured([outcome(30)]), "NumPy": Measured([outcome(10, (2.0, 1.5))])}
    told = report.Report(None, "17", 1, ["ours", "NumPy", "JAX"], [comparison.Result(CASE, found, "something else ran")])
    text = told.text()
    sentence = "result 2 of NumPy was 1.5, of ours 1, allowed are 0.01 of it"
    assert text.splitlines()[-2:] == [f"a case: {sentence}", "a case: something else ran"]
    assert not told.is_sound and f"none: {sentence}" in text


def test_a_peer_that_failed_leaves_no_ratio_to_the_others():
    found = {"ours": Measured([outcome(30)]), "NumPy": Measured([outcome(10)]), "JAX": Measured(failed="JAX failed")}
    assert verdict.ratios(CASE, found)[0].refused == "JAX failed"
    assert comparison.Result(CASE, found, None).row(["NumPy", "JAX", "DJL"])[2:5] == ["10", "failed", "-"]


@pytest.mark.parametrize("ours, text", [
    (400, "memory 0.80 x PyTorch (goal 1: met)"), (600, "memory 1.20 x PyTorch (goal 1: missed by 20 %)"),
    (None, "none: this system does not tell the peak of memory")])
def test_of_memory_at_most_as_much_is_the_goal(ours, text):
    case = cases.Case("a case", "images", {}, (1e-3, 1e-2), pytorch=1.0, memory=True)
    found = {"ours": Measured([outcome(3, memory=ours)]), "PyTorch": Measured([outcome(2, memory=500)])}
    assert str(verdict.ratios(case, found)[1]) == text


@pytest.mark.parametrize("value, unit, text", [
    (45951.6, "images", "45,952"), (12.34, "points", "12.3"), (0.5, "points", "0.5"), (2.1e11, "operations", "210 GF")])
def test_speeds_have_the_digits_that_count(value, unit, text):
    assert table.speed(value, unit) == text


def test_cases_are_chosen_by_words_in_any_letters():
    assert [case.name for case in bench.Chosen.by("RESNET evaluate").cases] == ["evaluate ResNet-20, batch 500"]
    every = bench.Chosen.by("")
    assert every.cases == list(cases.CASES) and every.studies == list(cost.STUDIES) and every.kernels


@pytest.mark.parametrize("case", cases.CASES, ids=lambda case: case.name)
def test_every_case_has_a_tolerance_for_each_number_and_goals_for_peers_that_run_it(case):
    checked = case.description["amount"]["checked"]
    assert len(case.tolerances) == (len(checked) or 2)
    assert case.goals and all(set(peers) & set(case.peers) for _, peers in case.goals)


@pytest.mark.parametrize("case", [case for case in cases.CASES if case.description["work"] == "train"],
                         ids=lambda case: case.name)
def test_training_has_only_full_batches_and_ends_after_its_checks(case):
    amount, updates = case.description["amount"], case.description["updates"]
    assert case.description["examples"] % updates["batch"] == 0
    assert amount["checked"][-1] <= amount["warm"] + amount["timed"]


def program(text):
    return Side("NumPy", (sys.executable, "-c", text), None)


def test_the_last_line_that_a_side_prints_is_its_outcome(tmp_path):
    line = json.dumps({"seconds": 2, "done": 10, "observed": [1, 2.5], "memory": 7, "with": "it"})
    assert program(f"print('warming up'); print('''{line}''')").run(tmp_path) == Outcome(5, (1.0, 2.5), 7, "it")


@pytest.mark.parametrize("text, said", [
    ("raise ValueError('no such thing')", r"NumPy failed \(exit 1\): ValueError: no such thing"),
    ("import os; os.abort()", r"NumPy failed \(exit -?[0-9]+\): it says nothing"),
    ("print('{}')", r"NumPy must end with a line of JSON with seconds, done, observed and with, all finite; it ended with: '{}'"),
    ("pass", r"NumPy must end with a line of JSON .* it ended with: ''")])
def test_a_side_that_breaks_is_told_in_one_sentence(tmp_path, text, said):
    with pytest.raises(Failure, match=said) as failure:
        program(text).run(tmp_path)
    assert "\n" not in str(failure.value)


def test_a_side_that_is_not_there_is_told_in_one_sentence(tmp_path):
    with pytest.raises(Failure, match="JAX cannot be run: No such file"):
        Side("JAX", (str(tmp_path / "none"),), None).run(tmp_path)


def test_the_slope_of_a_power_is_its_exponent():
    sizes = (3, 10, 50, 400)
    assert cost.slope(sizes, [7 * size**1.7 for size in sizes]) == pytest.approx(1.7, rel=1e-12)


def test_training_takes_three_products_a_layer_but_two_in_the_first():
    assert cost.trained([2, 3, 5]) == 2 * (2 * 2 * 3 + 3 * 3 * 5) and cost.evaluated([2, 3, 5]) == 2 * (2 * 3 + 3 * 5)


@pytest.mark.parametrize("exponent, says", [(0.8, "met"), (1.04, "met"), (1.3, "missed by 0.30")])
def test_cost_may_grow_no_faster_than_the_arithmetic(exponent, says):
    study = cost.Study("size", "step", (1, 10, 100), None, lambda size: 5 * size)
    course = cost.Course(study, [comparison.Result(CASE, measured(ours=size**-exponent), None) for size in study.values])
    assert course.arithmetic == pytest.approx(1, rel=1e-12) and course.says == says
    assert course.row(["ours", "NumPy"])[2:] == [f"{exponent:.2f}", "-", "1.00", says]


@pytest.mark.parametrize("benchmark, size, operations", [
    ("Product.forward", "2x3x5", 60), ("Convolving.forward", "8x64", 2 * 32 * 64 * 9 * 64 * 64),
    ("Convolving.forwardAndBack", "8x64", 6 * 32 * 64 * 9 * 64 * 64), ("Activating.forward", "relu", None)])
def test_what_jmh_writes_is_read_and_its_operations_counted(benchmark, size, operations):
    entry = {"benchmark": f"mml.bench.kernel.{benchmark}", "params": {"size": size},
             "primaryMetric": {"score": 22.6, "scoreError": "NaN", "rawData": [[1.0, 2.0, 100.0], [2.0, 8.0]]}}
    found = kernels.kernel(entry)
    assert found == kernels.Kernel(f"{benchmark.replace('.', ' ')} {size}", 2.0, 100.0, operations)
    assert found.row()[2] == ("-" if operations is None else f"{operations / 2000:.0f}")


def test_jmh_that_fails_is_told_in_one_sentence(tmp_path):
    with pytest.raises(Failure, match=r"JMH failed \(exit 1\): ValueError: no fork"):
        kernels.measure([sys.executable, "-c", "raise ValueError('no fork')"], None, tmp_path)
