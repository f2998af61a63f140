"""Writing: a bundle of files becomes the published site, in one step or not at all."""
