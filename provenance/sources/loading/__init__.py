"""Getting a source: from the network, an archive, a file."""
