"""The benchmarks: which cases there are, how their sides alternate, and what came of it. The standard library alone."""
