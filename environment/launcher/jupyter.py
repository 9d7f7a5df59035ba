"""The variables under which our Jupyter programs run: apart from the user's own Jupyter, kernels and Python."""

import json
import os
import signal
import subprocess

OF_THE_USER = ("JUPYTER_", "JUPYTERLAB_", "JJAVA_", "IJAVA_", "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP")


def environ(checkout, of=os.environ):
    """The variables of `of` with Jupyter's folders inside the checkout.

    Settings made in our JupyterLab last, and those of another Jupyter (a password, a broken extension, a kernel of the
    same name) do not reach it.
    """
    kept = {name: value for name, value in of.items() if not name.startswith(OF_THE_USER)}
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    }
    kept.setdefault("PYTHONIOENCODING", ":backslashreplace")  # a terminal may have no letters for a notebook's name
    return {**kept, **{name: str(checkout.jupyter / folder) for name, folder in folders.items()}}


def lab_command(checkout, notebooks, *options):
    """JupyterLab on the folder `notebooks` with our kernel alone."""
    return [
        str(checkout.python), "-m", "jupyterlab",
        f"--ServerApp.root_dir={notebooks}",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.answer_yes=True",  # one Ctrl-C ends it
        "--ServerApp.allow_root=True",  # as in a container; it listens on this machine only
        "--ServerApp.log_level=WARN", "--LabApp.log_level=WARN",
        "--KernelSpecManager.allowed_kernelspecs=mml",
        "--KernelSpecManager.ensure_native_kernel=False",
        "--MultiKernelManager.default_kernel_name=mml",
        f"--ServerApp.extra_static_paths={checkout.plotly}",  # for figures; without it they stay still
        *options,
    ]


def address(file):
    """Where the server that wrote `file` (in the folder of run-time files) is to be opened."""
    server = json.loads(file.read_text(encoding="utf-8"))
    return f"{server['url']}lab?token={server['token']}"


def patiently(command, environ):
    """Runs a program that ends itself on Ctrl-C, and waits until it has; returns its exit status."""
    program = subprocess.Popen(command, env=environ)
    signal.signal(signal.SIGTERM, lambda *_: program.terminate())  # it has a kernel to end
    while True:
        try:
            return program.wait()
        except KeyboardInterrupt:
            pass  # the program got it too, and has a kernel to end
