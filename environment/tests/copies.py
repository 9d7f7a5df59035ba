"""A checkout of its own at another path, without all that a set-up makes."""

import shutil

from launcher.checkout import Checkout

LEFT_OUT = shutil.ignore_patterns(".venv", ".bundle*", ".jupyter", "export", "node_modules", "__pycache__", "target", "*.ipynb")


def bare(checkout, root):
    """The copy of `checkout` at `root`; it has no notebooks."""
    copy = Checkout(root, checkout.system)
    copy.notebooks.mkdir(parents=True)
    shutil.copy(checkout.root / "pom.xml", copy.root)
    for part in ("lib", "environment"):
        shutil.copytree(checkout.root / part, copy.root / part, ignore=LEFT_OUT)
    return copy
