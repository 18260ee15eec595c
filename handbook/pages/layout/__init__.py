"""What stands where on each page: a view becomes blocks in reading order, a module a page."""
