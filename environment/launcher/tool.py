"""Runs the programs that set up, and says in one sentence why one failed: no network, no room, or its own last lines."""

import subprocess
from dataclasses import dataclass
from typing import Callable

from launcher import causes, lock
from launcher.failure import Failure


def last_lines(log):
    return "\n".join("  " + line for line in log.strip().splitlines()[-5:])


@dataclass(frozen=True)
class Tool:
    """A program such as pip: what it fetches, how it learns of a proxy, and which folders it fills.

    Of any other failure, the sentence `otherwise` is followed by what `told` takes of its output.
    """

    name: str
    fetches: str
    proxy: str
    fills: tuple
    otherwise: str
    told: Callable[[str], str] = last_lines

    def run(self, command, environ, cwd=None):
        """Runs it to its end, out of sight, while it shares our locks; a Failure if it fails."""
        done = subprocess.run(command, cwd=cwd, env=environ, text=True, errors="replace", stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, pass_fds=lock.passed_on())
        if done.returncode != 0:
            raise Failure(self.why(done.stdout))

    def why(self, log):
        """The sentence for a run that failed with this output."""
        return (causes.no_room(log, self.fills) or causes.no_network(log, self.name, self.fetches, self.proxy)
                or f"{self.otherwise}:\n{self.told(log)}")
