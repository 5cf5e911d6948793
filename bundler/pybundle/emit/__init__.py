"""Phase 4: from what the phases before found to one script."""
