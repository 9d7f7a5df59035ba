"""What one run of a notebook has shown, read from the outputs of its cells."""

import re
from dataclasses import dataclass, field

from pages.reproducing import STORED

SLOW_CELL = 5  # seconds
NONE = re.compile(r"there is no stored result results/([a-z0-9.-]+)\.json")
UNUSABLE = re.compile(r"results/([a-z0-9.-]+)\.json is not used: "
                      r"(.*?)(?:\. It is computed instead|\. The computation goes on|; this makes it|$)", re.MULTILINE)
NETWORK = re.compile(r"UnknownHost|ConnectException|NoRouteToHost|UnresolvedAddress|SocketException|HttpConnectTimeout|"
                     r"Network is unreachable")


@dataclass
class Rehearsal:
    """The cells that were run, the seconds of each that ended, and how it ended.

    `first_output` and `whole` are in seconds from the start of the kernel, which was ready after `kernel`; `load` says
    how many programs kept each core busy before. `failure` is a sentence if the last cell did not end well; if that was
    because the time was over, it `is_cut_short`.
    """

    cells: list = field(default_factory=list)
    seconds: list = field(default_factory=list)
    first_output: float | None = None
    kernel: float = 0.0
    whole: float = 0.0
    load: float = 0.0
    failure: str | None = None
    is_cut_short: bool = False

    @property
    def slow(self):
        """The cells that took longer than a listener waits, counted from 1, with their seconds."""
        return [(number, seconds) for number, seconds in enumerate(self.seconds, 1) if seconds > SLOW_CELL]

    @property
    def failed_checks(self):
        return [text for text in self.texts() if text.startswith("\u2717")]

    @property
    def summary(self):
        """The last line that counts the claims, or None."""
        return next((text for text in reversed(self.texts()) if text.startswith("Claims: ")), None)

    @property
    def results(self):
        """The stored results that were asked for, each as last shown: a list of (state, key, seconds, sentence)."""
        shown = [(output["data"][STORED], output["data"]["text/plain"])
                 for output in self._shown() if STORED in output["data"]]
        return [(known["state"], known["key"], known["seconds"], sentence) for known, sentence in shown]

    @property
    def needs_network(self):
        """Whether it failed as a program does that wants to reach another machine."""
        return self.failure is not None and NETWORK.search(self.failure) is not None

    def unusable(self, folder):
        """Of each stored result that could not be shown if its time ran out, the key and why.

        `folder` is the notebook's; a live result does not tell whether it is stored too.
        """
        why = {key: "there is none" for _, key, _, _ in self.results
               if not (folder / "results" / f"{key}.json").is_file()}
        said = "\n".join([*self.texts(), self.failure or ""])
        return {**why, **dict.fromkeys(NONE.findall(said), "there is none"), **dict(UNUSABLE.findall(said))}

    def texts(self):
        """What was shown, as plain text."""
        return [output["data"].get("text/plain", "") for output in self._shown()]

    def _shown(self):
        return [output for cell in self.cells for output in cell.outputs if "data" in output]
