"""Real packages through AMD: in RequireJS, and as bundles."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.amd.harness import LOADER, PAGE, needs_loader, run, run_loader

from pybundle.build import bundle
from pybundle.options import Format

PACKAGES = LOADER.parent

BACKBONE = """
require.config({ baseUrl: "lib", paths: { app: "../app" } });
require(["app/model", "backbone", "underscore", "jquery"], function (Task, Backbone, _, $) {
  var tasks = new Backbone.Collection([], { model: Task });
  tasks.on("add", function (task) { console.log("added", task.get("title"), tasks.length); });
  tasks.add({ title: "one" });
  tasks.add(new Task({ title: "two", done: true }));
  console.log(tasks.where({ done: true }).length, JSON.stringify(tasks), Backbone.VERSION);
  console.log(_.VERSION, _.chain([3, 1, 2]).sortBy().map(function (n) { return n * 2; }).value());
  console.log(Backbone.$ === $, window.Backbone === Backbone, window._ === _, typeof $.extend);
});
"""

MODEL = """
define(["backbone", "underscore"], function (Backbone, _) {
  return Backbone.Model.extend({
    defaults: { done: false },
    initialize: function () { this.id = _.uniqueId("task"); },
  });
});
"""

JQUERY = """
require.config({ paths: { jquery: "lib/jquery", plugin: "lib/plugin" },
  shim: { plugin: { deps: ["jquery"], exports: "jQuery.fn.shout" } } });
require(["jquery", "plugin"], function ($, shout) {
  console.log($.fn.jquery, window.jQuery === $, window.$ === $, $.fn.shout === shout);
  console.log($.extend({ a: 1 }, { b: 2 }), $.map([1, 2], function (n) { return n + 1; }));
  console.log($("<p>").length, $.type([]), $.isPlainObject({}), $([1, 2]).shout().get());
  $.Deferred().resolve("done").then(function (v) { console.log(v); });
});
"""

PLUGIN = """
console.log("plugin sees", typeof jQuery);
jQuery.fn.shout = function () { return this.map(function () { return this + "!"; }); };
"""

PROGRAMS = {
    "backbone": {
        "main.js": BACKBONE,
        "app/model.js": MODEL,
        "lib/backbone.js": "backbone/backbone.js",
        "lib/underscore.js": "underscore/underscore-umd.js",
        "lib/jquery.js": "jquery/dist/jquery.js",
    },
    "jquery": {
        "main.js": JQUERY,
        "lib/plugin.js": PLUGIN,
        "lib/jquery.js": "jquery/dist/jquery.js",
    },
}

pytestmark = [pytest.mark.corpus, needs_loader]


def write(folder: Path, files: dict[str, str]) -> None:
    """Write a program; what names a file of a package is copied from there."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        is_package = "\n" not in text
        path.write_text((PACKAGES / text).read_text("utf-8") if is_package else text, "utf-8")


@pytest.mark.parametrize("format_", ["iife", "cjs", "esm", "umd"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_real_packages_do_the_same(name: str, format_: Format, tmp_path: Path) -> None:
    write(tmp_path, PROGRAMS[name])
    original = run_loader("page", tmp_path, "main.js")
    assert original.code == 0 and original.output.count("\n") >= 4, original
    made = bundle(tmp_path / "main.js", format=format_, platform="browser", root=tmp_path)
    out = tmp_path / f"out.{'mjs' if format_ == 'esm' else 'cjs'}"
    made.write(out)
    assert run(PAGE, "bundle", out.name, folder=tmp_path) == original
