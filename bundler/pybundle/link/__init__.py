"""Phase 2, *Link*: from the module map to slots, and imports joined to them."""
