"""Immutable text: documents, spans, passages, folding and tokens."""
