"""Whatever is done to the real kernel, no result is lost or half written: each way is tried several times, and counted."""

import json
import os
import time

import psutil
import pytest

from kernel_process import kernel, text
from launcher import maven, preparation

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of a file that is open")

IMPORTS = """\
import java.util.*;
import mml.data.*;
import mml.landscape.*;
import mml.math.*;
import mml.nn.model.*;
import mml.train.*;
import mml.train.run.*;
import static mml.notebook.Notebook.*;"""

NET = """\
Dataset spirals = TwoSpirals.of(600, 1);
ResidualMlp net = new ResidualMlp(16, 3, ResidualMlp.Shortcut.IDENTITY);
Training training = Training.of(net.network(), spirals).batch(50).epochs(9000).seed(1);"""
TRAIN = 'Run run = training.run(net.initial(1), progress("training"));'
SURFACE = """\
Grid.Axis axis = new Grid.Axis(-1, 1, 181);
Surface surface = Plane.random(net.initial(1), Normalisation.FILTER, 3)
        .surface(NetworkObjective.of(net.network(), spirals), axis, axis, progress("surface"));"""

SAME = """\
long same(Surface one, Surface other) {
    Grid a = one.grid("loss"), b = other.grid("loss");
    return java.util.stream.IntStream.range(0, 181 * 181).filter(k -> a.at(k / 181, k % 181) == b.at(k / 181, k % 181)).count();
}"""
STORED = """\
double[] squares = stored("9.squares", double[].class).with("seed", 7).budget(%s).goOn()
        .compute(progress -> {
            double[] values = new double[%d];
            for (int i = 0; i < values.length; i++) {
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
                Workers.pollStop();
                values[i] = i * i;
                progress.report(i + 1, values.length, 0);
            }
            return values;
        });"""
BIG = """\
double[] random = new Random(1).doubles(300_000).toArray();
while (true) stored("9.big", double[].class).with("seed", 7).budget(0).compute(() -> random);"""
BIG_STORED = 'stored("9.big", double[].class).with("seed", 7).budget(0).compute(() -> new double[0]).length'

LINE = "{:<66} {:>3} tried, {} lost{}"


@pytest.fixture
def folder(tmp_path):
    """A folder with a stored result of twenty squares."""
    with kernel(tmp_path, MML_REPRODUCE="1") as running:
        running.cell(IMPORTS)
        assert "reproduced: " in running.cell(STORED % (1, 20)).texts[-2]
    return tmp_path


def file(folder):
    return (folder / "results" / "9.squares.json").read_text(encoding="utf-8")


def value(running, expression):
    return running.cell(expression).texts[-1]


def stop_after(running, source, start=None, last=None):
    """Begins a cell, stops it in its middle (or once a text was shown); returns the cell and the seconds until its end.

    The kernel calls a stopped cell ended at once; `last` begins a text that the cell shows after that or before.
    """
    cell = running.begin(source)
    if start:
        cell.until_text(start)
    else:
        cell.until(lambda message: message["msg_type"] == "execute_input")
        time.sleep(0.6)
    began = time.monotonic()
    running.stop()
    cell.end()
    if last and not any(shown.startswith(last) for shown in cell.texts):
        cell.until_text(last)
    return cell, time.monotonic() - began


def test_a_training_that_is_stopped_goes_on_to_the_same_result(tmp_path, tell):
    lost, seconds = 0, []
    with kernel(tmp_path) as running:
        running.cell(IMPORTS)
        running.cell(NET)
        running.cell("Run whole = training.run(net.initial(1));")
        for _ in range(5):
            seconds.append(stop_after(running, TRAIN)[1])
            assert "STOPPED" in value(running, "run.end()")
            running.cell("Run resumed = training.resume(run);")
            same = "Arrays.equals(resumed.parameters().values(), whole.parameters().values())"
            lost += value(running, same) != "true"
    tell(LINE.format("stopped in the middle of a training, and gone on", 5, lost, f"; ended in {max(seconds):.2f} s"))
    assert lost == 0 and max(seconds) < 0.5


def test_a_surface_that_is_stopped_keeps_the_points_that_are_done(tmp_path, tell):
    lost, seconds = 0, []
    with kernel(tmp_path) as running:
        running.cell(IMPORTS)
        running.cell(NET)
        running.cell(SURFACE.replace("surface =", "whole ="))
        running.cell(SAME)
        for _ in range(5):
            seconds.append(stop_after(running, SURFACE)[1])
            assert value(running, "surface.isComplete()") == "false"
            lost += value(running, "same(surface, whole)") != value(running, "surface.done()")
            assert int(value(running, "surface.done()")) > 0
    tell(LINE.format("stopped in the middle of a surface", 5, lost, f"; ended in {max(seconds):.2f} s"))
    assert lost == 0 and max(seconds) < 0.5


def test_a_stored_computation_that_is_stopped_shows_what_is_stored(folder, tell):
    lost, seconds, before = 0, [], file(folder)
    with kernel(folder) as running:
        running.cell(IMPORTS)
        for _ in range(5):
            cell, took = stop_after(running, STORED % (30, 20), "computing: 9.squares, ", "stored: 9.squares, made ")
            seconds.append(took)
            assert any("The live computation was stopped after " in shown for shown in cell.texts)
            lost += value(running, "squares.length") != "20" or file(folder) != before
    tell(LINE.format("stopped in the middle of a stored computation", 5, lost, f"; ended in {max(seconds):.2f} s"))
    assert lost == 0 and max(seconds) < 0.5


