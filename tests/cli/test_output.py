"""Output files are whole or untouched."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.given import Contents, Project, Pybundle

from pybundle import cli, output
from pybundle.diagnostics import BundleError

ONE = {"main.js": "console.log(1);\n"}


def test_missing_directories_are_made(project: Project, pybundle: Pybundle) -> None:
    root = project(ONE)
    assert pybundle("main.js", "-o", "a/b/c.js").code == 0
    assert (root / "a/b/c.js").exists()


def test_output_is_a_directory(project: Project, pybundle: Pybundle, contents: Contents) -> None:
    root = project({**ONE, "out/keep.txt": "kept"})
    before = contents(root)
    for path in ("out", "out/", "new/"):
        result = pybundle("main.js", "-o", path)
        assert (result.code, result.out) == (1, "")
        assert "[output-is-directory]" in result.err
    assert contents(root) == before


def test_output_inside_a_file(project: Project, pybundle: Pybundle, contents: Contents) -> None:
    root = project({**ONE, "file": "kept"})
    before = contents(root)
    for arguments in (["-o", "file/out.js"], ["-o", "file/a/b.js"], ["--outdir", "file"]):
        result = pybundle("main.js", *arguments)
        assert result.code == 1
        assert "[output-parent-not-directory]" in result.err
    assert contents(root) == before


@pytest.mark.parametrize("path", ["main.js", "./src/../main.js", "src/dep.js", "link.js"])
def test_an_input_is_never_overwritten(
    project: Project, pybundle: Pybundle, contents: Contents, path: str
) -> None:
    root = project({"main.js": 'import "./src/dep.js";\n', "src/dep.js": "1;\n"})
    (root / "link.js").symlink_to("src/dep.js")
    before = contents(root)
    result = pybundle("main.js", "-o", path)
    assert result.code == 1
    assert "[output-is-input]" in result.err
    assert contents(root) == before


def test_an_input_is_never_overwritten_through_outdir_or_python(
    project: Project, pybundle: Pybundle, contents: Contents
) -> None:
    import pybundle as package

    root = project({"main.js": 'import "./dep.js";\n', "dep.js": "1;\n", "sub/other.js": "2;\n"})
    before = contents(root)
    assert pybundle("main.js", "sub/other.js", "--outdir", ".").code == 1
    with pytest.raises(BundleError) as caught:
        package.bundle("main.js").write(root / "dep.js")
    assert caught.value.diagnostics[0].code == "output-is-input"
    assert contents(root) == before


def test_write_from_python(project: Project) -> None:
    import pybundle as package

    root = project(ONE)
    bundle = package.bundle(Path("main.js"))
    bundle.write(root / "out" / "x.js")
    assert (root / "out/x.js").read_bytes().decode() == bundle.code


def test_failed_build_leaves_the_old_output(
    project: Project, pybundle: Pybundle, contents: Contents
) -> None:
    root = project({"main.js": "let a; let a;\n", "out.js": "good\n"})
    before = contents(root)
    assert pybundle("main.js", "-o", "out.js").code == 1
    assert contents(root) == before


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_failed_write_leaves_nothing(
    project: Project,
    pybundle: Pybundle,
    contents: Contents,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
) -> None:
    root = project({**ONE, "two.js": "2;\n", "out/main.js": "good\n"})
    before = contents(root)
    real = os.chmod

    def fail(path: str, mode: int) -> None:
        real(path, mode)
        raise error

    monkeypatch.setattr(os, "chmod", fail)
    result = pybundle("two.js", "main.js", "--outdir", "out")
    if isinstance(error, OSError):
        assert result.code == 1
        assert "No space left on device [cannot-write]" in result.err
    else:
        assert result.code == 130
    assert contents(root) == before


def test_modes(project: Project, pybundle: Pybundle) -> None:
    root = project({**ONE, "tool.js": "#!/usr/bin/env node\nconsole.log(1);\n"})
    mask = os.umask(0)
    os.umask(mask)
    assert pybundle("main.js", "-o", "plain.js").code == 0
    assert pybundle("tool.js", "-o", "bin.js").code == 0
    (root / "plain.js").chmod(0o640)
    assert stat.S_IMODE((root / "bin.js").stat().st_mode) == 0o777 & ~mask
    assert pybundle("tool.js", "-o", "plain.js").code == 0
    assert stat.S_IMODE((root / "plain.js").stat().st_mode) == 0o640


def test_a_link_stays_a_link(project: Project, pybundle: Pybundle) -> None:
    root = project({**ONE, "real/out.js": "old\n"})
    (root / "out.js").symlink_to("real/out.js")
    assert pybundle("main.js", "-o", "out.js").code == 0
    assert (root / "out.js").is_symlink()
    assert "console.log(1)" in (root / "real/out.js").read_text()


def test_a_pipe_is_written_to(project: Project) -> None:
    root = project(ONE)
    os.mkfifo(root / "pipe")
    reader = subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE, text=True)
    assert cli.run(["main.js", "-o", "pipe"]) == 0
    assert "console.log(1)" in reader.communicate(timeout=20)[0]
    assert stat.S_ISFIFO((root / "pipe").stat().st_mode)


def test_bytes_that_utf8_cannot_have_do_not_stop_a_write(tmp_path: Path) -> None:
    from pybundle.build import encoded

    output.write_files({str(tmp_path / "x.js"): encoded("// \udcff.js\n")})
    assert (tmp_path / "x.js").read_bytes() == b"// ?.js\n"


def test_ctrl_c(project: Project, contents: Contents) -> None:
    """A build that waits for the end of its standard input."""
    root = project({"out.js": "good\n"})
    process = subprocess.Popen(
        [sys.executable, "-m", "pybundle", "-", "-o", "out.js"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # In the background of a shell it is ignored, which children inherit.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin is not None
    process.stdin.write("1;\n" * 400_000)  # more than a pipe holds: done when it is being read
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert contents(root) == {"out.js": b"good\n"}


def test_reader_that_goes_away(project: Project) -> None:
    project({})
    process = subprocess.Popen(
        [sys.executable, "-m", "pybundle", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stdin is not None
    process.stdin.write("console.log(1);\n")
    process.stdin.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    assert process.wait(timeout=60) == 1
