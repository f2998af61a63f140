"""New projects, new fiscal years, the example project, and schemas for editors."""
