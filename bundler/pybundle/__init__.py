"""pybundle: ES modules into one script that behaves exactly as the graph does natively.

The public API: ``bundle``, ``Bundle``, ``Options``, ``BundleError``, ``Diagnostic``.
Importing the package loads none of the phases; the first use does.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing would cost as much as the rest of start-up
if TYPE_CHECKING:
    from pybundle.build import Bundle, bundle
    from pybundle.diagnostics import BundleError, Diagnostic, Place
    from pybundle.options import Options

__version__ = "0.1.0"

__all__ = ["Bundle", "BundleError", "Diagnostic", "Options", "Place", "__version__", "bundle"]

_HOME = {
    "Bundle": "pybundle.build",
    "bundle": "pybundle.build",
    "BundleError": "pybundle.diagnostics",
    "Diagnostic": "pybundle.diagnostics",
    "Place": "pybundle.diagnostics",
    "Options": "pybundle.options",
}


def __getattr__(name: str) -> object:
    """Load the part of the public API that ``name`` belongs to (PEP 562)."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
