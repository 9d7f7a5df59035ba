"""Git's clean filter for notebooks: standard input to standard output, without outputs and execution counts.

The same notebook gives the same bytes whoever saved it, so that partners see only what they wrote.
"""

import json
import sys

ORDER = ("cell_type", "id", "metadata", "attachments", "source", "execution_count", "outputs")
LANGUAGE = {"name": "java", "file_extension": ".jshell", "mimetype": "text/x-java-source"}  # without the JDK's version
KERNEL = {"display_name": "Java (MML)", "language": "java", "name": "mml"}  # IJava in its place calls itself otherwise


def stripped(content):
    """The notebook `content` (bytes) without what a run leaves; what is no notebook comes back as it is."""
    try:
        notebook = json.loads(content)
        cells = [_stripped_cell(cell) for cell in notebook["cells"]]
        metadata = {**_sorted(notebook["metadata"]), "language_info": LANGUAGE}
        if metadata.get("kernelspec", {}).get("name") == KERNEL["name"]:
            metadata["kernelspec"] = KERNEL
        others = {key: value for key, value in _sorted(notebook).items() if key not in ("cells", "metadata")}
        whole = {"cells": cells, "metadata": metadata, **others}
        return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return content


def _stripped_cell(cell):
    kept = {**_sorted(cell), "source": _lines(cell["source"])}
    kept["metadata"] = {key: value for key, value in kept["metadata"].items() if key not in ("execution", "collapsed")}
    if cell["cell_type"] == "code":
        kept.update(execution_count=None, outputs=[])
    known = [key for key in ORDER if key in kept]
    return {key: kept[key] for key in known + [key for key in kept if key not in ORDER]}


def _lines(source):
    return source.splitlines(keepends=True) if isinstance(source, str) else source


def _sorted(value):
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return value


if __name__ == "__main__":
    sys.stdout.buffer.write(stripped(sys.stdin.buffer.read()))
