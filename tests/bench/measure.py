"""Runs a process and says what it cost; lays out tables. Knows nothing of what is measured.

The peak memory of a child is never below that of this process when it forked (Linux), so whoever measures stays small: whatever
reads large files runs in a process of its own.
"""
import os
import resource
import statistics
import sys
import tempfile
import time
import unicodedata

KB, MB, MIB = 1000, 1000 * 1000, 1024 * 1024


def stop(message):
    sys.exit(f"計測を中止しました：{message}")


class Run:
    def __init__(self, wall, cpu, memory, status, said):
        self.wall, self.cpu, self.memory, self.status, self.said = wall, cpu, memory, status, said


def run(command, cwd=None, stdout=None):
    """Seconds, seconds of user and system, bytes at the peak, exit status, and what it said on standard error."""
    with tempfile.TemporaryFile() as said, open(stdout or os.devnull, "wb") as out:
        start = time.perf_counter()
        pid = os.fork()
        if pid == 0:
            try:
                os.dup2(out.fileno(), 1)
                os.dup2(said.fileno(), 2)
                if cwd:
                    os.chdir(cwd)
                os.execvp(command[0], command)
            except OSError as error:
                os.write(2, f"{command[0]}: {error.strerror}\n".encode())
            finally:
                os._exit(127)
        _, status, used = os.wait4(pid, 0)
        wall = time.perf_counter() - start
        said.seek(0)
        return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, os.waitstatus_to_exitcode(status),
                   said.read().decode("utf-8", "replace"))


def must(command, **how):
    done = run(command, **how)
    if done.status != 0:
        stop(f"「{' '.join(command)}」が失敗しました（終了の値{done.status}）。\n{done.said.strip()[-2000:]}")
    return done


def size(path):
    """Bytes of a PDF that was just made; an absent or broken one ends the measuring."""
    try:
        with open(path, "rb") as file:
            if not file.read(5) == b"%PDF-":
                stop(f"{path}はPDFではありません。")
            return os.path.getsize(path)
    except OSError:
        stop(f"{path}ができていません。")


def median(values):
    return statistics.median(list(values))


def own_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def table(head, rows, left=1):
    """The first columns stand to the left, numbers to the right."""
    rows = [[str(cell) for cell in row] for row in [head] + rows]
    widths = [max(width(row[i]) for row in rows) for i in range(len(head))]
    for row in rows:
        cells = [cell + " " * (w - width(cell)) if i < left else " " * (w - width(cell)) + cell for i, (cell, w) in enumerate(zip(row, widths))]
        print(("  " + "  ".join(cells)).rstrip())
    print(flush=True)


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"


def amount(value):
    return f"{value / KB:.0f} KB" if value < MB else f"{value / MB:.2f} MB"


def memory(value):
    return f"{value / MIB:.1f} MB" if value < 100 * MIB else f"{value / MIB:.0f} MB"


def title(text):
    print(f"■ {text}\n", flush=True)
