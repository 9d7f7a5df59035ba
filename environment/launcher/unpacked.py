"""What an unpacked bundle brings to the set-up, as long as it is there; without one, the network does."""

import json

from launcher import manifest


def pip_options(checkout):
    """Lets pip take the wheels of the bundle and nothing else, if they are those that are pinned."""
    if not _fits(checkout, "wheels"):
        return []
    return ["--isolated", "--no-index", "--find-links", str(checkout.bundle / "wheels")]


def maven_options(checkout):
    """Lets Maven use the repository of the bundle in place of the user's own.

    Maven needs no network for what is there; what a changed pom.xml asks for beyond it, it fetches into it.
    """
    repository = checkout.bundle / "maven"
    return [f"-Dmaven.repo.local={repository}"] if repository.is_dir() else []


def web_modules(checkout):
    """The folder with the web parts of the bundle, or None if it has not those that are pinned."""
    return checkout.bundle / "web" / "node_modules" if _fits(checkout, "web") else None


def _fits(checkout, part):
    try:
        brought = json.loads((checkout.bundle / manifest.FILE).read_text(encoding="utf-8"))
        return brought["pins"][part] == manifest.pins(checkout, part) and brought["python"] == manifest.python()
    except (OSError, ValueError, KeyError, TypeError):
        return False  # there is none, or it is damaged
