"""Cases: saved articles with their saved originals, and what a person expects to be found in them."""
