"""Team Health: anonymous staff questionnaires for children's social work teams, offline."""
