"""What is asked, of whom, and what one person answers; standard library only."""
