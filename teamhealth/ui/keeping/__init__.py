"""What is kept of a survey: until when, whether its results still follow from the answers, and destroying by hand."""
