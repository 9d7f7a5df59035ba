"""The table in the terminal."""


def rows(lines):
    """Lines of cells as text, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*lines)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def speed(value, unit):
    """How much a second, with three digits that count."""
    if unit == "operations":
        return f"{value / 1e9:.0f} GF"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
