"""The board: every story that a person may see, how it stands, and the filters that its address keeps."""
