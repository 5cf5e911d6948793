"""How diagnostics look: frames aligned, lines cropped, nothing that steers a terminal."""

from __future__ import annotations

import io

import pytest

from pybundle.diagnostics import Diagnostic, Place, Severity, place_of
from pybundle.report import cell_width, count, crop, printable, show


def rendered(*diagnostics: Diagnostic, color: bool = False, width: int = 100) -> str:
    file = io.StringIO()
    show(diagnostics, file, color=color, width=width)
    return file.getvalue()


Notes = tuple[tuple[str, Place | None], ...]


def error_at(source: str, marked: str, hint: str = "", notes: Notes = ()) -> Diagnostic:
    start = source.index(marked)
    place = place_of("src/main.js", source, start, start + len(marked))
    return Diagnostic("unresolved-import", "error", "can't find it", place, hint, notes)


def test_whole_message() -> None:
    source = 'import "./a.js";\nimport { x } from "./b.js";\n'
    note = ("exported here", place_of("a.js", "export let y;", 11, 12))
    text = rendered(
        error_at(source, '"./b.js"', hint="make the file", notes=(note, ("tried b", None)))
    )
    assert text == (
        "error: can't find it [unresolved-import]\n"
        "  --> src/main.js:2:19\n"
        "   |\n"
        '2  | import { x } from "./b.js";\n'
        "   |                   ^^^^^^^^\n"
        "  note: exported here\n"
        "  --> a.js:1:12\n"
        "   |\n"
        "1  | export let y;\n"
        "   |            ^\n"
        "  note: tried b\n"
        "  help: make the file\n"
        "\n"
        "1 error\n"
    )


def frame(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    at = next(i for i, line in enumerate(lines) if "^" in line)
    return lines[at - 1], lines[at]


@pytest.mark.parametrize(
    ("line", "marked", "cells_before", "cells_marked"),
    [
        ("\tx + y", "y", 8, 1),
        ("'日本' + y", "y", 9, 1),
        ("f('日本')", "'日本'", 2, 6),
        ("'e\u0301' + y", "y", 6, 1),
        ("'\U0001f600' + y", "y", 7, 1),
        ("a\x1b[31m + y", "y", 9, 1),
        ("\u200bx", "x", 6, 1),
    ],
)
def test_mark_is_under_its_text(
    line: str, marked: str, cells_before: int, cells_marked: int
) -> None:
    code, mark = frame(rendered(error_at(line, marked)))
    start = mark.index("^")
    assert (start - 5, mark.count("^")) == (cells_before, cells_marked)
    assert sum(map(cell_width, code.partition(printable(marked))[0])) == start


@pytest.mark.parametrize("at", [0, 1, 30, 5_000, 999_990, 999_999])
def test_long_line_is_cropped_around_the_mark(at: int) -> None:
    source = "a" * at + "B" + "a" * (999_999 - at)
    code, mark = frame(rendered(error_at(source, "B"), width=80))
    assert len(code) <= 80
    assert code[mark.index("^")] == "B"
    assert ("..." in code[5:9]) == (at > 30)


def test_cropping_a_wide_line_never_overflows() -> None:
    place = place_of("a.js", "日" * 300, 150, 160)
    shown, before, marked = crop(place, 60)
    assert sum(map(cell_width, shown)) <= 60
    assert (before % 2, marked) == (1, 20)


def test_place_past_the_end_of_the_text() -> None:
    code, mark = frame(rendered(Diagnostic("x", "error", "t", Place("a.js", 1, 4, 1, "if("))))
    assert code.endswith("if(")
    assert mark.index("^") == len(code)


def test_place_without_text_shows_no_frame() -> None:
    text = rendered(Diagnostic("x", "error", "t", Place("a.js", 7, 1)))
    assert text == "error: t [x]\n  --> a.js:7:1\n\n1 error\n"


def test_nothing_steers_the_terminal() -> None:
    text = rendered(
        Diagnostic("x", "error", "in \x1b[2J\x07.js", Place("\x1b]0;t\x07", 1, 1, 1, "\r\x9b"))
    )
    assert not any((ord(char) < 32 and char != "\n") or 0x7F <= ord(char) < 0xA0 for char in text)


def test_colors_only_when_asked() -> None:
    diagnostic = error_at("let x;", "x")
    plain, colored = rendered(diagnostic), rendered(diagnostic, color=True)
    assert "\x1b[" not in plain
    assert "\x1b[1;31m" in colored
    assert "x;" in colored


def test_markup_in_a_message_is_text() -> None:
    assert "[red]not markup[/red]" in rendered(
        Diagnostic("x", "error", "[red]not markup[/red]"), color=True
    )


def test_count() -> None:
    severities: tuple[Severity, ...] = ("error", "warning", "error", "note")
    assert count([Diagnostic("c", s, "t") for s in severities]) == "2 errors, 1 warning, 1 note"
