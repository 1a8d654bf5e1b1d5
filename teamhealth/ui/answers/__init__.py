"""Taking answers in from another program's spreadsheet."""
