"""Languages: what is known of each, as data: one folder a language, its cues and its words of judgement together."""
