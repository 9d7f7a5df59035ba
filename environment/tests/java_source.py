"""Just enough of Java's grammar to count calls and declarations in a cell."""

import re

TOKEN = re.compile(r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.DOTALL)


def without_comments(source):
    """The source with every comment as spaces."""
    return TOKEN.sub(lambda token: _spaces(token[0]) if token[0].startswith("/") else token[0], source)


def code_only(source):
    """The source with the inside of every string, too, as spaces: what is left is code, at the same places."""
    return TOKEN.sub(lambda token: _spaces(token[0]), source)


def arguments(source, names):
    """The arguments, as text, of each call of one of the functions `names`: a list of lists, in order."""
    text, code = without_comments(source), code_only(source)
    calls = re.finditer(rf"(?<![\w.])(?:Notebook\.)?(?:{'|'.join(names)})\s*\(", code)
    return [_split(text, code, call.end()) for call in calls]


def top_level(source):
    """The code outside all braces and parentheses, as text."""
    kept, depth = [], 0
    for letter in code_only(source):
        depth += (letter in "({") - (letter in ")}")
        kept.append(letter if depth == 0 or letter == "\n" else " ")
    return "".join(kept)


def _split(text, code, start):
    """The arguments that begin at `start`, just behind the opening parenthesis."""
    found, depth, begin = [], 0, start
    for at in range(start, len(code)):
        letter = code[at]
        if depth == 0 and letter in ",)":
            found.append(" ".join(text[begin:at].split()))
            begin = at + 1
            if letter == ")":
                break
        depth += (letter in "([{") - (letter in ")]}")
    return [argument for argument in found if argument]


def _spaces(text):
    return re.sub(r"[^\n]", " ", text)
