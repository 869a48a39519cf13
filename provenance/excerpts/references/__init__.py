"""References: from a quotation to its note or entry, and from there to the work that is said to hold the words."""
