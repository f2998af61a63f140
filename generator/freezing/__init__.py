"""Keeping what was published on a day, so that what changes afterwards can be shown."""
