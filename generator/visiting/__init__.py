"""Visiting the links of the evidence, on demand: whether what was linked can still be opened."""
