"""A small notebook that keeps every rule, for the tests of what is done to notebooks."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PREAMBLE = """\
import java.util.List;
import mml.plot.*;
import static mml.notebook.Notebook.*;"""

TITLE = """\
# Paper 0, Hacker: does $1 + 1$ make two?

Is the sum of two ones two? Two partners, 5 minutes each; runs in 5 seconds.

$$ \\sum_{i=1}^{2} 1 = 2 $$"""

PICTURE = """\
double[] xs = {0, 1, 2};
double[] ys = {0, 1, 2};
Lines picture = Lines.of("x (steps)", "y (steps)").add("identity", xs, ys);
show(picture);"""

SUM = """\
int sum = 1 + 1;  // check( in a comment is no claim
check("one and one make two", sum, exactly(2));
report("two is as small as in the paper", sum, atMost(2));"""


def good():
    """The notebook as a value, with a deck of four slides for each partner."""
    cells = [
        on_slide(new_markdown_cell(TITLE), "slide", "both"),
        new_code_cell(PREAMBLE),
        notes("both"),
        new_markdown_cell("## A picture\n\nThe line rises from left to right: $y = x$ with $a < b$."),
        new_code_cell(PICTURE),
        new_markdown_cell("The line rose. Now the sum, which must be 2."),
        new_code_cell(SUM),
    ]
    for partner in ("first", "second"):
        for point in range(3):
            cells += [on_slide(new_markdown_cell(f"## Point {point} of the {partner}\n\nIt is so."), "slide", partner),
                      notes(partner)]
    questions = new_markdown_cell("1. Is it three?\n2. Why not?", metadata={"tags": ["questions"]})
    cells += [questions, new_code_cell("summary(2);")]
    kernelspec = {"name": "mml", "display_name": "Java (MML)", "language": "java"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernelspec})


def of(*sources):
    """A notebook of these code cells alone, which keeps no rule but can be run."""
    return new_notebook(cells=[new_code_cell(source) for source in sources])


def written(notebook, path):
    """The path, after the notebook was written to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


def notes(deck):
    return on_slide(new_markdown_cell("60 s: say it slowly."), "notes", deck)


def on_slide(cell, kind, deck):
    cell.metadata.update({"slideshow": {"slide_type": kind}, "mml": {"deck": deck}})
    return cell
