"""JupyterLab as the launcher starts it, and that nothing of it stays behind however it ends."""

import os
import time
import urllib.error
import urllib.request

import pytest

from lab_process import ENDING, free_port, lab, wait_for
from launcher import jupyter

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals are sent as a Unix terminal sends them")


def one_ctrl_c(running):
    running.ctrl_c()


def two_quick_ctrl_c(running):
    running.ctrl_c()
    time.sleep(0.1)
    running.ctrl_c()


def kill(running):
    running.process.kill()


def terminate_the_launcher(running):
    running.launcher.terminate()


@POSIX
@pytest.mark.parametrize("end", [one_ctrl_c, two_quick_ctrl_c, kill, terminate_the_launcher])
def test_no_process_stays_behind(checkout, tell, end):
    with lab(checkout, "--port", str(free_port())) as running:
        tell(running.ready)
        jvm = running.start_kernel()
        try:
            end(running)
            start = time.monotonic()
            running.launcher.wait(timeout=ENDING)
            wait_for(lambda: not jvm.is_running(), 5, "end of the JVM")
            tell(f"all gone after {end.__name__.replace('_', ' ')}: {time.monotonic() - start:.1f} s")
            assert not running.process.is_running()
        finally:
            if jvm.is_running():
                jvm.kill()


@POSIX
def test_behind_a_proxy_it_is_ready_all_the_same(checkout, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")  # nobody listens there
    with lab(checkout, "--port", str(free_port())) as running:
        assert "JupyterLab is ready" in running.ready
        running.ctrl_c()
        assert running.launcher.wait(timeout=ENDING) == 0


@POSIX
def test_that_it_was_killed_is_no_success(checkout):
    with lab(checkout, "--port", str(free_port())) as running:
        kill(running)
        assert running.launcher.wait(timeout=ENDING) == 1


@POSIX
def test_it_listens_on_this_machine_only_at_the_port_asked_for_and_wants_its_token(checkout):
    port = free_port()
    with lab(checkout, "--port", str(port)) as running:
        listening = [tuple(connection.laddr) for connection in running.process.net_connections("tcp")
                     if connection.status == "LISTEN"]
        assert ("127.0.0.1", port) in listening and {host for host, _ in listening} == {"127.0.0.1"}
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/kernels")
        running.ctrl_c()
        assert running.launcher.wait(timeout=ENDING) == 0


def test_settings_of_the_users_own_jupyter_and_python_do_not_reach_it(checkout):
    user = {"JUPYTER_PATH": "/odd", "JUPYTER_CONFIG_DIR": "/odd", "PYTHONPATH": "/odd", "JJAVA_STARTUP_SCRIPT": "odd",
            "IJAVA_STARTUP_SCRIPT": "odd", "HOME": "/home/ada", "HTTPS_PROXY": "kept"}
    environ = jupyter.environ(checkout, user)
    assert "/odd" not in environ.values() and "odd" not in environ.values()
    assert environ["HOME"] == "/home/ada" and environ["HTTPS_PROXY"] == "kept"
    assert environ["JUPYTER_CONFIG_DIR"].startswith(str(checkout.environment))
