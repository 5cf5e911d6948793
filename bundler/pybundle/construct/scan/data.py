"""Records of modules that are no code: JSON, text, empty and external ones."""

from __future__ import annotations

import json
import json.decoder
import json.scanner
from typing import Any

from pybundle.construct.record import (
    Binding,
    BindingKind,
    LocalExport,
    ModuleKind,
    ModuleRecord,
)
from pybundle.construct.scan.parse import ScanError, parsing


def scan_data(source: str, kind: ModuleKind) -> ModuleRecord:
    """Return the record of a module of ``kind`` JSON, TEXT, EMPTY or EXTERNAL.

    An EXTERNAL has no bindings. The others have ``*default*``, exported as ``default``;
    JSON has in addition a constant for each key of its object, exported as that key
    (but for ``default`` and for keys that are no *ModuleExportName* since they hold a
    lone surrogate). No binding has references; keys need not be identifiers.

    Raises ``ScanError`` where JSON is not well formed (RFC 8259).
    """
    if kind is ModuleKind.EXTERNAL:
        return ModuleRecord(kind)
    names = _keys(source) if kind is ModuleKind.JSON else []
    bindings = [Binding("*default*", BindingKind.DEFAULT, 0, 0, ())]
    exports = [LocalExport("default", 0, 0, 0)]
    for i, name in enumerate(names, 1):
        bindings.append(Binding(name, BindingKind.CONST, 0, 0, ()))
        exports.append(LocalExport(name, i, 0, 0))
    return ModuleRecord(kind, bindings=tuple(bindings), local_exports=tuple(exports))


def _keys(source: str) -> list[str]:
    value = _parse(source)
    keys = value if isinstance(value, dict) else {}
    return [key for key in keys if key != "default" and _is_export_name(key)]


def _is_export_name(key: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in key)


def _parse(source: str) -> Any:
    decoder = json.JSONDecoder(parse_constant=_refuse, parse_int=str)
    try:
        try:
            return decoder.decode(source)
        except RecursionError:
            return _parse_deep(decoder, source)
    except json.JSONDecodeError as error:
        start = min(error.pos, len(source))
        message = f"This file is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        end = min(start + 1, len(source))
        hint = ""
        if source.startswith("/", start):
            hint = "JSON has no comments."
        raise ScanError(message, start, end, hint) from None
    except _ConstantError as error:
        start = max(source.find(error.name), 0)
        message = f"This file is not valid JSON: {error.name} is not a JSON value"
        raise ScanError(message, start, start + len(error.name)) from None
    except RecursionError:
        raise ScanError("This JSON is nested too deeply", 0, min(1, len(source))) from None


def _parse_deep(decoder: json.JSONDecoder, source: str) -> Any:
    # The decoder in C recurses on the C stack; the one in Python doesn't.
    deep: Any = decoder
    deep.parse_object = json.decoder.JSONObject  # type: ignore[attr-defined]
    deep.parse_array = json.decoder.JSONArray  # type: ignore[attr-defined]
    deep.scan_once = json.scanner.py_make_scanner(deep)  # type: ignore[attr-defined]
    with parsing():
        return decoder.decode(source)


class _ConstantError(Exception):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _refuse(name: str) -> Any:
    raise _ConstantError(name)
