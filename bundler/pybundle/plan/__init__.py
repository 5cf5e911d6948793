"""Phase 3, *Evaluate*, planned ahead of time: order, cycles, what is flat and what is wrapped."""
