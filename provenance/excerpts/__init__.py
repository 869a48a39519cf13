"""What an article says it quotes: excerpts, who they are attributed to, and the editorial marks in them."""
