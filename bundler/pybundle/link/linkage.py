"""What linking gives: a slot for every name that a module can see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

NAMESPACE: Final = "*namespace*"
DEFAULT: Final = "*default*"
MODULE_EXPORTS: Final = "module.exports"
NODE_NAMESPACE: Final = "*node namespace*"
NODE_DEFAULT: Final = "*node default*"
NAMESPACES: Final = (NAMESPACE, NODE_NAMESPACE)


class Slot(NamedTuple):
    """The one box in memory of one local export or module-scope binding.

    ``name`` is the binding's local name in ``module``; ``*default*`` for an
    ``export default`` without a name; ``*namespace*`` for the module's namespace
    object; for an EXTERNAL module or a factory the name of the export that is imported.
    Of a factory (``ModuleKind.is_factory``) ``default`` is what its ``__esModule`` says,
    ``module.exports`` what Node takes for the default export; ``*node namespace*`` is the
    namespace object that goes with that. Of an EXTERNAL module ``*node default*`` and ``*node
    namespace*`` are what a module in Node's mode imports, if it is not known to be an ES module.
    """

    module: int
    name: str


@dataclass(frozen=True, slots=True)
class Linkage:
    """The joined graph.

    ``imports[m]`` maps the index of each import binding of module ``m`` to its slot. A
    slot never is an import binding: ``import * as ns`` (also met through
    ``export { ns }`` elsewhere) is the ``*namespace*`` slot of the module it names.
    ``exports`` maps a module to its exports, in the code unit order of their names
    (*Module Namespace Exotic Objects*), for each module whose exports somebody needs as
    a whole: entries, and modules whose namespace slot someone reads.
    ``external_stars`` maps a module to the EXTERNAL modules and factories it re-exports by
    ``export *``, directly or through others, for those same modules; ``ambiguous`` those of
    them that re-export any to the names that no such module can supply, since others export them
    and they are no exports.
    """

    imports: tuple[Mapping[int, Slot], ...]
    exports: Mapping[int, Mapping[str, Slot]]
    external_stars: Mapping[int, tuple[int, ...]]
    ambiguous: Mapping[int, tuple[str, ...]]
