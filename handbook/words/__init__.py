"""Words that people read: texts of the data, the catalogue of strings, problems, near names."""
