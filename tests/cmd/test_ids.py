"""Ids mean what the real Sea.js takes them for, under every configuration."""

from __future__ import annotations

import json
import subprocess
from itertools import product
from typing import Any

from tests.cmd.harness import HERE, SEA, needs_sea

from pybundle.construct.script_loaders.cmd import (
    configured,
    initial_config,
    resolve_id,
    site_path,
    site_uri,
)

pytestmark = needs_sea

IDS = [
    *("a", "a.js", "./a", "../a", "../../../a", "/a", "/", "a/", "./", ".", "..", "./a/../b/./c"),
    *("a/b/c", "a//b", "a/b#", "a?x", "?x", "a.js?x=1#y", "a.css", "a#b", "x/y#", "{v}", "{v}/a"),
    *("{w}", "a{v}b.js", "short", "short/x", "lib/a", "lib", "gallery/deep/x", "far", "far/x"),
    *(
        "//host/a",
        "http://host/a",
        "https://host/a/../b",
        "a:b",
        "a b",
        "é",
        "A.JS",
        ".js",
        "a.JS#",
    ),
    *("chain", "x.min", "mapped", "mapped.js", "mapped/mapped", "old-1", "$", "{v", "v}", "{}"),
]
REFERRERS = ["", "cmd://site/app/x/y.js", "cmd://site/z.js?q/r", "http://other/d/e.js"]
CONFIGS: list[list[dict[str, Any]]] = [
    [],
    [{"base": "./lib"}],
    [{"base": "/site/"}, {"base": "deeper"}],
    [{"base": "http://cdn.host/x/"}],
    [{"base": "../up/../other"}],
    [{"alias": {"short": "a/very/long/name", "chain": "short", "a.js": "./swapped", "x.min": 1}}],
    [{"paths": {"lib": "gallery", "far": "http://far.host/y", "gallery": "../g", "short": 2}}],
    [{"vars": {"v": "value", "w": "lib/a"}, "alias": {"value": "of/var"}, "paths": {"lib": "p"}}],
    [{"map": [["mapped", "to"], ["old-", "new-"], ["to", "never"]]}],
    [{"map": [[{"pattern": r"^(.*)\/(\w+)\.js$", "flags": "i"}, "$1/min/$2-$2.js?$&$$"]]}],
    [
        {
            "map": [
                [{"pattern": "a", "flags": "g"}, "<$`|$'|$1|$01>"],
                [{"pattern": "x", "flags": ""}, "y"],
            ]
        }
    ],
    [{"alias": {"short": "one"}}, {"alias": {"short": "two", "lib/a": "./z"}, "base": "b"}],
    [{"alias": {"cmd://site/app/a.js": "http://swapped/a.js"}, "charset": "gbk"}],
]


def test_ids_mean_what_sea_js_takes_them_for() -> None:
    questions = list(product(CONFIGS, REFERRERS, IDS))
    done = subprocess.run(
        ["node", str(HERE / "resolve.cjs"), str(SEA)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
    )
    for (configs, referrer, name), expected in zip(questions, json.loads(done.stdout), strict=True):
        config = initial_config("/app", "/")
        for value in configs:
            config = configured(config, value)
        assert resolve_id(config, name, referrer) == expected, (configs, referrer, name)
    assert len(questions) > 2000


def test_files_of_the_site() -> None:
    assert site_uri("/a b/c.js") == "cmd://site/a b/c.js"
    assert site_path("cmd://site/a b/c.js?x#y/z") == "/a b/c.js"
    assert site_path("http://host/a.js") is None
