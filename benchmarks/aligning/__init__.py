"""What the alignment benchmark is made of."""
