"""One notebook with its outputs as one page: nothing is fetched when it is opened, and no kernel is needed."""

import os
import re
import subprocess
from html import unescape
from pathlib import Path

from pages.exporter import TEMPLATES, PageExporter, prose
from pages.running import Failed

TYPESET = Path(__file__).parents[1] / "web" / "typeset.js"


def html(notebook, name, node, folder):
    """The page of a notebook that was run.

    `name` stands for it in messages, `node` typesets the formulas, `folder` has the pictures that its prose shows.
    """
    resources = {"page_title": title(notebook, name), "page_style": (TEMPLATES / "page.css").read_text("utf-8")}
    page, _ = PageExporter(folder).from_notebook_node(without_notes(notebook), resources)
    return typeset(page, name, node)


def without_notes(notebook):
    """The notebook without what only the speaker should read."""
    shown = [cell for cell in notebook.cells if cell.metadata.get("slideshow", {}).get("slide_type") != "notes"]
    return type(notebook)({**notebook, "cells": shown})


def title(notebook, name):
    """The first heading of the first level, without its marks; else the name."""
    shown = "\n".join(prose(cell.source, attachments=cell.get("attachments", {})) for cell in notebook.cells
                      if cell.cell_type == "markdown")
    heading = re.search(r"<h1>(.*?)</h1>", shown, re.DOTALL)
    return unescape(re.sub(r"<[^>]*>|\\\(|\\\)", "", heading[1])) if heading else name


def typeset(page, name, node):
    """The page with its formulas drawn."""
    done = subprocess.run([node, str(TYPESET)], input=page, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        raise Failed(f"{name}: a formula cannot be typeset: {done.stderr.strip()[:500]}")
    return done.stdout


def write(path, text):
    """Writes a whole page or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    os.replace(temporary, path)
