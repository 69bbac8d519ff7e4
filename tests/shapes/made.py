"""Plans of every shape, made by rule: usage: made.py SHAPE FOLDER (writes plan.xml and actuals/2026.xml there).
SHAPE is LEVELS[-running][-codes][-loose]: so many levels above an initiative; one running number; codes of the body's own;
an initiative that stands beside inner groups."""
import pathlib
import sys

KINDS = ["基本目標", "基本施策", "施策", "細施策", "事業群", "事業"]
DEPARTMENTS = ["総務課", "財政課", "納税課"]


class Plan:
    def __init__(self, shape):
        first, *rest = shape.split("-")
        self.levels = int(first)
        self.running, self.codes, self.loose = ("running" in rest, "codes" in rest, "loose" in rest)
        self.refs = []

    def initiative(self, path):
        number = len(self.refs) + 1
        code = f"R{number // 10 + 1}-({number % 10})"
        self.refs.append(str(number) if self.running else code if self.codes else "-".join(map(str, path)))
        given = f' code="{code}"' if self.codes and not self.running else ""
        targets = "".join(f'<target year="{year}">{100 + number}件</target>' for year in range(2026, 2031))
        return (f'<initiative{given} department="{DEPARTMENTS[number % 3]}"><name>取組第{number}号の推進</name>'
                f"<current>現状の説明{number}。</current><action>行うこと{number}。</action>"
                f"<indicator><definition>件数その{number}</definition>{targets}</indicator></initiative>\n")

    def inside(self, level, path):
        if level == self.levels:
            return "".join(self.initiative(path + [i]) for i in (1, 2))
        text = "".join(self.group(level, path + [i]) for i in (1, 2))
        return text + (self.initiative(path + [1]) if self.loose and level == 1 else "")

    def group(self, level, path):
        code = f' code="{"ABC"[path[-1] - 1]}" id="goal-{path[-1]}"' if self.codes and level == 0 else ""
        approach = f"<approach>{KINDS[level]}の方針。</approach>" if level < 2 else ""
        return (f"<group{code}><name>{KINDS[level]}の名前{path[-1]}</name>{approach}\n"
                f"{self.inside(level + 1, path)}</group>\n")

    def xml(self):
        kinds = "".join(f"<level>{kind}</level>" for kind in KINDS[:self.levels] + ["取組"])
        numbering = ' numbering="running"' if self.running else ""
        return (f'<?xml version="1.0" encoding="UTF-8"?>\n<plan version="1" xml:lang="ja"{numbering}>\n'
                "<title>架空市行政改革計画</title><municipality>架空市</municipality><state>確定</state><date>2026-03</date>"
                f'<period first="2026" last="2030"/><levels>{kinds}</levels>\n'
                "<chapter><title>計画の体系</title><policies/><outline/></chapter>"
                f"<chapter><title>取組</title><sheets/></chapter>\n{self.inside(0, [])}</plan>\n")

    def actuals(self):
        sheets = "".join(f'<sheet ref="{ref}"><actual>{97 + 2 * i}件</actual><done>行ったこと。</done></sheet>\n'
                         for i, ref in enumerate(self.refs))
        return ('<?xml version="1.0" encoding="UTF-8"?>\n<actuals version="1" year="2026" as-of="2027-03-31" '
                f'published="2027-09-01">\n{sheets}</actuals>\n')


plan, folder = Plan(sys.argv[1]), pathlib.Path(sys.argv[2])
(folder / "actuals").mkdir(parents=True, exist_ok=True)
(folder / "plan.xml").write_text(plan.xml(), encoding="utf-8")
(folder / "actuals" / "2026.xml").write_text(plan.actuals(), encoding="utf-8")
print(len(plan.refs))
