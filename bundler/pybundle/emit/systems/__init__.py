"""Modules of the other systems in an output: a table of functions for each, and what runs them."""
