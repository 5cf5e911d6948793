"""Fixtures: a directory of files to build from, and the command, run in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.cli.given import Contents, Project, Pybundle, Result
from tests.tree import write_tree

from pybundle import cli


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setenv("PYBUNDLE_CHECK", "off")  # tests of the check turn it on

    def write(files: Mapping[str, str | bytes]) -> Path:
        write_tree(root, files)
        return root

    return write


@pytest.fixture
def pybundle(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Pybundle:
    monkeypatch.delenv("PYBUNDLE_DEBUG", raising=False)

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = cli.run(arguments)
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def contents() -> Contents:
    def read(root: Path) -> dict[str, bytes]:
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file()
        }

    return read
