"""The whole way of a bundle: made here, then a fresh checkout is set up from it and used, all without a network."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from types import SimpleNamespace

import pytest

import no_network
import sample
import small_checkout
from launcher import manifest, preparation, steps

MAKERS = [f"environment/launcher/{name}.py" for name in ("bundle", "gathering", "manifest", "maven", "preparation")]


@pytest.fixture(scope="module")
def bundle(checkout, jdk, request):
    """A bundle of this checkout, with the lines that its maker printed; kept for the next run of the tests."""
    folder = request.config.cache.mkdir("bundle")
    made = steps.fingerprint(checkout.root, *MAKERS, *(file for files in manifest.PINS.values() for file in files))
    file, lines = folder / f"{made[:16]}.zip", folder / f"{made[:16]}.txt"
    if not lines.is_file():
        for old in folder.iterdir():
            old.unlink()
        command = [sys.executable, str(checkout.environment / "seminar"), "bundle", "--jdk", str(jdk.home), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=900)
        assert done.returncode == 0, done.stdout + done.stderr
        steps.write(lines, done.stdout)
    return SimpleNamespace(file=file, lines=lines.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def classroom(checkout, jdk, tmp_path_factory):
    """Runs the launcher of a fresh copy of the checkout in a classroom without a network; gives its process."""
    if no_network.refusal() is not None:
        pytest.skip(f"a network cannot be taken away here: {no_network.refusal()}")
    folder = tmp_path_factory.mktemp("classroom")
    copy = small_checkout.bare(checkout, folder / "Bücher und Äpfel")
    environ = no_network.environ(folder, jdk)

    def start(*arguments):
        command = no_network.command(sys.executable, "-u", copy.environment / "seminar", *arguments)
        return subprocess.Popen(command, env=environ, cwd=copy.root, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, start_new_session=True)
    return SimpleNamespace(checkout=copy, start=start, environ=environ)


def finished(process):
    """What the process printed; it must end well."""
    printed, _ = process.communicate(timeout=600)
    assert process.returncode == 0, printed
    return printed


def test_the_classroom_has_no_network(classroom):
    names = "import socket; print([name for _, name in socket.if_nameindex()])"
    shown = subprocess.check_output(no_network.command(sys.executable, "-c", names), env=classroom.environ, text=True)
    assert shown.strip() == "['lo']"


def test_a_bundle_is_one_file_that_tells_what_it_is_for_and_what_is_in_it(bundle, checkout, tell):
    for line in bundle.lines:
        tell(f"bundle: {line}" if " MB, " in line else line)
    with zipfile.ZipFile(bundle.file) as archive:
        described = json.loads(archive.read(manifest.FILE))
        names = [name.rsplit("/", 1)[-1] for name in archive.namelist()]
    assert {key: described[key] for key in manifest.here(checkout)} == manifest.here(checkout)
    assert any(name.startswith("jjava-") for name in described["libraries"]["wheels"])
    assert any(name.startswith("xchart-") for name in described["libraries"]["maven"])
    assert "mathjax-full 3.2.2" in described["libraries"]["web"]
    assert not {"_remote.repositories", "seminar.stamp"} & set(names)


def test_a_fresh_checkout_is_set_up_from_it_and_exports_a_notebook(bundle, classroom, tell):
    notebook = sample.written(sample.good(), classroom.checkout.notebooks / "good.ipynb")
    start = time.perf_counter()
    printed = finished(classroom.start("export", "--bundle", bundle.file, notebook))
    tell(f"set-up from the bundle, with Node, and the page of a notebook: {time.perf_counter() - start:.0f} s")
    for line in printed.splitlines():
        tell(f"from the bundle: {line}")
    assert all(f"{step} ... done" in printed for step in (
        "Bundle", "Python packages", "Java library", "Java kernel", "Node", "Web parts"))
    page = (classroom.checkout.export / "good.html").read_text(encoding="utf-8")
    assert "Claims: 1 of 1 held" in page and page.count("<mjx-container") == 4


def test_afterwards_the_stamps_are_those_of_a_set_up_from_the_network(classroom, checkout):
    copy = classroom.checkout
    assert (copy.venv / "seminar.stamp").read_text(encoding="utf-8") == preparation.packages_wanted(copy)
    for stamp in ("lib/target/seminar.stamp", "environment/web/node_modules/seminar.stamp"):
        assert (copy.root / stamp).read_text() == (checkout.root / stamp).read_text()


def test_afterwards_a_changed_source_is_built_and_used_without_the_bundle(classroom):
    copy = classroom.checkout
    steps.write(copy.root / "lib" / "src" / "main" / "java" / "mml" / "math" / "Added.java",
                "package mml.math;\n/** Added. */\npublic record Added() {}\n")
    notebook = sample.written(sample.of("System.out.print(new mml.math.Added());"), copy.notebooks / "added.ipynb")
    printed = finished(classroom.start("export", notebook))
    assert "Java library ... done" in printed and "Bundle" not in printed
    assert "Python packages: unchanged" in printed and "Web parts: unchanged" in printed
    assert "Added[]" in (copy.export / "added.html").read_text(encoding="utf-8")


def test_afterwards_jupyterlab_opens_with_nothing_to_set_up(classroom):
    running = classroom.start("lab", "--no-browser")
    try:
        printed = []
        for line in running.stdout:
            printed.append(line)
            if line.startswith("JupyterLab is ready"):
                break
        assert printed[-1].startswith("JupyterLab is ready"), printed
        assert [line.split(":")[1][:10] for line in printed[:3]] == [" unchanged"] * 3
        running.terminate()
        assert running.wait(timeout=20) == 0
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.stdout.close()


def test_the_users_own_folders_of_maven_and_npm_stay_as_they_were(classroom):
    home = classroom.checkout.root.parent / "home"
    assert [path.relative_to(home).as_posix() for path in home.rglob(".m2/*")] == [".m2/settings.xml"]
    assert not (home / ".npm").exists()
