"""Whether the documentation says what the code does: fields, commands, views, figures, examples and links."""
