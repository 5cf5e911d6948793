"""An emitter that errs: what tests give to judges that must see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import ParamSpec

from pybundle.emit.emit import Emitted

_Parameters = ParamSpec("_Parameters")


def writing(
    right: str, wrong: str, emit: Callable[_Parameters, Emitted]
) -> Callable[_Parameters, Emitted]:
    """Return ``emit`` with ``wrong`` in its code wherever it writes ``right``, as it must."""

    @wraps(emit)
    def erring(*arguments: _Parameters.args, **named: _Parameters.kwargs) -> Emitted:
        emitted = emit(*arguments, **named)
        assert right in emitted.code
        return replace(emitted, code=emitted.code.replace(right, wrong))

    return erring
