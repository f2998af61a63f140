"""From an assessed agency-year to pages: addresses, Markdown, views, templates, theme, and the check on the output."""
