"""Which names stand in an output, and what each reference is written as."""
