"""From a file's text to its module record (ECMA-262, *ParseModule*).

Nothing outside of this folder sees a syntax tree, and ``parse`` alone knows the parser.
"""
