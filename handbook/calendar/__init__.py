"""Working days, the routes through a process, an employee's dates."""
