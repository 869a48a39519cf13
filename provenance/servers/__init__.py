"""Servers: thin doors for programs and people, each with libraries of its own that come as an extra."""
