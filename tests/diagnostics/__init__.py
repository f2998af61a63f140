"""Every code that content can cause, with the place it must point at marked in the file."""
