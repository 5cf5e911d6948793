"""Benchmarks: pybundle's time and memory beside parsing alone, and beside other bundlers."""
