"""A site is built aside and put in place of the old one."""
