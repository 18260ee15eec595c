"""Working days, contract and probation, the routes through a process, an employee's dates."""
