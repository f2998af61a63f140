"""From a project to the files of its site: planned, made, checked and published."""
