"""Bytes that others wrote, read within bounds of memory and time: files, tables, compressed data, child processes. Ours are written whole."""
