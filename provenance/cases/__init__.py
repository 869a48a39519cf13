"""Cases: saved articles with their saved originals, and what a person expects of them. A wrong file is a ConfigurationError."""
