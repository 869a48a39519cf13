"""What the stages of detection ask of an article again and again, made once and passed on."""
