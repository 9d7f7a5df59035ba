"""Running a notebook and making a page of it: what fails is named, what succeeds stands alone."""

import re

import pytest
from nbformat.v4 import new_markdown_cell, new_output

import sample
from launcher import steps
from pages import __main__ as pages, page, running


@pytest.fixture(scope="module")
def sample_page(ran, tmp_path_factory):
    """The page of the good notebook."""
    return ran(sample.written(sample.good(), tmp_path_factory.mktemp("pages") / "good.ipynb")).page


@pytest.mark.parametrize("source, message", [
    ('check("two is three", 2, exactly(3));', "two is three"),
    ('throw new IllegalStateException("batch must be positive, was 0");', "batch must be positive, was 0"),
    ("int x = undefined;", "cannot find symbol"),
    ("foo(", "Incomplete input"),
    ("System.exit(1);", "the kernel died")])
def test_the_first_failing_cell_is_named_with_its_message(tmp_path, source, message):
    cells = ["import static mml.notebook.Notebook.*;", source, "never();"]
    path = sample.written(sample.of(*cells), tmp_path / "bad.ipynb")
    with pytest.raises(running.Failed) as failed, running.fresh_kernel(path) as run:
        run.all_cells()
    assert str(failed.value).startswith("bad.ipynb, code cell [2]: ") and message in str(failed.value)
    assert "\tat " not in str(failed.value) and "\x1b" not in str(failed.value)


@pytest.mark.parametrize("value", ["0", "", "yes"])
def test_only_strict_1_is_strict_else_a_failed_check_is_a_line_and_the_run_goes_on(tmp_path, value):
    cells = ["import static mml.notebook.Notebook.*;", 'check("two is three", 2, exactly(3));', "summary(1);"]
    path = sample.written(sample.of(*cells), tmp_path / "live.ipynb")
    with running.fresh_kernel(path, MML_STRICT=value) as run:
        done = run.all_cells()
    lines = [cell.outputs[0]["data"]["text/plain"] for cell in done.cells if cell.outputs]
    assert lines[0].startswith("\u2717 ") and "two is three" in lines[0]
    assert lines[1].startswith("Claims: 0 of 1 held, 1 failed, 0 not run")


@pytest.mark.parametrize("text", ["", "{", "{}", '{"cells": 3, "nbformat": 4}'])
def test_a_file_that_is_no_notebook_is_named(tmp_path, text):
    path = tmp_path / "broken.ipynb"
    path.write_text(text)
    with pytest.raises(running.Failed, match="^broken.ipynb: not a notebook"):
        running.read(path, "broken.ipynb")


def test_a_page_holds_its_figure_with_alternative_text(sample_page):
    pictures = re.findall(r"<img [^>]*>", sample_page)
    assert len(pictures) == 1 and 'src="data:image/png;base64,' in pictures[0]
    assert re.search(r'alt="[^"]*x \(steps\)', pictures[0])


def test_a_page_has_its_formulas_drawn_and_none_left_over(sample_page):
    assert sample_page.count("<mjx-container") == 4
    assert "$" not in re.sub(r"<(style|pre)\b.*?</\1>|data:[^\"]*", "", sample_page, flags=re.DOTALL)


def test_a_page_is_english_and_has_the_first_heading_as_its_title(sample_page):
    assert sample_page.startswith("<!DOCTYPE html>") and '<html lang="en">' in sample_page
    assert "<title>Paper 0, Hacker: does 1 + 1 make two?</title>" in sample_page


@pytest.mark.parametrize("sources, expected", [
    (["```java\n# no heading\n```\n# A *heading*: $a < b_1$ & `c_d`"], "A heading: a < b_1 & c_d"),
    (["~~~\n# no heading\n~~~\n\n    # nor this\n", "Set below\n========="], "Set below"),
    (["```\n# never closed"], "x"), (["## Second level"], "x"), ([], "x")])
def test_the_title_is_the_first_heading_and_no_line_of_code(tmp_path, sources, expected):
    notebook = sample.of()
    notebook.cells += map(new_markdown_cell, sources)
    assert page.title(page.texts_of(notebook, "x", tmp_path), "x") == expected


def test_a_page_has_no_script_and_no_address_to_fetch_from(sample_page):
    assert "<script" not in sample_page and "@import" not in sample_page
    assert not re.search(r"""(?:src|srcset|data)\s*=\s*["']?(?!data:)\w|url\((?!["']?data:)|<link""", sample_page)


def test_a_page_names_no_place_on_this_machine(sample_page, checkout):
    assert str(checkout.root) not in sample_page


def test_a_page_leaves_the_speaker_notes_out(sample_page):
    assert "It is so." in sample_page and "say it slowly" not in sample_page


