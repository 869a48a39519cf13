"""What a project sets for itself: ``[tool.provenance]`` in pyproject.toml, or provenance.toml."""
