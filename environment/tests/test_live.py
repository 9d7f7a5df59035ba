"""The figure of a training that is stopped says in the end that it was, and the run goes on with the figure."""

from kernel_process import kernel, text

IMPORTS = """\
import mml.data.*;
import mml.nn.*;
import mml.nn.model.*;
import mml.train.*;
import mml.train.run.*;
import static mml.notebook.Notebook.*;"""

LONG = """\
Network network = Mlp.of(784, 64, 10);
Training training = Training.of(network, FashionMnist.train()).epochs(1000);
Run run = training.run(network.initial(Initialisation.he(), 1), live("long"));"""


def test_a_stopped_training_says_so_and_goes_on_with_its_figure(tmp_path):
    with kernel(tmp_path) as running:
        running.cell(IMPORTS)
        cell = running.begin(LONG)
        cell.until(lambda message: " left" in text(message))
        running.stop()
        last = cell.until(lambda message: "long: epoch" in text(message) and ", stopped in " in text(message))
        assert last["msg_type"] == "update_display_data"
        assert "stopped after" in "".join(running.cell('System.out.println(run);').texts)
        more = running.begin('run = training.epochs(1 + run.steps() / 79).resume(run, live("long"));')
        more.until(lambda message: "long: epoch" in text(message) and " left" not in text(message))
        assert "COMPLETE" in "".join(running.cell('System.out.println(run.end());').texts)
