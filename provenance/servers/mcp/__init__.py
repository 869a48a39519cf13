"""``provenance mcp``: quotations verified for language models, over the Model Context Protocol."""
