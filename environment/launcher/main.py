"""The command line: reads it, sends it to one module a command, and says in one sentence what went wrong."""

import argparse
import sys

from launcher import bench, bundle, causes, doctor, export, lab, mine, new_paper, reproduce, test
from launcher.checkout import Checkout
from launcher.failure import Failure

DESCRIPTION = """\
MML Seminar. The first run sets up what is missing (a minute or two), later ones start at once.
Needed: Python 3.10 or newer, a JDK 17 or newer, Maven 3.8 or newer.

  environment/seminar lab                      open JupyterLab on the notebooks
  environment/seminar lab --port 9000 --no-browser
  environment/seminar lab --kernel ijava --ijava ijava-1.3.0.zip
  environment/seminar test                     everything that must pass
  environment/seminar export                   run every notebook, write it as a page to environment/export/
  environment/seminar export notebooks/3-li-et-al-2018/hacker.ipynb
  environment/seminar reproduce                compute the stored results anew, without a time limit
  environment/seminar mine 3 hacker            copy the notebook of paper 3 and this role to notebooks/mine/
  environment/seminar new-paper 6-smith-2024   make the folder of a further paper, with five drafts, and its entry
  environment/seminar bench                    how fast it is, beside NumPy (with --peers also PyTorch, JAX and DJL)
  environment/seminar doctor                   say what is found, what is missing and what is suspicious
  environment/seminar doctor --talk 3 hacker   ten minutes before the talk: is this notebook ready?
  environment/seminar bundle                   write all that a set-up fetches to one file, for machines without a network
  environment/seminar lab --bundle FILE        set up from it, then as above
"""


def main(arguments=None):
    """Runs the command line; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal may have no letters for a path
    options = parser().parse_args(arguments)
    checkout = Checkout.here()
    try:
        return options.run(checkout, options)
    except Failure as failure:
        print(f"\n{failure}", file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped; what is complete is kept.", file=sys.stderr)
    except OSError as problem:
        print(f"\n{causes.of(problem, checkout.root)}", file=sys.stderr)
    return 1


def parser():
    """The commands and their options."""
    every = argparse.ArgumentParser(add_help=False)
    every.add_argument("--jdk", metavar="PATH", help="the JDK to use (else MML_JDK, JAVA_HOME, the newest found)")
    top = argparse.ArgumentParser(prog="environment/seminar", description=DESCRIPTION,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, module in (("lab", lab), ("test", test), ("export", export), ("reproduce", reproduce),
                         ("mine", mine), ("new-paper", new_paper), ("doctor", doctor), ("bundle", bundle), ("bench", bench)):
        summary = module.__doc__.splitlines()[0]
        command = commands.add_parser(name, parents=[every], help=summary, description=summary)
        module.options(command)
        command.set_defaults(run=module.run)
    return top
