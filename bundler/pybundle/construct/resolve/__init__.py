"""From a specifier to a file: Node's resolution (*ESM_RESOLVE*), and what bundlers add to it."""
