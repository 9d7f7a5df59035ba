"""A first set-up without a network: what each program that fetches says becomes one sentence with the way out."""

import os
import time

import pytest

import confined
import small_checkout
from launcher import causes, lab
from launcher.failure import Failure

WAY_OUT = ("Connect once and run the same command again, or set up from a bundle (lab --bundle FILE); "
           "behind a proxy, ")


@pytest.fixture
def copy(checkout, tmp_path):
    return small_checkout.bare(checkout, tmp_path / "copy")


@pytest.fixture
def without_network(jdk, tell):
    """Runs the launcher where there is no network; gives the sentence that it ends with."""
    def run(copy, command=None, **environ):
        command = confined.without_network(command or small_checkout.export(copy))
        start = time.monotonic()
        said = small_checkout.sentence(small_checkout.run(command, small_checkout.environ(jdk, **environ)))
        tell(f"no network, {time.monotonic() - start:.1f} s: {said}")
        return said
    return run


def test_pip_has_none(copy, without_network):
    said = without_network(copy, PIP_NO_CACHE_DIR="1")
    assert said.startswith("pip could not fetch the Python packages: there is no network, or it needs a proxy (\"")
    assert said.endswith(WAY_OUT + "set HTTPS_PROXY first")
    assert not copy.venv.exists()


def test_maven_has_none(copy, checkout, without_network, tmp_path):
    small_checkout.borrow_packages(copy, checkout)
    said = without_network(copy, MAVEN_OPTS=f"-Dmaven.repo.local={tmp_path / 'repository'}")
    assert said.startswith("Maven could not fetch what the library is built with: there is no network")
    assert said.endswith(WAY_OUT + "name it in ~/.m2/settings.xml")


def test_npm_has_none(copy, checkout, jdk, node, without_network, tmp_path):
    small_checkout.borrow_packages(copy, checkout)
    small_checkout.pretend_library(copy, jdk)
    path = os.pathsep.join([os.path.dirname(node), os.environ["PATH"]])
    said = without_network(copy, PATH=path, npm_config_cache=str(tmp_path / "cache"))
    assert said.startswith("npm could not fetch the web parts: there is no network, or it needs a proxy (\"")
    assert said.endswith(WAY_OUT + "set HTTPS_PROXY first")


def test_for_want_of_what_turns_surfaces_nobody_is_kept_from_jupyterlab(copy, monkeypatch, capsys):
    def refuse(checkout):
        raise Failure("npm could not fetch the web parts: there is no network.")
    monkeypatch.setattr(lab.preparation, "web_parts", refuse)
    lab.web_parts(copy)
    said = "JupyterLab opens all the same, but its surfaces cannot be turned. npm could not fetch the web parts: "
    assert capsys.readouterr().out.startswith(said)


def test_the_benchmarks_have_none(copy, jdk, without_network):
    small_checkout.pretend_library(copy, jdk)
    said = without_network(copy, small_checkout.command(copy, "bench"), PIP_NO_CACHE_DIR="1")
    assert said.startswith("pip could not fetch the Python packages: there is no network, or it needs a proxy (\"")
    assert not list(copy.peers.iterdir()) and not copy.bench_results.exists()


@pytest.mark.parametrize("log, said", [
    ("[Errno -3] Temporary failure in name resolution'))': /simple/attrs/", "Temporary failure in name resolution"),
    ("[Errno 8] nodename nor servname provided, or not known", "nodename nor servname provided"),
    ("[Errno 11001] getaddrinfo failed", "getaddrinfo failed"),
    ("npm error request failed, reason: getaddrinfo EAI_AGAIN a.b", "getaddrinfo EAI_AGAIN"),
    ("npm error reason: connect ECONNREFUSED 127.0.0.1:9", "ECONNREFUSED"),
    ("Unknown host repo.maven: Name or service not known", "Unknown host"),
    ("Connect to 10.0.0.1:80 failed: Connect timed out", "Connect timed out"),
    ("ConnectTimeoutError(connection, 'Connection to a.b timed out. (connect timeout=15)')", "Connection to a.b timed out")])
def test_what_tells_of_no_network(log, said):
    assert f"(\"{said}\")" in causes.no_network(log, "pip", "the packages", "set HTTPS_PROXY first")


@pytest.mark.parametrize("log", [
    "ERROR: No matching distribution found for attrs==99", "npm error 404 Not Found", "certificate verify failed",
    "COMPILATION ERROR: cannot find symbol", ""])
def test_what_does_not(log):
    assert causes.no_network(log, "pip", "the packages", "set HTTPS_PROXY first") is None
