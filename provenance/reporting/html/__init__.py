"""The HTML report: one page that holds everything it needs, made from the records of the JSON report."""
