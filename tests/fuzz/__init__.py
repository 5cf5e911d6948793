"""Differential fuzzing: random module graphs, native against bundle."""
