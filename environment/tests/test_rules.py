"""Each rule notices its own breach, and the notebooks of the repository break none."""

import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

import java_source
import rules
import sample
from launcher.checkout import Checkout
from launcher.export import every_notebook

CHECKOUT = Checkout.here()
NOTEBOOKS = every_notebook(CHECKOUT)


def test_a_good_notebook_breaks_no_rule():
    assert rules.broken(sample.good()) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(CHECKOUT.notebooks).as_posix())
def test_a_notebook_of_the_repository_breaks_no_rule(path):
    assert rules.broken(nbformat.read(path, as_version=4)) == []


def test_the_preamble_is_the_same_in_every_notebook():
    preambles = {nbformat.read(path, as_version=4).cells[1].source: path.name for path in NOTEBOOKS}
    assert len(preambles) <= 1, f"different preambles in {sorted(preambles.values())}"


def add(cell, at=-1):
    return lambda notebook: notebook.cells.insert(at, cell)


def change(at, old, new):
    def edit(notebook):
        assert old in notebook.cells[at].source
        notebook.cells[at].source = notebook.cells[at].source.replace(old, new)
    return edit


def metadata(at, **entries):
    return lambda notebook: notebook.cells[at].metadata.update(entries)


def output(notebook):
    notebook.cells[4].outputs = [new_output("stream", text="1")]


def count(notebook):
    notebook.cells[4].execution_count = 3


def other_kernel(notebook):
    notebook.metadata.kernelspec.name = "java"


LINES_OF_20 = "\n".join(f"int line{n} = {n};" for n in range(20))


@pytest.mark.parametrize("breach, complaint", [
    (other_kernel, "kernelspec must be mml, is java"),
    (change(0, "# Paper", "Paper"), "begins with a heading"),
    (change(0, "?", "."), "a question"),
    (change(0, "minutes", ""), "the minutes to present"),
    (change(0, "seconds", ""), "the seconds to run"),
    (change(1, "import java.util.List;", "import java.util.List;\nint x = 1;"), "imports only, has 'int x = 1;'"),
    (change(4, "Lines picture", "import java.util.Map;\nLines picture"), "must stand in the preamble"),
    (change(4, "Lines picture", "var picture"), "must have a type, not var"),
    (change(4, "Lines picture", "final var picture"), "must have a type, not var"),
    (change(4, "show(picture);", "int i = 1; var hidden = i;"), "must have a type, not var"),
    (change(4, "show(picture);", "\n".join([LINES_OF_20, "int last = 1;", "int more = 2;", "int most = 3;"])),
     "has 26 lines, 25 are the most"),
    (add(new_markdown_cell("word " * 121)), "has 121 words, 120 are the most"),
    (lambda notebook: notebook.cells.__setitem__(slice(4, 4), [new_code_cell("1 + 1")] * 3), "no markdown cell among"),
    (output, "without output and execution count"),
    (count, "without output and execution count"),
    (change(-1, "summary(2)", "summary(3)"), "must call summary(2) once"),
    (change(-1, "summary(2);", ""), "must call summary(2) once"),
    (change(6, "two is as small as in the paper", "one and one make two"), "two claims have the same text"),
    (metadata(0, mml={"deck": "third"}), "is third"),
    (metadata(0, mml={}), "is None"),
    (metadata(0, slideshow={}), "the first deck has 3 slides, must have 4 to 6"),
    (change(8, "60 s", "a while"), "no speaker notes that give its seconds"),
    (metadata(-2, tags=[]), "exactly one markdown cell must be tagged questions"),
    (change(-2, "1. ", "- "), "must be a numbered list"),
    (add(new_markdown_cell("![a picture](https://example.org/a.png)")), "fetches from a network"),
    (add(new_markdown_cell("<script src='https://example.org/a.js'></script>")), "fetches from a network"),
    (add(new_markdown_cell("see /home/ada/data.csv")), "names an absolute path: /home/"),
    (change(4, "show(picture);", 'String path = "C:\\\\data";'), "names an absolute path"),
])
def test_a_breach_is_noticed(breach, complaint):
    notebook = sample.good()
    breach(notebook)
    complaints = rules.broken(notebook)
    assert any(complaint in sentence for sentence in complaints), complaints


def test_one_algorithm_of_25_lines_is_allowed_and_a_second_is_not():
    notebook = sample.good()
    notebook.cells[4].source = "\n".join(["int x = 1;"] * 25)
    assert rules.broken(notebook) == []
    notebook.cells[6].source += "\n" + "\n".join(["int x = 1;"] * 20)
    assert any("only one cell may have more" in sentence for sentence in rules.broken(notebook))


def test_a_local_var_is_allowed():
    notebook = sample.good()
    notebook.cells[4].source = "int twice(int x) {\n    var y = 2 * x;\n    return y;\n}\n"
    notebook.cells[4].source += "for (var s : List.of(1)) { var t = s; }"
    assert rules.broken(notebook) == []


def test_a_claim_is_found_wherever_it_stands_and_nothing_else_is():
    source = '''check("a, (b)" + f(1, 2),
        3, atLeast(2)); /* check("c", 1) */ Notebook.report("d", 1, x); list.check("e");'''
    assert java_source.arguments(source, ["check", "report"]) == [
        ['"a, (b)" + f(1, 2)', "3", "atLeast(2)"], ['"d"', "1", "x"]]


def test_a_formula_counts_as_one_word():
    assert rules.words("Here $a + b + c$ is\n\n$$ x = 1 $$\n\n| small |") == 5


def test_no_test_takes_its_code_from_another():
    for path in Path(__file__).parent.glob("*.py"):
        assert not re.search(r"^(?:from|import) test_", path.read_text(encoding="utf-8"), re.MULTILINE), path.name
