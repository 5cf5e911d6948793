"""Phase 1, *Construct*: from entries and options to the module map."""
