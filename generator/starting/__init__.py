"""Beginnings: a new project, the next fiscal year of an agency, a worked example, and the schemas an editor reads."""
