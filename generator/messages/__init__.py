"""What the program says, in Thai and English."""
