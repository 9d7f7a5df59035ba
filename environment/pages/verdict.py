"""What a rehearsal says to the one who is to give the talk: what was measured, and what stands in the way."""

import re

LONGEST = 60  # seconds that a notebook may take, as a talk has five minutes
BUSY = 0.7  # programs a core, before the run; then its times say little
OVER = "ran over its"
OUT = "It wants to reach another machine: keep what it fetches in a file beside the notebook"


def report(seen, network):
    """What was measured, one line a thing; `network` says why there was one, None if there was none."""
    first = "none" if seen.first_output is None else f"{seen.first_output:.1f} s after the start"
    slow = ", ".join(f"code cell [{number}] {seconds:.1f} s" for number, seconds in seen.slow)
    rows = [
        ("kernel", f"{seen.kernel:.1f} s until it was ready"),
        ("first output", first),
        ("slow cells", slow or "none over 5 s"),
        ("whole", f"{seen.whole:.1f} s{' and not at its end' if seen.failure else ''}; {LONGEST} s are the most"),
        ("checks", seen.summary or f"no summary line; {len(seen.failed_checks)} failed"),
        *([("stored", stored(*result)) for result in seen.results] or [("stored", "no result is asked for")]),
        ("network", network_line(seen, network)),
    ]
    return "\n".join(f"{name:<13} {text}" for name, text in rows)


def is_draft(cells):
    """Whether a line of the first cell says so, where every reader sees it."""
    return bool(cells) and re.search(r"^\*\*Draft\b", cells[0].source, re.MULTILINE) is not None


def draft(cells):
    """What is to be said of a notebook of these cells if it is a draft, else nothing."""
    return ["it is a draft, as its first cell says: write it, and take that paragraph out"] if is_draft(cells) else []


def stored(state, key, seconds, sentence):
    """Where a result came from."""
    if state == "live":
        return f"{key}: live, {seconds:.1f} s"
    if state == "stored":
        return f"{key}: from storage, {'its budget ran out' if OVER in sentence else 'as it is never computed live'}"
    return f"{key}: {state} after {seconds:.1f} s"


def network_line(seen, network):
    if network is not None:
        return f"whether it is needed could not be tried here: {network}; switch it off yourself and try again"
    if seen.needs_network:
        return "asked for, and there was none"
    return "there was none, and up to there none was asked for" if seen.failure else "not needed: there was none"


def faults(seen, notebook, name, is_offline):
    """What stands in the way, one sentence each with what to do; none if the notebook is ready."""
    found = []
    if seen.is_cut_short:
        found.append(f"{seen.failure}, {seen.whole:.0f} s after the start, and was stopped. {shorten(seen)}")
    elif seen.failure:
        asks = is_offline and seen.needs_network
        found.append(f"{seen.failure}\n  {OUT if asks else 'Correct this cell first'}")
    elif seen.whole > LONGEST:
        found.append(f"it takes {seen.whole:.0f} s, {LONGEST} s are the most. {shorten(seen)}")
    found += [f"a check failed, a red line in front of people: {line}" for line in seen.failed_checks]
    if seen.summary and not seen.failure and re.search(r", [1-9]\d* not run|; n is", seen.summary):
        found.append(f"summary(n) counts other claims than the notebook makes: {seen.summary}. Correct its n")
    for key, why in seen.unusable(notebook.parent).items():
        found.append(f"{key} cannot be shown as stored if its time runs out: {why}. This stores it: "
                     f"environment/seminar reproduce {name} --key {key}")
    return found


def shorten(seen):
    slowest = max(enumerate(seen.seconds, 1), key=lambda cell: cell[1], default=None)
    which = f"; the slowest that ended is code cell [{slowest[0]}], {slowest[1]:.1f} s" if slowest else ""
    busy = f"The machine was busy before ({seen.load:.1f} programs a core): close them, try again. "
    advice = f"Give a long result a budget and store it (stored(...)), or make it smaller{which}"
    return busy + advice if seen.load > BUSY else advice
