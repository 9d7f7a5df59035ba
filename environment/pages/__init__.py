"""Runs notebooks and makes pages of them; needs the packages of the virtual environment."""
