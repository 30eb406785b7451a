"""What leaves the app: approved copy for a CMS, the sign-off pack, and findings for the writer."""
