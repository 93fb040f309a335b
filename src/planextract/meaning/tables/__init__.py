"""Tables: what each column holds, what kind of table it is, what its rows say."""
