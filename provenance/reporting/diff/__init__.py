"""One model of a difference, and the views that every report makes of it."""
