"""What the module maps of one build share: the file system as it was seen, what specifiers
mean, texts and records. None of it depends on who asks, so that each module map is what it would
be alone, and yet nothing is read or parsed twice."""

from __future__ import annotations

from pybundle.construct.loader import Loader, Source
from pybundle.construct.names import Names
from pybundle.construct.record import ModuleKind, ModuleRecord
from pybundle.construct.resolve.files import Files
from pybundle.construct.resolve.packages import Packages
from pybundle.construct.resolve.resolver import Resolved, Resolver
from pybundle.construct.scan.scanner import ScanError
from pybundle.construct.scanned import Reading, scanned
from pybundle.diagnostics import BundleError, Diagnostic
from pybundle.options import Options

_ScanKey = tuple[str, ModuleKind | None, bool, bool, Reading]
"""What a record depends on: a text, what its file says of its kind, and how it is read."""


class Workspace:
    """Remembers for one build, all of whose module maps are made with ``options``. Raises
    BundleError (``not-found``) where there is no working directory."""

    def __init__(self, options: Options) -> None:
        self.files = Files()
        try:
            self.names = Names(options.root)
            packages = Packages(self.files, self.names)
            self.resolver = Resolver(options, self.files, packages, self.names)
        except FileNotFoundError:
            text = "the working directory does not exist any more"
            raise BundleError((Diagnostic("not-found", "error", text),)) from None
        self.loader = Loader(packages, self.names)
        self._sources: dict[Resolved, Source] = {}
        self._records: dict[_ScanKey, ModuleRecord | ScanError] = {}

    def source(self, resolved: Resolved, name: str) -> Source:
        """Return the text and the kind of a module; ``name`` is for messages. Raises Problem
        (``Loader.load``)."""
        known = self._sources.get(resolved)
        if known is None:
            known = self._sources[resolved] = self.loader.load(resolved, name)
        return known

    def record(self, source: Source, name: str, reading: Reading) -> ModuleRecord:
        """Return the record of a text; ``name`` is for messages. Raises ScanError, and Problem
        ``binary-file``."""
        key = (source.text, source.kind, bool(source.reason), source.is_certain, reading)
        known = self._records.get(key)
        if known is None:
            try:
                known = scanned(source, name, reading)
            except ScanError as error:
                known = error
            self._records[key] = known
        if isinstance(known, ScanError):
            raise known
        return known
