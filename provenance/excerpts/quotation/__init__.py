"""Whether a candidate is quoted: features, a model that weighs them, a threshold."""
