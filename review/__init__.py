"""What was thought of a draft: runs of the analysis, findings, claims, decisions, alerts."""
