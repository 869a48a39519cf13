"""Many articles on an engine (Daft): a corpus of pages that quote one another, traced as a whole. docs/corpus.md."""
