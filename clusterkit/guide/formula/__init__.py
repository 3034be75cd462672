"""The formula: one small language, parsed once, and one printer per target."""
