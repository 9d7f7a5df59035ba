"""What differs by system, for each system, wherever the tests run."""

import pytest

from launcher import systems
from launcher.systems import LINUX, MACOS, WINDOWS


@pytest.mark.parametrize("platform, system", [
    ("linux", LINUX), ("darwin", MACOS), ("win32", WINDOWS), ("freebsd14", LINUX)])
def test_a_system_has_a_name(platform, system):
    assert systems.name(platform) == system


@pytest.mark.parametrize("system", [LINUX, MACOS, WINDOWS])
@pytest.mark.parametrize("what", ["jdk", "maven", "venv", "git", "chromium", "fonts"])
def test_every_system_has_a_command_for_what_may_be_missing(system, what):
    assert systems.install(system, what).split()[0] in ("sudo", "brew", "winget", "choco")


@pytest.mark.parametrize("system, path", [
    (LINUX, "bin/python"), (MACOS, "bin/python"), (WINDOWS, "Scripts/python.exe")])
def test_programs_of_a_virtual_environment(system, path):
    assert systems.venv_program(system, "python") == path


@pytest.mark.parametrize("system, home, java", [
    (LINUX, "/usr/lib/jvm/jdk 21", "/usr/lib/jvm/jdk 21/bin/java"),
    (MACOS, "/Library/J/Contents/Home", "/Library/J/Contents/Home/bin/java"),
    (WINDOWS, r"C:\Program Files\Java\jdk-21", r"C:\Program Files\Java\jdk-21\bin\java.exe")])
def test_programs_of_a_jdk(system, home, java):
    assert systems.jdk_program(system, home, "java") == java


@pytest.mark.parametrize("system, joined", [(LINUX, "/a b.jar:/c/*.jar"), (WINDOWS, "/a b.jar;/c/*.jar")])
def test_class_path_is_joined_as_java_wants_it(system, joined):
    assert systems.class_path(system, ["/a b.jar", "/c/*.jar"]) == joined


@pytest.mark.parametrize("system, environ, pattern", [
    (LINUX, {}, "/usr/lib/jvm/*"),
    (LINUX, {}, "/home/ada/.sdkman/candidates/java/*"),
    (MACOS, {}, "/Library/Java/JavaVirtualMachines/*/Contents/Home"),
    (MACOS, {}, "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home"),
    (WINDOWS, {"ProgramFiles": r"D:\Programme"}, r"D:\Programme\Eclipse Adoptium\*"),
    (WINDOWS, {}, r"C:\Program Files\Java\*")])
def test_the_usual_places_of_a_jdk(system, environ, pattern):
    assert pattern in systems.jdk_patterns(system, "/home/ada", environ)


@pytest.mark.parametrize("system, environ, added", [
    (LINUX, {}, {"LC_ALL": "C.UTF-8"}),
    (LINUX, {"LANG": "C"}, {"LC_ALL": "C.UTF-8"}),
    (LINUX, {"LANG": "de_DE.UTF-8"}, {}),
    (LINUX, {"LANG": "C.utf8"}, {}),
    (LINUX, {"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}),
    (MACOS, {}, {}),
    (WINDOWS, {}, {})])
def test_java_can_name_every_file(system, environ, added):
    assert systems.utf8_locale(system, environ) == added


@pytest.mark.parametrize("system, environ, browser", [
    (LINUX, {}, "chromium"),
    (MACOS, {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    (WINDOWS, {"ProgramFiles": r"C:\P"}, r"C:\P\Google\Chrome\Application\chrome.exe")])
def test_where_a_browser_may_be(system, environ, browser):
    assert browser in systems.browsers(system, environ)


@pytest.mark.parametrize("system, command", [
    (LINUX, "unset X"), (MACOS, "unset X"), (WINDOWS, "Remove-Item Env:X (in PowerShell)")])
def test_how_a_variable_is_taken_away(system, command):
    assert systems.unset(system, "X") == command


@pytest.mark.parametrize("system", [LINUX, MACOS, WINDOWS])
def test_how_the_clock_is_set(system):
    assert systems.clock(system).split()[0] in ("sudo", "w32tm")


@pytest.mark.parametrize("system, user, environ, settings", [
    (LINUX, "/home/ada", {}, "/home/ada/.jupyter"),
    (MACOS, "/Users/ada", {"JUPYTER_CONFIG_DIR": "/x"}, "/x"),
    (WINDOWS, r"C:\Users\ada", {}, r"C:\Users\ada\.jupyter")])
def test_where_another_jupyter_keeps_its_settings(system, user, environ, settings):
    assert systems.jupyter_config(system, user, environ) == settings


@pytest.mark.parametrize("system, environ, folder", [
    (LINUX, {}, "/home/ada/.local/share/jupyter/kernels"),
    (MACOS, {}, "/home/ada/Library/Jupyter/kernels"),
    (WINDOWS, {"APPDATA": r"C:\A", "PROGRAMDATA": r"C:\P"}, r"C:\P\jupyter\kernels")])
def test_where_kernels_of_another_jupyter_are(system, environ, folder):
    assert folder in systems.jupyter_kernels(system, "/home/ada", environ)


@pytest.mark.parametrize("system, path, doubt", [
    (LINUX, "/home/ada/a:b", "divides Java's class path"),
    (MACOS, "/Users/ada/what?", "takes for a pattern"),
    (LINUX, "/home/\udce4da", "is not UTF-8"),
    (WINDOWS, r"C:\a;b", "divides Java's class path"),
    (WINDOWS, "C:\\B\u00fccher", "letters outside ASCII"),
    (WINDOWS, "C:\\" + "a" * 100, "has 103 characters")])
def test_a_path_that_makes_difficulties(system, path, doubt):
    assert [doubt in sentence for sentence in systems.path_doubts(system, path)] == [True]


@pytest.mark.parametrize("system, path", [
    (LINUX, "/home/ada/B\u00fccher und mehr"), (MACOS, "/Users/ada/[x]"), (WINDOWS, r"C:\Users\ada\seminar")])
def test_a_path_that_makes_none(system, path):
    assert systems.path_doubts(system, path) == []


def test_only_linux_takes_the_network_from_one_program():
    assert [systems.has_network_namespaces(system) for system in (LINUX, MACOS, WINDOWS)] == [True, False, False]
