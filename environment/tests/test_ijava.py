"""IJava in JJava's place: the kernelspec, and a kernel that stands for IJava, run as the launcher starts it.

The stand-in is IJava's own base kernel with JShell behind it (`lib/src/test/java/io/github/spencerpark/ijava`).
"""

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import psutil
import pytest

import sample
from kernel_process import kernel
from lab_process import free_port, lab, wait_for
from launcher import ijava, jupyter, maven, systems
from launcher.checkout import Checkout
from launcher.failure import Failure
from launcher.jdk import Jdk
from launcher.systems import LINUX, MACOS, WINDOWS
from pages import running

BASE = ("jupyter-jvm-basekernel", "jeromq", "jnacl", "gson")
SLOW = """\
double[] slow = stored("9.slow", double[].class).with("seed", 1).budget(0.3).goOn().compute(() -> {
    java.util.concurrent.locks.LockSupport.parkNanos(2_000_000_000L);
    return new double[] {7};
});"""
MANIFEST = "Manifest-Version: 1.0\nMain-Class: io.github.spencerpark.ijava.IJava\n"


@pytest.fixture(scope="module")
def release(checkout, jdk, tmp_path_factory):
    """A zip as IJava is released: the installer, and the jar with all that it needs in a folder."""
    folder = tmp_path_factory.mktemp("ijava")
    paths = folder / "class path"
    subprocess.run([maven.find(jdk), "-B", "-q", "-f", checkout.root / "lib", "dependency:build-classpath",
                    f"-Dmdep.outputFile={paths}"], check=True, env=jdk.environ(os.environ))
    jars = [path for path in paths.read_text().split(os.pathsep) if Path(path).name.startswith(BASE)]
    sources = sorted((checkout.root / "lib/src/test/java/io/github/spencerpark/ijava").glob("*.java"))
    javac = systems.jdk_program(checkout.system, jdk.home, "javac")
    subprocess.run([javac, "-d", folder / "classes", "-cp", os.pathsep.join(jars), *sources], check=True)
    with zipfile.ZipFile(folder / "ijava-1.3.0.jar", "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", MANIFEST)
        for path in (folder / "classes").rglob("*.class"):
            jar.write(path, path.relative_to(folder / "classes").as_posix())
        for other in map(zipfile.ZipFile, jars):
            for name in other.namelist():
                if not name.startswith("META-INF") and not name.endswith(("/", "module-info.class")):
                    jar.writestr(name, other.read(name))
    with zipfile.ZipFile(folder / "ijava-1.3.0.zip", "w") as release:
        release.writestr("install.py", "")
        release.writestr("java/kernel.json", "{}")
        release.write(folder / "ijava-1.3.0.jar", "java/ijava-1.3.0.jar")
    yield folder / "ijava-1.3.0.zip"
    shutil.rmtree(checkout.jupyter / "ijava", ignore_errors=True)  # the next lab lays down the real one


@pytest.fixture
def prepared(checkout, jdk, release, monkeypatch):
    """The kernelspec written for this checkout, and taken by every kernel that the test starts."""
    variables = ijava.prepare(checkout, jdk, ijava.asked("ijava", str(release)))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return variables


@pytest.mark.parametrize("system", [LINUX, MACOS, WINDOWS])
def test_the_kernelspec_names_the_jar_the_library_and_the_start_up_script(system):
    checkout = Checkout(Path("/a b/Bücher"), system)
    spec = ijava.spec(checkout, Jdk(Path("/jdk"), "25", system))
    assert spec["argv"][0] == Jdk(Path("/jdk"), "25", system).java
    assert "--enable-native-access=ALL-UNNAMED" in spec["argv"] and str(checkout.jjava) not in spec["argv"]
    jar = checkout.root / "environment/.jupyter/ijava/kernels/mml/ijava.jar"
    assert spec["argv"][-3:] == ["-jar", str(jar), "{connection_file}"]
    assert spec["interrupt_mode"] == "message" and spec["display_name"] == "Java (MML, IJava)"
    assert spec["env"]["IJAVA_STARTUP_SCRIPT"] == "mml.notebook.Notebook.start();"
    jars = spec["env"]["IJAVA_CLASSPATH"].split(";" if system == WINDOWS else ":")
    assert jars == ["/a b/Bücher/lib/target/mml-0.1.jar", "/a b/Bücher/lib/target/dependencies/*.jar"]
    assert "JJAVA_CLASSPATH" not in spec["env"]


@pytest.mark.parametrize("name, path, sentence", [
    ("scala", None, "There is no kernel scala; there are: jjava (the default) and ijava"),
    ("ijava", None, "The kernel ijava is not part of the set-up; name the file that holds it: "),
    ("jjava", "a.zip", "--ijava is for the kernel ijava only; to run it: "),
    ("ijava", "/there is none.zip", "There is no file /there is none.zip. Name IJava's release: ")])
def test_options_that_do_not_fit_are_refused_with_the_way_out(name, path, sentence):
    with pytest.raises(Failure) as failure:
        ijava.asked(name, path)
    assert str(failure.value).startswith(sentence)


@pytest.mark.parametrize("names, sentence", [
    (None, "x.zip is neither a zip nor a jar. "),
    (["install.py"], "x.zip should hold one jar ijava-*.jar but holds 0. "),
    (["a/ijava-1.jar", "b/ijava-2.jar"], "x.zip should hold one jar ijava-*.jar but holds 2. "),
    (["META-INF/MANIFEST.MF", "A.class"], f"x.zip is a jar but not IJava's: it has no class {ijava.MAIN_CLASS}. "),
    (["java/ijava-1.jar"], "java/ijava-1.jar in x.zip is neither a zip nor a jar. ")])
