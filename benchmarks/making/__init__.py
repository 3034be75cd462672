"""Made data for the benchmarks."""
