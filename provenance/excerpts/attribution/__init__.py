"""Whose words: the mentions of an article, the sources they name, and which of them a quotation is given to."""
