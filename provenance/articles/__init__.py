"""A page as it is read: its text, blocks, links and metadata. The quoting article and each cited page are read alike."""
