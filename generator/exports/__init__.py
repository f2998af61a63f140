"""The same content as data, one format a module."""
