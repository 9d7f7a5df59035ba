"""nbconvert's HTML exporter with formulas marked so that no other dollar is taken for one.

Formulas become `\\(...\\)` and `\\[...\\]`, which `web/typeset.js` looks for; any other dollar stays one.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import pass_context
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

TEMPLATES = Path(__file__).parent / "template"


class Renderer(IPythonRenderer):
    """Markdown to HTML, formulas left as they are between LaTeX's own marks."""

    def inline_math(self, body):
        return f"\\({self.escape_html(body)}\\)"

    def block_math(self, body):
        return f"\\[{self.escape_html(body)}\\]"


class PageExporter(HTMLExporter):
    """Makes a page of the template `mml`, with the pictures of `folder` that its prose shows."""

    def __init__(self, folder, **settings):
        super().__init__(template_name="mml", extra_template_basedirs=[str(TEMPLATES)], **settings)
        self._folder = folder
        self.register_filter("marked_formula", marked_formula)

    @pass_context
    def markdown2html(self, context, source):
        """Overrides nbconvert's, which knows no other marks for formulas."""
        return prose(source, context.get("cell", {}).get("attachments"), self._folder)


def prose(source, attachments, folder):
    """Markdown as HTML that holds its pictures: those attached to its cell, and those in the folder."""
    renderer = Renderer(escape=False, attachments=attachments, embed_images=True, path=str(folder),
                        exclude_anchor_links=True)
    return MarkdownWithMath(renderer=renderer).render(source)


def fetched(html):
    """The addresses that a browser would fetch to show this HTML, in order."""
    parser = Fetched()
    parser.feed(html)
    return [address for address in parser.addresses if not address.startswith("data:")]


class Fetched(HTMLParser):
    """Collects the addresses of what HTML shows but does not hold."""

    def __init__(self):
        super().__init__()
        self.addresses = []

    def handle_starttag(self, tag, attrs):
        self.addresses += [value or "" for name, value in attrs
                           if name in ("src", "srcset", "poster") or (tag, name) in (("object", "data"), ("image", "href"))]


def marked_formula(latex):
    """The formula of an output of type text/latex, between LaTeX's own marks."""
    display = re.fullmatch(r"\s*\$\$(.*)\$\$\s*", latex, re.DOTALL)
    inline = re.fullmatch(r"\s*\$(.*)\$\s*", latex, re.DOTALL)
    return f"\\[{display[1]}\\]" if display else f"\\({inline[1]}\\)" if inline else latex
