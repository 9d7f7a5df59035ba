"""Which JDK is chosen, and what is said when none serves; on JDKs that consist of the files that are looked at."""

import pytest

from launcher import jdk, systems
from launcher.failure import Failure

SYSTEM = systems.name()


@pytest.fixture
def make(tmp_path):
    """Makes a JDK's folder and returns it."""
    def make(name, version="17.0.2", modules="java.base jdk.jshell", programs=("java", "javac")):
        home = tmp_path / name
        for program in programs:
            path = home / systems.venv_program(SYSTEM, program).replace("Scripts", "bin")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o755)
        (home / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\nMODULES="{modules}"\n')
        return home
    return make


@pytest.fixture(autouse=True)
def only_these_places(monkeypatch, tmp_path):
    monkeypatch.setattr(systems, "jdk_patterns", lambda *_: [str(tmp_path / "place*")])


def test_what_is_asked_for_comes_before_all_else(make):
    environ = {"MML_JDK": str(make("b", "21")), "JAVA_HOME": str(make("c", "22"))}
    assert jdk.choose(SYSTEM, str(make("a")), environ).home.name == "a"


def test_mml_jdk_comes_before_java_home(make):
    environ = {"MML_JDK": str(make("b")), "JAVA_HOME": str(make("c", "22"))}
    assert jdk.choose(SYSTEM, None, environ).home.name == "b"


def test_java_home_comes_before_what_is_found(make):
    make("place1", "25")
    assert jdk.choose(SYSTEM, None, {"JAVA_HOME": str(make("c")), "PATH": ""}).home.name == "c"


def test_the_newest_that_serves_is_found(make):
    make("place1", "21.0.9")
    make("place2", "21.0.10")
    make("place3", "17.0.2")
    make("place4", "26", modules="java.base")
    make("place5", "27", programs=("java",))
    found = jdk.choose(SYSTEM, None, {"PATH": ""})
    assert (found.home.name, found.feature) == ("place2", 21)


@pytest.mark.parametrize("modules, expected", [
    ("java.base jdk.incubator.vector jdk.jshell", True), ("java.base jdk.jshell", False)])
def test_whether_it_has_the_vectors_is_known(make, modules, expected):
    assert jdk.choose(SYSTEM, str(make("a", modules=modules)), {}).vectors == expected


def test_the_java_on_the_path_is_found(make):
    home = make("elsewhere", "18")
    assert jdk.choose(SYSTEM, None, {"PATH": str(home / "bin")}).home.name == "elsewhere"


@pytest.mark.parametrize("flaw, sentence", [
    ({"version": "11.0.2"}, "has Java 11.0.2, the least is 17"),
    ({"version": "1.8.0_402"}, "has Java 8.0_402, the least is 17"),
    ({"modules": "java.base java.desktop"}, "has no module jdk.jshell"),
    ({"programs": ("java",)}, "has no bin/javac"),
    ({"programs": ("javac",)}, "has no bin/java")])
def test_one_that_is_named_but_does_not_serve_is_an_error(make, flaw, sentence):
    make("place1", "25")
    for asked, environ in ((make("bad", **flaw), {}), (None, {"JAVA_HOME": str(make("bad", **flaw))})):
        with pytest.raises(Failure) as failure:
            jdk.choose(SYSTEM, asked, environ)
        assert sentence in str(failure.value) and systems.install(SYSTEM, "jdk") in str(failure.value)


def test_that_there_is_none_is_said_with_the_way_out():
    with pytest.raises(Failure, match="No JDK was found, MML Seminar needs one of version 17 or newer. Install one:"):
        jdk.choose(SYSTEM, None, {"PATH": ""})


def test_that_only_old_ones_were_found_is_said_with_one_of_them(make):
    make("place1", "11")
    with pytest.raises(Failure, match="No JDK that serves was found; .*place1 has Java 11, the least is 17. Install"):
        jdk.choose(SYSTEM, None, {"PATH": ""})


def test_a_real_one_without_a_release_file_is_asked_itself(jdk, tmp_path):
    from launcher.jdk import _release
    version, modules = _release(tmp_path, jdk.java)
    assert version == jdk.version and "jdk.jshell" in modules


@pytest.mark.parametrize("home", ["~nobody-has-this-name/jdk", "a\0b"])
def test_a_home_that_is_no_path_ends_with_a_sentence(home):
    with pytest.raises(Failure, match="The JDK of --jdk does not serve"):
        jdk.choose(SYSTEM, home, {})


def test_a_version_without_a_number_and_a_link_to_itself_hide_no_other(make, tmp_path):
    make("place1", "abc")
    (tmp_path / "place2").symlink_to(tmp_path / "place2")
    make("place3", "21")
    assert jdk.choose(SYSTEM, None, {"PATH": ""}).version == "21"
