"""Comparing a published site with its manifests, in a folder or over the network."""
