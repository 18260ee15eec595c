"""The pages handed to MkDocs: events, files, navigation, search index, theme."""
