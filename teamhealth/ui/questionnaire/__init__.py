"""The questionnaire mode: a full window that one person after another answers in."""
