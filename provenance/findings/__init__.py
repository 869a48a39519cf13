"""Judgement: what each difference is called, how grave it is, and whether the reader was told."""
