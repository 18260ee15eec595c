"""Parts of the handbook as rows ready to print; every decision that a page needs is made here."""
