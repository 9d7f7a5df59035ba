"""One notebook with its outputs as one page: nothing is fetched when it is opened, and no kernel is needed."""

import re
import subprocess
from html import unescape

from nbconvert.filters.markdown_mistune import InvalidNotebook

from launcher import steps
from launcher.checkout import Checkout
from pages.exporter import TEMPLATES, PageExporter, fetched, prose
from pages.running import Failed

TYPESET = Checkout.here().web / "typeset.js"
PLOTLY = Checkout.here().plotly / "plotly-gl3d.min.js"


def html(notebook, name, node, folder):
    """The page of a notebook that was run.

    `name` stands for it in messages, `node` typesets the formulas, `folder` has the pictures that its prose shows.
    """
    texts = texts_of(notebook, name, folder)
    resources = {"page_title": title(texts, name), "page_style": (TEMPLATES / "page.css").read_text("utf-8")}
    page, _ = PageExporter(folder).from_notebook_node(without_notes(notebook), resources)
    return with_plotly(typeset(page, name, node))


def without_notes(notebook):
    """The notebook without what only the speaker should read."""
    return type(notebook)({**notebook, "cells": [cell for cell in notebook.cells if not is_note(cell)]})


def is_note(cell):
    return cell.metadata.get("slideshow", {}).get("slide_type") == "notes"


def texts_of(notebook, name, folder):
    """The texts as HTML, in order; one with a picture that the page could not hold is refused."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    return [text_of(cell, f"{name}, markdown cell [{count}]", folder) for count, cell in enumerate(cells, 1)
            if not is_note(cell)]


def text_of(cell, place, folder):
    """One text as HTML; it is at `place`, and its pictures are in `folder`."""
    try:
        text = prose(cell.source, cell.get("attachments"), folder)
    except InvalidNotebook as problem:
        raise Failed(f"{place}: {problem}") from problem
    addresses = fetched(text)
    if addresses:
        raise Failed(f"{place}: the picture {addresses[0]} cannot be taken into the page, which works without a network: "
                     "save it beside the notebook and name it by its place there")
    return text


def title(texts, name):
    """The first heading of the first level, without its marks; else the name."""
    heading = re.search(r"<h1>(.*?)</h1>", "\n".join(texts), re.DOTALL)
    return unescape(re.sub(r"<[^>]*>|\\\(|\\\)", "", heading[1])) if heading else name


def typeset(page, name, node):
    """The page with its formulas drawn."""
    done = subprocess.run([node, str(TYPESET)], input=page, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        raise Failed(f"{name}: a formula cannot be typeset: {done.stderr.strip()[:500]}")
    return done.stdout


def with_plotly(page):
    """The page with plotly.js, once, if it has a surface: a figure does not bring it."""
    if '<div class="mml-surface' not in page:
        return page
    return page.replace("</head>", f"<script>\n{PLOTLY.read_text('utf-8')}\n</script>\n</head>", 1)


def write(path, text):
    """Writes a whole page or nothing."""
    steps.write(path, text)
