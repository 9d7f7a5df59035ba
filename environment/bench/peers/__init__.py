"""The peers, each a program that does the work of one case and prints one line of JSON; run by a Python that has them."""