def test_a_formula_that_cannot_be_typeset_is_named(node, tmp_path):
    notebook = sample.of()
    notebook.cells.append(new_markdown_cell("Here $\\nonsense{1}$ stands."))
    with pytest.raises(running.Failed, match=r"^x: a formula cannot be typeset: .*\\nonsense"):
        page.html(notebook, "x", node, tmp_path)


def test_a_dollar_in_code_and_output_is_no_formula(node, tmp_path):
    notebook = sample.of('String price = "$1 and $2";')
    notebook.cells.append(new_markdown_cell("It costs \\$1 or \\$2, `$x$` is code."))
    assert "<mjx-container" not in page.html(notebook, "x", node, tmp_path)


@pytest.mark.parametrize("latex", ["$x^2$", "$$x^2$$", "\\begin{align} x &= 2 \\end{align}"])
def test_a_formula_as_output_is_typeset(node, tmp_path, latex):
    notebook = sample.of("formula()")
    notebook.cells[0].outputs = [new_output("display_data", data={"text/latex": latex, "text/plain": "x"})]
    assert page.html(notebook, "x", node, tmp_path).count("<mjx-container") == 1


def test_a_picture_beside_the_notebook_is_taken_into_the_page(node, tmp_path):
    (tmp_path / "surface.png").write_bytes(b"\x89PNG")
    notebook = sample.of()
    notebook.cells.append(new_markdown_cell("![A surface](surface.png)"))
    assert '<img alt="A surface" src="data:image/png;base64,iVBORw=="' in page.html(notebook, "x", node, tmp_path)


@pytest.mark.parametrize("source, address", [
    ("![a](missing.png)", "missing.png"),
    ("![a](https://example.org/a.png)", "https://example.org/a.png"),
    ("![a](../outside.png)", "../outside.png"),
    ('Here: <img alt="a" src="missing.png">', "missing.png"),
    ("<img src='http://example.org/a.png'>", "http://example.org/a.png"),
    ('<video poster="a.png"></video>', "a.png"),
    ("[![a](//example.org/a.png)](https://example.org)", "//example.org/a.png"),
    ("a ![b][c]\n\n[c]: missing.png", "missing.png")])
def test_a_picture_that_the_page_cannot_hold_is_refused_with_its_cell(node, tmp_path, source, address):
    (tmp_path / "outside.png").write_bytes(b"\x89PNG")
    notebook = sample.of("1")
    notebook.cells += [new_markdown_cell("Words."), new_markdown_cell(source)]
    with pytest.raises(running.Failed, match=rf"^x, markdown cell \[2\]: the picture {re.escape(address)} cannot"):
        page.html(notebook, "x", node, tmp_path / "folder")


def test_an_attached_picture_is_taken_and_a_missing_one_refused(node, tmp_path):
    notebook = sample.of()
    notebook.cells.append(new_markdown_cell("![a](attachment:a.png)", attachments={"a.png": {"image/png": "iVBORw=="}}))
    assert 'src="data:image/png;base64,iVBORw=="' in page.html(notebook, "x", node, tmp_path)
    del notebook.cells[0]["attachments"]
    with pytest.raises(running.Failed, match=r"^x, markdown cell \[1\]: missing attachment: a.png"):
        page.html(notebook, "x", node, tmp_path)


def test_an_address_in_code_or_a_link_is_no_picture(node, tmp_path):
    notebook = sample.of()
    notebook.cells.append(new_markdown_cell("`![a](b.png)` and [a link](https://example.org/a.png)."))
    notebook.cells.append(sample.on_slide(new_markdown_cell("![a](note.png)"), "notes", "both"))  # which no page has
    assert "https://example.org/a.png" in page.html(notebook, "x", node, tmp_path)


def test_a_page_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    target = tmp_path / "folder" / "page.html"
    page.write(target, "old")
    monkeypatch.setattr(steps.os, "replace", lambda *_: (_ for _ in ()).throw(OSError("cut")))
    with pytest.raises(OSError):
        page.write(target, "new")
    assert target.read_text() == "old"


def test_a_page_that_cannot_be_written_ends_with_one_sentence(tmp_path, monkeypatch, capsys):
    def refuse(*_):
        raise IsADirectoryError(21, "Is a directory", str(tmp_path))
    monkeypatch.setattr(pages, "export", refuse)
    monkeypatch.setattr("sys.argv", ["pages", "--node", "node", str(tmp_path / "a.ipynb")])
    assert pages.main() == 1
    assert capsys.readouterr().err.strip() == f"The system refused what was needed: Is a directory: {tmp_path}"
