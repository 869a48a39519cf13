"""The cited side: where a source is said to be, and the texts of it that could be had."""