def test_reproducing_that_is_stopped_leaves_the_file_as_it_was(folder, tell):
    lost, seconds, before = 0, [], file(folder)
    with kernel(folder, MML_REPRODUCE="1") as running:
        running.cell(IMPORTS)
        for _ in range(3):
            cell, took = stop_after(running, STORED % (30, 40), "computing: 9.squares, ")
            seconds.append(took)
            assert not any(shown.startswith("reproduced: ") for shown in cell.texts)
            lost += file(folder) != before
    tell(LINE.format("stopped while a result was reproduced", 3, lost, f"; ended in {max(seconds):.2f} s"))
    assert lost == 0 and max(seconds) < 0.5


def test_a_kernel_killed_while_it_writes_leaves_a_whole_result(tmp_path, tell):
    lost = 0
    for pause in (0.0, 0.15, 0.4):
        with kernel(tmp_path, MML_REPRODUCE="1") as running:
            running.cell(IMPORTS)
            running.begin(BIG).until_text("reproduced: ")
            time.sleep(pause)
            running.kill()
        with kernel(tmp_path) as running:
            running.cell(IMPORTS)
            lost += value(running, BIG_STORED) != "300000"
    tell(LINE.format("killed while a result was written", 3, lost, ""))
    assert lost == 0


@POSIX
def test_a_kernel_keeps_its_library_while_maven_builds_it_anew(checkout, jdk, tmp_path, tell):
    before = checkout.jar.stat().st_ino
    with kernel(tmp_path) as running:
        running.cell(IMPORTS)
        with preparation.alone(checkout, preparation.library_step(checkout, jdk)):
            maven.package(checkout, jdk)
        assert checkout.jar.stat().st_ino != before
        running.cell(NET.replace("9000", "1"))  # of classes that were not asked for yet
        lost = value(running, "training.run(net.initial(1)).end()") != "COMPLETE"
    tell(LINE.format("library built anew under a running kernel", 1, int(lost), ""))
    assert not lost


def test_any_cell_runs_twice_and_out_of_order(folder, tell):
    lost, before = 0, file(folder)
    squares, total = STORED % (30, 20), "double total = Arrays.stream(squares).sum();"
    first = STORED % (0, 20)
    order = [squares, total, squares, squares, total, first, total, squares, total, total]
    with kernel(folder) as running:
        running.cell(IMPORTS)
        for source in order:
            running.cell(source)
            if source == total:
                lost += float(value(running, "total")) != 2470
        assert value(running, "squares.length") == "20"
    lost += file(folder) != before
    tell(LINE.format("cells run twice and out of order", len(order), lost, ""))
    assert lost == 0


def test_when_the_budget_runs_out_the_live_result_arrives_in_place_after_the_cell(folder, tell):
    lost, tries = 0, 4
    with kernel(folder) as running:
        running.cell(IMPORTS)
        for attempt in range(tries):
            cell = running.cell(STORED % (0.5, 20))
            line = next(message for message in cell.messages if text(message).startswith("stored: "))
            assert line["content"]["transient"]["display_id"]
            picture = cell.messages[-2]
            assert "of 20" not in text(picture) and picture["msg_type"] == "display_data"
            between = "Thread.sleep(3000);" if attempt % 2 else None  # arrives while another cell runs, or none
            other = running.begin(between) if between else None
            arrived = cell.until_text("live: 9.squares, computed in ")
            places = {message["content"]["transient"]["display_id"]: message["msg_type"] for message in cell.messages[-2:]}
            lost += places != {each["content"]["transient"]["display_id"]: "update_display_data"
                               for each in (line, picture)}
            lost += "it has taken the place of the stored result" not in text(arrived)
            if other:
                other.end()
            again = running.cell(STORED % (0.5, 20))
            lost += not any(shown.startswith("live: ") for shown in again.texts)
    tell(LINE.format("budget that ran out, live result arriving after the cell's end", tries, lost, ""))
    assert lost == 0


def test_what_takes_over_a_second_shows_its_progress_four_times_a_second_at_most(folder, tell):
    with kernel(folder) as running:
        running.cell(IMPORTS)
        running.cell(NET)
        for name, source in (("training", TRAIN.replace("training.run", "training.epochs(12_000).run")),
                             ("surface", SURFACE.replace("181", "401")), ("computing", STORED % (30, 30))):
            cell = running.cell(source)
            lines = [message for message in cell.messages if text(message).startswith(f"{name}: ")
                     and " left" in text(message)]
            gaps = [later["came"] - earlier["came"] for earlier, later in zip(lines, lines[1:])]
            assert len(lines) >= 2 and len({line["content"]["transient"]["display_id"] for line in lines}) == 1
            assert [line["msg_type"] for line in lines] == ["display_data"] + ["update_display_data"] * len(gaps)
            rate = len(gaps) / sum(gaps)
            tell(f"progress of {name}: {len(lines)} lines with an estimate, {rate:.1f} a second")
            assert rate <= 4.1


def test_ten_restarts_lose_nothing_and_leave_no_process(folder, tell):
    lost, seconds, pids, before = 0, [], [], file(folder)
    with kernel(folder) as running:
        for _ in range(10):
            running.cell(IMPORTS)
            running.begin(STORED % (0.2, 100) if len(pids) % 2 else STORED % (0, 20))
            time.sleep(0.5)  # half of them with a computation under way
            pids.append(running.pid)
            seconds.append(running.shut_down(restart=True))
            running.start()
        running.cell(IMPORTS)
        running.cell(STORED % (0, 20))
        lost += value(running, "squares.length") != "20"
        pids.append(running.pid)
        seconds.append(running.shut_down())
    lost += file(folder) != before or json.loads(before)["value"] != [i * i for i in range(20)]
    left = [pid for pid in pids if psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE]
    tell(LINE.format("restarts in a row, half of them while something was computed", 10, lost,
                     f"; shutdown {max(seconds):.2f} s at most, {len(left)} processes left"))
    assert lost == 0 and max(seconds) < 1 and not left