def test_a_file_that_does_not_hold_ijava_is_refused_with_the_way_out(tmp_path, monkeypatch, names, sentence):
    monkeypatch.chdir(tmp_path)
    file = Path("x.zip")
    file.write_text("no archive")
    if names:
        with zipfile.ZipFile(file, "w") as archive:
            for name in names:
                archive.writestr(name, "no archive")
    with pytest.raises(Failure) as failure:
        ijava.jar(file)
    assert str(failure.value) == f"{sentence}Name IJava's release: {ijava.COMMAND} ({ijava.RELEASE})"


def test_the_command_line_ends_with_one_sentence_before_anything_is_set_up(checkout):
    command = [sys.executable, str(checkout.environment / "seminar"), "lab", "--kernel", "ijava"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and done.stdout == "" and "Traceback" not in done.stderr
    assert f"name the file that holds it: {ijava.COMMAND}" in done.stderr


def test_jar_and_release_lay_down_the_same_and_the_kernelspec_is_the_one_that_jupyter_takes(
        checkout, jdk, prepared, release):
    folder = Path(prepared["JUPYTER_PATH"]) / "kernels" / "mml"
    jar = (folder / "ijava.jar").read_bytes()
    assert jar == ijava.asked("ijava", str(release.with_name("ijava-1.3.0.jar")))
    for prefer in ("0", "1"):
        done = subprocess.run([checkout.python, "-m", "jupyter", "kernelspec", "list", "--json"], check=True,
                              capture_output=True, text=True,
                              env={**jupyter.environ(checkout), "JUPYTER_PREFER_ENV_PATH": prefer, **prepared})
        found = json.loads(done.stdout)["kernelspecs"]["mml"]
        assert Path(found["resource_dir"]) == folder and found["spec"]["display_name"] == "Java (MML, IJava)"


def test_our_own_kernel_is_taken_again_without_the_option(checkout, prepared, capfd):
    done = subprocess.run([checkout.python, "-m", "jupyter", "kernelspec", "list", "--json"], check=True,
                          capture_output=True, text=True, env=jupyter.environ(checkout))
    assert json.loads(done.stdout)["kernelspecs"]["mml"]["spec"]["display_name"] == "Java (MML)"


def test_a_notebook_runs_with_its_figures_and_claims(prepared, tmp_path):
    path = sample.written(sample.good(), tmp_path / "good.ipynb")
    with running.fresh_kernel(path) as run:
        done = run.all_cells()
    shown = [output["data"] for cell in done.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("image/png" in data for data in shown)
    assert shown[-1]["text/plain"].startswith("Claims: 1 of 1 held, 0 failed, 0 not run; ")


def test_a_last_expression_shows_itself_and_stop_keeps_the_state(prepared, tmp_path):
    with kernel(tmp_path) as other:
        other.cell("import static mml.notebook.Notebook.*;")
        assert other.cell("double[] kept = {0.5}; kept").texts == ["double[1]: 0.5"]
        cell = other.begin("while (!Thread.currentThread().isInterrupted()) { Thread.onSpinWait(); }")
        time.sleep(0.5)
        start = time.perf_counter()
        other.stop()
        cell.end()
        assert time.perf_counter() - start < 0.5
        assert other.cell("kept").texts == ["double[1]: 0.5"]


def test_a_live_result_takes_the_place_of_the_stored_one_after_the_end_of_its_cell(prepared, tmp_path):
    with kernel(tmp_path, MML_REPRODUCE="1") as other:
        other.cell("import static mml.notebook.Notebook.*;")
        other.cell(SLOW)
    with kernel(tmp_path) as other:
        other.cell("import static mml.notebook.Notebook.*;")
        cell = other.cell(SLOW)
        assert any(shown.startswith("stored: 9.slow") for shown in cell.texts)
        other.cell("1 + 1")
        arrived = cell.until_text("live: 9.slow, computed in ")
        assert arrived["msg_type"] == "update_display_data"


@pytest.mark.parametrize("cell", [None, "1 + 1;", 'System.out.println("runs"); while (true) { Thread.onSpinWait(); }'])
def test_a_shutdown_takes_less_than_a_second(prepared, tmp_path, tell, cell):
    with kernel(tmp_path) as other:
        if cell:
            other.cell("1")  # the first takes longer: the start-up script is run
            running = other.begin(cell)
            running.until_text("runs") if "runs" in cell else running.end()
        seconds = other.shut_down()
        tell(f"shutdown of IJava's base kernel: {seconds:.2f} s")
        assert seconds < 1


@pytest.mark.skipif(os.name == "nt", reason="signals are sent as a Unix terminal sends them")
def test_a_lab_with_ijava_leaves_no_process_behind_when_it_is_killed(checkout, release):
    options = ["--kernel", "ijava", "--ijava", str(release), "--port", str(free_port())]
    with lab(checkout, *options) as running:
        jvm = running.start_kernel()
        try:
            assert str(checkout.jupyter / "ijava") in " ".join(jvm.cmdline())
            running.run_cell("1 + 1")
            running.process.kill()
            wait_for(lambda: not jvm.is_running() or jvm.status() == psutil.STATUS_ZOMBIE, 5, "end of the JVM")
        finally:
            if jvm.is_running():
                jvm.kill()
