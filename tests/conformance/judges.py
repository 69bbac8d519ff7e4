"""The judges that others wrote: veraPDF for PDF/UA-1 and PDF/A-2a, qpdf for the syntax. One JVM start a flavour.

usage: judges.py PDF…
"""
import glob
import json
import os
import sys

from tagged import run

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
FLAVOURS = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}


def verapdf(flavour, paths):
    """{path: [faults]}; a file of which veraPDF says nothing has failed."""
    jars = glob.glob(os.path.join(ROOT, "build", "judges", "cli-*.jar"))
    if len(jars) != 1:
        raise SystemExit("veraPDF is missing: run tools/judges.sh")
    _, out, errors = run("java", "-jar", jars[0], "-f", flavour, "--format", "json", *paths)
    found = {os.path.realpath(path): [f"no verdict: {errors.strip()[:200]}"] for path in paths}
    try:
        jobs = json.loads(out)["report"]["jobs"]
    except (ValueError, KeyError):
        return found
    for job in jobs:
        faults = []
        results = job.get("validationResult", [])
        for result in results:
            for rule in result["details"]["ruleSummaries"]:
                first = next(iter(rule.get("checks", [])), {})
                faults.append(f"{rule['specification']}, {rule['clause']}-{rule['testNumber']}, {rule['failedChecks']} times: "
                              f"{first.get('errorMessage', rule['description'])}")
            if not result["compliant"] and not faults:
                faults.append(result["statement"])
        if not results:
            faults.append(f"not judged: {job.get('taskException', job)}")
        found[os.path.realpath(job["itemDetails"]["name"])] = faults
    return found


def qpdf(path):
    status, out, errors = run("qpdf", "--check", "--", path)
    if status == 0:  # 2: errors, 3: warnings
        return []
    return [line for line in (out + errors).split("\n") if "WARNING" in line or "ERROR" in line] or [f"exit status {status}"]


def judge(paths):
    """(name of the judge, path, faults) for each judge and file."""
    for flavour, label in FLAVOURS.items():
        found = verapdf(flavour, paths)
        for path in paths:
            yield label, path, found[os.path.realpath(path)]
    for path in paths:
        yield "qpdf", path, qpdf(path)


def main():
    failed = not sys.argv[1:]
    for label, path, faults in judge(sys.argv[1:]):
        print(f"{'not ok' if faults else 'ok'} {label}: {os.path.basename(path)}")
        for fault in faults[:20]:
            print(f"#   {fault}")
        failed = failed or bool(faults)
    sys.exit(failed)


if __name__ == "__main__":
    main()
