"""A folder to construct module maps in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: empty, and not the topmost of the test."""
    root = Path(os.path.realpath(tmp_path)) / "project"
    root.mkdir()
    monkeypatch.chdir(root)
    return root
