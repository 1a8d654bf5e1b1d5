"""What a walk leaves in its folder."""

TRANSCRIPT, PDF = "heard.txt", "team.pdf"
