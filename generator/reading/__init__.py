"""Bytes to typed content: snapshot, YAML with positions, front matter, schema, and one reader per kind of file."""
