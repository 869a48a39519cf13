"""``provenance lsp``: findings in an editor, while an article is written. Offline, against the saved sources."""
