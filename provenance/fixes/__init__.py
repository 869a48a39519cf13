"""From a finding to edits of the article's file that clear it: the source's words put back, or the change declared."""
