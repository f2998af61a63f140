"""Snapshots of what was published on a day, so later changes can be shown."""
