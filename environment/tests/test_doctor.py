"""The doctor's table: each thing found, missing or suspicious, on stand-ins for what may be broken."""

import json
import os
import stat
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from launcher import doctor, inventory, java_sees, parts, preparation, programs, steps, surroundings, systems
from launcher.checkout import Checkout
from launcher.failure import Failure
from launcher.finding import FOUND, LATER, MISSING, NOTE, OPTIONAL, SUSPICIOUS, Finding, look, table

POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
SYSTEM = systems.name()


def program(path, says, *lines):
    """A stand-in for a program that says this, after these lines of shell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["#!/bin/sh", *lines, f"echo '{says}'"]) + "\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """A checkout without anything, on a system without any JDK."""
    monkeypatch.setattr(systems, "jdk_patterns", lambda *_: [str(tmp_path / "jdks" / "*")])
    root = tmp_path / "checkout"
    (root / "environment").mkdir(parents=True)
    return Checkout(root, SYSTEM)


@pytest.fixture
def environ(tmp_path):
    """The variables of a user whose path holds the folder `programs` alone."""
    return {"PATH": str(tmp_path / "programs"), "LANG": "C.UTF-8", "HOME": str(tmp_path)}


def stand_in_jdk(tmp_path, name="one", version="17.0.2", says="openjdk", *lines):
    home = tmp_path / "jdks" / name
    program(home / "bin" / "java", says, *lines)
    program(home / "bin" / "javac", "")
    (home / "release").write_text(f'JAVA_VERSION="{version}"\nMODULES="java.base jdk.jshell"\n')
    return home


def of(findings, thing):
    return [(finding.state, finding.text) for finding in findings if finding.thing == thing]


def test_where_nothing_is_there_every_thing_has_its_line_and_nothing_fails(empty, environ):
    findings = doctor.examine(empty, None, environ)
    jdk, maven = of(findings, "JDK"), of(findings, "Maven")
    assert jdk == [(MISSING, "No JDK was found, MML Seminar needs one of version 17 or newer. Install one: "
                             f"{systems.install(SYSTEM, 'jdk')}")]
    assert maven == [(MISSING, "Maven was not found on the path, it builds the library. Install it: "
                               f"{systems.install(SYSTEM, 'maven')}")]
    later = ("Python packages", "Java library", "Java kernel", "Web parts", "Node", "Matrix products")
    assert [state for thing in later for state, _ in of(findings, thing)] == [LATER] * 6
    assert doctor.verdict(findings).startswith("\nMissing: JDK, Maven; suspicious: ")


@POSIX
def test_all_jdks_are_named_with_the_chosen_one_and_why(empty, environ, tmp_path):
    stand_in_jdk(tmp_path, "old", "11.0.1")
    stand_in_jdk(tmp_path, "new", "25.0.3")
    named = stand_in_jdk(tmp_path, "mid", "21.0.1")
    for asked, given, chosen, why in ((None, environ, "25.0.3", "the newest that was found"),
                                      (None, {**environ, "JAVA_HOME": str(named)}, "21.0.1", "as JAVA_HOME says"),
                                      (str(named), environ, "21.0.1", "as --jdk says")):
        jdk = inventory.chosen_jdk(empty, asked, given)
        found = list(inventory.jdk(empty, jdk, asked, given))
        assert (found[0].state, found[0].text) == (FOUND, f"{chosen}, {jdk.home}: chosen, {why}")
        others = [finding.text for finding in found[1:]]
        assert len(others) == 2 and any(text.endswith(": not chosen") for text in others)
        assert any(text.endswith("has Java 11.0.1, the least is 17: does not serve") for text in others)


@POSIX
@pytest.mark.parametrize("lines, said", [
    (["echo no memory; exit 1"], "does not run, it says: no memory"),
    (["exit 127"], "does not run, it says: exit 127")])
def test_a_jdk_that_does_not_run_is_missing_with_the_way_out(empty, environ, tmp_path, lines, said):
    stand_in_jdk(tmp_path, "one", "17.0.2", "", *lines)
    found = list(inventory.jdk(empty, inventory.chosen_jdk(empty, None, environ), None, environ))
    assert found[0].state == MISSING and said in found[0].text and systems.install(SYSTEM, "jdk") in found[0].text


@POSIX
def test_a_java_that_is_no_program_is_missing_and_hides_no_other(empty, environ, tmp_path):
    broken = stand_in_jdk(tmp_path, "broken", "26")
    (broken / "bin" / "java").write_bytes(b"\x7fELF\x00")
    (broken / "release").unlink()
    stand_in_jdk(tmp_path, "sound", "17.0.2")
    found = list(inventory.jdk(empty, inventory.chosen_jdk(empty, None, environ), None, environ))
    assert (found[0].state, found[0].text.split(",")[0]) == (FOUND, "17.0.2")
    assert "broken/bin/java cannot be run" in found[1].text and found[1].text.endswith("does not serve")


@POSIX
@pytest.mark.parametrize("says, lines, state, text", [
    ("Apache Maven 3.9.11 (abc)", [], FOUND, "3.9.11, "),
    ("Apache Maven 3.6.3", [], MISSING, "Maven is 3.6, the least is 3.8. Install it"),
    ("\x1b[31mgarb\x00\x07age", [], MISSING, "does not name its version but says: "),
    ("", ["exit 3"], MISSING, "does not run, it says: exit 3. Install it")])
def test_maven(empty, environ, tmp_path, says, lines, state, text):
    stand_in_jdk(tmp_path)
    mvn = program(tmp_path / "programs" / "mvn", "", *lines, "cat \"$0.says\"")
    mvn.with_name("mvn.says").write_text(says)
    environ["PATH"] += f"{os.pathsep}/usr/bin{os.pathsep}/bin"
    jdk = inventory.chosen_jdk(empty, None, environ)
    found = look("Maven", lambda: inventory.maven_program(empty, jdk, environ))
    assert [finding.state for finding in found] == [state] and text in found[0].text
    assert "\x1b" not in table(found) and "\x00" not in table(found)


@POSIX
def test_a_program_that_hangs_is_given_up_even_if_its_child_stays(tmp_path):
    hangs = program(tmp_path / "hangs", "", "sleep 8")
    start = time.monotonic()
    with pytest.raises(Failure, match="hangs gave no answer within 0.5 s"):
        programs.answer([str(hangs)], seconds=0.5)
    assert time.monotonic() - start < 4


@POSIX
def test_git_node_and_chromium_are_found_or_can_be_done_without(empty, environ, tmp_path):
    looks = {"git": inventory.git, "Node": inventory.node_program, "Chromium": inventory.chromium}
    lacking = {thing: look(thing, lambda: examine(empty, environ))[0] for thing, examine in looks.items()}
    assert {thing: finding.state for thing, finding in lacking.items()} == {
        "git": OPTIONAL, "Node": LATER, "Chromium": OPTIONAL}
    assert systems.install(SYSTEM, "git") in lacking["git"].text
    folder = tmp_path / "programs"
    program(folder / "git", "git version 2.50.1")
    program(folder / "node", "v22.1.0")
    program(folder / "npm", "10")
    program(folder / systems.browsers(SYSTEM, {})[0], "")
    found = {thing: look(thing, lambda: examine(empty, environ))[0] for thing, examine in looks.items()}
    assert {finding.state for finding in found.values()} == {FOUND}
    assert (found["git"].text, found["Node"].text) == (f"2.50.1, {folder / 'git'}", f"22, {folder / 'node'}")


def test_a_python_that_can_make_no_virtual_environment_is_missing_its_module(empty, monkeypatch):
    monkeypatch.setattr(inventory.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    found = look("Python", lambda: inventory.python(empty))
    assert found[0].state == MISSING and "has no module ensurepip" in found[0].text
    assert found[0].text.endswith(systems.install(SYSTEM, "venv"))


@POSIX
@pytest.mark.parametrize("says, lines, text", [
    ("no JSON", [], "Expecting value"),
    ("", ["echo no module jupyterlab >&2; exit 1"], "no module jupyterlab"),
    ('["Python 3.11.7", "jupyterlab 4.6.6"]', [], "jjava.jar is not there")])
def test_a_damaged_virtual_environment_is_made_anew_by_the_next_lab(empty, says, lines, text):
    stand_in_environment(empty, says, *lines)
    found = look("Python packages", lambda: parts.packages(empty))
    assert found[0].state == LATER and text in found[0].text
    assert found[0].text.endswith("made anew by the next `lab`")


@POSIX
def test_a_virtual_environment_tells_its_versions_or_is_made_anew(empty):
    stand_in_environment(empty, '["Python 3.11.7", "jupyterlab 4.6.6"]')
    steps.write(empty.jjava, "")
    versions = "Python 3.11.7, jupyterlab 4.6.6"
    assert look("", lambda: parts.packages(empty)) == [Finding(FOUND, "Python packages", versions)]
    (empty.environment / "requirements.txt").write_text("jupyterlab==5")
    assert look("", lambda: parts.packages(empty))[0].state == LATER


def stand_in_environment(checkout, says, *lines):
    program(checkout.python, says, *lines)
    (checkout.environment / "requirements.txt").write_text("jupyterlab==4.6.6")
    preparation.packages_step(checkout).finish()


@POSIX
def test_the_library_names_the_jdk_that_built_it_and_is_built_anew_when_its_sources_change(empty, environ, tmp_path):
    stand_in_jdk(tmp_path)
    jdk = inventory.chosen_jdk(empty, None, environ)
    for part in ("pom.xml", "lib/pom.xml", "lib/src/main/A.java", "lib/target/mml-0.1.jar"):
        steps.write(empty.root / part, "")
    preparation.library_step(empty, jdk).finish()
    built = f"built by JDK 17.0.2 {jdk.home}"
    assert look("", lambda: parts.library(empty, jdk)) == [Finding(FOUND, "Java library", built)]
    assert look("", lambda: parts.library(empty, Failure("none"))) == [Finding(FOUND, "Java library", built)]
    steps.write(empty.root / "lib/src/main/A.java", "class A { }")
    found = look("", lambda: parts.library(empty, jdk))
    anew = f"{built}; what it is made from has changed: made anew by the next `lab`"
    assert found == [Finding(LATER, "Java library", anew)]


@POSIX
def test_the_kernel_is_found_or_written_anew_or_broken(empty, environ, tmp_path):
    stand_in_jdk(tmp_path)
    jdk = inventory.chosen_jdk(empty, None, environ)
    preparation.kernelspec(empty, jdk)
    assert look("", lambda: parts.kernelspec(empty, jdk)) == [Finding(FOUND, "Java kernel", f"starts {jdk.java}")]
    other = inventory.chosen_jdk(empty, str(stand_in_jdk(tmp_path, "two", "21")), environ)
    assert look("", lambda: parts.kernelspec(empty, other))[0].state == LATER
    (empty.kernelspec / "kernel.json").write_text("{")
    found = look("Java kernel", lambda: parts.kernelspec(empty, jdk))
    assert found == [Finding(LATER, "Java kernel", "damaged (kernel.json is missing or not as it was): made anew by the next `lab`")]


@pytest.mark.parametrize("answer, is_built, state, text", [
    ("OpenBLAS by foreign-function call", True, FOUND, "OpenBLAS by foreign-function call"),
    ("plain Java", True, SUSPICIOUS, "many times slower"),
    ("plain Java; few rows by vectors of 512 bits", True, SUSPICIOUS, "many times slower"),
    ("! java.lang.NoClassDefFoundError: x", True, SUSPICIOUS, "did not tell: java.lang.NoClassDefFoundError: x"),
    ("! java.lang.ClassNotFoundException: x", False, LATER, "not known before the library is built")])
def test_matrix_products(answer, is_built, state, text):
    found = java_sees.products(answer, is_built)
    assert found.state == state and text in found.text


@pytest.mark.parametrize("answer, is_built, state, text", [
    ("directly, by vectors of 512 bits", True, FOUND, "directly, by vectors of 512 bits"),
    ("as products of matrices: vectors have 128 bits only", True, FOUND, "128 bits only"),
    ("! java.lang.NoClassDefFoundError: x", True, SUSPICIOUS, "did not tell: java.lang.NoClassDefFoundError: x"),
    ("! java.lang.ClassNotFoundException: x", False, LATER, "not known before the library is built")])
def test_convolutions(answer, is_built, state, text):
    found = java_sees.convolutions(answer, is_built)
    assert found.state == state and text in found.text


@pytest.mark.parametrize("system", [systems.LINUX, systems.MACOS, systems.WINDOWS])
@pytest.mark.parametrize("answer", ["0", "! java.lang.InternalError: Fontconfig head is null"])
def test_that_java_finds_no_fonts_is_suspicious_with_the_command_of_each_system(system, answer):
    found = java_sees.fonts(answer, system)
    assert found.state == SUSPICIOUS and found.text.endswith(systems.install(system, "fonts"))
    assert java_sees.fonts("11", system).state == FOUND


@pytest.mark.parametrize("size, state, text", [
    (8 * 2**30, FOUND, "8.0 GB"), (4 * 2**30, FOUND, "4.0 GB"), (3 * 2**30, SUSPICIOUS, "3.0 GB, and less than 4 GB")])
def test_memory(size, state, text):
    found = java_sees.memory(str(size))
    assert found.state == state and found.text.startswith(text)


def test_the_jdk_itself_is_asked(checkout, jdk):
    findings = list(java_sees.everything(checkout, jdk))
    assert [finding.thing for finding in findings] == ["Matrix products", "Convolutions", "Fonts", "Memory"]
    assert findings[0].state == FOUND and findings[0].text.startswith("OpenBLAS")


def test_without_the_library_the_products_are_not_known_but_fonts_and_memory_are(empty, jdk):
    assert [finding.state for finding in java_sees.everything(empty, jdk)] == [LATER, LATER, FOUND, FOUND]


@POSIX
def test_a_jvm_that_does_not_start_as_the_kernel_does_is_suspicious(empty, environ, tmp_path):
    stand_in_jdk(tmp_path, "one", "17.0.2", "", '[ "$1" = -version ] || { echo "Could not reserve heap"; exit 1; }')
    found = list(java_sees.everything(empty, inventory.chosen_jdk(empty, None, environ)))
    assert [finding.state for finding in found] == [SUSPICIOUS] and "Could not reserve heap" in found[0].text


@pytest.mark.parametrize("free, state", [(1.9, SUSPICIOUS), (2.1, FOUND)])
def test_little_room_on_the_disk(empty, monkeypatch, free, state):
    monkeypatch.setattr(surroundings.shutil, "disk_usage", lambda path: SimpleNamespace(free=int(free * 2**30)))
    assert [finding.state for finding in surroundings.disk(empty)] == [state]


def test_a_checkout_that_cannot_be_written_to(empty, monkeypatch):
    monkeypatch.setattr(surroundings.os, "access", lambda path, mode: False)
    found = list(surroundings.disk(empty))
    assert found[0].state == MISSING and "cannot be written to" in found[0].text


@pytest.mark.parametrize("variable", [
    "OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "JAVA_TOOL_OPTIONS",
    "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS", "PYTHONPATH", "PYTHONHOME"])
def test_a_variable_is_named_without_its_value(empty, variable):
    found = list(surroundings.variables(empty, {variable: "secret", "PATH": "x", "PYTHONUNBUFFERED": "1"}))
    assert [finding.state for finding in found] == [SUSPICIOUS]
    assert found[0].text.startswith(f"{variable} is set: ") and found[0].text.endswith(systems.unset(SYSTEM, variable))
    assert "secret" not in found[0].text


def test_a_path_or_a_locale_that_makes_difficulties(tmp_path):
    checkout = Checkout(tmp_path / "a:b", systems.LINUX)
    found = list(surroundings.names(checkout, {"LANG": "C"}))
    assert [(finding.state, finding.thing) for finding in found] == [(SUSPICIOUS, "Path"), (SUSPICIOUS, "Locale")]
    assert list(surroundings.names(Checkout(tmp_path, systems.LINUX), {"LANG": "de_DE.UTF-8"})) == []


def test_another_jupyter_is_named_as_harmless(empty, tmp_path):
    checkout = Checkout(empty.root, systems.LINUX)
    user = tmp_path / "ada"
    steps.write(user / ".jupyter" / "migrated", "")
    environ = {"JUPYTER_PATH": "/odd"}
    before = list(surroundings.other_jupyter(checkout, {}, str(user)))
    steps.write(user / ".jupyter" / "jupyter_server_config.py", "")
    steps.write(user / ".local/share/jupyter/kernels/julia/kernel.json", "{}")
    found = list(surroundings.other_jupyter(checkout, environ, str(user)))
    texts = [finding.text for finding in found]
    assert {finding.state for finding in found} == {NOTE} and all(text.endswith("nothing to do") for text in texts)
    assert "settings jupyter_server_config.py" in texts[0] and "JUPYTER_PATH" in texts[1] and "julia" in texts[2]
    assert not any("settings" in finding.text or "julia" in finding.text for finding in before)


def test_a_lab_that_is_open_is_named_and_one_that_was_killed_is_not(empty, monkeypatch):
    file = empty.jupyter / "runtime" / "jpserver-1.json"
    steps.write(file, json.dumps({"url": "http://127.0.0.1:9/", "token": "x", "port": 9}))
    assert list(surroundings.open_labs(empty)) == []
    monkeypatch.setattr(surroundings.lab, "answering", lambda file: "address")
    found = list(surroundings.open_labs(empty))
    assert found[0].state == SUSPICIOUS and found[0].text.startswith("one is open on port 9: ")


def test_a_clock_that_is_behind_the_checkout(empty):
    steps.write(empty.root / "pom.xml", "")
    changed = max(surroundings.changed(empty))
    assert list(surroundings.clock(empty)) == [] and list(surroundings.clock(empty, changed - 3600)) == []
    found = list(surroundings.clock(empty, 0))
    assert found[0].state == SUSPICIOUS and found[0].text.startswith("it says 1970-01-01, but the checkout is from 20")
    assert found[0].text.endswith(systems.clock(SYSTEM))


def test_whatever_breaks_is_a_line_of_its_own_and_what_was_found_before_stays():
    def breaks():
        yield Finding(FOUND, "A", "a")
        raise RecursionError("too deep")
    assert look("B", breaks) == [Finding(FOUND, "A", "a"),
                                 Finding(SUSPICIOUS, "B", "could not be looked at: RecursionError: too deep")]


def test_the_table_has_one_line_a_thing_and_goes_on_below_its_last_column():
    findings = [Finding(FOUND, "A", "one\ntwo\x1b[31m red"), Finding(SUSPICIOUS, "Long", "word " * 12)]
    whole = "suspicious  Long  " + "word " * 11 + "word"
    assert table(findings).splitlines() == ["found       A     one two red", whole]
    wrapped = table(findings, 60).splitlines()
    assert len(wrapped) == 3 and wrapped[2].startswith(" " * 18 + "word") and max(map(len, wrapped)) <= 60


def seminar(checkout, **environ):
    command = [sys.executable, str(checkout.environment / "seminar"), "doctor"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, **environ})


def test_on_this_machine_it_changes_nothing_and_says_so_within_seconds(checkout, tell):
    before = state(checkout)
    start = time.perf_counter()
    done = seminar(checkout)
    tell(f"doctor: {time.perf_counter() - start:.1f} s")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("Nothing that is needed is missing; suspicious: ")
    assert state(checkout) == before


@POSIX
def test_with_nothing_on_the_path_it_ends_with_status_1_and_no_traceback(checkout, tmp_path):
    done = seminar(checkout, PATH=str(tmp_path), JAVA_HOME=str(tmp_path), MML_JDK="")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1].startswith("Missing: JDK, Maven; suspicious: ")


def state(checkout):
    """When what a set-up or a build would change was changed last."""
    watched = [checkout.venv / "seminar.stamp", checkout.jar, checkout.kernelspec / "kernel.json", checkout.target,
               checkout.environment, checkout.root]
    return [(path, path.stat()[stat.ST_MTIME]) for path in watched]
