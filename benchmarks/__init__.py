"""Measurements of whole builds beside those of other generators. Not part of the installed package."""
