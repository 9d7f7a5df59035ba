"""What differs by system, for each system, wherever the tests run."""

import pytest

from launcher import systems
from launcher.systems import LINUX, MACOS, WINDOWS


@pytest.mark.parametrize("platform, system", [
    ("linux", LINUX), ("darwin", MACOS), ("win32", WINDOWS), ("freebsd14", LINUX)])
def test_a_system_has_a_name(platform, system):
    assert systems.name(platform) == system


@pytest.mark.parametrize("system", [LINUX, MACOS, WINDOWS])
@pytest.mark.parametrize("what", ["jdk", "maven", "venv"])
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
