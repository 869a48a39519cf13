"""What could be a quotation, by its shape alone, in any language."""
