"""Files that are no pages themselves but hold saved ones."""
