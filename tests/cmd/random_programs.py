"""Random programs for Sea.js, by seed: pages that use modules, which require each other in every
way, in cycles, late, asynchronously, with errors, several in one file, under aliases."""

from __future__ import annotations

from random import Random

SHOW = "function show(x) { return typeof x + ':' + JSON.stringify(x); }\n"


def program(seed: int) -> dict[str, str]:
    """Return the files of a program; the first is the page's script."""
    return _Program(Random(seed)).files()


class _Program:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.count = random.randint(2, 9)
        self.places = [self._place(i) for i in range(self.count)]
        self.named = {i for i in range(self.count) if random.random() < 0.15}

    def files(self) -> dict[str, str]:
        """Return the program's files."""
        files = {"page.js": self._page()}
        combo = ""
        for i in range(self.count):
            text = self._module(i)
            if i in self.named:
                combo += text
            else:
                files[f"{self.places[i]}.js"] = f'console.log("file {i}");\n{text}'
        if combo:
            files["combo.js"] = f'console.log("combo");\n{combo}'
        return files

    def _place(self, i: int) -> str:
        return self.random.choice(["m{}", "lib/m{}", "lib/deep/m{}"]).format(i)

    def _id(self, target: int, asker: int | None) -> str:
        """An id of a module, as the asker (None: the page) may write it."""
        place = self.places[target]
        if target in self.named:
            return place
        choices = [place, f"/{place}", f"alias{target}", f"top/{place}"]
        if asker is None:
            choices.append(f"./{place}")
        elif asker not in self.named:
            ups = self.places[asker].count("/")
            choices.append(("../" * ups or "./") + place)
        chosen = self.random.choice(choices)
        return f"{chosen}.js" if self.random.random() < 0.1 and "alias" not in chosen else chosen

    def _page(self) -> str:
        aliases = ", ".join(f'alias{i}: "{place}"' for i, place in enumerate(self.places))
        config = f'seajs.config({{ alias: {{ {aliases} }}, paths: {{ top: "/" }} }});'
        lines = [SHOW, config]
        first = ['"./combo"'] if self.named else []
        for _ in range(self.random.randint(1, 3)):
            lines.append(self._use("seajs.use", None, first))
            lines.append(f'console.log("page {self.random.randint(0, 99)}");')
        return "\n".join(lines) + "\n"

    def _use(self, function: str, asker: int | None, first: list[str]) -> str:
        targets = [self.random.randrange(self.count) for _ in range(self.random.randint(1, 3))]
        ids = first + [f'"{self._id(each, asker)}"' for each in targets]
        listed = ids[0] if len(ids) == 1 and self.random.random() < 0.5 else f"[{', '.join(ids)}]"
        number = self.random.randint(0, 999)
        body = f'console.log("used {number}", [].map.call(arguments, show).join(" "));'
        return f"{function}({listed}, function () {{ {body} }});"

    def _module(self, i: int) -> str:
        lines = [f'  console.log("factory {i}");', f'  exports.name = "{i}";']
        for _ in range(self.random.randint(0, 4)):
            lines.append(f"  {self._statement(i)}")
        lines.append(f"  {self._end(i)}")
        head = f'define("{self.places[i]}", ' if i in self.named else "define("
        body = "\n".join(lines)
        return f"{head}function (require, exports, module) {{\n{body}\n}});\n"

    def _statement(self, i: int) -> str:
        target = self.random.randrange(self.count)
        required = f'require("{self._id(target, i)}")'
        shown = f'console.log("{i} sees {target}", show({required}));'
        kind = self.random.randrange(7)
        if kind == 0:
            return f"if (exports.{self.random.choice(['name', 'none'])}) {{ {shown} }}"
        if kind == 1:
            return f"try {{ {shown} }} catch (e) {{ console.log('caught', e.message); }}"
        if kind == 2:
            return f"exports.late = function () {{ return {required}.name; }};"
        if kind == 3:
            return self._use("require.async", i, [])
        if kind == 4:
            return f'Promise.resolve().then(function () {{ console.log("tick {i}"); }});'
        return shown

    def _end(self, i: int) -> str:
        ends = {
            "": 6,
            f'return {{ name: "returned {i}" }};': 1,
            "return null;": 1,
            'return "";': 1,
            f'module.exports = {{ name: "replaced {i}" }};': 2,
            f'throw new Error("of {i}");': 1,
            "console.log(module.uri, module.dependencies.join());": 1,
        }
        return self.random.choices(list(ends), list(ends.values()))[0]
