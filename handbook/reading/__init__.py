"""A YAML file becomes nodes that know their place; a folder becomes all nodes and all problems."""
