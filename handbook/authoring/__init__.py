"""What helps to write the data: schemas for editors, the reference of fields, files to fill in."""
