"""Measurements: how right, how fast and how large the matcher is, beside its peers: `make bench`."""
