"""The kernelspec by system and JDK, and the kernel itself: when it starts, is stopped and ends."""

import subprocess
import time
from pathlib import Path

import pytest
from jupyter_client.manager import KernelManager

from launcher import java_sees, kernel
from launcher.checkout import Checkout
from launcher.jdk import Jdk
from launcher.systems import LINUX, MACOS, WINDOWS


@pytest.mark.parametrize("system", [LINUX, MACOS, WINDOWS])
def test_the_kernel_is_started_on_the_chosen_jdk_with_the_library_on_its_class_path(system):
    checkout = Checkout(Path("/a b/Bücher"), system)
    spec = kernel.spec(checkout, Jdk(Path("/jdk"), "17.0.2", system))
    assert spec["argv"][0] == Jdk(Path("/jdk"), "17.0.2", system).java
    assert spec["argv"][-3:] == ["-jar", str(checkout.jjava), "{connection_file}"]
    assert spec["interrupt_mode"] == "message" and spec["display_name"] == "Java (MML)"
    jars = spec["env"]["JJAVA_CLASSPATH"].split(";" if system == WINDOWS else ":")
    assert jars == [str(checkout.jar), str(checkout.dependencies / "*.jar")]


@pytest.mark.parametrize("version, expected", [("17.0.2", False), ("21", False), ("22", True), ("25", True)])
def test_native_access_is_granted_where_it_is_asked_for(version, expected):
    assert ("--enable-native-access=ALL-UNNAMED" in kernel.flags(Jdk(Path("/jdk"), version, LINUX))) == expected


@pytest.mark.parametrize("version, expected", [("17.0.2", False), ("22", False), ("24", True), ("25", True)])
def test_no_warning_of_protobuf_is_printed_where_the_jdk_can_be_told(version, expected):
    assert ("--sun-misc-unsafe-memory-access=allow" in kernel.flags(Jdk(Path("/jdk"), version, LINUX))) == expected


@pytest.mark.parametrize("vectors", [True, False])
def test_the_module_of_the_vectors_is_asked_for_where_the_jdk_has_it(vectors):
    flags = kernel.flags(Jdk(Path("/jdk"), "25", LINUX, vectors))
    assert ("--add-modules jdk.incubator.vector" in " ".join(flags)) == vectors


def test_convolutions_are_computed_as_the_doctor_says(client, checkout, jdk):
    told = java_sees.answers(checkout, jdk)["convolutions"]
    assert output(client, "mml.nn.layer.image.Convolution.arithmetic()") == told


@pytest.fixture
def client(checkout):
    """A client of a fresh kernel; `client.manager` is its manager."""
    manager = KernelManager(kernel_name="mml")
    start = time.perf_counter()
    manager.start_kernel(cwd=str(checkout.root), stderr=subprocess.DEVNULL)
    client = manager.client()
    client.start_channels()
    client.manager, client.start = manager, start
    try:
        client.wait_for_ready(timeout=60)
        yield client
    finally:
        client.stop_channels()
        if manager.is_alive():
            manager.shutdown_kernel(now=True)


def output(client, source):
    """What a cell shows as text."""
    texts = []

    def hook(message):
        content = message["content"]
        texts.append(content.get("text") or content.get("data", {}).get("text/plain") or content.get("evalue") or "")
    client.execute_interactive(source, output_hook=hook, timeout=60)
    return "".join(texts)


def test_the_first_output_comes_soon_and_the_end_within_a_second(client, tell):
    assert output(client, "1 + 1") == "2"
    tell(f"first output after the start of a kernel: {time.perf_counter() - client.start:.1f} s")
    process = client.manager.provisioner.process
    start = time.perf_counter()
    client.manager.shutdown_kernel()
    seconds = time.perf_counter() - start
    tell(f"shutdown of a kernel: {seconds:.2f} s")
    assert seconds < 1 and process.poll() is not None


def test_numbers_are_printed_alike_everywhere(client):
    assert output(client, 'String.format("%.1f %s", 0.5, java.nio.charset.Charset.defaultCharset())') == "0.5 UTF-8"


def test_stop_ends_a_cell_and_keeps_the_state(client):
    output(client, "int kept = 7;")
    client.execute("while (!Thread.currentThread().isInterrupted()) { Thread.onSpinWait(); }")
    time.sleep(0.5)
    start = time.perf_counter()
    client.manager.interrupt_kernel()
    assert output(client, "kept") == "7"
    assert time.perf_counter() - start < 3


def test_the_heap_is_at_most_a_gibibyte(client):
    assert int(output(client, "Runtime.getRuntime().maxMemory()")) <= 1 << 30
