"""Many reports, few origins: labelled stories. README.md says how they are labelled."""
